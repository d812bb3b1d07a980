package dev.parley.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes bytes on, counts and hashes them. */
final class HashingStream extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private long bytes;

    HashingStream(OutputStream out) {
        super(out);
    }

    long bytes() {
        return bytes;
    }

    /** Of all that went by; ends the hashing. */
    String sha256() {
        return Sha256.hex(digest.digest());
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        digest.update((byte) b);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        bytes += length;
    }
}
