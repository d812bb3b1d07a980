package dev.parley.exchange;

import dev.parley.document.DocumentId;
import dev.parley.document.DocumentQuery;
import dev.parley.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which documents an export is narrowed to; what is absent or empty narrows nothing.
 *
 * @param words that stand in the text, its title, its author or the name of its file
 * @param language BCP 47 tag
 * @param label with which something is marked: a mention's label, a relation's type, or {@code claim}
 * @param from first day of publication, {@code YYYY-MM-DD} or less precise
 * @param to last day
 * @param documents ids
 */
public record Narrowing(
        @Nullable String words,
        @Nullable String language,
        @Nullable String label,
        @Nullable String from,
        @Nullable String to,
        SortedSet<String> documents) {

    /** Every document. */
    public static final Narrowing NONE = new Narrowing(null, null, null, null, null, new TreeSet<>());

    private static final String DAY = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    /** @throws ProblemException invalid, naming what is no day and what is no id of a document */
    public Narrowing {
        words = blankToNull(words);
        language = blankToNull(language);
        label = blankToNull(label);
        from = day("from", from);
        to = day("to", to);
        documents = new TreeSet<>(documents);
        documents.forEach(Narrowing::requireId);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** What is asked for, by the names the HTTP call gives it, in a fixed order. */
    public Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        put(asked, "q", words);
        put(asked, "language", language);
        put(asked, "label", label);
        put(asked, "from", from);
        put(asked, "to", to);
        put(asked, "documents", documents.isEmpty() ? null : String.join(",", documents));
        return asked;
    }

    /** What {@link #asked} says. */
    static Narrowing of(Map<String, String> asked) {
        String documents = asked.getOrDefault("documents", "");
        return new Narrowing(
                asked.get("q"),
                asked.get("language"),
                asked.get("label"),
                asked.get("from"),
                asked.get("to"),
                documents.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(documents.split(","))));
    }

    /** The same as the end of a query, each with an ampersand before it. */
    String query() {
        return asked().entrySet().stream()
                .map(entry ->
                        "&%s=%s".formatted(entry.getKey(), URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
    }

    /** What the list of documents is asked for; the ids are not in it. */
    DocumentQuery documentQuery() {
        return new DocumentQuery(words, language, null, null, from, to, false, false, label);
    }

    boolean hasId(DocumentId id) {
        return documents.isEmpty() || documents.contains(id.toString());
    }

    private static void put(Map<String, String> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, value);
        }
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String day(String field, @Nullable String value) {
        String day = blankToNull(value);
        if (day != null && !day.matches(DAY)) {
            throw ProblemException.invalid(
                    field, "“%s” is a day, a month or a year such as 2031-05-03, not “%s”.".formatted(field, day));
        }
        return day;
    }

    private static void requireId(String id) {
        try {
            DocumentId.of(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.invalid(
                    "documents", "“documents” holds “%s”, which is no id of a document.".formatted(id));
        }
    }
}
