package dev.parley.annotation;

/**
 * A relation between two documents, seen from one of them.
 *
 * @param outward whether it starts here; else it leads here and is kept in the other document
 * @param there the end in the other document
 */
public record FarTie(Relation relation, boolean outward, FarAnnotation there) {}
