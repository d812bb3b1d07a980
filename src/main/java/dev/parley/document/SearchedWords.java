package dev.parley.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody wrote into a search field, folded.
 *
 * @param whole words that must be there
 * @param beginnings of words, as they are being typed
 * @param phrases of two words or more, which must stand side by side; their words are among the whole ones
 */
record SearchedWords(List<String> whole, List<String> beginnings, List<List<String>> phrases) {

    /** Any pair of quotation marks; one that is still open means nothing yet. */
    private static final Pattern QUOTED = Pattern.compile("[\"“”„‟«»＂「『]([^\"“”„‟«»＂」』]+)[\"“”„‟«»＂」』]");

    static SearchedWords read(String written) {
        Set<String> whole = new LinkedHashSet<>();
        Set<String> beginnings = new LinkedHashSet<>();
        List<List<String>> phrases = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(written);
        while (quoted.find()) {
            List<String> phrase = Folding.sequence(quoted.group(1));
            whole.addAll(phrase);
            if (phrase.size() > 1) {
                phrases.add(phrase);
            }
        }
        String plain = quoted.replaceAll(" ");
        List<String> runs = Folding.runs(plain);
        boolean typing = !plain.isEmpty() && Character.isLetterOrDigit(plain.codePointBefore(plain.length()));
        for (int i = 0; i < runs.size(); i++) {
            (typing && i == runs.size() - 1 ? beginnings : whole).addAll(Folding.words(runs.get(i)));
        }
        return new SearchedWords(List.copyOf(whole), List.copyOf(beginnings), phrases);
    }

    /** Nothing in it was a letter or digit. */
    boolean isNothing() {
        return whole.isEmpty() && beginnings.isEmpty();
    }
}
