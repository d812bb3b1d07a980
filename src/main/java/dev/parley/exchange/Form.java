package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * One way to write a project. Holds no state, writes while it reads, and gives equal bytes for equal data; what its format
 * has no place for it names.
 */
public interface Form {

    Format format();

    /**
     * Writes everything and leaves the stream open.
     *
     * @param losses told of each thing that is dropped, and of each that is changed to fit
     */
    void write(Outgoing project, OutputStream out, Losses losses) throws IOException;
}
