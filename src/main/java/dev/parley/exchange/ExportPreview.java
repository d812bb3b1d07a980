package dev.parley.exchange;

import java.util.List;

/**
 * What an export would hold.
 *
 * @param beginning the first lines of the file, those of one document; of a zip, of its first file with text in it; empty
 *     if there is no document, or nothing to read as text
 * @param losses what the format cannot hold
 */
public record ExportPreview(Summary summary, String beginning, List<Loss> losses) {

    public ExportPreview {
        losses = List.copyOf(losses);
    }
}
