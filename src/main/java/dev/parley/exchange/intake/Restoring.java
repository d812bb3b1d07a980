package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.DecisionImport.Told;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.TextImport;
import dev.parley.exchange.Losses;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.Role;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFields;
import dev.parley.registry.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Restores one bundle, step by step: what later steps refer to comes first. */
final class Restoring {

    private final BundleImport services;
    private final User actor;
    private final ProjectId project;
    private final BundleFile bundle;
    private final People people;
    private final Losses losses;
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> displayNames = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    Restoring(BundleImport services, User actor, ProjectId project, BundleFile bundle, People people, Losses losses) {
        this.services = services;
        this.actor = actor;
        this.project = project;
        this.bundle = bundle;
        this.people = people;
        this.losses = losses;
    }

    void run() {
        services.schemes().put(actor, project, bundle.scheme());
        if (!bundle.guidelines().isBlank()
                && services.guidelines().current(project).isEmpty()) {
            services.guidelines().write(actor, project, bundle.guidelines(), null, null);
        }
        restorePeople();
        bundle.records().forEach(this::restoreDocument);
        restoreEntities();
        bundle.records().forEach(this::restoreSets);
        ForeignImport.requireNone(faults);
        bundle.records().forEach(this::restoreOutward);
        ForeignImport.requireNone(faults);
        bundle.records().forEach(this::settle);
        restoreDecisions();
    }

    private void restorePeople() {
        for (JsonNode person : bundle.people()) {
            String name = person.path("id").asString("");
            displayNames.put(name, person.path("name").asString(name));
            for (JsonNode role : person.path("roles")) {
                // managing is given by managers, never by a file
                if (!role.asString("").equals("manager")) {
                    person(name, Role.valueOf(role.asString("").toUpperCase(Locale.ROOT)));
                }
            }
        }
    }

    private User person(String name, Role role) {
        return people.of(name, displayNames.getOrDefault(name, name), role);
    }

    private void restoreDocument(JsonNode record) {
        String id = record.path("id").asString("");
        if (!record.path("format").asString("").equals("parley-record")
                || !record.path("text").isString()) {
            throw ProblemException.invalid(
                    "documents.jsonl, record %s: this is no parley-record with a text. Nothing was imported."
                            .formatted(id));
        }
        JsonNode source = record.path("source");
        DocumentText text = TextImport.readable(
                "documents.jsonl, record " + id, record.get("text").asString());
        if (!text.sha256().equals(record.path("textSha256").asString(""))) {
            throw ProblemException.invalid(
                    "documents.jsonl, record %s: the text is not the one its hash tells of. Nothing was imported."
                            .formatted(id));
        }
        Document document = services.texts()
                .take(
                        actor,
                        project,
                        new TextImport.Article(
                                BundleValues.uuid(id),
                                id + ".txt",
                                record.at("/document/title").asString(""),
                                record.has("x-language")
                                        ? record.get("x-language").asString()
                                        : BundleValues.language(record),
                                text,
                                BundleValues.segments(record),
                                new TextImport.From(
                                        source.path("file").asString(id),
                                        source.path("fileSha256").asString(text.sha256()),
                                        source.path("mediaType").asString("text/plain"),
                                        source.path("start").asInt(0),
                                        source.path("end").asInt(text.codePoints()))));
        documents.put(id, document);
        losses.add("original files, which a bundle does not hold", id);
        if (!document.id().toString().equals(id)) {
            losses.add("documents that have another id here", id);
        }
    }

    private void restoreEntities() {
        Set<String> here =
                services.entities().all(project).stream().map(Entity::id).collect(Collectors.toSet());
        for (JsonNode entity : bundle.entities()) {
            String id = entity.path("id").asString("");
            if (here.contains(id)) {
                known.put(id, id);
            } else if (entity.path("name").isString()) {
                Entity made = services.entities().add(actor, project, fields(entity));
                known.put(id, made.id());
                losses.add("entities that have another id here", id);
            } else {
                losses.add("links to entities the bundle does not describe", id);
            }
        }
    }

    private EntityFields fields(JsonNode entity) {
        List<Alias> aliases = new ArrayList<>();
        for (JsonNode alias : entity.path("names")) {
            aliases.add(new Alias(
                    alias.path("form").asString(""),
                    alias.path("language").isString() ? alias.get("language").asString() : null,
                    Alias.Kind.valueOf(alias.path("kind")
                            .asString("OWN_NAME")
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_'))));
        }
        if (!entity.has("names")) {
            entity.path("aliases").forEach(form -> aliases.add(Alias.of(form.asString(""))));
        }
        List<String> externalIds = entity.path("externalIds")
                .valueStream()
                .map(one -> one.asString(""))
                .toList();
        List<Fact> facts = entity.path("facts")
                .valueStream()
                .map(fact -> new Fact(
                        fact.path("role").asString(""),
                        fact.path("from").isString() ? fact.get("from").asString() : null,
                        fact.path("to").isString() ? fact.get("to").asString() : null,
                        Optional.ofNullable(documents.get(fact.path("document").asString("")))
                                .map(Document::id)
                                .orElse(null)))
                .toList();
        return new EntityFields(
                entity.path("type").asString(""), entity.get("name").asString(), aliases, externalIds, facts, null);
    }

    private RecordReader reader(JsonNode record, Document document) {
        DocumentText text = DocumentText.of(record.get("text").asString());
        return new RecordReader(record, text, id -> document(document, id), known::get);
    }

    private DocumentId document(Document from, String id) {
        Document found = documents.get(id);
        if (found == null) {
            throw ProblemException.invalid(
                    "documents.jsonl, record %s: a relation leads to the document %s, which is not in the bundle. Nothing was imported."
                            .formatted(from.id(), id));
        }
        return found.id();
    }

    private interface SetWork {
        void on(Document document, RecordReader reader, JsonNode set, User annotator);
    }

    private void eachSet(JsonNode record, SetWork work) {
        Document document = documents.get(record.path("id").asString(""));
        if (document == null) {
            return;
        }
        RecordReader reader = reader(record, document);
        for (JsonNode set : record.path("annotations")) {
            work.on(document, reader, set, person(set.path("annotator").asString(""), Role.ANNOTATOR));
        }
    }

    private void restoreSets(JsonNode record) {
        eachSet(record, (document, reader, set, annotator) -> {
            List<Annotation> made = reader.own(set);
            Set<String> twice = RecordReader.twice(made);
            if (!twice.isEmpty()) {
                faults.add(new Fault(
                        place(record),
                        "the id %s is given twice.".formatted(twice.iterator().next())));
                return;
            }
            services.sets()
                    .fill(actor, document.id(), annotator.id(), made)
                    .forEach(problem -> faults.add(new Fault(place(record), problem)));
        });
    }

    private void restoreOutward(JsonNode record) {
        eachSet(record, (document, reader, set, annotator) -> {
            List<Relation> outward = reader.outward(set);
            if (!outward.isEmpty()) {
                services.sets()
                        .add(actor, document.id(), annotator.id(), outward)
                        .forEach(problem -> faults.add(new Fault(place(record), problem)));
            }
        });
    }

    private void settle(JsonNode record) {
        eachSet(record, (document, _, set, annotator) -> {
            State state = State.valueOf(set.path("state").asString("draft").toUpperCase(Locale.ROOT));
            String guidelines = set.path("guidelinesVersion").asString("");
            services.sets()
                    .settle(
                            actor,
                            document.id(),
                            annotator.id(),
                            state,
                            BundleValues.instant(set.path("at")),
                            guidelines.matches("[0-9]{1,9}") ? Integer.valueOf(guidelines) : null);
        });
    }

    private static String place(JsonNode record) {
        return "documents.jsonl, record " + record.path("id").asString("");
    }

    private void restoreDecisions() {
        Map<String, List<Told>> told = new LinkedHashMap<>();
        for (JsonNode decision : bundle.decisions()) {
            told.computeIfAbsent(decision.path("document").asString(""), _ -> new ArrayList<>())
                    .add(told(decision));
        }
        told.forEach((id, list) -> {
            Document document = documents.get(id);
            List<Told> strange = document == null ? list : services.decisions().record(actor, document.id(), list);
            losses.add("decisions that fit no disagreement of the sets in the bundle", strange.size(), id);
        });
    }

    private Told told(JsonNode decision) {
        Map<String, String> members = new HashMap<>();
        for (JsonNode member : decision.path("members")) {
            String annotator = person(member.path("annotator").asString(""), Role.ANNOTATOR)
                    .name();
            members.put(annotator, member.path("annotation").asString(""));
        }
        Instant at = BundleValues.instant(decision.path("at"));
        if (decision.path("automatic").asBoolean(false)) {
            losses.add(
                    "decisions of a rule, which count as a person's here",
                    decision.path("id").asString(""));
        }
        JsonNode version = decision.path("version");
        return new Told(
                members,
                Decision.Outcome.valueOf(decision.path("outcome").asString("").toUpperCase(Locale.ROOT)),
                version.isString() ? person(version.asString(), Role.ANNOTATOR).name() : null,
                BundleValues.own(decision),
                decision.path("reason").isString() ? decision.get("reason").asString() : null,
                decision.path("note").isString() ? decision.get("note").asString() : null,
                person(decision.path("by").asString(""), Role.ADJUDICATOR).id(),
                at == null ? Instant.EPOCH : at);
    }
}
