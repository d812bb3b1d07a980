package dev.parley.document.extraction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Brackets and angle quotes in scripts that run from right to left. A file may name the sign that was meant or the one that
 * was drawn, which is its mirror image, and does not say which; but words begin with brackets that open, so more of the
 * others show that all are turned.
 */
final class PdfBrackets {

    private static final String RIGHT_TO_LEFT = "[\\p{IsArabic}\\p{IsHebrew}]";
    private static final Pattern LINE = Pattern.compile("[^\\n]*" + RIGHT_TO_LEFT + "[^\\n]*");

    private PdfBrackets() {}

    static String turned(String text) {
        String turned = text;
        for (String pair : List.of("«»", "()", "[]", "‹›")) {
            if (begin(text, pair.charAt(1)) > begin(text, pair.charAt(0))) {
                turned = LINE.matcher(turned).replaceAll(line -> swapped(line.group(), pair.charAt(0), pair.charAt(1)));
            }
        }
        return turned;
    }

    /** How many words begin with this sign. */
    private static long begin(String text, char sign) {
        return Pattern.compile("(?<!\\S)" + Pattern.quote(String.valueOf(sign)) + "(?=" + RIGHT_TO_LEFT + ")")
                .matcher(text)
                .results()
                .count();
    }

    private static String swapped(String line, char open, char close) {
        // a sign that no text holds stands in for one of the two
        return line.replace(open, '\0')
                .replace(close, open)
                .replace('\0', close)
                .replace("\\", "\\\\")
                .replace("$", "\\$");
    }
}
