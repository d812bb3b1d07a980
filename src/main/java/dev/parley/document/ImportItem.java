package dev.parley.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of an import.
 *
 * @param number where it stands in the import
 * @param staged the name of its bytes among those that wait; absent once they are kept elsewhere or gone
 * @param charset what somebody chose to read it as
 * @param attempts how often reading it was begun
 * @param reason a sentence for duplicates and refusals
 * @param charsets what it could be read as if somebody says so, the likeliest first
 * @param file the source file; for a duplicate the earlier one
 */
public record ImportItem(
        ImportId job,
        Number number,
        String name,
        State state,
        @Nullable String staged,
        @Nullable String sha256,
        long size,
        @Nullable String charset,
        int attempts,
        @Nullable String reason,
        List<String> charsets,
        @Nullable String mediaType,
        @Nullable SourceFileId file,
        List<DocumentId> documents) {

    public ImportItem {
        charsets = List.copyOf(charsets);
        documents = List.copyOf(documents);
    }

    /** What became of it. */
    public enum State {
        /** Nobody looked at it yet. */
        WAITING,
        /** An archive; the files in it follow it. */
        UNPACKED,
        ACCEPTED,
        PROPOSED,
        DUPLICATE,
        REJECTED,
        /** Somebody stopped the import before its turn. */
        CANCELLED
    }

    /**
     * The place of a file in its import, written {@code 3} or, for the second file of the third one sent, {@code 3.2}.
     *
     * @param position from 1, in the order of sending
     * @param entry from 1 for what an archive held, 0 for the file itself
     */
    public record Number(int position, int entry) implements Comparable<Number> {

        /** @throws IllegalArgumentException if it cannot be one */
        public static Number of(String written) {
            if (!written.matches("[0-9]{1,8}(\\.[0-9]{1,8})?")) {
                throw new IllegalArgumentException("“%s” is no place of a file in an import".formatted(written));
            }
            String[] parts = written.split("\\.");
            return new Number(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
        }

        @Override
        public int compareTo(Number other) {
            return position != other.position
                    ? Integer.compare(position, other.position)
                    : Integer.compare(entry, other.entry);
        }

        @Override
        public String toString() {
            return entry == 0 ? Integer.toString(position) : position + "." + entry;
        }
    }

    /** Whether it can be tried anew: it was refused or never begun, and its bytes are still here. */
    public boolean isRetryable() {
        return staged != null && (state == State.REJECTED || state == State.CANCELLED);
    }

    ImportItem waiting(@Nullable String chosen) {
        return new ImportItem(
                job,
                number,
                name,
                State.WAITING,
                staged,
                sha256,
                size,
                chosen,
                0,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    ImportItem rejected(String why, List<String> choices) {
        return new ImportItem(
                job,
                number,
                name,
                State.REJECTED,
                staged,
                sha256,
                size,
                charset,
                attempts,
                why,
                choices,
                null,
                null,
                List.of());
    }

    ImportItem unpacked() {
        return new ImportItem(
                job,
                number,
                name,
                State.UNPACKED,
                null,
                sha256,
                size,
                null,
                attempts,
                null,
                List.of(),
                null,
                null,
                List.of());
    }

    /** With what came of it; its bytes are no longer staged. */
    ImportItem settled(FileResult result) {
        return new ImportItem(
                job,
                number,
                name,
                State.valueOf(result.status().name()),
                null,
                sha256,
                size,
                charset,
                attempts,
                result.reason(),
                List.of(),
                result.mediaType(),
                result.file(),
                result.documents());
    }

    /** A file that waits; absent bytes are for those that are refused at once. */
    static ImportItem arrived(ImportId job, Number number, String name, UploadStore.@Nullable Received bytes) {
        return new ImportItem(
                job,
                number,
                UploadedFile.tidy(name),
                State.WAITING,
                bytes == null ? null : bytes.file().getFileName().toString(),
                bytes == null ? null : bytes.sha256(),
                bytes == null ? 0 : bytes.size(),
                null,
                0,
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
