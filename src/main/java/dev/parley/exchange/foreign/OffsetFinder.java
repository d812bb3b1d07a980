package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.document.TextImport;
import dev.parley.exchange.foreign.RawDocument.RawSpan;
import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a file counts: the first unit in which every quoted text stands where it is said to. Looks at one document at a
 * time and keeps none.
 */
final class OffsetFinder {

    private static final int MOST_LABELS = 10_000;

    private final EnumSet<OffsetUnit> candidates = EnumSet.allOf(OffsetUnit.class);
    /** How many ends of spans lie between words, should that have to decide. */
    private final Map<OffsetUnit, Long> onBorders = new EnumMap<>(OffsetUnit.class);

    private final Map<String, Integer> labels = new TreeMap<>();
    private final Map<String, String> places = new TreeMap<>();
    private final Inventory inventory = new Inventory();
    private int documents;
    private boolean quoted;
    private boolean same = true;
    private @Nullable OffsetUnit declared;

    /** @throws ProblemException invalid, naming the first span that fits no unit */
    void look(RawDocument document) {
        TextImport.readable(document.place(), OffsetUnit.kept(document.text()));
        documents++;
        document.sets().stream()
                .flatMap(set -> set.marks().stream())
                .forEach(mark -> countLabel(document, mark.label(), mark.id()));
        document.sets().forEach(inventory::look);
        quoted = quoted || spans(document).anyMatch(span -> span.quote() != null);
        same = same && countsAlike(document);
        declared = declared == null ? document.declared() : declared;
        DocumentText text = DocumentText.of(OffsetUnit.kept(document.text()));
        if (countsAlike(document)) {
            if (!fits(document, OffsetUnit.CODE_POINT, text)) {
                throw misfit(document, text);
            }
            return;
        }
        EnumSet<OffsetUnit> fitting = EnumSet.noneOf(OffsetUnit.class);
        for (OffsetUnit unit : candidates) {
            int[] positions = unit.positions(document.text());
            if (spans(document).allMatch(span -> fits(span, positions, text))) {
                fitting.add(unit);
                if (!quoted) {
                    onBorders.merge(unit, onBorders(document, positions, text), Long::sum);
                }
            }
        }
        if (Arrays.stream(OffsetUnit.values()).noneMatch(unit -> fits(document, unit, text))) {
            throw misfit(document, text);
        }
        candidates.retainAll(fitting);
        if (candidates.isEmpty()) {
            throw ProblemException.invalid(
                    "%s counts in another unit than the documents before it, so none of them can be trusted; nothing was imported."
                            .formatted(document.place()));
        }
    }

    /** @throws ProblemException invalid if there was no document */
    Survey found(String file, String format) {
        if (documents == 0) {
            throw ProblemException.invalid(
                    "“%s” holds no document of the format %s; nothing was imported.".formatted(file, format));
        }
        OffsetUnit first = candidates.iterator().next();
        OffsetUnit said = declared;
        if (same) {
            return new Survey(documents, labels, places, inventory, first, "all units are the same in these texts");
        }
        if (quoted) {
            OffsetUnit unit = said != null && candidates.contains(said) ? said : first;
            return new Survey(
                    documents, labels, places, inventory, unit, "every quoted text stands where it is said to");
        }
        if (said != null && candidates.contains(said)) {
            return new Survey(documents, labels, places, inventory, said, "the file says so");
        }
        OffsetUnit best = candidates.stream()
                .max(Comparator.comparingLong((OffsetUnit unit) -> onBorders.getOrDefault(unit, 0L))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(first);
        return new Survey(
                documents,
                labels,
                places,
                inventory,
                best,
                "assumed: the file quotes nothing, and most spans end between words");
    }

    /** A scheme has some dozens; what has thousands tells something else in that field. */
    private void countLabel(RawDocument document, String label, String id) {
        labels.merge(label, 1, Integer::sum);
        places.putIfAbsent(label, "%s, %s".formatted(document.place(), id));
        if (labels.size() > MOST_LABELS) {
            throw ProblemException.invalid("%s: the file has more than %d different labels; nothing was imported."
                    .formatted(document.place(), MOST_LABELS));
        }
    }

    private static Stream<RawSpan> spans(RawDocument document) {
        return document.sets().stream().flatMap(set -> set.marks().stream()).flatMap(mark -> mark.spans().stream());
    }

    private static boolean countsAlike(RawDocument document) {
        return document.text().chars().allMatch(c -> c >= ' ' && c < 0x80 || c == '\n' || c == '\t');
    }

    private static boolean fits(RawDocument document, OffsetUnit unit, DocumentText text) {
        int[] positions = unit.positions(document.text());
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

    private static long onBorders(RawDocument document, int[] positions, DocumentText text) {
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

    /** The first span that no unit can place. */
    private static ProblemException misfit(RawDocument document, DocumentText text) {
        int[] positions = OffsetUnit.CODE_POINT.positions(document.text());
        RawSpan span = spans(document)
                .filter(candidate -> !fits(candidate, positions, text))
                .findFirst()
                .orElseThrow();
        return ProblemException.invalid(
                "%s: %s does not stand at %d to %d%s, whether one counts %s; nothing was imported."
                        .formatted(
                                document.place(),
                                span.quote() == null ? "a span" : "“%s”".formatted(span.quote()),
                                span.start(),
                                span.end(),
                                document.name().isEmpty() ? "" : " of “%s”".formatted(document.name()),
                                Arrays.stream(OffsetUnit.values())
                                        .map(OffsetUnit::id)
                                        .collect(Collectors.joining("; "))));
    }
}
