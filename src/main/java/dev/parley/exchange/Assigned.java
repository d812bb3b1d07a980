package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.DocumentId;
import java.time.Instant;

/**
 * Who was asked to read a document, be it that they have not begun.
 *
 * @param annotator sign-in name
 * @param state how far they are
 */
public record Assigned(DocumentId document, String annotator, State state, Instant at) {}
