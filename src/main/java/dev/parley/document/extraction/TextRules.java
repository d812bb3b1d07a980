package dev.parley.document.extraction;

import dev.parley.document.extraction.Decoding.Decoded;
import dev.parley.document.extraction.Decoding.Undecodable;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to a text once it is decoded, and nothing else: no trimming, no normal form, no other quotation marks.
 * Offsets count what the author typed.
 */
final class TextRules {

    private TextRules() {}

    static Decoding apply(Decoded decoded) {
        String text = decoded.text();
        List<String> steps = new ArrayList<>(decoded.steps());
        // a mark that was decoded as such is gone already; a second one is the author's
        if (text.startsWith("\uFEFF") && steps.size() == 1) {
            text = text.substring(1);
            steps.add("Removed the byte order mark.");
        }
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
            steps.add("Changed CR LF and CR into LF.");
        }
        int codePoint = 0;
        for (int i = 0; i < text.length(); i++, codePoint++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n') {
                return new Undecodable(refusal(c, codePoint, text.substring(0, i)));
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        if (text.isBlank() || text.codePoints().allMatch(TextRules::isBlank)) {
            return new Undecodable("It holds no text.");
        }
        return new Decoded(text, decoded.charset(), steps);
    }

    /** Also true for the no-break spaces, which Java does not call white space. */
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
    }

    private static String refusal(char c, int position, String before) {
        long line = before.chars().filter(each -> each == '\n').count() + 1;
        return "It holds the control character U+%04X%s at position %d (line %d), so it is not plain text."
                .formatted((int) c, c == 0 ? " (NUL)" : "", position, line);
    }
}
