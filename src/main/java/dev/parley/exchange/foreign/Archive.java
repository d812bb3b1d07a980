package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.ForeignFile.Reading;
import dev.parley.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip that somebody wants to import. What it says about its own sizes is not believed.
 *
 * @param name as the sender calls it
 */
record Archive(String name, Path path) {

    private static final long MOST_UNPACKED = 4L << 30;
    private static final int MOST_ENTRIES = 200_000;

    /** Hands over the files in it with a name that is wanted, in the order of their names. */
    void forEach(Predicate<String> wanted, Visitor visitor) {
        with(zip -> {
            for (String entry : names(zip)) {
                if (wanted.test(entry)) {
                    try (InputStream in = stream(zip, zip.getEntry(entry))) {
                        visitor.visit(entry, in);
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** Told of one file. */
    interface Visitor {
        void visit(String entry, InputStream in) throws IOException;
    }

    /** Reads one of its files; empty if it has none of that name. */
    <T> Optional<T> read(String entry, Reading<T> reading) {
        return with(zip -> {
            ZipEntry found = zip.getEntry(entry);
            if (found == null) {
                return Optional.empty();
            }
            try (InputStream in = stream(zip, found)) {
                return Optional.of(reading.read(in));
            }
        });
    }

    /** In bytes, as the archive says. */
    long unpacked() {
        return with(zip -> {
            long unpacked = 0;
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                unpacked += Math.max(0, entries.nextElement().getSize());
            }
            return unpacked;
        });
    }

    private static InputStream stream(ZipFile zip, ZipEntry entry) throws IOException {
        return new BufferedInputStream(new Limited(zip.getInputStream(entry), MOST_UNPACKED), 1 << 16);
    }

    private List<String> names(ZipFile zip) {
        List<String> names = new ArrayList<>();
        long unpacked = 0;
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            unpacked += Math.max(0, entry.getSize());
            if (unpacked > MOST_UNPACKED || names.size() == MOST_ENTRIES) {
                throw ProblemException.invalid("“%s” unpacks to more than %d files or %d MB; nothing was imported."
                        .formatted(name, MOST_ENTRIES, MOST_UNPACKED >> 20));
            }
            if (!entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
        names.sort(null);
        return names;
    }

    private interface Work<T> {
        T with(ZipFile zip) throws IOException;
    }

    private <T> T with(Work<T> work) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return work.with(zip);
        } catch (IOException e) {
            throw ProblemException.invalid(
                    "“%s” is a broken or truncated archive; nothing was imported.".formatted(name));
        }
    }
}
