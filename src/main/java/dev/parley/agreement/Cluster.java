package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What several annotators said about the same place: at most one annotation of each.
 *
 * @param id starts with the document's id and comes from the members alone, so it is the same whenever it is worked out
 * @param layer id of the layer the members belong to; {@link Alignment#RELATIONS} for relations
 * @param excluded whether all members lie where agreement does not look, such as in boilerplate
 * @param members by annotator's sign-in name; never empty
 */
public record Cluster<A extends Annotation>(String id, String layer, boolean excluded, SortedMap<String, A> members) {

    public Cluster {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
    }

    public Optional<A> of(String annotator) {
        return Optional.ofNullable(members.get(annotator));
    }

    /** The members in the order of their annotators' names. */
    public List<A> annotations() {
        return List.copyOf(members.values());
    }
}
