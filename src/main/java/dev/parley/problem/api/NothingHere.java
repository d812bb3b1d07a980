package dev.parley.problem.api;

import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemWriter;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Answers what no controller does, so that nothing under /api is ever a page. It is asked after the controllers, which
 * have by then refused a wrong method or content type in words of their own, and before the pages.
 */
@Configuration(proxyBeanMethods = false)
class NothingHere {

    private static final int AFTER_CONTROLLERS = 1;

    @Bean
    SimpleUrlHandlerMapping nothingHereMapping(ProblemWriter writer) {
        HttpRequestHandler nothing = (request, response) -> writer.write(
                response,
                new Problem(
                        Kind.NOT_FOUND,
                        "There is nothing at %s %s.".formatted(request.getMethod(), request.getRequestURI())));
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothing), AFTER_CONTROLLERS);
    }
}
