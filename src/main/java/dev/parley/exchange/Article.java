package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.exchange.split.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One document with all that an export may say about it. Exports hold one of these at a time.
 *
 * @param sets every annotator's set, drafts included
 * @param gold what is settled; absent if nothing is
 * @param undecided number of disagreements nobody has decided yet
 * @param seconds how long annotators worked on it, by sign-in name; empty unless asked for
 * @param placement the part of the data it belongs to; absent while the project is not split
 */
public record Article(
        Document document,
        DocumentText text,
        List<AnnotationSet> sets,
        Optional<Gold> gold,
        int undecided,
        Optional<Placement> placement,
        Map<String, Integer> seconds) {

    public Article {
        sets = List.copyOf(sets);
        seconds = Map.copyOf(seconds);
    }

    Article(Document document, DocumentText text, List<AnnotationSet> sets, Optional<Gold> gold, int undecided) {
        this(document, text, sets, gold, undecided, Optional.empty(), Map.of());
    }

    /** The sets that go out under these options, by annotator. */
    public List<AnnotationSet> sets(ExportOptions options) {
        return sets.stream()
                .filter(set -> options.drafts() || set.state().isHandedIn())
                .filter(set -> options.sets().hasSetOf(set.annotator()))
                .sorted((one, other) -> one.annotator().compareTo(other.annotator()))
                .toList();
    }

    /** The gold set if these options ask for it. */
    public Optional<Gold> gold(ExportOptions options) {
        return options.sets().hasGold() ? gold : Optional.empty();
    }

    /** All sets that go out, the gold set first. */
    public List<Layers> layers(ExportOptions options) {
        return Stream.concat(
                        gold(options).stream().map(Layers::of),
                        sets(options).stream().map(Layers::of))
                .toList();
    }
}
