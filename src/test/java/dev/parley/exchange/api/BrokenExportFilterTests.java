package dev.parley.exchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrokenExportFilterTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/projects/p/export");

    @Test
    void breaksTheConnectionUnderAnExportThatFailed() {
        request.setAttribute(BrokenExportFilter.BROKEN, new IOException("disk"));

        assertThatThrownBy(this::pass).isInstanceOf(IOException.class).hasMessageContaining("broke off");
    }

    @Test
    void letsWholeExportsPass() throws Exception {
        pass();

        assertThat(request.getAttribute(BrokenExportFilter.BROKEN)).isNull();
    }

    private void pass() throws Exception {
        new BrokenExportFilter().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
