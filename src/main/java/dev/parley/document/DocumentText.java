package dev.parley.document;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A text and the only place that converts between code points, the unit of every offset in Parley, and the UTF-16 units
 * of Java strings. Conversion costs O(log a) for a text with {@code a} characters outside the basic plane and nothing
 * without any.
 */
public final class DocumentText {

    private final String value;
    /** Code-point position of every astral character, ascending. */
    private final int[] astral;

    private DocumentText(String value) {
        this.value = value;
        this.astral = astralPositions(value);
    }

    /** @throws IllegalArgumentException if the string holds a lone surrogate, which no UTF-8 text can carry */
    public static DocumentText of(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("lone surrogate U+%04X at UTF-16 position %d".formatted((int) c, i));
            }
        }
        return new DocumentText(value);
    }

    public String value() {
        return value;
    }

    /** Length in code points. */
    public int codePoints() {
        return value.length() - astral.length;
    }

    /** Length in UTF-16 units. */
    public int utf16() {
        return value.length();
    }

    public boolean hasAstral() {
        return astral.length > 0;
    }

    /** UTF-16 position of a code-point position in {@code 0..codePoints()}. */
    public int toUtf16(int codePoint) {
        if (codePoint < 0 || codePoint > codePoints()) {
            throw new IndexOutOfBoundsException(
                    "code point %d of a text of %d code points".formatted(codePoint, codePoints()));
        }
        return codePoint + before(codePoint);
    }

    /** Code-point position of a UTF-16 position in {@code 0..utf16()}; a position inside a pair belongs to the pair's start. */
    public int toCodePoint(int utf16) {
        if (utf16 < 0 || utf16 > value.length()) {
            throw new IndexOutOfBoundsException("UTF-16 position %d of %d".formatted(utf16, value.length()));
        }
        int low = 0;
        int high = astral.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (astral[middle] + middle + 2 <= utf16) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        boolean insidePair = low < astral.length && astral[low] + low + 1 == utf16;
        return insidePair ? astral[low] : utf16 - low;
    }

    public boolean contains(Span span) {
        return span.end() <= codePoints();
    }

    /** The words of a span. */
    public String slice(Span span) {
        return value.substring(toUtf16(span.start()), toUtf16(span.end()));
    }

    /** SHA-256 of the UTF-8 bytes, lower-case hex. */
    public String sha256() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Whether a span may start or end here: no sign that people see as one is cut. Ends of the text count as borders.
     *
     * @param codePoint position in {@code 0..codePoints()}
     */
    public boolean isGraphemeBoundary(int codePoint) {
        int utf16 = toUtf16(codePoint);
        if (utf16 == 0 || utf16 == value.length()) {
            return true;
        }
        // nothing below the combining marks joins, but CR LF
        if (value.charAt(utf16) < '\u0300' && value.charAt(utf16 - 1) < '\u0300' && value.charAt(utf16) != '\n') {
            return true;
        }
        BreakIterator graphemes = (BreakIterator) Graphemes.PROTOTYPE.clone();
        graphemes.setText(value);
        return graphemes.isBoundary(utf16);
    }

    private int before(int codePoint) {
        int index = Arrays.binarySearch(astral, codePoint);
        return index >= 0 ? index : -index - 1;
    }

    private static int[] astralPositions(String value) {
        int[] found = new int[8];
        int count = 0;
        int codePoint = 0;
        for (int i = 0; i < value.length(); i++, codePoint++) {
            if (Character.isHighSurrogate(value.charAt(i))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = codePoint;
                i++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentText text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** ICU's rules are loaded with the first text that needs them; iterators hold a position, so each call has its own. */
    private static final class Graphemes {

        static final BreakIterator PROTOTYPE = BreakIterator.getCharacterInstance(Locale.ROOT);
    }
}
