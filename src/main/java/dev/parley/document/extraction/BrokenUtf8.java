package dev.parley.document.extraction;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether bytes that are not UTF-8 are UTF-8 that suffered: broken off inside a character, with half a surrogate pair, or
 * damaged here and there. Letters of other charsets do not line up as UTF-8 by chance, so two characters that do are enough to
 * see it, and such a text must not be read as something else, which would turn all its accents into other letters.
 */
final class BrokenUtf8 {

    /** So many sound characters outweigh one that is not. */
    private static final int SOUND = 2;

    private final byte[] bytes;
    private int sound;
    private int broken;
    private int firstBroken = -1;
    private boolean breaksOff;

    private BrokenUtf8(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A sentence that says where; empty if these are no such bytes. */
    static Optional<String> in(byte[] bytes) {
        BrokenUtf8 text = new BrokenUtf8(bytes);
        text.read();
        return Optional.ofNullable(text.reason());
    }

    private void read() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(4096);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            count(out.flip());
            out.clear();
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                broken++;
                firstBroken = firstBroken < 0 ? in.position() : firstBroken;
                breaksOff = in.remaining() <= result.length() && (bytes[in.position()] & 0xC0) == 0xC0;
                in.position(in.position() + result.length());
            }
        }
    }

    private void count(CharBuffer characters) {
        while (characters.hasRemaining()) {
            sound += characters.get() >= 0x80 ? 1 : 0;
        }
    }

    private @Nullable String reason() {
        if (holdsHalfPair() && sound + 1 >= broken) {
            return "It is UTF-8, but holds half a surrogate pair at byte %d, which stands for no character. Save it anew and send it again."
                    .formatted(firstBroken);
        }
        if (sound < SOUND * broken) {
            return null;
        }
        return breaksOff && broken == 1
                ? "It is UTF-8 that breaks off inside a character; it may not have arrived whole."
                : "It is UTF-8, but holds bytes at byte %d that do not exist there. Save it anew as UTF-8, or choose what it is."
                        .formatted(firstBroken);
    }

    /** Programs that count in UTF-16 write a lone surrogate as three bytes. */
    private boolean holdsHalfPair() {
        return firstBroken >= 0
                && firstBroken + 2 < bytes.length
                && (bytes[firstBroken] & 0xFF) == 0xED
                && (bytes[firstBroken + 1] & 0xE0) == 0xA0
                && (bytes[firstBroken + 2] & 0xC0) == 0x80;
    }
}
