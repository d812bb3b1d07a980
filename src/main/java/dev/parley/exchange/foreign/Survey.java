package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign file holds, as far as one has to know before any of it is taken.
 *
 * @param inventory what it tells beside
 * @param unit what the file counts
 * @param evidence how that is known: the words quoted, that it makes no difference, what the file says, or an assumption
 * @param labels how often each label occurs
 * @param places where each occurs first
 */
public record Survey(
        int documents,
        Map<String, Integer> labels,
        Map<String, String> places,
        Inventory inventory,
        OffsetUnit unit,
        String evidence) {

    public Survey {
        labels = new TreeMap<>(labels);
        places = new TreeMap<>(places);
    }

    /**
     * A document with every span where its words stand.
     *
     * @param place where it stands in the file
     */
    public record FoundDocument(
            String place,
            String name,
            @Nullable String title,
            @Nullable String language,
            DocumentText text,
            List<FoundSet> sets) {

        public FoundDocument {
            sets = List.copyOf(sets);
        }
    }

    /** @param annotator as the file calls them; empty if it does not say */
    public record FoundSet(String annotator, Marks marks) {}
}
