package dev.parley.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How well a name in a text fits a name in the registry, best first. */
public enum NameMatch {
    /** The same characters. */
    EXACT,
    /** The same but for case, accents, apostrophes, hyphens, dots and blanks. */
    FOLDED,
    /** All words of the one are words of the other: "Qomi" of "Hassan Kazemi Qomi". */
    WORDS,
    /** Shortened: "SCO", or "H. K. Qomi". */
    INITIALS,
    /** One or two letters apart, in names of more than five. */
    NEAR;

    static Optional<NameMatch> of(String inText, String inRegistry) {
        if (inText.equals(inRegistry)) {
            return Optional.of(EXACT);
        }
        FoldedName one = FoldedName.of(inText);
        FoldedName other = FoldedName.of(inRegistry);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.equals(other)) {
            return Optional.of(FOLDED);
        }
        if (sharesWords(one.tellingWords(), other.tellingWords())) {
            return Optional.of(WORDS);
        }
        if (isShortFor(one, other)) {
            return Optional.of(INITIALS);
        }
        return distance(one, other) <= NameKeys.FARTHEST ? Optional.of(NEAR) : Optional.empty();
    }

    /** How many letters two names are apart; more than {@link NameKeys#FARTHEST} if that is too far or they are short. */
    static int distance(FoldedName one, FoldedName other) {
        return Math.min(one.length(), other.length()) <= NameKeys.TOO_SHORT
                ? NameKeys.FARTHEST + 1
                : EditDistance.within(NameKeys.FARTHEST, one.text(), other.text());
    }

    /** For people to choose by, and the wire. */
    public String wire() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean sharesWords(Set<String> one, Set<String> other) {
        return one.containsAll(other) || other.containsAll(one);
    }

    private static boolean isShortFor(FoldedName brief, FoldedName full) {
        List<String> words = brief.words();
        List<String> fullWords = full.words();
        if (words.size() == 1) {
            return full.initials().contains(brief.text());
        }
        // "h k qomi" and "hk qomi": the last word as it is, the initials of those before it
        return words.getLast().equals(fullWords.getLast())
                && words.stream()
                        .limit(words.size() - 1L)
                        .collect(Collectors.joining())
                        .equals(FoldedName.initials(fullWords.subList(0, fullWords.size() - 1)));
    }
}
