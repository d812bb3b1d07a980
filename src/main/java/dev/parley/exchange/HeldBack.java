package dev.parley.exchange;

import dev.parley.exchange.Export.Destination;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Holds the first bytes of an export back until it is known what the format loses, so that the losses can be told before
 * them. Not for long: whoever waits for a large export gets its first bytes within a second, and its losses at the end.
 */
final class HeldBack extends OutputStream {

    private static final Duration LONGEST = Duration.ofMillis(500);
    private static final int MOST = 8 << 20;

    private final Format format;
    private final String fileName;
    private final Destination destination;
    private final LongSupplier nanoTime;
    private final long begun;
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private Optional<OutputStream> out = Optional.empty();

    HeldBack(Format format, String fileName, Destination destination, LongSupplier nanoTime) {
        this.format = format;
        this.fileName = fileName;
        this.destination = destination;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** Lets everything go at once: the losses are known. */
    void begin(List<Loss> losses) throws IOException {
        begin(Optional.of(losses));
    }

    private void begin(Optional<List<Loss>> losses) throws IOException {
        OutputStream opened = destination.begin(new Export(format, fileName, losses));
        held.writeTo(opened);
        held = new ByteArrayOutputStream(0);
        out = Optional.of(opened);
    }

    /** The last byte is written. */
    void end(List<Loss> losses) throws IOException {
        if (out.isEmpty()) {
            begin(losses);
        } else {
            destination.end(Export.lostItems(losses));
        }
        flush();
    }

    private boolean isLate() {
        return nanoTime.getAsLong() - begun > LONGEST.toNanos();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (out.isEmpty() && (held.size() + length > MOST || isLate())) {
            begin(Optional.empty());
        }
        if (out.isPresent()) {
            out.get().write(buffer, offset, length);
        } else {
            held.write(buffer, offset, length);
        }
    }

    @Override
    public void flush() throws IOException {
        if (out.isEmpty() && isLate()) {
            begin(Optional.empty());
        }
        if (out.isPresent()) {
            out.get().flush();
        }
    }
}
