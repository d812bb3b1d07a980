package dev.parley;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on an empty folder of its own, quiet, with the administrator {@code admin}. */
public final class BenchApp {

    private BenchApp() {}

    /** @param arguments of the benchmark: the first is its own, further ones are settings for the app */
    public static ConfigurableApplicationContext start(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("parley-bench-");
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--parley.data=" + folder,
                "--parley.uploads=" + folder.resolve("uploads"),
                "--parley.bootstrap.user=admin",
                "--parley.bootstrap.password=bench-password",
                "--logging.level.root=warn"));
        settings.addAll(Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length));
        return SpringApplication.run(ParleyApplication.class, settings.toArray(String[]::new));
    }
}
