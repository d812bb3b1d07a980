package dev.parley.problem.api;

import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers requests for which an address exists but no controller fits: these fail before there is a controller to ask. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MismatchHandler {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> method(HttpRequestMethodNotSupportedException failure) {
        return ProblemHandler.answer(
                new Problem(Kind.NOT_ALLOWED, "%s is not supported here.".formatted(failure.getMethod())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> contentType(HttpMediaTypeNotSupportedException failure) {
        return ProblemHandler.answer(new Problem(
                Kind.UNSUPPORTED,
                "Content of type %s is not read here; send %s."
                        .formatted(failure.getContentType(), failure.getSupportedMediaTypes())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notAcceptable(HttpMediaTypeNotAcceptableException failure) {
        return ProblemHandler.answer(new Problem(
                Kind.NOT_ACCEPTABLE, "This can be answered as %s.".formatted(failure.getSupportedMediaTypes())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> noResource(NoResourceFoundException failure) {
        return ProblemHandler.answer(
                new Problem(Kind.NOT_FOUND, "There is nothing at /%s.".formatted(failure.getResourcePath())));
    }
}
