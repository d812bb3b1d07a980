package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One document with all that an export may say about it. Exports hold one of these at a time.
 *
 * @param sets every annotator's set, drafts included
 * @param gold what is settled; absent if nothing is
 * @param undecided number of disagreements nobody has decided yet
 */
record Article(Document document, DocumentText text, List<AnnotationSet> sets, Optional<Gold> gold, int undecided) {

    Article {
        sets = List.copyOf(sets);
    }

    /** The sets that go out under these options, by annotator. */
    List<AnnotationSet> sets(ExportOptions options) {
        return sets.stream()
                .filter(set -> options.drafts() || set.state().isHandedIn())
                .filter(set -> options.sets().hasSetOf(set.annotator()))
                .sorted((one, other) -> one.annotator().compareTo(other.annotator()))
                .toList();
    }

    /** The gold set if these options ask for it. */
    Optional<Gold> gold(ExportOptions options) {
        return options.sets().hasGold() ? gold : Optional.empty();
    }

    /** All sets that go out, the gold set first. */
    List<Layers> layers(ExportOptions options) {
        return Stream.concat(
                        gold(options).stream().map(Layers::of),
                        sets(options).stream().map(Layers::of))
                .toList();
    }
}
