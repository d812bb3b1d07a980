package dev.parley.demo;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in an article. {@code words#2} means the second place where they stand. Words are only found whole:
 * {@code she} is not in {@code fisheries}; scripts written without spaces are searched as they are.
 */
final class Phrases {

    private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9][0-9]?)", Pattern.DOTALL);
    private static final Set<UnicodeScript> WITHOUT_SPACES =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

    private final DocumentText text;

    Phrases(DocumentText text) {
        this.text = text;
    }

    /** Where the words stand: the place named by their number, the first without one. */
    Span find(String phrase) {
        Matcher numbered = NUMBERED.matcher(phrase);
        String words = numbered.matches() ? numbered.group(1) : phrase;
        int place = numbered.matches() ? Integer.parseInt(numbered.group(2)) : 1;
        List<Span> places = places(words);
        if (places.size() < place) {
            throw new IllegalStateException("\"%s\" stands %d times in the article".formatted(phrase, places.size()));
        }
        return places.get(place - 1);
    }

    /** Where the words stand closest to a span, unless they carry a number. */
    Span findNear(String phrase, Span span) {
        if (NUMBERED.matcher(phrase).matches()) {
            return find(phrase);
        }
        return places(phrase).stream()
                .filter(place -> place.overlap(span) == 0)
                .min(Comparator.comparingInt(place -> distance(place, span)))
                .orElseThrow(() -> new IllegalStateException("\"%s\" stands nowhere in the article".formatted(phrase)));
    }

    private List<Span> places(String words) {
        String value = text.value();
        List<Span> places = new ArrayList<>();
        for (int at = value.indexOf(words); at >= 0; at = value.indexOf(words, at + 1)) {
            int end = at + words.length();
            if (isBorder(value, at) && isBorder(value, end)) {
                places.add(new Span(text.toCodePoint(at), text.toCodePoint(end)));
            }
        }
        return places;
    }

    private static boolean isBorder(String value, int at) {
        return at == 0
                || at == value.length()
                || !isOfWord(value.codePointBefore(at))
                || !isOfWord(value.codePointAt(at));
    }

    private static boolean isOfWord(int codePoint) {
        boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
        return (Character.isLetterOrDigit(codePoint) || mark) && !WITHOUT_SPACES.contains(UnicodeScript.of(codePoint));
    }

    private static int distance(Span one, Span other) {
        return Math.max(one.start() - other.end(), other.start() - one.end());
    }
}
