package dev.parley.exchange.foreign;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads a file whose pieces must be held at once, such as one article with its marks, and breaks off in one that is too long
 * to be held: a few of these must fit into the memory beside everything else.
 */
final class Pieces extends FilterReader {

    /** In characters. A tree of JSON takes some twenty times as much memory as its text. */
    static final int LONGEST = (int) Math.clamp(Runtime.getRuntime().maxMemory() / 64, 4 << 20, 64 << 20);

    private long inPiece;

    Pieces(Reader in) {
        super(in);
    }

    /** A piece is longer than can be held. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            return "one article with its marks has more than %d million characters, which is more than this Parley has memory for"
                    .formatted(LONGEST / 1_000_000);
        }
    }

    /** The next character begins a piece. */
    void begin() {
        inPiece = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws TooLong {
        inPiece += characters;
        if (inPiece > LONGEST) {
            throw new TooLong();
        }
    }
}
