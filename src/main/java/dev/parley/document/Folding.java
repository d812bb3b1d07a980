package dev.parley.document;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words as search sees them: without case, accents and the difference between kinds of apostrophes and spaces. Scripts
 * that put no spaces between words are cut into pairs of characters, so that any stretch of two can be found.
 */
final class Folding {

    /** Longer words are known by their beginning. */
    static final int LONGEST = 40;

    private Folding() {}

    /** The words of a text, each once, in order of appearance. */
    static Set<String> words(String text) {
        return new LinkedHashSet<>(sequence(text));
    }

    /** The words of a text in their order, each as often as it stands there. */
    static List<String> sequence(String text) {
        List<String> words = new ArrayList<>();
        for (String run : runs(text)) {
            if (isUnspaced(run.codePointAt(0))) {
                addPairs(run, words);
            } else {
                words.add(head(run));
            }
        }
        return words;
    }

    /** Stretches of letters and digits of one kind, in order, each as often as it stands there. */
    static List<String> runs(String text) {
        String folded = fold(text);
        List<String> runs = new ArrayList<>();
        int start = -1;
        boolean unspaced = false;
        for (int at = 0; at <= folded.length(); ) {
            int c = at < folded.length() ? folded.codePointAt(at) : ' ';
            boolean letter = Character.isLetterOrDigit(c);
            boolean other = letter && start >= 0 && isUnspaced(c) != unspaced;
            if (start >= 0 && (!letter || other)) {
                runs.add(folded.substring(start, at));
                start = -1;
            }
            if (letter && start < 0) {
                start = at;
                unspaced = isUnspaced(c);
            }
            at += at < folded.length() ? Character.charCount(c) : 1;
        }
        return runs;
    }

    private static String fold(String text) {
        boolean plain = text.chars().allMatch(c -> c < 0x80);
        String bare = plain ? text : withoutMarks(Normalizer.normalize(text, Normalizer.Form.NFKD));
        return bare.toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT && c != 'ـ') {
                bare.appendCodePoint(
                        switch (c) {
                            // Persian and Arabic keyboards write the same letters with different signs
                            case 'ی' -> 'ي';
                            case 'ک' -> 'ك';
                            case 'ß' -> 's';
                            case 'ı' -> 'i';
                            case 'ø', 'Ø' -> 'o';
                            case 'ł', 'Ł' -> 'l';
                            default -> c;
                        });
            }
        });
        return bare.toString();
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private static void addPairs(String run, List<String> words) {
        int[] points = run.codePoints().toArray();
        if (points.length == 1) {
            words.add(run);
        }
        for (int i = 0; i + 1 < points.length; i++) {
            words.add(new String(points, i, 2));
        }
    }

    private static String head(String word) {
        return word.length() <= LONGEST ? word : word.substring(0, word.offsetByCodePoints(0, LONGEST / 2));
    }
}
