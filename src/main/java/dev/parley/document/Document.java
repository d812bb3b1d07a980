package dev.parley.document;

import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article: the unit people read, annotate and export. A text never changes; a correction is its next revision.
 *
 * @param title the first line that reads like a headline, 1 to 200 characters
 * @param language BCP 47 tag, absent if unknown
 * @param sha256 of the UTF-8 text, lower-case hex
 * @param codePoints length of the text in code points, the unit of every offset
 * @param utf16 length of the text in UTF-16 units, for readers that count those
 * @param source where the text came from
 * @param segments light marks on stretches of the text, such as title or boilerplate
 * @param publication where and when it appeared
 * @param revision which of the document's texts this is, from 1
 */
public record Document(
        DocumentId id,
        ProjectId project,
        String title,
        @Nullable String language,
        String sha256,
        int codePoints,
        int utf16,
        Source source,
        List<Segment> segments,
        Publication publication,
        int revision,
        Instant createdAt) {

    public Document {
        segments = List.copyOf(segments);
    }

    /** A document of which nobody knows where it was published. */
    public Document(
            DocumentId id,
            ProjectId project,
            String title,
            @Nullable String language,
            String sha256,
            int codePoints,
            int utf16,
            Source source,
            List<Segment> segments,
            Instant createdAt) {
        this(
                id,
                project,
                title,
                language,
                sha256,
                codePoints,
                utf16,
                source,
                segments,
                Publication.UNKNOWN,
                1,
                createdAt);
    }

    /** The same with another of its texts. */
    Document at(Revision other, List<Segment> otherSegments) {
        return new Document(
                id,
                project,
                title,
                language,
                other.sha256(),
                other.codePoints(),
                other.utf16(),
                source,
                otherSegments,
                publication,
                other.number(),
                createdAt);
    }

    /**
     * The stretch of a source file that a document was cut from.
     *
     * @param start first code point in the file's extracted text
     * @param end one past the last code point
     */
    public record Source(SourceFileId file, String fileName, String fileSha256, String mediaType, int start, int end) {}

    /**
     * A stretch with a role.
     *
     * @param type one of the scheme's segment types
     * @param of for a repeat: the stretch it repeats
     */
    public record Segment(String type, Span span, @Nullable Span of) {}
}
