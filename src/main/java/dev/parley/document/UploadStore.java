package dev.parley.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The files as they were received, each under the SHA-256 of its bytes. A file is there whole or not at all: it is
 * written beside its place, forced to disk and then moved. Putting the same bytes twice is putting them once.
 */
@Component
final class UploadStore {

    private static final String INCOMING = "incoming";

    /** Two folders, then the file. */
    private static final int DEPTH = 3;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;

    UploadStore(@Value("${parley.uploads}") Path root) {
        this.root = root.toAbsolutePath();
    }

    /**
     * Bytes that have arrived but are not kept yet.
     *
     * @param sha256 lower-case hex
     */
    record Received(Path file, String sha256, long size) {}

    /** There were more bytes than may be sent. */
    static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /** Reads a stream into a file, counting; stops at the first byte too many. */
    static Received receive(InputStream in, Path file, long most) throws IOException, TooLarge {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        return new Received(file, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Takes bytes in that wait to be looked at; they are there until {@link #drop} or {@link #sweep}. */
    Received stage(InputStream in, long most) throws IOException, TooLarge {
        Path file = Files.createDirectories(root.resolve(INCOMING))
                .resolve(UUID.randomUUID().toString());
        try {
            return receive(in, file, most);
        } catch (IOException | TooLarge e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Where bytes that wait are. */
    Path staged(String name) {
        return root.resolve(INCOMING).resolve(name);
    }

    void drop(String name) throws IOException {
        Files.deleteIfExists(staged(name));
    }

    /** Removes waiting bytes that nobody waits for, such as those of an upload that broke off. */
    void sweep(Set<String> wanted) throws IOException {
        if (!Files.isDirectory(root.resolve(INCOMING))) {
            return;
        }
        try (Stream<Path> files = Files.list(root.resolve(INCOMING))) {
            for (Path file : files.toList()) {
                if (!wanted.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static Received existing(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return new Received(file, HexFormat.of().formatHex(digest.digest()), Files.size(file));
    }

    void keep(Received received) {
        Path place = path(received.sha256());
        try {
            if (Files.exists(place)) {
                // so that nobody takes it for forgotten before it is recorded
                Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
                return;
            }
            Files.createDirectories(place.getParent());
            Path beside = Files.createTempFile(place.getParent(), received.sha256(), ".part");
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                Files.copy(received.file(), Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hashes of what has been kept since before then. */
    List<String> keptBefore(Instant then) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                root,
                DEPTH,
                (file, attributes) -> attributes.isRegularFile()
                        && SHA256.matcher(file.getFileName().toString()).matches()
                        && attributes.lastModifiedTime().toInstant().isBefore(then))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Removes kept bytes that nothing refers to. */
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    /** Where the bytes of that hash are, or would be. */
    Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
