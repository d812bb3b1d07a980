package dev.parley.adjudication;

import dev.parley.document.DocumentId;
import java.util.Map;

/**
 * What those who read some documents are called towards somebody who settles what they differ in, or answers for it.
 *
 * @param isHidden whether sign-in names are kept back, so that answers over HTTP have the names for people too
 * @param shown the names for people, by document and sign-in name
 */
public record AnnotatorNames(boolean isHidden, Map<DocumentId, Map<String, String>> shown) {

    private static final String SOMEBODY = "Annotator";

    public AnnotatorNames {
        shown = Map.copyOf(shown);
    }

    /** For people to read. */
    public String shown(DocumentId document, String annotator) {
        return shown.getOrDefault(document, Map.of()).getOrDefault(annotator, isHidden ? SOMEBODY : annotator);
    }

    /** As answers over HTTP have it: the sign-in name, unless it is hidden. */
    public String written(DocumentId document, String annotator) {
        return isHidden ? shown(document, annotator) : annotator;
    }
}
