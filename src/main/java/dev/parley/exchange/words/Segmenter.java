package dev.parley.exchange.words;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.VersionInfo;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into sentences and tokens: a line break always ends a sentence, ICU's rules with its list of abbreviations and
 * ours find the others; ICU's word borders make the tokens, and a possessive ’s is a token of its own, because a name in
 * front of it would else never end at a token's border.
 */
public final class Segmenter {

    /** Titles and forms that ICU's English list lacks; a sentence goes on after them. */
    private static final List<String> ABBREVIATIONS = List.of(
            "Gen.", "Lt.", "Col.", "Maj.", "Sgt.", "Capt.", "Gov.", "Sen.", "Rep.", "Amb.", "Mr.", "Mrs.", "Ms.", "Dr.",
            "Prof.", "Rev.", "St.", "Jr.", "Sr.", "No.", "vs.", "etc.", "approx.", "Jan.", "Feb.", "Aug.", "Sept.",
            "Oct.", "Nov.", "Dec.", "Inc.", "Ltd.", "Co.", "Corp.", "U.S.", "U.N.", "E.U.");

    private static final Set<String> POSSESSIVES = Set.of("'s", "’s", "ʼs", "'S", "’S", "ʼS");

    private Segmenter() {}

    /** What made the borders, for the export to name. */
    public static String version() {
        return "icu-%d.%d line+ss+possessive-1"
                .formatted(VersionInfo.ICU_VERSION.getMajor(), VersionInfo.ICU_VERSION.getMinor());
    }

    /**
     * All sentences that hold at least one token, in order.
     *
     * @param language BCP 47 tag; absent if unknown
     */
    public static List<Sentence> sentences(DocumentText text, @Nullable String language) {
        ULocale locale = language == null ? ULocale.ROOT : ULocale.forLanguageTag(language);
        BreakIterator breaks = sentenceBreaks(locale);
        BreakIterator words = BreakIterator.getWordInstance(locale);
        String value = text.value();
        List<Sentence> sentences = new ArrayList<>();
        int lineStart = 0;
        while (lineStart < value.length()) {
            int lineEnd = value.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? value.length() : lineEnd;
            String line = value.substring(lineStart, lineEnd);
            breaks.setText(line);
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
                add(sentences, text, words, lineStart + start, lineStart + end);
            }
            lineStart = lineEnd + 1;
        }
        return sentences;
    }

    private static BreakIterator sentenceBreaks(ULocale locale) {
        BreakIterator plain = BreakIterator.getSentenceInstance(locale);
        if (!locale.getLanguage().equals("en") && !locale.getLanguage().isEmpty()) {
            return plain;
        }
        FilteredBreakIteratorBuilder builder = FilteredBreakIteratorBuilder.getInstance(ULocale.ENGLISH);
        ABBREVIATIONS.forEach(builder::suppressBreakAfter);
        return builder.wrapIteratorWithFilter(plain);
    }

    /** @param start and {@code end} in UTF-16 units */
    private static void add(List<Sentence> sentences, DocumentText text, BreakIterator words, int start, int end) {
        String value = text.value();
        words.setText(value.substring(start, end));
        List<int[]> pieces = new ArrayList<>();
        int from = words.first();
        for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
            if (!isBlank(value, start + from, start + to)) {
                split(pieces, value, start + from, start + to);
            }
        }
        if (pieces.isEmpty()) {
            return;
        }
        List<Token> tokens = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            int[] piece = pieces.get(i);
            Span span = new Span(text.toCodePoint(piece[0]), text.toCodePoint(piece[1]));
            boolean spaceAfter = i + 1 == pieces.size() || pieces.get(i + 1)[0] > piece[1];
            tokens.add(new Token(span, value.substring(piece[0], piece[1]), spaceAfter));
        }
        sentences.add(new Sentence(
                new Span(tokens.getFirst().start(), tokens.getLast().end()), tokens));
    }

    private static void split(List<int[]> pieces, String value, int from, int to) {
        boolean possessive = to - from > 2 && POSSESSIVES.contains(value.substring(to - 2, to));
        if (possessive) {
            pieces.add(new int[] {from, to - 2});
            pieces.add(new int[] {to - 2, to});
        } else {
            pieces.add(new int[] {from, to});
        }
    }

    /** Blanks of any kind, and characters nobody sees. */
    private static boolean isBlank(String value, int from, int to) {
        return value.substring(from, to)
                .codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.isISOControl(c));
    }
}
