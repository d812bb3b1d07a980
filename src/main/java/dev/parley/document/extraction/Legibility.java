package dev.parley.document.extraction;

import java.lang.Character.UnicodeScript;

/**
 * Whether decoded bytes look like something people write. A wrong charset shows in signs that stand inside words, in capital
 * letters that follow small ones, in words of two alphabets and in more accents than any language has; a few of each are
 * forgiven in long texts, because people make mistakes as well.
 */
final class Legibility {

    /** Enough to judge by. */
    private static final int LOOK_AT = 100_000;

    /** Between two letters these are what accented letters of another charset turn into. */
    private static final String NEVER_IN_WORDS = "¹²³¿¡¼½¾¶¤¥£±¦¨¬¸´µ«»ˇ˘˙˛‚„”“ƒ†‡ˆ‰‹•˜№";

    /** What quotation marks and dashes of the Macintosh turn into. */
    private static final String NEVER_ALONE = "ÐÑÒÔÕ";

    private static final String QUOTES_OF_MACINTOSH = "ÒÓÔ";

    private int letters;
    private int accented;
    private int hangul;
    private int ideographs;
    private int signs;
    private int turns;
    private int mixed;

    private Legibility() {}

    static boolean isLegible(String text) {
        Legibility legibility = new Legibility();
        String start = text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text;
        return legibility.read(start.codePoints().toArray()) && legibility.isLegible();
    }

    private boolean read(int[] points) {
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (isNoCharacter(c)) {
                return false;
            }
            int before = i == 0 ? ' ' : points[i - 1];
            int after = i + 1 == points.length ? ' ' : points[i + 1];
            if (Character.isLetter(c)) {
                letter(before, c, after);
            } else if (Character.isLetter(before) && (isBox(c) || (Character.isLetter(after) && isSign(c)))) {
                signs++;
            }
        }
        return true;
    }

    private void letter(int before, int c, int after) {
        letters++;
        UnicodeScript script = UnicodeScript.of(c);
        switch (script) {
            case LATIN -> accented += c >= 0x80 ? 1 : 0;
            case HANGUL -> hangul++;
            case HAN -> ideographs++;
            default -> {
                // other scripts have no letters that need counting
            }
        }
        boolean ascii = before < 0x80 && c < 0x80;
        if (Character.isLetter(before) && !ascii) {
            turns += Character.isLowerCase(before) && Character.isUpperCase(c) ? 1 : 0;
            mixed += isAlphabet(script) && isAlphabet(UnicodeScript.of(before)) && UnicodeScript.of(before) != script
                    ? 1
                    : 0;
        }
        if (!Character.isLetter(before)) {
            turns += QUOTES_OF_MACINTOSH.indexOf(c) >= 0 && after < 0x80 && Character.isUpperCase(after) ? 1 : 0;
            signs += NEVER_ALONE.indexOf(c) >= 0 && !Character.isLetter(after) ? 1 : 0;
        }
    }

    private boolean isLegible() {
        boolean tooManyAccents = accented * 4 > letters;
        // Korean papers use some Chinese characters, but not every second
        boolean hanja = hangul > 0 && ideographs * 2 > hangul;
        return signs * 5_000 <= letters
                && turns * 1_000 <= letters
                && mixed * 200 <= letters
                && !tooManyAccents
                && !hanja;
    }

    private static boolean isNoCharacter(int c) {
        int type = Character.getType(c);
        return c == 0xFFFD
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    }

    private static boolean isSign(int c) {
        return NEVER_IN_WORDS.indexOf(c) >= 0;
    }

    /** Frames of text screens, where other charsets of that time have letters. */
    private static boolean isBox(int c) {
        return c >= 0x2500 && c < 0x25A0;
    }

    static boolean isAlphabet(UnicodeScript script) {
        return switch (script) {
            case LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, THAI -> true;
            default -> false;
        };
    }
}
