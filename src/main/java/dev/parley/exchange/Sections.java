package dev.parley.exchange;

import dev.parley.adjudication.Decision;
import dev.parley.annotation.AnnotationJson;
import dev.parley.document.DocumentId;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.registry.Fact;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The parts an export is made of. Each method writes its values one after the other where the generator stands: in an
 * array that has been begun, or as lines of a file.
 */
final class Sections {

    private final ExportSource source;
    private final ExportOptions options;
    private final Names names;
    private final Clusters clusters;

    Sections(ExportSource source, ExportOptions options, Names names) {
        this.source = source;
        this.options = options;
        this.names = names;
        this.clusters = new Clusters(source.definition());
    }

    /** Counts the documents without writing any. */
    Tally count() {
        Tally tally = new Tally(options);
        source.forEachArticle(tally::add);
        return tally;
    }

    Tally writeDocuments(JsonGenerator json) {
        Tally tally = new Tally(options);
        RecordWriter records =
                new RecordWriter(json, options, names, source.scheme().version());
        source.forEachArticle(article -> {
            tally.add(article);
            records.write(article);
            article.layers(options)
                    .forEach(layers -> clusters.add(
                            layers.name(names), article.document().id().toString(), layers));
        });
        return tally;
    }

    /** The registry, after it what was merged into another entity, and at last ids that mentions link to and the registry no longer knows. */
    void writeEntities(JsonGenerator json, Tally tally) {
        Set<String> unknown = new TreeSet<>(tally.entities());
        Stream.of(source.entities(), source.background().merged())
                .flatMap(entities -> entities.stream().sorted(Comparator.comparing(Entity::id)))
                .forEach(entity -> {
                    unknown.remove(entity.id());
                    json.writeStartObject();
                    json.writeStringProperty("id", entity.id());
                    json.writeStringProperty("type", entity.type());
                    json.writeStringProperty("name", entity.name());
                    json.writeName("aliases");
                    JsonOutput.writeValue(
                            json, entity.aliases().stream().map(Alias::form).toList());
                    writeKnowledge(json, entity);
                    if (entity.mergedInto() != null) {
                        json.writeStringProperty("mergedInto", entity.mergedInto());
                    }
                    json.writeEndObject();
                });
        unknown.forEach(id -> {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeEndObject();
        });
    }

    /** What is known of an entity beside its names; absent where there is nothing to say. */
    private void writeKnowledge(JsonGenerator json, Entity entity) {
        boolean plain = entity.aliases().stream().allMatch(alias -> alias.equals(Alias.of(alias.form())));
        if (!plain) {
            json.writeArrayPropertyStart("names");
            for (Alias alias : entity.aliases()) {
                json.writeStartObject();
                json.writeStringProperty("form", alias.form());
                json.writeStringProperty("language", alias.language());
                json.writeStringProperty(
                        "kind", alias.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!entity.externalIds().isEmpty()) {
            json.writeName("externalIds");
            JsonOutput.writeValue(json, entity.externalIds());
        }
        if (!entity.facts().isEmpty()) {
            json.writeArrayPropertyStart("facts");
            for (Fact fact : entity.facts()) {
                json.writeStartObject();
                json.writeStringProperty("role", fact.role());
                json.writeStringProperty("from", fact.from());
                json.writeStringProperty("to", fact.to());
                json.writeStringProperty(
                        "document",
                        fact.document() == null ? null : fact.document().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (entity.provisional()) {
            json.writeBooleanProperty("provisional", true);
            DocumentId local = entity.document();
            if (local != null) {
                json.writeStringProperty("document", local.toString());
            }
            json.writeStringProperty("by", names.of(source.nameOf(entity.createdBy())));
        }
    }

    /** The relations that tie two documents; they stand in their records as well. */
    void writeRelations(JsonGenerator json, Tally tally) {
        if (!tally.hasOutwardRelations()) {
            return;
        }
        source.forEachArticle(article -> article.layers(options)
                .forEach(layers -> layers.outwardRelations().forEach(relation -> {
                    json.writeStartObject();
                    json.writeStringProperty("set", layers.name(names));
                    RelationFields.write(json, relation, article.document().id().toString());
                    json.writeEndObject();
                })));
    }

    /**
     * Claims that say the same, across documents: what transitive relations hold together, set by set. To be asked for when
     * the documents are written, which shows them.
     */
    void writeClusters(JsonGenerator json) {
        clusters.write(json);
    }

    void writeAssignments(JsonGenerator json) {
        source.forEachAssignment(assigned -> {
            if (options.sets().hasSetOf(assigned.annotator())) {
                json.writeStartObject();
                json.writeStringProperty("document", assigned.document().toString());
                json.writeStringProperty("annotator", names.of(assigned.annotator()));
                json.writeStringProperty("state", assigned.state().name().toLowerCase(Locale.ROOT));
                if (!options.anonymous()) {
                    json.writeStringProperty("at", assigned.at().toString());
                }
                json.writeEndObject();
            }
        });
    }

    void writeDecisions(JsonGenerator json) {
        source.forEachDecision(decision -> {
            json.writeStartObject();
            json.writeStringProperty("id", decision.id());
            json.writeStringProperty("document", decision.document().toString());
            json.writeStringProperty("disagreement", decision.disagreement());
            json.writeStringProperty("layer", decision.layer());
            json.writeStringProperty("cause", decision.cause());
            json.writeStringProperty("outcome", decision.outcome());
            json.writeArrayPropertyStart("members");
            decision.members().stream()
                    .sorted(Comparator.comparing(member -> names.of(member.annotator())))
                    .forEach(member -> {
                        json.writeStartObject();
                        json.writeStringProperty("annotator", names.of(member.annotator()));
                        json.writeStringProperty("annotation", member.annotation());
                        json.writeEndObject();
                    });
            json.writeEndArray();
            String version = decision.version();
            json.writeStringProperty("version", version == null ? null : names.of(version));
            json.writeStringProperty("chosen", decision.chosen());
            if (decision.own() != null && options.text()) {
                json.writeName("annotation");
                json.writeTree(AnnotationJson.write(decision.own()));
            }
            json.writeStringProperty("reason", decision.reason());
            json.writeStringProperty("by", names.of(decision.by()));
            json.writeStringProperty("batch", decision.batch());
            if (decision.guidelinesVersion() != null) {
                json.writeStringProperty(
                        "guidelinesVersion", decision.guidelinesVersion().toString());
            }
            writeAutomatic(json, decision.automatic());
            if (!options.anonymous()) {
                if (decision.milliseconds() != null) {
                    json.writeNumberProperty("milliseconds", decision.milliseconds());
                }
                json.writeStringProperty("note", decision.note());
                json.writeStringProperty("at", decision.at().toString());
            }
            json.writeEndObject();
        });
    }

    private static void writeAutomatic(JsonGenerator json, Decision.@Nullable Automatic automatic) {
        if (automatic != null) {
            json.writeObjectPropertyStart("automatic");
            json.writeStringProperty("merge", automatic.merge().toString());
            json.writeStringProperty("rule", automatic.rule());
            json.writeNumberProperty("posterior", automatic.posterior());
            json.writeBooleanProperty("audit", automatic.audit());
            json.writeEndObject();
        }
    }

    void writeParticipants(JsonGenerator json) {
        source.participants().stream()
                .sorted(Comparator.comparing(participant -> names.of(participant.name())))
                .forEach(participant -> {
                    json.writeStartObject();
                    json.writeStringProperty("id", names.of(participant.name()));
                    if (!options.anonymous()) {
                        json.writeStringProperty("name", participant.displayName());
                    }
                    json.writeArrayPropertyStart("roles");
                    participant.roles().stream()
                            .map(role -> role.name().toLowerCase(Locale.ROOT))
                            .sorted()
                            .forEach(json::writeString);
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }
}
