package dev.parley.annotation;

import org.jspecify.annotations.Nullable;

/**
 * What would be taken back or brought back now.
 *
 * @param undo in words, such as {@code added PERSON “Ada”}; absent if there is nothing to take back
 * @param redo absent if there is nothing to bring back
 */
public record Reversible(@Nullable String undo, @Nullable String redo) {}
