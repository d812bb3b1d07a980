package dev.parley.exchange.api;

import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.Narrowing;
import dev.parley.exchange.Selection;
import dev.parley.exchange.split.Part;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a call that asks for an export; what is absent is as the format usually has it.
 *
 * @param sets {@code all}, {@code gold} or a sign-in name
 * @param drafts whether sets that are not handed in are written too
 * @param anonymous pseudonyms instead of names
 * @param text {@code false} leaves the words out
 * @param seconds whether it is told how long annotators took
 * @param split {@code train}, {@code dev} or {@code test}
 * @param q words that stand in the document, its title, its author or the name of its file
 * @param language of the document
 * @param label with which something in the document is marked
 * @param from first day of publication
 * @param to last day of publication
 * @param documents ids, repeated or with commas between them
 */
record Asked(
        @Nullable String format,
        @Nullable String sets,
        @Nullable Boolean drafts,
        @Nullable Boolean anonymous,
        @Nullable Boolean text,
        @Nullable Boolean seconds,
        @Nullable String split,
        @Nullable String q,
        @Nullable String language,
        @Nullable String label,
        @Nullable String from,
        @Nullable String to,
        @Nullable List<String> documents) {

    ExportOptions options(Format known) {
        return new ExportOptions(
                sets == null ? known.usualSets() : Selection.of(sets),
                drafts == null ? known.usualDrafts() : drafts,
                Boolean.TRUE.equals(anonymous),
                !Boolean.FALSE.equals(text),
                Boolean.TRUE.equals(seconds),
                split == null ? null : Part.of(split),
                new Narrowing(q, language, label, from, to, ids()));
    }

    private TreeSet<String> ids() {
        return documents == null
                ? new TreeSet<>()
                : documents.stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
