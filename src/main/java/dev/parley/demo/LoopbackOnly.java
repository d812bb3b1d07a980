package dev.parley.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * With {@code parley.demo=true} the server listens on 127.0.0.1 only, whatever else the configuration says: the
 * password of the demo's people is printed on the sign-in page.
 */
class LoopbackOnly implements EnvironmentPostProcessor, Ordered {

    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("parley.demo", Boolean.class, false)) {
            Map<String, Object> addresses = new LinkedHashMap<>();
            addresses.put("server.address", LOOPBACK);
            if (environment.containsProperty("management.server.port")) {
                // only a port of its own may have an address of its own
                addresses.put("management.server.address", LOOPBACK);
            }
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo listens on this machine only", addresses));
        }
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
