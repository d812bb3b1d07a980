package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.document.TextImport;
import dev.parley.exchange.foreign.Found.FoundDocument;
import dev.parley.exchange.foreign.Found.FoundSet;
import dev.parley.exchange.foreign.RawDocument.RawMark;
import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a file counts: the first unit in which every quoted text stands where it is said to. */
final class OffsetFinder {

    private OffsetFinder() {}

    /** @throws ProblemException invalid, naming the first span that fits no unit */
    static Found find(List<RawDocument> documents) {
        documents.forEach(document -> TextImport.readable(document.place(), OffsetUnit.kept(document.text())));
        boolean quoted = documents.stream().flatMap(OffsetFinder::spans).anyMatch(span -> span.quote() != null);
        Optional<OffsetUnit> declared = documents.stream()
                .map(RawDocument::declared)
                .filter(Objects::nonNull)
                .findFirst();
        List<OffsetUnit> candidates = Stream.concat(declared.stream(), Arrays.stream(OffsetUnit.values()))
                .distinct()
                .filter(unit -> documents.stream().allMatch(document -> fits(document, unit)))
                .toList();
        if (candidates.isEmpty()) {
            throw misfit(documents);
        }
        boolean same = documents.stream().allMatch(OffsetFinder::countsAlike);
        OffsetUnit unit =
                quoted || same || declared.isPresent() ? candidates.getFirst() : bestOnWords(documents, candidates);
        String evidence = same
                ? "all units are the same in these texts"
                : quoted
                        ? "every quoted text stands where it is said to"
                        : declared.isPresent()
                                ? "the file says so"
                                : "assumed: the file quotes nothing, and most spans end between words";
        return new Found(
                documents.stream().map(document -> placed(document, unit)).toList(), unit, evidence);
    }

    private static Stream<RawSpan> spans(RawDocument document) {
        return document.sets().stream().flatMap(set -> set.marks().stream()).flatMap(mark -> mark.spans().stream());
    }

    private static boolean countsAlike(RawDocument document) {
        return document.text().chars().allMatch(c -> c >= ' ' && c < 0x300 && c < 0x80 || c == '\n' || c == '\t');
    }

    private static boolean fits(RawDocument document, OffsetUnit unit) {
        int[] positions = unit.positions(document.text());
        DocumentText text = DocumentText.of(OffsetUnit.kept(document.text()));
        return spans(document).allMatch(span -> fits(span, positions, text));
    }

    private static boolean fits(RawSpan span, int[] positions, DocumentText text) {
        if (span.start() < 0 || span.end() >= positions.length || span.start() >= span.end()) {
            return false;
        }
        int start = positions[span.start()];
        int end = positions[span.end()];
        if (start < 0 || end <= start) {
            return false;
        }
        String quote = span.quote();
        return quote == null || OffsetUnit.kept(quote).equals(text.slice(new Span(start, end)));
    }

    private static OffsetUnit bestOnWords(List<RawDocument> documents, List<OffsetUnit> candidates) {
        OffsetUnit best = candidates.getFirst();
        long most = -1;
        for (OffsetUnit unit : candidates) {
            long onBorders = documents.stream()
                    .mapToLong(document -> onBorders(document, unit))
                    .sum();
            if (onBorders > most) {
                most = onBorders;
                best = unit;
            }
        }
        return best;
    }

    private static long onBorders(RawDocument document, OffsetUnit unit) {
        int[] positions = unit.positions(document.text());
        DocumentText text = DocumentText.of(OffsetUnit.kept(document.text()));
        return spans(document)
                .filter(span -> isBorder(text, positions[span.start()]) && isBorder(text, positions[span.end()]))
                .count();
    }

    private static boolean isBorder(DocumentText text, int at) {
        return at == 0
                || at == text.codePoints()
                || Character.isLetterOrDigit(text.value().codePointAt(text.toUtf16(at)))
                        != Character.isLetterOrDigit(text.value().codePointBefore(text.toUtf16(at)));
    }

    private static FoundDocument placed(RawDocument document, OffsetUnit unit) {
        int[] positions = unit.positions(document.text());
        return new FoundDocument(
                document.place(),
                document.name(),
                document.title(),
                document.language(),
                DocumentText.of(OffsetUnit.kept(document.text())),
                document.sets().stream()
                        .map(set -> placed(document, set, positions))
                        .toList());
    }

    private static FoundSet placed(RawDocument document, RawSet set, int[] positions) {
        Set<String> ids = new HashSet<>();
        List<Mark> marks = new ArrayList<>();
        for (RawMark mark : set.marks()) {
            if (!ids.add(mark.id())) {
                throw ProblemException.invalid(
                        "%s: the id “%s” is given twice; nothing was imported.".formatted(document.place(), mark.id()));
            }
            marks.add(new Mark(
                    mark.id(),
                    mark.label(),
                    mark.spans().stream()
                            .map(span -> new Span(positions[span.start()], positions[span.end()]))
                            .sorted()
                            .toList(),
                    mark.attributes(),
                    mark.link(),
                    mark.flags()));
        }
        for (Tie tie : set.ties()) {
            if (!ids.contains(tie.from()) || !ids.contains(tie.to())) {
                throw ProblemException.invalid(
                        "%s: the relation “%s” leads from “%s” to “%s”, and one of them is not there; nothing was imported."
                                .formatted(document.place(), tie.type(), tie.from(), tie.to()));
            }
        }
        return new FoundSet(set.annotator(), new Marks(marks, set.ties()));
    }

    /** The first span that a document's best unit cannot place. */
    private static ProblemException misfit(List<RawDocument> documents) {
        for (RawDocument document : documents) {
            if (Arrays.stream(OffsetUnit.values()).noneMatch(unit -> fits(document, unit))) {
                int[] positions = OffsetUnit.CODE_POINT.positions(document.text());
                DocumentText text = DocumentText.of(OffsetUnit.kept(document.text()));
                RawSpan span = spans(document)
                        .filter(candidate -> !fits(candidate, positions, text))
                        .findFirst()
                        .orElseThrow();
                return ProblemException.invalid(
                        "%s: %s does not stand at %d to %d of “%s”, whether one counts %s; nothing was imported."
                                .formatted(
                                        document.place(),
                                        span.quote() == null ? "a span" : "“%s”".formatted(span.quote()),
                                        span.start(),
                                        span.end(),
                                        document.name(),
                                        Arrays.stream(OffsetUnit.values())
                                                .map(OffsetUnit::id)
                                                .collect(Collectors.joining("; "))));
            }
        }
        return ProblemException.invalid(
                "The documents of this file count in different units, so none of them can be trusted; nothing was imported.");
    }
}
