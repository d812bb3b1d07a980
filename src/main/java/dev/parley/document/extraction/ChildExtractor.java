package dev.parley.document.extraction;

import dev.parley.document.extraction.Extraction.Extracted;
import dev.parley.document.extraction.Extraction.Unreadable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Parses each file in a Java process of its own, made from the same jar: with little memory, an empty environment, a
 * folder of its own, and no more time and output than the limits say. What breaks there breaks alone.
 */
@Component
final class ChildExtractor implements TextExtractor {

    private static final Logger log = LoggerFactory.getLogger(ChildExtractor.class);
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    /** Room beside the text for title and provenance. */
    private static final int ENVELOPE = 100_000;

    private static final int OUT_OF_MEMORY = 3;

    private final ImportLimits limits;
    private final Semaphore places;

    ChildExtractor(ImportLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.extractionProcesses());
    }

    @Override
    public Extraction extract(Path file, FileType type) {
        places.acquireUninterruptibly();
        try {
            Path folder = Files.createTempDirectory("parley-extract-");
            try {
                return run(file, type, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    private Extraction run(Path file, FileType type, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(file, type, folder))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // whatever the service was told through its environment is no business of a parser
        builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
        Process process = builder.start();
        try {
            long most = limits.textSize().toBytes() + ENVELOPE;
            Watch watch = Watch.over(process, limits.extractionTime().toMillis());
            byte[] answer;
            try (InputStream out = process.getInputStream()) {
                answer = out.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            }
            if (answer.length > most) {
                return new Unreadable(ExtractionChild.tooLong(characters()));
            }
            int exit = process.onExit().join().exitValue();
            watch.end();
            if (watch.killed()) {
                return new Unreadable("Reading it took longer than %d seconds, so it was given up."
                        .formatted(limits.extractionTime().toSeconds()));
            }
            if (exit == OUT_OF_MEMORY) {
                return new Unreadable("Reading it takes more memory than one file may have.");
            }
            if (exit != 0) {
                log.warn("The extraction process for a {} file ended with {}", type, exit);
                return new Unreadable("It cannot be read: the reader gave up on it.");
            }
            return judged(ChildAnswer.read(answer), type);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Extraction judged(ChildAnswer answer, FileType type) {
        return switch (answer) {
            case ChildAnswer.Refusal refusal -> new Unreadable(refusal.reason());
            case ChildAnswer.Text text ->
                switch (TextRules.apply(new Decoding.Decoded(text.text(), "", text.steps()))) {
                    case Decoding.Undecodable undecodable -> new Unreadable(undecodable.reason());
                    case Decoding.Decoded decoded ->
                        new Extracted(
                                decoded.text(),
                                type,
                                new Provenance(text.charset(), true, decoded.steps()),
                                text.title(),
                                text.language());
                };
        };
    }

    private int characters() {
        return (int) Math.min(limits.textSize().toBytes(), Integer.MAX_VALUE);
    }

    private List<String> command(Path file, FileType type, Path folder) {
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
        command.addAll(List.of(file.toAbsolutePath().toString(), type.name(), Integer.toString(characters())));
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

    /** Kills a process that has had its time. */
    private static final class Watch {

        private final Thread thread;
        private volatile boolean killed;

        private Watch(Process process, long milliseconds) {
            this.thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    if (!process.waitFor(milliseconds, TimeUnit.MILLISECONDS)) {
                        killed = true;
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }

        static Watch over(Process process, long milliseconds) {
            Watch watch = new Watch(process, milliseconds);
            watch.thread.start();
            return watch;
        }

        void end() {
            thread.interrupt();
        }

        boolean killed() {
            return killed;
        }
    }
}
