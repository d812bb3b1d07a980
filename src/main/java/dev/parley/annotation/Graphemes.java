package dev.parley.annotation;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.parley.document.DocumentText;

/** Borders between the characters readers see. */
final class Graphemes {

    private Graphemes() {}

    static boolean isBoundary(DocumentText text, int codePoint) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text.value());
        return characters.isBoundary(text.toUtf16(codePoint));
    }
}
