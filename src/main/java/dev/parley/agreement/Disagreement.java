package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.document.DocumentId;
import dev.parley.scheme.MatchRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One thing that annotators see differently.
 *
 * @param id the id of its cluster, so that it stays the same whenever it is worked out again
 * @param layer as in {@link Cluster#layer()}
 * @param aspects all that differs, for showing: {@code boundary}, {@code label}, {@code attribute:level}, {@code source} …
 * @param together ids of the disagreements and agreements that are one whole and its pieces with this one, itself
 *     included; empty unless somebody split what another marked as one
 * @param match when marks count as found the same
 * @param versions what there is to choose from: the one most annotators share first, "nothing here" last
 */
public record Disagreement(
        String id,
        DocumentId document,
        String layer,
        Cause cause,
        Set<String> aspects,
        Set<String> together,
        MatchRule match,
        List<Version> versions) {

    public Disagreement {
        aspects = Set.copyOf(aspects);
        together = Set.copyOf(together);
        versions = List.copyOf(versions);
    }

    /**
     * What some of the annotators said, alike in everything that is compared.
     *
     * @param annotators who said it, by name
     * @param annotation as the first of them has it; absent if they marked nothing here
     */
    public record Version(List<String> annotators, @Nullable Annotation annotation) {

        public Version {
            annotators = List.copyOf(annotators);
        }
    }

    /** The same with other names for annotators. */
    public Disagreement called(UnaryOperator<String> names) {
        return new Disagreement(
                id,
                document,
                layer,
                cause,
                aspects,
                together,
                match,
                versions.stream()
                        .map(version -> new Version(
                                version.annotators.stream().map(names).sorted().toList(), version.annotation))
                        .toList());
    }

    /** The version of one annotator. */
    public Optional<Version> of(String annotator) {
        return versions.stream()
                .filter(version -> version.annotators().contains(annotator))
                .findFirst();
    }
}
