package dev.parley.account;

import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers what the firewall turns away before any door: doubled slashes, encoded separators, control characters. Left to
 * itself it would end at the sign-in page, which tells a program nothing.
 */
@Component
class OddAddress implements RequestRejectedHandler {

    private final ProblemWriter writer;

    OddAddress(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException {
        writer.write(
                response,
                new Problem(
                        Kind.INVALID,
                        "The address “%s” is not one Parley reads; look for a doubled slash or an odd character."
                                .formatted(request.getRequestURI())));
    }
}
