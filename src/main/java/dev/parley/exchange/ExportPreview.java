package dev.parley.exchange;

import java.util.List;

/**
 * What an export would hold.
 *
 * @param documents how many the export would hold
 * @param summary figures of those that were looked at: all, or the first
 * @param beginning the first lines of the file, those of one document; of a zip, of its first file with text in it; empty
 *     if there is no document, or nothing to read as text
 * @param losses what the format cannot hold of those that were looked at
 */
public record ExportPreview(int documents, Summary summary, String beginning, List<Loss> losses) {

    private static final int MANY_DOCUMENTS = 2_000;
    private static final int MANY_ANNOTATIONS = 50_000;

    public ExportPreview {
        losses = List.copyOf(losses);
    }

    /** Whether only the first documents were looked at. */
    public boolean isOfTheFirst() {
        return summary.documents() < documents;
    }

    /** About how many annotations the export would hold, judged by the documents that were looked at. */
    public long annotations() {
        long seen = summary.goldAnnotations() + summary.annotations();
        return isOfTheFirst() ? seen * documents / summary.documents() : seen;
    }

    /** Whether it takes longer than one likes to wait for. */
    public boolean isLarge() {
        return documents > MANY_DOCUMENTS || annotations() > MANY_ANNOTATIONS;
    }
}
