package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What is said of an export before its first byte.
 *
 * @param fileName what to call it on disk
 * @param losses what the format cannot hold
 */
public record Export(Format format, String fileName, List<Loss> losses) {

    public Export {
        losses = List.copyOf(losses);
    }

    /** Number of lost items. */
    public int lostItems() {
        return losses.stream().mapToInt(Loss::count).sum();
    }

    /** Where an export goes. */
    public interface Destination {

        /** The stream for the bytes; asked for once, when all that could be refused was accepted. */
        OutputStream begin(Export head) throws IOException;
    }
}
