package dev.parley.exchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server, because what matters is whether the reader of the connection notices. */
class BrokenExportFilterTests {

    private static final byte[] MORE_THAN_A_BUFFER = new byte[100_000];

    private final Tomcat server = new Tomcat();

    @BeforeEach
    void start() throws Exception {
        server.setBaseDir("target/tomcat");
        server.setHostname("127.0.0.1");
        server.setPort(0);
        Context context = server.addContext("", null);
        Tomcat.addServlet(context, "export", new Export());
        context.addServletMappingDecoded("/*", "export");
        FilterDef filter = new FilterDef();
        filter.setFilterName("broken");
        filter.setFilter(new BrokenExportFilter());
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("broken");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        server.getConnector();
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        server.destroy();
    }

    @Test
    void breaksTheConnectionUnderAnExportThatFailed() {
        assertThatThrownBy(() -> get("/broken/export")).isInstanceOf(IOException.class);
    }

    @Test
    void letsWholeExportsPass() throws Exception {
        assertThat(get("/whole/export").body()).hasSize(MORE_THAN_A_BUFFER.length);
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://127.0.0.1:%d%s".formatted(server.getConnector().getLocalPort(), path));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    /** Answers more than the server keeps back, and fails then if the address says so. */
    private static final class Export extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().write(MORE_THAN_A_BUFFER);
            if (request.getRequestURI().contains("broken")) {
                request.setAttribute(BrokenExportFilter.BROKEN, new IOException("the disk is gone"));
            }
        }
    }
}
