package dev.parley.exchange.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files of jobs, beside the uploads so that every node sees them: what was sent to be imported, what was exported. */
@Component
final class JobFiles {

    private final Path folder;

    JobFiles(@Value("${parley.uploads}") Path uploads) {
        this.folder = uploads.toAbsolutePath().resolve("exchange");
    }

    /** Where the file of a job is, if it is there. */
    Optional<Path> of(UUID job) {
        return Optional.of(path(job)).filter(Files::isRegularFile);
    }

    /** A place to write the file of a job to before it is whole; each attempt has its own. */
    Path begin(UUID job, int attempt) {
        return ready().resolve("%s.%d.part".formatted(job, attempt));
    }

    /** The file is whole. */
    void put(UUID job, Path written) {
        try {
            Files.move(written, path(job), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy of a file that was sent. */
    void copy(UUID job, Path sent) {
        Path beside = begin(job, 0);
        try {
            Files.copy(sent, beside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(job, beside);
    }

    void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(UUID job) {
        drop(path(job));
    }

    private Path path(UUID job) {
        return ready().resolve(job.toString());
    }

    private Path ready() {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
