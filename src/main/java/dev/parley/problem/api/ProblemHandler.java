package dev.parley.problem.api;

import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import dev.parley.problem.ProblemWriter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/** Answers every failure of a controller with one sentence for the person, and logs what only we can mend. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> known(ProblemException failure) {
        return answer(failure.problem());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException failure) {
        return answer(new Problem(Kind.INVALID, "The body cannot be read: " + cause(failure)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mistyped(MethodArgumentTypeMismatchException failure) {
        String sentence = "\"%s\" is not a value for %s.".formatted(failure.getValue(), failure.getName());
        // an id that cannot exist names nothing
        Class<?> type = failure.getRequiredType();
        boolean isId = type != null
                && (type.equals(java.util.UUID.class) || type.getSimpleName().endsWith("Id"));
        return answer(
                isId
                        ? new Problem(Kind.NOT_FOUND, "There is nothing with the id %s.".formatted(failure.getValue()))
                        : new Problem(Kind.INVALID, sentence, List.of(new Fault(failure.getName(), sentence))));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingRequestValueException failure) {
        return answer(new Problem(Kind.INVALID, failure.getBody().getDetail() + ""));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestPartException failure) {
        return answer(new Problem(
                Kind.INVALID, "The multipart field \"%s\" is missing.".formatted(failure.getRequestPartName())));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> tooLarge(MaxUploadSizeExceededException failure) {
        return answer(new Problem(Kind.TOO_LARGE, "The upload is larger than this server accepts in one request."));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notMultipart(MultipartException failure) {
        return answer(new Problem(Kind.INVALID, "The request is not readable multipart/form-data."));
    }

    /** The reader went away while an answer was being streamed; nobody is left to tell. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException failure) {
        log.debug("a reader left before the end", failure);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unexpected(Exception failure) {
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return answer(new Problem(Kind.INVALID, response.getBody().getDetail() + ""));
        }
        log.error("a request failed unexpectedly", failure);
        return answer(
                new Problem(Kind.UNEXPECTED, "Something went wrong on our side; the log of the server says what."));
    }

    static ResponseEntity<Map<String, Object>> answer(Problem problem) {
        return ResponseEntity.status(problem.kind().status())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body(ProblemWriter.body(problem));
    }

    private static String cause(HttpMessageNotReadableException failure) {
        return failure.getCause() instanceof JacksonException json
                ? json.getOriginalMessage()
                : "it is empty or not of the type expected.";
    }
}
