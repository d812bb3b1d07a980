package dev.parley.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the sign-in page, which says why: {@code ?error}, or {@code ?wait=12} where one must wait. */
class SignInFailurePage implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String reason = failure instanceof TooManyAttempts throttled ? "wait=" + throttled.seconds() : "error";
        response.sendRedirect(request.getContextPath() + "/login?" + reason);
    }
}
