package dev.parley.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells an article's language. Detectors guess wildly on short texts (a name is Uzbek to them, a breadcrumb French), so
 * below 200 letters the script decides if only one language uses it, and else the project's language is taken over where
 * it is written in the same script.
 */
@Component
final class Languages {

    private static final int ENOUGH_LETTERS = 200;
    /** Detectors need no more than this, and a book would take them seconds. */
    private static final int LOOK_AT = 10_000;

    private static final String MODEL = "/langdetect-183.bin";

    /** What the detector calls a dialect or a member of a group, by the tag of the language people would write down. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("cmn", "zh"),
            Map.entry("pes", "fa"),
            Map.entry("arb", "ar"),
            Map.entry("ekk", "et"),
            Map.entry("lvs", "lv"),
            Map.entry("zlm", "ms"),
            Map.entry("zsm", "ms"),
            Map.entry("pbt", "ps"),
            Map.entry("uzn", "uz"),
            Map.entry("khk", "mn"),
            Map.entry("azj", "az"),
            Map.entry("swh", "sw"),
            Map.entry("plt", "mg"),
            Map.entry("als", "sq"),
            Map.entry("npi", "ne"),
            Map.entry("ory", "or"));

    private @Nullable LanguageDetectorModel model;
    private @Nullable Map<String, String> tags;

    /**
     * A BCP 47 tag, or null if nobody can tell.
     *
     * @param fallback the project's language, null if it has none
     */
    @Nullable
    String of(String article, @Nullable String fallback) {
        String head = article.substring(0, Math.min(article.length(), LOOK_AT));
        Letters letters = Letters.of(head);
        String byScript = letters.language();
        if (byScript != null) {
            return byScript;
        }
        if (letters.count() >= ENOUGH_LETTERS) {
            return detect(head);
        }
        return fallback != null && letters.script() == scriptOf(fallback) ? fallback : null;
    }

    private synchronized @Nullable String detect(String text) {
        if (model == null) {
            model = load();
        }
        String code = new LanguageDetectorME(model).predictLanguage(text).getLang();
        if (tags == null) {
            tags = tags();
        }
        return tags.getOrDefault(code, code);
    }

    private static LanguageDetectorModel load() {
        try (InputStream in = Languages.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the language model %s is not on the class path".formatted(MODEL));
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new HashMap<>(MEMBERS);
        for (String tag : Locale.getISOLanguages()) {
            try {
                tags.putIfAbsent(Locale.of(tag).getISO3Language(), tag);
            } catch (MissingResourceException e) {
                // a tag without a three-letter code is none that a detector names
                continue;
            }
        }
        return tags;
    }

    private static UnicodeScript scriptOf(String language) {
        String script = com.ibm.icu.util.ULocale.addLikelySubtags(com.ibm.icu.util.ULocale.forLanguageTag(language))
                .getScript();
        return switch (script) {
            case "Jpan", "Hans", "Hant" -> UnicodeScript.HAN;
            case "Kore" -> UnicodeScript.HANGUL;
            case "" -> UnicodeScript.LATIN;
            default -> UnicodeScript.forName(script);
        };
    }

    /**
     * What the letters of a text are.
     *
     * @param script the one most of them belong to
     */
    private record Letters(int count, UnicodeScript script, int han, int kana, int hangul) {

        static Letters of(String text) {
            Map<UnicodeScript, Integer> counts = new HashMap<>();
            int[] letters = text.codePoints().filter(Character::isLetter).toArray();
            for (int letter : letters) {
                counts.merge(UnicodeScript.of(letter), 1, Integer::sum);
            }
            UnicodeScript most = counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(UnicodeScript.COMMON);
            return new Letters(
                    letters.length,
                    most,
                    counts.getOrDefault(UnicodeScript.HAN, 0),
                    counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0),
                    counts.getOrDefault(UnicodeScript.HANGUL, 0));
        }

        /** Only where the script leaves no choice. */
        @Nullable
        String language() {
            int half = count / 2;
            if (count == 0 || han + kana + hangul <= half) {
                return null;
            }
            if (hangul > half) {
                return "ko";
            }
            // Japanese hardly writes a sentence without kana, Chinese has none
            return kana * 20 > count ? "ja" : "zh";
        }
    }
}
