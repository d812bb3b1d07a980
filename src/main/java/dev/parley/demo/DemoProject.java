package dev.parley.demo;

import dev.parley.account.User;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.Edit;
import dev.parley.annotation.EditOutcome;
import dev.parley.annotation.EditService;
import dev.parley.annotation.HandInService;
import dev.parley.demo.DemoPeople.Cast;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.FileResult;
import dev.parley.document.UploadedFile;
import dev.parley.project.GuidelineService;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import dev.parley.registry.EntityFields;
import dev.parley.registry.EntityService;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Makes the demo project the way people would: through the services, each step by the person whose it is. */
@Component
class DemoProject {

    private final ProjectService projects;
    private final DocumentService documents;
    private final EntityService entities;
    private final AnnotationService annotations;
    private final EditService edits;
    private final HandInService handIn;
    private final DemoDecisions decisions;
    private final GuidelineService guidelines;

    DemoProject(
            ProjectService projects,
            DocumentService documents,
            EntityService entities,
            AnnotationService annotations,
            EditService edits,
            HandInService handIn,
            DemoDecisions decisions,
            GuidelineService guidelines) {
        this.projects = projects;
        this.documents = documents;
        this.entities = entities;
        this.annotations = annotations;
        this.edits = edits;
        this.handIn = handIn;
        this.decisions = decisions;
        this.guidelines = guidelines;
    }

    void make(Cast people) {
        User supervisor = people.supervisor();
        Script demo = Script.read("demo.yaml");
        Project project = projects.create(supervisor, demo.require("project"), "envoys", ProjectSettings.DEFAULT);
        String rules = new String(Script.bytes("guidelines.md"), StandardCharsets.UTF_8);
        guidelines.write(supervisor, project.id(), rules, "First version.", 0);
        DemoPeople.ANNOTATORS.forEach(
                name -> projects.putMember(supervisor, project.id(), name, EnumSet.of(Role.ANNOTATOR)));
        Registry registry = register(supervisor, project, demo.section("entities"));
        Map<String, DocumentId> articles = new LinkedHashMap<>();
        demo.texts("articles")
                .forEach(name -> articles.put(
                        name, upload(supervisor, project, name, true).getFirst()));
        upload(supervisor, project, demo.require("unconfirmed"), false);
        articles.forEach((name, document) -> {
            Script script = Script.read(name + ".yaml");
            read(people, name, document, script, articles, registry);
            Reading reading = new Reading(
                    name, documents.text(document), script, DemoPeople.ANNOTATORS.getFirst(), articles, registry);
            decisions.take(supervisor, project.id(), name, document, script, reading);
        });
    }

    private Registry register(User supervisor, Project project, Script script) {
        Map<String, String> ids = new LinkedHashMap<>();
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (String key : script.values().keySet()) {
            List<String> entity = script.texts(key);
            names.put(key, entity);
            ids.put(
                    key,
                    entities.add(
                                    supervisor,
                                    project.id(),
                                    EntityFields.of(entity.get(0), entity.get(1), entity.subList(2, entity.size())))
                            .id());
        }
        return new Registry(ids, names);
    }

    private List<DocumentId> upload(User supervisor, Project project, String name, boolean acceptProposal) {
        UploadedFile file = new UploadedFile(name + ".txt", new ByteArrayResource(Script.bytes(name + ".txt")));
        FileResult result = documents
                .upload(supervisor, project.id(), List.of(file), acceptProposal)
                .getFirst();
        if (acceptProposal && result.documents().size() != 1) {
            throw new IllegalStateException("%s is not one article: %s".formatted(name, result));
        }
        return result.documents();
    }

    private void read(
            Cast people,
            String article,
            DocumentId document,
            Script script,
            Map<String, DocumentId> articles,
            Registry registry) {
        script.section("readers").values().forEach((name, state) -> {
            User reader = people.get(name);
            annotations.assign(people.supervisor(), document, reader.id());
            if (!state.equals("untouched")) {
                Reading reading = new Reading(article, documents.text(document), script, name, articles, registry);
                mark(reader, document, reading.annotations());
            }
            if (state.equals("submitted")) {
                handIn.submit(reader, document);
            }
        });
    }

    private void mark(User reader, DocumentId document, List<Annotation> marks) {
        List<Edit> edits = marks.stream()
                .<Edit>map(mark -> new Edit.Put("demo-" + mark.id(), mark))
                .toList();
        List<String> refused = this.edits.edit(reader, document, edits).results().stream()
                .filter(result -> result.status() != EditOutcome.Status.APPLIED)
                .map(EditOutcome.Result::toString)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("%s cannot mark %s".formatted(reader.name(), refused));
        }
    }
}
