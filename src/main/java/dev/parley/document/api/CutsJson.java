package dev.parley.document.api;

import dev.parley.document.ArticleDetails;
import dev.parley.document.Document;
import dev.parley.document.Publication;
import dev.parley.document.Span;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the articles of a file begin and end, as programs say it. */
record CutsJson(@Nullable List<@Nullable CutJson> cuts) {

    /** What is said besides start and end takes the place of what was proposed. */
    record CutJson(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String title,
            @Nullable String language,
            @Nullable String published,
            @Nullable List<SegmentJson> segments) {

        boolean says() {
            return title != null || language != null || published != null || segments != null;
        }

        ArticleDetails instead(ArticleDetails proposed) {
            return new ArticleDetails(
                    Objects.requireNonNullElse(title, proposed.title()),
                    language == null ? proposed.language() : language,
                    published == null ? proposed.publication() : published(published, proposed.publication()),
                    segments == null
                            ? proposed.segments()
                            : segments.stream().map(SegmentJson::segment).toList());
        }

        private static Publication published(String day, Publication before) {
            return new Publication(
                    day.isBlank() ? null : day,
                    day.isBlank() ? null : Publication.Basis.USER,
                    before.outlet(),
                    before.byline(),
                    before.url());
        }
    }

    /** Offsets are code points of the article. */
    record SegmentJson(String type, int start, int end) {

        Document.Segment segment() {
            if (start < 0 || end <= start) {
                String sentence =
                        "The segment from %d to %d is empty or starts before the article.".formatted(start, end);
                throw ProblemException.invalid(sentence, List.of(new Fault("segments", sentence)));
            }
            return new Document.Segment(type, new Span(start, end), null);
        }
    }

    /** @throws ProblemException invalid for cuts that are missing, empty or half said */
    List<Span> spans() {
        if (cuts == null) {
            throw ProblemException.invalid("“cuts” is missing.", List.of(new Fault("cuts", "is missing")));
        }
        List<Span> spans = new ArrayList<>();
        for (CutJson cut : cuts) {
            if (cut == null || cut.start() == null || cut.end() == null) {
                throw at(spans.size(), "A cut needs “start” and “end”, whole numbers of code points.");
            }
            if (cut.start() < 0 || cut.end() <= cut.start()) {
                throw at(
                        spans.size(),
                        "The cut from %d to %d is empty or starts before the text.".formatted(cut.start(), cut.end()));
            }
            spans.add(new Span(cut.start(), cut.end()));
        }
        return spans;
    }

    /** One of them, once {@link #spans} found nothing wrong with them. */
    CutJson cut(int index) {
        return Objects.requireNonNull(Objects.requireNonNull(cuts).get(index));
    }

    private static ProblemException at(int index, String sentence) {
        return ProblemException.invalid(sentence, List.of(new Fault("cuts[%d]".formatted(index), sentence)));
    }
}
