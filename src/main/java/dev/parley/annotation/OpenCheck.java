package dev.parley.annotation;

import dev.parley.scheme.Check.Severity;

/**
 * Something about an annotation that is not as it should be before its set is submitted.
 *
 * @param check id of the scheme's check, or {@code required}, {@code min}, {@code link} or {@code scheme} for what the
 *     scheme's parts ask for themselves; {@code waiting} for marks in doubt since a correction of the text
 * @param severity only {@link Severity#ERROR} keeps the set from being submitted
 * @param annotation id of the annotation; of the first, where it is about several
 * @param message one sentence
 */
public record OpenCheck(String check, Severity severity, String annotation, String message) {}
