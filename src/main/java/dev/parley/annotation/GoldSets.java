package dev.parley.annotation;

import dev.parley.document.DocumentId;

/** Knows what a document's annotations came to be after adjudication; implemented by who settles. */
public interface GoldSets {

    /** The gold set; its annotator is {@code gold}. */
    AnnotationSet gold(DocumentId document);
}
