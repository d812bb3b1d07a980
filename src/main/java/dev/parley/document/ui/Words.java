package dev.parley.document.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers with their nouns. */
final class Words {

    private Words() {}

    static String articles(int count) {
        return counted(count, "article");
    }

    /** The English name of a language; a dash where nobody knows it. */
    static String language(@Nullable String tag) {
        return tag == null ? "–" : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    static String counted(int count, String noun) {
        return "%s %s%s".formatted(number(count), noun, count == 1 ? "" : "s");
    }

    static String counted(int count, String one, String many) {
        return "%s %s".formatted(number(count), count == 1 ? one : many);
    }

    static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202F');
    }

    /** How far a reader is, as the other pages call it. */
    static String reading(String state) {
        return switch (state) {
            case "draft" -> "reads";
            case "submitted" -> "handed in";
            default -> state;
        };
    }
}
