package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * An export that is ready to be written.
 *
 * @param fileName what to call it on disk
 * @param losses what the format cannot hold; none of the present formats loses anything
 */
public record Export(Format format, String fileName, List<Loss> losses, Body body) {

    public Export {
        losses = List.copyOf(losses);
    }

    /** Number of lost items. */
    public int lostItems() {
        return losses.stream().mapToInt(Loss::count).sum();
    }

    /** The bytes, made while they are written. */
    public interface Body {
        /** Writes everything and leaves the stream open. */
        void writeTo(OutputStream out) throws IOException;
    }
}
