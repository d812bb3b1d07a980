package dev.parley.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LoopbackOnlyTests {

    @Test
    void bindsADemoToThisMachineWhateverIsConfigured() {
        assertThat(addressOf(Map.of("parley.demo", "true", "server.address", "0.0.0.0")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void leavesOtherInstallationsAlone() {
        assertThat(addressOf(Map.of("parley.demo", "false", "server.address", "0.0.0.0")))
                .isEqualTo("0.0.0.0");
    }

    @Test
    void isFoundBySpringBoot() {
        try (ConfigurableApplicationContext started = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--parley.demo=true", "--server.address=0.0.0.0")) {
            assertThat(started.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        }
    }

    /** An application without anything in it. */
    static class Nothing {}

    private static String addressOf(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        new LoopbackOnly().postProcessEnvironment(environment, new SpringApplication());
        return environment.getRequiredProperty("server.address");
    }
}
