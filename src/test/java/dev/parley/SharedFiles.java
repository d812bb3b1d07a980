package dev.parley;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The sample articles and test vectors that live beside the project, not in it. */
public final class SharedFiles {

    private static final Path FOLDER = Path.of("..", "shared");

    private SharedFiles() {}

    /** A file below the shared folder; the calling test is skipped where the folder does not exist. */
    public static Path path(String name) {
        Path path = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "needs " + name + " of the shared folder beside the project");
        return path;
    }
}
