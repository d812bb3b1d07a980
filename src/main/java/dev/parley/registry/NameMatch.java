package dev.parley.registry;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How well a name in a text fits a name in the registry, best first. */
enum NameMatch {
    /** The same characters. */
    EXACT,
    /** The same but for case, accents, apostrophes and blanks. */
    FOLDED,
    /** All words of the one are words of the other: "Qomi" of "Hassan Kazemi Qomi". */
    WORDS;

    static Optional<NameMatch> of(String inText, String inRegistry) {
        if (inText.equals(inRegistry)) {
            return Optional.of(EXACT);
        }
        String one = folded(inText);
        String other = folded(inRegistry);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        if (one.equals(other)) {
            return Optional.of(FOLDED);
        }
        return words(other).containsAll(words(one)) || words(one).containsAll(words(other))
                ? Optional.of(WORDS)
                : Optional.empty();
    }

    private static Set<String> words(String folded) {
        return new HashSet<>(Arrays.asList(folded.split(" ")));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[’‘ʼ`´]", "'")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
