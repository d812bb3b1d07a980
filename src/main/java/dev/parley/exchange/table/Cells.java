package dev.parley.exchange.table;

import java.util.regex.Pattern;

/** What may stand in a cell. */
final class Cells {

    /** A spreadsheet takes a cell that begins like this for a formula, and runs it. */
    private static final Pattern FORMULA =
            Pattern.compile("^[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r|\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

    private Cells() {}

    /** The words with an apostrophe in front if they could be taken for a formula. */
    static String harmless(String words) {
        return FORMULA.matcher(words).matches() && !NUMBER.matcher(words).matches() ? "'" + words : words;
    }
}
