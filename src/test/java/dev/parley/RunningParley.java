package dev.parley;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The packaged jar, running as its own process on a free port, with its data in a given folder. */
public final class RunningParley implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private static final String READY = "Started ParleyApplication";

    private final Process process;
    private final int port;

    private RunningParley(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts the jar and returns when it serves; the calling test is skipped where no jar was built. */
    public static RunningParley start(Path folder) {
        return start(folder, "--parley.bootstrap.user=admin", "--parley.bootstrap.password=first-password");
    }

    /** Starts the jar as {@code ./parley run} does, and returns when the demo project is there. */
    public static RunningParley startDemo(Path folder) {
        return start(folder, "--parley.demo=true");
    }

    /** Starts the jar once more with the data it left, at the address it had. */
    public static RunningParley restart(Path folder, String url) {
        return start(folder, URI.create(url).getPort());
    }

    private static RunningParley start(Path folder, String... options) {
        return start(folder, 0, options);
    }

    private static RunningParley start(Path folder, int atPort, String... options) {
        Path jar = Path.of(System.getProperty("parley.jar", "target/parley.jar"));
        Assumptions.assumeTrue(jar.toFile().exists(), "needs the packaged jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // a process that lives for seconds gains nothing from the second compiler and pays for it at the start
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=" + atPort,
                "--parley.data=" + folder.resolve("data"),
                "--parley.uploads=" + folder.resolve("uploads")));
        command.addAll(List.of(options));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new RunningParley(process, portOnceReady(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the log until the application is ready, then goes on reading so that the process never blocks on it. */
    private static int portOnceReady(Process process) throws IOException {
        BufferedReader log = process.inputReader();
        Deque<String> last = new ArrayDeque<>();
        int port = 0;
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            last.addLast(line);
            if (last.size() > 40) {
                last.removeFirst();
            }
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                port = Integer.parseInt(matcher.group(1));
            }
            if (line.contains(READY)) {
                Thread.ofVirtual().start(() -> readToTheEnd(log));
                return port;
            }
        }
        throw new AssertionError("Parley did not start:\n" + String.join("\n", last));
    }

    private static void readToTheEnd(BufferedReader log) {
        try {
            log.lines().forEach(line -> {});
        } catch (UncheckedIOException e) {
            // the process was killed, as some tests do, and its log with it
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public HttpApi as(String name, String password) {
        return HttpApi.signIn(url(), name, password);
    }

    public HttpApi admin() {
        return as("admin", "first-password");
    }

    /** Ends the process at once, as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
