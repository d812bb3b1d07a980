package dev.parley.agreement;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings relations together by what they tie, whatever their type and direction, so that neither a moved boundary nor a
 * turned arrow makes two of one.
 */
final class RelationAligner {

    private final Document document;
    private final ClaimParts parts;
    private final Alignment.Elsewhere elsewhere;

    RelationAligner(Document document, ClaimParts parts, Alignment.Elsewhere elsewhere) {
        this.document = document;
        this.parts = parts;
        this.elsewhere = elsewhere;
    }

    /** A relation with its ends as something others may share. */
    private record Tie(String annotator, Relation relation, String from, String to) {

        String ends() {
            return from.compareTo(to) <= 0 ? from + "\n" + to : to + "\n" + from;
        }

        /** The best match first; annotators with several relations between the same ends get the likest together. */
        int unlike(Tie other) {
            boolean sameType = relation.type().equals(other.relation.type());
            return (sameType ? 0 : 2) + (from.equals(other.from) ? 0 : 1);
        }
    }

    List<Cluster<Relation>> relations(Collection<AnnotationSet> sets) {
        SortedMap<String, List<Tie>> byEnds = new TreeMap<>();
        for (AnnotationSet set : sets) {
            for (Relation relation : set.relations()) {
                Tie tie = new Tie(
                        set.annotator(),
                        relation,
                        end(set.annotator(), relation.from()),
                        end(set.annotator(), relation.to()));
                byEnds.computeIfAbsent(tie.ends(), ends -> new ArrayList<>()).add(tie);
            }
        }
        return byEnds.values().stream()
                .flatMap(ties -> groups(ties).stream())
                .map(members -> Aligner.cluster(document, Alignment.RELATIONS, false, members))
                .toList();
    }

    String end(String annotator, Relation.End end) {
        if (end.document() == null || end.document().equals(document.id())) {
            return parts.key(end.kind(), annotator, end.annotation());
        }
        return elsewhere
                .alignment(end.document())
                .flatMap(other -> other.cluster(end.kind(), annotator, end.annotation()))
                .map(Cluster::id)
                .orElse(annotator + "'s " + end.document() + " " + end.annotation());
    }

    private static List<SortedMap<String, Relation>> groups(List<Tie> ties) {
        List<Tie> left = new ArrayList<>(ties);
        left.sort(Comparator.comparing((Tie tie) -> tie.relation().type())
                .thenComparing(Tie::from)
                .thenComparing(tie -> tie.relation().id())
                .thenComparing(Tie::annotator));
        List<SortedMap<String, Relation>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            Tie first = left.removeFirst();
            SortedMap<String, Relation> members = new TreeMap<>(Map.of(first.annotator(), first.relation()));
            left.stream()
                    .sorted(Comparator.comparingInt(first::unlike))
                    .filter(tie -> members.putIfAbsent(tie.annotator(), tie.relation()) == null)
                    .toList()
                    .forEach(left::remove);
            groups.add(members);
        }
        return groups;
    }
}
