package dev.parley.document.ui;

import java.util.Locale;

/** Numbers with their nouns. */
final class Words {

    private Words() {}

    static String articles(int count) {
        return counted(count, "article");
    }

    static String counted(int count, String noun) {
        return "%s %s%s".formatted(number(count), noun, count == 1 ? "" : "s");
    }

    static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202F');
    }
}
