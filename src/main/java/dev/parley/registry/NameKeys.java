package dev.parley.registry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What names are looked up by, so that finding the entities some words may name never reads the whole registry. A term is
 * a letter for its kind, a colon, and the text; a registered name has all kinds, words in a text ask for the ones that
 * could fit.
 *
 * <p>Names that are nearly the same share a stretch: cut a name into three; whoever changes it in two places leaves one of
 * the three as it was, moved by two letters at most. So a name is kept by its three stretches, and looked for by those that
 * could be one (Li, Deng, Wang and Feng 2011, "Pass-Join").
 */
final class NameKeys {

    /** Names of up to this many letters are too short to be taken for one another. */
    static final int TOO_SHORT = 5;

    /** How many letters apart two names may be and still be worth showing. */
    static final int FARTHEST = 2;

    private static final int STRETCHES = FARTHEST + 1;

    /** Longest term in bytes: a folded name may grow when its characters are taken apart. */
    private static final int LONGEST = 800;

    private NameKeys() {}

    /** Everything a registered name is found by. */
    static Set<String> of(String name) {
        FoldedName folded = FoldedName.of(name);
        Set<String> terms = new LinkedHashSet<>();
        if (folded.isEmpty()) {
            return terms;
        }
        terms.add(whole(folded));
        folded.words().forEach(word -> terms.add(word(word)));
        folded.initials().forEach(initials -> terms.add(initials(initials)));
        if (folded.length() > TOO_SHORT) {
            for (int stretch = 0; stretch < STRETCHES; stretch++) {
                int start = start(folded.length(), stretch);
                terms.add(stretch(
                        folded.length(), stretch, folded.text().substring(start, start(folded.length(), stretch + 1))));
            }
        }
        return terms;
    }

    static String whole(FoldedName folded) {
        return "f:" + folded.text();
    }

    static String word(String word) {
        return "w:" + word;
    }

    static String initials(String letters) {
        return "i:" + letters;
    }

    /** What an entity must have one of to be named by these words or a part of them, or to be shortened to them; the whole first. */
    static Set<String> asked(FoldedName words) {
        Set<String> terms = new LinkedHashSet<>();
        terms.add(whole(words));
        words.tellingWords().forEach(word -> terms.add(word(word)));
        if (words.words().size() == 1) {
            terms.add(initials(words.text()));
        }
        return terms;
    }

    /** What a name at most {@link #FARTHEST} letters away must have one of; empty for words that are too short. */
    static Set<String> near(FoldedName words) {
        Set<String> terms = new LinkedHashSet<>();
        if (words.length() <= TOO_SHORT) {
            return terms;
        }
        String text = words.text();
        for (int length = Math.max(TOO_SHORT + 1, text.length() - FARTHEST);
                length <= text.length() + FARTHEST;
                length++) {
            for (int stretch = 0; stretch < STRETCHES; stretch++) {
                int start = start(length, stretch);
                int size = start(length, stretch + 1) - start;
                for (int at = Math.max(0, start - FARTHEST);
                        at <= Math.min(start + FARTHEST, text.length() - size);
                        at++) {
                    terms.add(stretch(length, stretch, text.substring(at, at + size)));
                }
            }
        }
        return terms;
    }

    private static int start(int length, int stretch) {
        return length * stretch / STRETCHES;
    }

    private static String stretch(int length, int number, String text) {
        return "n:%d:%d:%s".formatted(length, number, text);
    }

    static byte[] bytes(String term) {
        byte[] bytes = term.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST ? bytes : java.util.Arrays.copyOf(bytes, LONGEST);
    }
}
