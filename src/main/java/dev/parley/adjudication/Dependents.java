package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many claims and relations refer to each cluster of an alignment, all annotators counted. */
final class Dependents {

    private final Alignment alignment;
    private final Map<String, Integer> byCluster = new HashMap<>();

    private Dependents(Alignment alignment) {
        this.alignment = alignment;
    }

    static Dependents of(Alignment alignment) {
        Dependents dependents = new Dependents(alignment);
        for (AnnotationSet set : alignment.sets()) {
            set.claims().forEach(claim -> dependents.add(set.annotator(), claim));
            set.relations().forEach(relation -> dependents.add(set.annotator(), relation));
        }
        return dependents;
    }

    int count(String cluster) {
        return byCluster.getOrDefault(cluster, 0);
    }

    private void add(String annotator, Claim claim) {
        Stream<Party> parties = Stream.of(claim.source(), claim.addressee(), claim.target(), claim.via())
                .flatMap(List::stream);
        parties.forEach(party -> {
            if (party instanceof MentionParty(String mention)) {
                add(Kind.MENTION, annotator, mention);
            }
        });
        if (claim.parent() != null) {
            add(Kind.CLAIM, annotator, claim.parent());
        }
    }

    private void add(String annotator, Relation relation) {
        Stream.of(relation.from(), relation.to())
                .filter(end -> end.document() == null)
                .forEach(end -> add(end.kind(), annotator, end.annotation()));
    }

    private void add(Kind kind, String annotator, String id) {
        alignment.cluster(kind, annotator, id).ifPresent(cluster -> byCluster.merge(cluster.id(), 1, Integer::sum));
    }
}
