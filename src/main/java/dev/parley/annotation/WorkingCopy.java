package dev.parley.annotation;

import dev.parley.document.DocumentText;
import java.util.List;
import java.util.UUID;

/** A set in memory, as of some sequence number. Belongs to one transaction at a time. */
final class WorkingCopy {

    private static final int BYTES_PER_ANNOTATION = 500;

    private final UUID set;
    private final DocumentText text;
    private final AnnotationIndex annotations;
    private long sequence;

    WorkingCopy(UUID set, DocumentText text, AnnotationIndex annotations) {
        this.set = set;
        this.text = text;
        this.annotations = annotations;
    }

    UUID set() {
        return set;
    }

    DocumentText text() {
        return text;
    }

    AnnotationIndex annotations() {
        return annotations;
    }

    long sequence() {
        return sequence;
    }

    /** Brings it up to date with what other nodes or transactions wrote. */
    void catchUp(List<StoredAnnotation> changed, long upTo) {
        for (StoredAnnotation annotation : changed) {
            annotations.remove(annotation.id());
            if (!annotation.deleted()) {
                annotations.put(annotation.value());
            }
        }
        sequence = upTo;
    }

    void advance(long to) {
        sequence = to;
    }

    /** About how much memory it holds. */
    long bytes() {
        return 2L * text.utf16() + (long) BYTES_PER_ANNOTATION * annotations.size();
    }
}
