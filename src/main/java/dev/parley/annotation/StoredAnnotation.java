package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;

/**
 * An annotation as its row holds it.
 *
 * @param body as JSON; the last value if deleted
 * @param sequence of the edit that wrote it last
 */
record StoredAnnotation(String id, Kind kind, String body, long sequence, boolean deleted) {

    Annotation value() {
        return AnnotationJson.parse(kind, body);
    }
}
