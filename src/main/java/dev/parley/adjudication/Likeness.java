package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What makes two disagreements about mentions look alike: the same layer, the same cause, and the same choice between the
 * same words with the same labels, whoever chose what. Claims and relations are never alike; each has its own words.
 */
record Likeness(String layer, String cause, Set<String> versions) {

    private static final String NOTHING = "";

    static Optional<Likeness> of(Disagreement disagreement, DocumentText text) {
        boolean mentionsOnly = disagreement.versions().stream()
                .allMatch(version -> version.annotation() == null || version.annotation() instanceof Mention);
        return mentionsOnly
                ? Optional.of(new Likeness(
                        disagreement.layer(),
                        disagreement.cause().wire(),
                        disagreement.versions().stream()
                                .map(version -> written(version, text))
                                .collect(Collectors.toCollection(TreeSet::new))))
                : Optional.empty();
    }

    /** The version of another disagreement that says what this one says. */
    static Optional<Version> counterpart(
            Version version, DocumentText text, Disagreement other, DocumentText otherText) {
        String wanted = written(version, text);
        return other.versions().stream()
                .filter(candidate -> written(candidate, otherText).equals(wanted))
                .findFirst();
    }

    private static String written(Version version, DocumentText text) {
        return version.annotation() instanceof Mention mention
                ? String.join(
                        "\u0000",
                        mention.label(),
                        words(mention.spans(), text),
                        mention.attributes().toString(),
                        String.valueOf(mention.link()))
                : NOTHING;
    }

    /** The words of the first version that has any. */
    static String words(Disagreement disagreement, DocumentText text) {
        return disagreement.versions().stream()
                .map(Version::annotation)
                .flatMap(annotation -> Optional.ofNullable(annotation).stream())
                .map(annotation -> words(place(annotation), text))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    static List<Span> place(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.spans();
            case Claim claim -> claim.content().isEmpty() ? claim.cue() : claim.content();
            case Relation ignored -> List.of();
        };
    }

    private static String words(List<Span> spans, DocumentText text) {
        return spans.stream().map(text::slice).collect(Collectors.joining(" … "));
    }
}
