package dev.parley.document.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.document.Document;
import dev.parley.document.Document.Segment;
import dev.parley.document.Publication;
import dev.parley.document.Publication.Basis;
import dev.parley.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document as programs see it.
 *
 * @param states how far its readers are, by their names; only those the caller may know
 */
record DocumentJson(
        String id,
        String projectId,
        String title,
        @Nullable String language,
        String sha256,
        LengthJson length,
        SourceJson source,
        int revision,
        List<SegmentJson> segments,
        @Nullable PublishedJson published,
        @Nullable String outlet,
        @Nullable String byline,
        @Nullable String url,
        Map<String, String> states) {

    /**
     * @param value a day, a month or a year
     * @param precision day, month or year
     * @param basis text, metadata, user or inferred
     */
    record PublishedJson(String value, String precision, String basis) {

        static @Nullable PublishedJson of(Publication publication) {
            String value = publication.published();
            Basis basis = publication.basis();
            if (value == null || basis == null) {
                return null;
            }
            String precision = switch (value.length()) {
                case 4 -> "year";
                case 7 -> "month";
                default -> "day";
            };
            return new PublishedJson(value, precision, basis.name().toLowerCase(Locale.ROOT));
        }
    }

    record LengthJson(int codePoints, int utf16) {}

    record SourceJson(String file, String fileId, String fileSha256, String mediaType, int start, int end) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SegmentJson(
            String type, int start, int end, @Nullable SpanJson of) {}

    record SpanJson(int start, int end) {}

    static DocumentJson of(Document document, Map<String, String> states) {
        Document.Source source = document.source();
        return new DocumentJson(
                document.id().toString(),
                document.project().toString(),
                document.title(),
                document.language(),
                document.sha256(),
                new LengthJson(document.codePoints(), document.utf16()),
                new SourceJson(
                        source.fileName(),
                        source.file().toString(),
                        source.fileSha256(),
                        source.mediaType(),
                        source.start(),
                        source.end()),
                document.revision(),
                document.segments().stream().map(DocumentJson::segment).toList(),
                PublishedJson.of(document.publication()),
                document.publication().outlet(),
                document.publication().byline(),
                document.publication().url(),
                states);
    }

    private static SegmentJson segment(Segment segment) {
        Span of = segment.of();
        return new SegmentJson(
                segment.type(),
                segment.span().start(),
                segment.span().end(),
                of == null ? null : new SpanJson(of.start(), of.end()));
    }
}
