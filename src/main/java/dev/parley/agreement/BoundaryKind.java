package dev.parley.agreement;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** How the boundaries of a disagreement differ; the first that applies, in this order. */
public enum BoundaryKind {
    /** Only spaces, quotation marks and other punctuation. */
    PUNCTUATION("Punctuation or spaces"),
    /** Only an article, a title or another form of address in front, in English. */
    DETERMINER("Article or title"),
    /** An explanation behind a comma, a bracket or a dash. */
    APPOSITION("Explanation behind"),
    /** One lies inside the other. */
    CONTAINMENT("One inside the other"),
    /** Each has something of its own. */
    CROSSING("Crossing");

    private static final Set<String> IN_FRONT = Set.of(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "his",
            "her",
            "its",
            "their",
            "our",
            "my",
            "your",
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "sir",
            "lady",
            "lord",
            "president",
            "minister",
            "ambassador",
            "envoy",
            "general",
            "mullah",
            "mawlawi",
            "sheikh",
            "king",
            "queen",
            "prince",
            "princess",
            "former",
            "then");

    private static final String OPENS_EXPLANATION = ",(–—-:";

    private final String title;

    BoundaryKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The kind of two marks that meet and differ in their outer ends; empty if the ends are the same or nothing is shared. */
    public static Optional<BoundaryKind> of(List<Span> one, List<Span> other, DocumentText text) {
        if (one.isEmpty() || other.isEmpty() || Characters.shared(one, other) == 0) {
            return Optional.empty();
        }
        Span first = hull(one);
        Span second = hull(other);
        String before = between(text, first.start(), second.start());
        String behind = between(text, first.end(), second.end());
        if (before.isEmpty() && behind.isEmpty()) {
            return Optional.empty();
        }
        boolean nested = first.contains(second) || second.contains(first);
        if (isPunctuation(before) && isPunctuation(behind)) {
            return Optional.of(PUNCTUATION);
        }
        if (isPunctuation(behind) && words(before).stream().allMatch(IN_FRONT::contains)) {
            return Optional.of(DETERMINER);
        }
        if (before.isEmpty() && OPENS_EXPLANATION.indexOf(behind.strip().codePointAt(0)) >= 0) {
            return Optional.of(APPOSITION);
        }
        return Optional.of(nested ? CONTAINMENT : CROSSING);
    }

    /** The most serious kind among the versions of a disagreement. */
    public static Optional<BoundaryKind> of(Disagreement disagreement, DocumentText text) {
        List<List<Span>> places = disagreement.versions().stream()
                .map(Disagreement.Version::annotation)
                .filter(Objects::nonNull)
                .map(Alignment::place)
                .toList();
        Optional<BoundaryKind> worst = Optional.empty();
        for (int one = 0; one < places.size(); one++) {
            for (int other = one + 1; other < places.size(); other++) {
                Optional<BoundaryKind> kind = of(places.get(one), places.get(other), text);
                if (kind.isPresent() && (worst.isEmpty() || kind.get().compareTo(worst.get()) > 0)) {
                    worst = kind;
                }
            }
        }
        return worst;
    }

    private static Span hull(List<Span> place) {
        return new Span(place.getFirst().start(), place.getLast().end());
    }

    private static String between(DocumentText text, int one, int other) {
        return one == other ? "" : text.slice(new Span(Math.min(one, other), Math.max(one, other)));
    }

    private static boolean isPunctuation(String words) {
        return words.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" "));
    }
}
