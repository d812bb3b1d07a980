package dev.parley.registry;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name without what writers vary: case, accents, kind of apostrophe, hyphens, dots and blanks. "Khalil-ur-Rehman" and
 * "Khalil ur Rehman" are the same, and so are "J.P. Singh" and "JP Singh".
 *
 * @param text words in lower case with one blank between them; empty if there is nothing but punctuation
 */
record FoldedName(String text) {

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}.]+");
    private static final Pattern APOSTROPHES = Pattern.compile("[’‘ʼ`´]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");

    /** Words that names are rarely told apart by, and that acronyms pass over. */
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "at", "by", "de", "des", "du", "for", "in", "of", "on", "the", "to");

    static FoldedName of(String name) {
        String text = MARKS.matcher(Normalizer.normalize(name, Form.NFKD)).replaceAll("");
        text = APOSTROPHES.matcher(text).replaceAll("'");
        text = BLANKS.matcher(text).replaceAll(" ");
        return new FoldedName(text.strip().toLowerCase(Locale.ROOT));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    List<String> words() {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** The words that tell names apart; all of them if there are no others. */
    Set<String> tellingWords() {
        List<String> words = words();
        Set<String> telling = words.stream()
                .filter(word -> !SMALL_WORDS.contains(word))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return telling.isEmpty() ? new LinkedHashSet<>(words) : telling;
    }

    /** What the name is shortened to, with and without its small words; empty for a single word. */
    Set<String> initials() {
        List<String> words = words();
        return words.size() < 2
                ? Set.of()
                : new LinkedHashSet<>(List.of(initials(words), initials(List.copyOf(tellingWords()))));
    }

    static String initials(List<String> words) {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }

    int length() {
        return text.length();
    }
}
