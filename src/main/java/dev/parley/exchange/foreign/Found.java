package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a foreign file holds, with every span where its words stand.
 *
 * @param unit what the file counts
 * @param evidence how that is known: the words quoted, that it makes no difference, what the file says, or an assumption
 */
public record Found(List<FoundDocument> documents, OffsetUnit unit, String evidence) {

    public Found {
        documents = List.copyOf(documents);
    }

    /**
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
