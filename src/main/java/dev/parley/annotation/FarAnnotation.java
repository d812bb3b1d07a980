package dev.parley.annotation;

import dev.parley.document.DocumentId;

/**
 * A mention or claim that one made in another document.
 *
 * @param title of that document
 * @param words what it says, cut out of the text
 */
public record FarAnnotation(DocumentId document, String title, Annotation annotation, String words) {}
