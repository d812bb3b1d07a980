package dev.parley.exchange.intake;

import dev.parley.exchange.Loss;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param documents how many the file holds
 * @param annotations mentions, claims and relations taken over
 * @param losses what was left out or changed, with places
 * @param offsetUnit what the file counts
 * @param evidence how that is known
 * @param labels for each label of the file how often it occurs and what it becomes; empty text if nobody can place it
 * @param annotators for each name in the file the account it became
 * @param scheme the scheme made of the file, as YAML; absent if none was wanted
 * @param preview whether nothing was written
 */
public record ImportReport(
        int documents,
        int annotations,
        List<Loss> losses,
        String offsetUnit,
        String evidence,
        Map<String, Labelled> labels,
        Map<String, String> annotators,
        @Nullable String scheme,
        boolean preview) {

    public ImportReport {
        losses = List.copyOf(losses);
        labels = new TreeMap<>(labels);
        annotators = new TreeMap<>(annotators);
    }

    /**
     * A label of the file.
     *
     * @param label of the scheme; empty if none fits
     */
    public record Labelled(int count, String label) {}
}
