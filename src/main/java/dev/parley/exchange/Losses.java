package dev.parley.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what does not fit while it goes by. */
public final class Losses {

    private static final int MOST_EXAMPLES = 5;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private static final class Entry {
        private int count;
        private final List<String> examples = new ArrayList<>();
    }

    /** One thing that is lost, and where it stood. */
    public void add(String what, String where) {
        add(what, 1, where);
    }

    /** @param count 0 or more; nothing is noted for 0 */
    public void add(String what, int count, String where) {
        if (count == 0) {
            return;
        }
        Entry entry = entries.computeIfAbsent(what, _ -> new Entry());
        entry.count += count;
        if (entry.examples.size() < MOST_EXAMPLES) {
            entry.examples.add(where);
        }
    }

    /** An annotation of a document that is lost or changed. */
    public void add(String what, Article article, String annotation) {
        add(what, 1, "%s %s".formatted(article.document().id(), annotation));
    }

    /** Everything noted so far, in the order it was met first. */
    public List<Loss> report() {
        return entries.entrySet().stream()
                .map(entry -> new Loss(entry.getKey(), entry.getValue().count, entry.getValue().examples))
                .toList();
    }
}
