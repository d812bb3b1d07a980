package dev.parley.exchange.job;

import dev.parley.exchange.Export;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An export that goes into a file. */
final class FileDestination implements Export.Destination, AutoCloseable {

    private final Path path;
    private OutputStream out = OutputStream.nullOutputStream();
    private String fileName = "";

    FileDestination(Path path) {
        this.path = path;
    }

    @Override
    public OutputStream begin(Export head) throws IOException {
        fileName = head.fileName();
        out = new BufferedOutputStream(Files.newOutputStream(path));
        return out;
    }

    /** What to call the file; known once it is begun. */
    String fileName() {
        return fileName;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
