package dev.parley.annotation;

import dev.parley.annotation.Annotation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * An annotation that was not carried over into a new text for sure, and waits outside of its set for its annotator.
 *
 * @param id of the annotation
 * @param revision of the text it was made in
 * @param before the annotation there
 * @param after the annotation where it may belong now; absent if nothing comes near
 * @param doubtful whether its own words are in doubt; else it only waits for others that it names
 */
public record WaitingAnnotation(
        String id,
        Kind kind,
        int revision,
        Annotation before,
        @Nullable Annotation after,
        boolean doubtful) {

    WaitingAnnotation doubted() {
        return new WaitingAnnotation(id, kind, revision, before, after, true);
    }

    WaitingAnnotation at(@Nullable Annotation place, boolean inDoubt) {
        return new WaitingAnnotation(id, kind, revision, before, place, inDoubt);
    }
}
