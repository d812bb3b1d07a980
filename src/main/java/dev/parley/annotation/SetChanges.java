package dev.parley.annotation;

import java.util.List;

/**
 * What changed in a set after some sequence number.
 *
 * @param set the set as it is now, with the changed annotations only
 * @param deleted ids of the annotations that are gone
 */
public record SetChanges(AnnotationSet set, List<String> deleted) {

    public SetChanges {
        deleted = List.copyOf(deleted);
    }
}
