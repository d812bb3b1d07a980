package dev.parley.exchange.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the server break the connection under an export that failed half-way. An answer that merely ended would look like
 * a whole one: lines have no end mark.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenExportFilter extends OncePerRequestFilter {

    /** Set on the request by who noticed. */
    static final String BROKEN = BrokenExportFilter.class.getName() + ".broken";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/export");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (request.getAttribute(BROKEN) instanceof Exception failure) {
            throw new IOException("an export broke off after its first bytes had left", failure);
        }
    }
}
