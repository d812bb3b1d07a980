package dev.parley.exchange.foreign;

import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A file that somebody wants to import. It lies on disk and is read in pieces, as often as need be, so that its size does not
 * matter; what must be held at once, such as one article with its marks, is held to a limit.
 */
public final class ForeignFile implements AutoCloseable {

    /** What is read as one piece, in bytes: a file that holds one article, or one that has no records. */
    private static final int MOST_AT_ONCE = Pieces.LONGEST;

    private final String name;
    private final Path path;
    private final boolean temporary;

    private ForeignFile(String name, Path path, boolean temporary) {
        this.name = name;
        this.path = path;
        this.temporary = temporary;
    }

    /** A file that stays where it is. @param name as the sender calls it */
    public static ForeignFile at(String name, Path path) {
        return new ForeignFile(name, path, false);
    }

    /** A file that is deleted when it is closed. @param name as the sender calls it */
    public static ForeignFile kept(String name, Path path) {
        return new ForeignFile(name, path, true);
    }

    /** Keeps what arrives until the file is closed. @throws ProblemException too large, beyond {@code most} bytes */
    public static ForeignFile keep(String name, InputStream in, long most) throws IOException {
        Path path = Files.createTempFile("parley-import-", ".part");
        ForeignFile file = new ForeignFile(name, path, true);
        try {
            long kept = Files.copy(new Limited(in, most + 1), path, StandardCopyOption.REPLACE_EXISTING);
            if (kept > most) {
                throw ProblemException.of(
                        Problem.Kind.TOO_LARGE,
                        "“%s” is larger than %d MB; nothing was imported.".formatted(name, most >> 20));
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** A file that is at hand. */
    public static ForeignFile of(String name, byte[] bytes) {
        try {
            return keep(name, new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the sender calls it. */
    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    /** In bytes. */
    public long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In bytes, once it is unpacked. */
    public long unpacked() {
        return isZip() ? new Archive(name, path).unpacked() : size();
    }

    @Override
    public void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file of an archive, or a file itself. */
    public record Entry(String name, byte[] bytes) {

        /** Strictly UTF-8. */
        String text() {
            return decoded(name, bytes);
        }

        /** Its one value. @throws ProblemException invalid if there is none */
        public JsonRecord json() {
            return records().getFirst();
        }

        /** The elements of its list, or its values. @throws ProblemException invalid if there is none */
        List<JsonRecord> records() {
            List<JsonRecord> values = new ArrayList<>();
            try {
                JsonRecord.readAll(name, new ByteArrayInputStream(bytes), values::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (values.isEmpty()) {
                throw holdsNothing(name);
            }
            return values;
        }
    }

    private static ProblemException holdsNothing(String name) {
        return ProblemException.invalid("“%s” holds no record; nothing was imported.".formatted(name));
    }

    /** All of it, for a format that has no parts. */
    Entry whole() {
        try (InputStream in = Files.newInputStream(path)) {
            return entry(name, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_AT_ONCE + 1);
        if (bytes.length > MOST_AT_ONCE) {
            throw ProblemException.of(
                    Problem.Kind.TOO_LARGE,
                    "“%s” has no parts and more than %d MB; nothing was imported.".formatted(name, MOST_AT_ONCE >> 20));
        }
        return new Entry(name, bytes);
    }

    private static String decoded(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notUtf8(name);
        }
    }

    static ProblemException notUtf8(String name) {
        return ProblemException.invalid(
                "“%s” is not UTF-8 throughout; it may mix encodings. Nothing was imported.".formatted(name));
    }

    /**
     * Hands over the elements of a list, or the values one after the other as JSON lines have them, one at a time.
     *
     * @throws ProblemException invalid if there is none, or one cannot be read
     */
    void records(Consumer<JsonRecord> reader) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            if (JsonRecord.readAll(name, in, reader) == 0) {
                throw holdsNothing(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Told of a line. */
    interface LineReader {

        /** @param number counts from 1 */
        void read(int number, String line);
    }

    /** Hands over the lines, strictly UTF-8, one at a time. */
    void lines(LineReader reader) {
        int number = 0;
        try (Pieces pieces = new Pieces(Files.newBufferedReader(path));
                BufferedReader lines = new BufferedReader(pieces)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pieces.begin();
                reader.read(++number, number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line);
            }
        } catch (CharacterCodingException e) {
            throw notUtf8(name);
        } catch (Pieces.TooLong e) {
            throw ProblemException.of(
                    Problem.Kind.TOO_LARGE,
                    "“%s”, line %d: %s; nothing was imported.".formatted(name, number + 1, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isZip() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] first = in.readNBytes(4);
            return first.length == 4 && first[0] == 'P' && first[1] == 'K';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over the files of an archive with a name that is wanted, by name; of a file that is none, itself. */
    void entries(Predicate<String> wanted, Consumer<Entry> reader) {
        if (!isZip()) {
            reader.accept(whole());
            return;
        }
        new Archive(name, path).forEach(wanted, (entry, in) -> reader.accept(entry(entry, in)));
    }

    /** One file of an archive. */
    public Optional<Entry> entry(String entry) {
        return new Archive(name, path).read(entry, in -> entry(entry, in));
    }

    /** Reads one file of an archive as a stream; empty if there is none. */
    public <T> Optional<T> stream(String entry, Reading<T> reading) {
        return new Archive(name, path).read(entry, reading);
    }

    /** What is done with a stream. */
    public interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
