package dev.parley.account;

import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Refuses a program in its own language: problem details, never a sign-in page. */
@Component
class ProblemEntryPoint implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter writer;

    ProblemEntryPoint(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts throttled) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(throttled.seconds()));
            writer.write(response, new Problem(Kind.TOO_MANY, throttled.sentence()));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Parley\"");
        String detail = failure instanceof InsufficientAuthenticationException
                ? "Send an access token (Authorization: Bearer …) or sign in."
                : Objects.requireNonNullElse(failure.getMessage(), "The credentials are not right.");
        writer.write(response, new Problem(Kind.NOT_SIGNED_IN, detail));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        String detail = failure instanceof CsrfException
                ? "The request lacks this session's CSRF token; GET /api/v1/me tells it."
                : "You may not do this.";
        writer.write(response, new Problem(Kind.FORBIDDEN, detail));
    }
}
