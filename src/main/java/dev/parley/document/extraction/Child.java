package dev.parley.document.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * One process that parses files, seen from the service: made from the same jar, with little memory, an empty environment
 * and a folder of its own. After anything but a whole answer it is good for nothing and must be closed.
 */
final class Child implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Child.class);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int OUT_OF_MEMORY = 3;
    /** An exit takes some milliseconds, on a busy machine more. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream answers;
    private int asked;

    private Child(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static Child start(ImportLimits limits) throws IOException {
        Path folder = Files.createTempDirectory("parley-extract-");
        ProcessBuilder builder = new ProcessBuilder(command(limits, folder))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // whatever the service was told through its environment is no business of a parser
        builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        return new Child(folder, builder.start());
    }

    /** What came of asking. */
    sealed interface Outcome {}

    record Answered(ChildAnswer answer) implements Outcome {}

    record TooSlow() implements Outcome {}

    record TooLong() implements Outcome {}

    record TooMuchMemory() implements Outcome {}

    record Died(int status) implements Outcome {}

    /** @param most bytes of the answer */
    Outcome ask(ExtractionChild.Request request, Duration time, long most) {
        asked++;
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        answered.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).exceptionally(timeout -> {
            late.set(true);
            kill();
            return null;
        });
        try {
            request.write(requests);
            return new Answered(ChildAnswer.read(answers, most));
        } catch (ChildAnswer.TooLong e) {
            return new TooLong();
        } catch (IOException e) {
            if (late.get()) {
                return new TooSlow();
            }
            int status = status();
            log.warn("The extraction process for a {} file ended with {}: {}", request.type(), status, e.toString());
            return status == OUT_OF_MEMORY ? new TooMuchMemory() : new Died(status);
        } finally {
            answered.complete(null);
        }
    }

    /**
     * What it ends with, once its answers end. Out of memory it says so among the answers and then ends by itself: killed
     * at once, it could not tell the reason.
     */
    private int status() {
        process.onExit()
                .completeOnTimeout(process, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        process.destroyForcibly();
        return process.onExit().join().exitValue();
    }

    /** How many files it has seen. */
    int asked() {
        return asked;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
        try {
            process.onExit().join();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            log.warn("The folder {} of an extraction process could not be removed", folder, e);
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static List<String> command(ImportLimits limits, Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx%dm".formatted(limits.extractionMemory().toMegabytes()),
                "-XX:MaxMetaspaceSize=128m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Duser.home=" + folder,
                "-Dpdfbox.fontcache=" + folder,
                // no XML parser of the platform may open anything
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet="));
        command.addAll(program());
        return command;
    }

    /** Started from the packaged jar, the jar's own launcher must unfold the libraries packed inside it. */
    private static List<String> program() {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        String main = ExtractionChild.class.getName();
        boolean packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        return packed ? List.of("-cp", classPath, "-Dloader.main=" + main, LAUNCHER) : List.of("-cp", classPath, main);
    }
}
