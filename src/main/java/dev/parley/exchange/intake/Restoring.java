package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.TextImport;
import dev.parley.exchange.HowFar;
import dev.parley.exchange.Losses;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Restores one bundle, step by step: what later steps refer to comes first. The records are read one at a time, as often as
 * there are steps, so that nothing but ids is held.
 */
final class Restoring {

    private static final String RECORDS = "documents.jsonl";

    private final BundleImport services;
    private final User actor;
    private final ProjectId project;
    private final BundleFile bundle;
    private final People people;
    private final Losses losses;
    private final Shared shared;
    private final SetupReader setup;
    private final EntityReader entities;
    private final Map<String, DocumentId> documents = new LinkedHashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final List<Placement> placements = new ArrayList<>();
    private final HowFar howFar;
    private final int all;
    private int read;
    private int annotations;

    Restoring(
            BundleImport services,
            User actor,
            ProjectId project,
            BundleFile bundle,
            People people,
            Losses losses,
            HowFar howFar) {
        this.services = services;
        this.actor = actor;
        this.project = project;
        this.bundle = bundle;
        this.people = people;
        this.losses = losses;
        this.howFar = howFar;
        // they are read once for their texts and once for their marks
        this.all = 2 * bundle.manifest().at("/counts/documents").asInt(0);
        this.shared = new Shared(services, actor, project, bundle, people, documents, losses);
        this.setup = new SetupReader(shared);
        this.entities = new EntityReader(shared);
    }

    int documents() {
        return documents.size();
    }

    int annotations() {
        return annotations;
    }

    void run() {
        bundle.lines("annotators.jsonl", this::restorePerson);
        setup.run();
        eachRecord(this::restoreDocument);
        bundle.lines("entities.jsonl", entities::restore);
        entities.restoreMerges();
        bundle.lines("assignments.jsonl", this::restoreAssignment);
        eachRecord(record -> eachSet(record, this::restoreSet));
        boolean[] outward = new boolean[1];
        bundle.lines("relations.jsonl", _ -> outward[0] = true);
        if (outward[0]) {
            bundle.lines(RECORDS, record -> eachSet(record, this::restoreOutward));
        }
        new DecisionReader(shared, setup).run();
        new BackgroundReader(shared).run();
        restoreSplit();
    }

    private void eachRecord(Consumer<JsonNode> reader) {
        bundle.lines(RECORDS, record -> {
            howFar.at(read++, all);
            reader.accept(record);
        });
    }

    private void restorePerson(JsonNode person) {
        String name = person.path("id").asString("");
        people.called(name, person.path("name").asString(name));
        for (JsonNode role : person.path("roles")) {
            // managing is given by managers, never by a file
            if (!role.asString("").equals("manager")) {
                people.of(name, BundleValues.constant(Role.class, role, "annotators.jsonl"));
            }
        }
    }

    private void restoreDocument(JsonNode record) {
        String id = record.path("id").asString("");
        if (!record.path("format").asString("").equals("parley-record")
                || !record.path("text").isString()) {
            throw ProblemException.invalid(
                    "%s: this is no parley-record with a text. Nothing was imported.".formatted(place(record)));
        }
        DocumentText text =
                TextImport.readable(place(record), record.get("text").asString());
        if (!text.sha256().equals(record.path("textSha256").asString(""))) {
            throw ProblemException.invalid(
                    "%s: the text is not the one its hash tells of. Nothing was imported.".formatted(place(record)));
        }
        Document document = services.texts().take(actor, project, BundleValues.article(record, text));
        documents.put(id, document.id());
        losses.add("original files, which a bundle does not hold", id);
        if (!document.id().toString().equals(id)) {
            losses.add("documents that have another id here", id);
        }
        if (record.path("group").isString() && record.path("split").isString()) {
            restorePlacement(record, document.id());
        }
    }

    private void restorePlacement(JsonNode record, DocumentId document) {
        Set<Part> joins = EnumSet.noneOf(Part.class);
        record.path("x-split-joins").forEach(part -> joins.add(Part.of(part.asString(""))));
        placements.add(new Placement(
                document,
                record.get("group").asString(),
                Part.of(record.get("split").asString()),
                joins));
    }

    /** A group is called after the smallest of its documents, which may have another id here. */
    private void restoreSplit() {
        Set<DocumentId> placed = services.splits().frozen(project).placements().keySet();
        services.splits()
                .restore(
                        actor,
                        project,
                        placements.stream()
                                .filter(placement -> !placed.contains(placement.document()))
                                .map(placement -> new Placement(
                                        placement.document(),
                                        groups.computeIfAbsent(placement.group(), this::group),
                                        placement.part(),
                                        placement.joins()))
                                .toList());
    }

    private String group(String id) {
        DocumentId document = documents.get(id);
        return document == null ? id : document.toString();
    }

    private void restoreAssignment(JsonNode assigned) {
        DocumentId document = documents.get(assigned.path("document").asString(""));
        if (document != null) {
            Instant at = BundleValues.instant(assigned.path("at"));
            services.sets()
                    .assign(
                            actor,
                            document,
                            people.of(assigned.path("annotator").asString(""), Role.ANNOTATOR)
                                    .id(),
                            at == null ? BundleValues.instantOf(bundle.manifest()) : at);
        }
    }

    private interface SetWork {
        void on(JsonNode record, DocumentId document, RecordReader reader, JsonNode set);
    }

    private void eachSet(JsonNode record, SetWork work) {
        DocumentId document =
                Objects.requireNonNull(documents.get(record.path("id").asString("")));
        DocumentText text = DocumentText.of(record.get("text").asString());
        RecordReader reader = new RecordReader(record, text, id -> document(record, id), entities::here);
        for (JsonNode set : record.path("annotations")) {
            work.on(record, document, reader, set);
        }
        if (record.path("annotations").isEmpty() && record.path("gold").isObject()) {
            losses.add("gold sets that came without the sets they were made of", document.toString());
        }
    }

    private User annotator(JsonNode set) {
        return people.of(set.path("annotator").asString(""), Role.ANNOTATOR);
    }

    private void restoreSet(JsonNode record, DocumentId document, RecordReader reader, JsonNode set) {
        List<Annotation> made = reader.own(set);
        Set<String> twice = RecordReader.twice(made);
        if (!twice.isEmpty()) {
            throw ProblemException.invalid("%s: the id %s is given twice. Nothing was imported."
                    .formatted(place(record), twice.iterator().next()));
        }
        annotations += made.size();
        refuse(record, services.sets().fill(actor, document, annotator(set).id(), made));
        settle(record, document, set);
    }

    private void restoreOutward(JsonNode record, DocumentId document, RecordReader reader, JsonNode set) {
        List<Relation> outward = reader.outward(set);
        if (!outward.isEmpty()) {
            annotations += outward.size();
            refuse(record, services.sets().add(actor, document, annotator(set).id(), outward));
            settle(record, document, set);
        }
    }

    private void refuse(JsonNode record, List<String> problems) {
        ForeignImport.requireNone(problems.stream()
                .map(problem -> new Fault(place(record), problem))
                .toList());
    }

    private void settle(JsonNode record, DocumentId document, JsonNode set) {
        String annotator = set.path("annotator").asString("");
        services.sets()
                .settle(
                        actor,
                        document,
                        annotator(set).id(),
                        BundleValues.constant(State.class, set.path("state"), place(record)),
                        BundleValues.instant(set.path("at")),
                        setup.guidelines(set.path("guidelinesVersion")),
                        setup.schemeVersion(
                                record.path("x-scheme-versions").get(annotator), place(record) + " " + annotator));
    }

    private static String place(JsonNode record) {
        return "%s, record %s".formatted(RECORDS, record.path("id").asString(""));
    }

    private DocumentId document(JsonNode record, String id) {
        DocumentId found = documents.get(id);
        if (found == null) {
            throw ProblemException.invalid(
                    "%s: a relation leads to the document %s, which is not in the bundle. Nothing was imported."
                            .formatted(place(record), id));
        }
        return found;
    }
}
