package dev.parley.problem.api;

import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what no other controller does, so that nothing under /api is ever a page. */
@Hidden
@RestController
class NothingHereController {

    @RequestMapping("/api/**")
    void nothingHere(HttpServletRequest request) {
        throw ProblemException.of(
                Kind.NOT_FOUND, "There is nothing at %s %s.".formatted(request.getMethod(), request.getRequestURI()));
    }
}
