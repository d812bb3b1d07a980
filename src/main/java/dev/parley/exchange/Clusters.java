package dev.parley.exchange;

import dev.parley.annotation.Relation;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Claims that transitive relations, such as "same as", tie into one, over all documents. */
final class Clusters {

    private static final Comparator<End> ORDER = Comparator.comparing(End::set)
            .thenComparing(End::type)
            .thenComparing(End::document)
            .thenComparing(End::claim);

    private final Set<String> types;
    private final Map<End, End> leaders = new TreeMap<>(ORDER);

    private record End(String set, String type, String document, String claim) {}

    Clusters(Scheme scheme) {
        this.types = scheme.relations().stream()
                .filter(RelationType::transitive)
                .map(RelationType::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(String set, String document, Layers layers) {
        layers.claimRelations()
                .filter(relation -> types.contains(relation.type()))
                .forEach(relation -> {
                    End from = leader(end(set, document, relation, relation.from()));
                    End to = leader(end(set, document, relation, relation.to()));
                    if (!from.equals(to)) {
                        boolean fromFirst = ORDER.compare(from, to) < 0;
                        leaders.put(fromFirst ? to : from, fromFirst ? from : to);
                    }
                });
    }

    /** One cluster a value: its set, the relation, and its claims by document. */
    void write(JsonGenerator json) {
        Map<End, List<End>> clusters = new TreeMap<>(ORDER);
        leaders.keySet()
                .forEach(end -> clusters.computeIfAbsent(leader(end), _ -> new ArrayList<>())
                        .add(end));
        clusters.forEach((leader, members) -> {
            json.writeStartObject();
            json.writeStringProperty("set", leader.set());
            json.writeStringProperty("relation", leader.type());
            json.writeArrayPropertyStart("claims");
            for (End member : members) {
                json.writeStartObject();
                json.writeStringProperty("document", member.document());
                json.writeStringProperty("claim", member.claim());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private End leader(End end) {
        End leader = end;
        for (End next = leaders.putIfAbsent(leader, leader); next != null && !next.equals(leader); ) {
            leader = next;
            next = leaders.get(leader);
        }
        return leader;
    }

    private static End end(String set, String document, Relation relation, Relation.End end) {
        return new End(
                set,
                relation.type(),
                end.document() == null ? document : end.document().toString(),
                end.annotation());
    }
}
