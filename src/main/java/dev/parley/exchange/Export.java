package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What is said of an export before its first byte.
 *
 * @param fileName what to call it on disk
 * @param losses what the format cannot hold; absent if that is known only when the last byte is written, because the export
 *     is so large that its first bytes leave before
 */
public record Export(Format format, String fileName, Optional<List<Loss>> losses) {

    public Export {
        losses = losses.map(List::copyOf);
    }

    /** Number of lost items. */
    static int lostItems(List<Loss> losses) {
        return losses.stream().mapToInt(Loss::count).sum();
    }

    /** Number of lost items, as far as it is known. */
    public Optional<Integer> lostItems() {
        return losses.map(Export::lostItems);
    }

    /** Where an export goes. */
    public interface Destination {

        /** The stream for the bytes; asked for once, when all that could be refused was accepted. */
        OutputStream begin(Export head) throws IOException;

        /** Told at the end of an export whose losses were not known at the beginning. */
        default void end(int lostItems) {}
    }
}
