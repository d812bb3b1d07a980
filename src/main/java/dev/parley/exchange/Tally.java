package dev.parley.exchange;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Mention;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/** Counts what goes out while it goes by. */
final class Tally {

    private final ExportOptions options;
    private int documents;
    private int withoutGold;
    private int undecided;
    private final Map<String, Integer> goldByStatus = new TreeMap<>();
    private final Map<String, Integer> setsByState = new TreeMap<>();
    private final Count gold = new Count();
    private final Count annotators = new Count();
    private final Map<Part, Integer> parts = new EnumMap<>(Part.class);
    private final List<Placement> conflicts = new ArrayList<>();
    private final SortedSet<String> entities = new TreeSet<>();

    Tally(ExportOptions options) {
        this.options = options;
        for (Gold.Status status : Gold.Status.values()) {
            goldByStatus.put(lowerCase(status), 0);
        }
        for (AnnotationSet.State state : AnnotationSet.State.values()) {
            setsByState.put(lowerCase(state), 0);
        }
    }

    void add(Article article) {
        documents++;
        article.placement().ifPresent(placement -> {
            parts.merge(placement.part(), 1, Integer::sum);
            if (placement.joins().size() > 1) {
                conflicts.add(placement);
            }
        });
        if (options.sets().hasGold()) {
            undecided += article.undecided();
        }
        article.gold(options)
                .ifPresentOrElse(found -> count(goldByStatus, lowerCase(found.status())), () -> withoutGold++);
        article.sets(options).forEach(set -> count(setsByState, lowerCase(set.state())));
        for (Layers layers : article.layers(options)) {
            (layers.annotator() == null ? gold : annotators).add(layers);
            layers.mentions().forEach(this::remember);
        }
    }

    private void remember(Mention mention) {
        Mention.Link link = mention.link();
        String entity = link == null ? null : link.entity();
        if (entity != null) {
            entities.add(entity);
        }
    }

    /** Ids of the entities that some mention links to. */
    SortedSet<String> entities() {
        return entities;
    }

    boolean hasOutwardRelations() {
        return gold.outwardRelations + annotators.outwardRelations > 0;
    }

    Summary summary() {
        return new Summary(
                documents,
                goldByStatus,
                withoutGold,
                undecided,
                setsByState,
                gold.annotations(),
                annotators.annotations());
    }

    /** How many documents each part has, and those whose near-duplicates were in different parts. */
    void writeParts(JsonGenerator json) {
        for (Part part : Part.values()) {
            json.writeNumberProperty(part.id(), parts.getOrDefault(part, 0));
        }
        json.writeArrayPropertyStart("conflicts");
        for (Placement conflict : conflicts) {
            json.writeStartObject();
            json.writeStringProperty("document", conflict.document().toString());
            json.writeStringProperty("part", conflict.part().id());
            json.writeArrayPropertyStart("joins");
            conflict.joins().stream().sorted().forEach(part -> json.writeString(part.id()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("documents", documents);
        json.writeObjectPropertyStart("gold");
        goldByStatus.forEach(json::writeNumberProperty);
        json.writeNumberProperty("none", withoutGold);
        json.writeNumberProperty("undecidedDisagreements", undecided);
        gold.write(json);
        json.writeEndObject();
        json.writeObjectPropertyStart("annotations");
        setsByState.forEach(json::writeNumberProperty);
        annotators.write(json);
        json.writeEndObject();
        json.writeNumberProperty("entities", entities.size());
        json.writeEndObject();
    }

    private static void count(Map<String, Integer> counts, String key) {
        counts.merge(key, 1, Integer::sum);
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Annotations of one kind of set. */
    private static final class Count {

        private int mentions;
        private int claims;
        private int relations;
        private int mentionRelations;
        private int outwardRelations;
        private int sourcelessClaims;

        void add(Layers layers) {
            mentions += layers.mentions().size();
            claims += layers.claims().size();
            relations += (int) layers.claimRelations().count();
            mentionRelations += (int) layers.mentionRelations().count();
            outwardRelations += (int) layers.outwardRelations().count();
            sourcelessClaims += (int) layers.claims().stream()
                    .filter(claim -> claim.source().isEmpty())
                    .count();
        }

        int annotations() {
            return mentions + claims + relations + mentionRelations;
        }

        void write(JsonGenerator json) {
            json.writeNumberProperty("mentions", mentions);
            json.writeNumberProperty("claims", claims);
            json.writeNumberProperty("relations", relations);
            json.writeNumberProperty("x-mention-relations", mentionRelations);
            json.writeNumberProperty("relationsToOtherDocuments", outwardRelations);
            json.writeNumberProperty("x-sourceless-claims", sourcelessClaims);
        }
    }
}
