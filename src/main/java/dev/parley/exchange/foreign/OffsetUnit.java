package dev.parley.exchange.foreign;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What a tool may count. */
public enum OffsetUnit {
    CODE_POINT("unicode-code-point"),
    UTF_16("utf-16"),
    UTF_8("utf-8"),
    CODE_POINT_LF("unicode-code-point, line ends as one"),
    UTF_16_LF("utf-16, line ends as one"),
    GRAPHEME("grapheme");

    private final String id;

    OffsetUnit(String id) {
        this.id = id;
    }

    /** As the report of an import names it. */
    public String id() {
        return id;
    }

    /**
     * For each position in a text as the tool counts, the code point of the text as we keep it (line ends as LF, no mark at
     * the start); -1 where a position lies inside a sign.
     */
    int[] positions(String raw) {
        boolean joined = this == CODE_POINT_LF || this == UTF_16_LF;
        int[] positions =
                new int[Math.max(raw.length(), this == UTF_8 ? raw.getBytes(StandardCharsets.UTF_8).length : 0) + 1];
        Arrays.fill(positions, -1);
        boolean[] signs = this == GRAPHEME ? signs(raw) : new boolean[0];
        int counted = 0;
        int kept = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            boolean mark = i == 0 && c == 0xFEFF;
            boolean beforeLf = c == '\r' && i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
            if (this != GRAPHEME || signs[i]) {
                positions[counted] = kept;
                counted += beforeLf && joined ? 0 : width(c);
            }
            kept += mark || beforeLf ? 0 : 1;
            i += Character.charCount(c);
        }
        positions[counted] = kept;
        return Arrays.copyOf(positions, counted + 1);
    }

    private int width(int c) {
        return switch (this) {
            case CODE_POINT, CODE_POINT_LF, GRAPHEME -> 1;
            case UTF_16, UTF_16_LF -> Character.charCount(c);
            case UTF_8 -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        };
    }

    private static boolean[] signs(String raw) {
        boolean[] signs = new boolean[raw.length() + 1];
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(raw);
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            signs[at] = true;
        }
        return signs;
    }

    /** The text as we keep it. */
    static String kept(String raw) {
        String marked = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
        return marked.indexOf('\r') < 0 ? marked : marked.replace("\r\n", "\n").replace('\r', '\n');
    }
}
