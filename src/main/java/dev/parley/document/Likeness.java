package dev.parley.document;

/**
 * An earlier document that a text resembles.
 *
 * @param percent estimated share of word triples that both have, 50 to 100
 */
public record Likeness(DocumentId document, String title, int percent) {}
