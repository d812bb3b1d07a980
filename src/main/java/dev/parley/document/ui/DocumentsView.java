package dev.parley.document.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentsAction;
import dev.parley.document.FileService;
import dev.parley.document.ImportService;
import dev.parley.document.ReadingStates;
import dev.parley.document.RevisionService;
import dev.parley.document.TrashService;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Member;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** The articles of a project; for managers also where files come in and wait for their cuts. */
@Route("projects/:project/documents")
@PermitAll
@CssImport("./styles/documents.css")
class DocumentsView extends ProjectScreen {

    private final ProjectService projects;
    private final FileService files;
    private final DocumentService documents;
    private final TrashService trash;
    private final RevisionService revisions;
    private final SchemeService schemes;
    private final ImportService imports;
    private final AccessPolicy policy;
    private final ObjectProvider<ReadingStates> states;
    private final ObjectProvider<DocumentsAction> actions;

    DocumentsView(
            CurrentUser currentUser,
            ProjectService projects,
            FileService files,
            DocumentService documents,
            TrashService trash,
            RevisionService revisions,
            SchemeService schemes,
            ImportService imports,
            AccessPolicy policy,
            ObjectProvider<ReadingStates> states,
            ObjectProvider<DocumentsAction> actions) {
        super("Documents", currentUser, projects);
        this.projects = projects;
        this.files = files;
        this.documents = documents;
        this.trash = trash;
        this.revisions = revisions;
        this.schemes = schemes;
        this.imports = imports;
        this.policy = policy;
        this.states = states;
        this.actions = actions;
        addClassNames("page-wide", "documents");
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        ProjectId id = project.id();
        add(new PageHead("Documents").withNote(project.name()));
        boolean manages = policy.allows(viewer, id, Permission.MANAGE);
        DocumentsSection list = new DocumentsSection(
                documents,
                trash,
                revisions,
                states,
                viewer,
                id,
                manages ? readers(id) : List.of(),
                labels(schemes.current(id)),
                manages ? actions.orderedStream().toList() : null);
        if (manages) {
            WaitingSection waiting = new WaitingSection(files, viewer, id, list::refresh);
            ImportSection report = new ImportSection(imports, viewer, id, () -> {
                waiting.refresh();
                list.refresh();
            });
            add(new UploadSection(imports, viewer, id, report), report, waiting);
        }
        add(list);
        list.show(location.getQueryParameters());
    }

    /** What may be marked, by id, as the scheme calls it. */
    private static Map<String, String> labels(Scheme scheme) {
        Map<String, String> labels = new LinkedHashMap<>();
        scheme.spanLayers().stream()
                .flatMap(layer -> layer.labels().stream())
                .forEach(label -> labels.put(label.id(), label.name().getOrDefault("en", label.id())));
        scheme.frame().ifPresent(frame -> labels.put("claim", frame.name().getOrDefault("en", "Claim")));
        scheme.relations()
                .forEach(relation -> labels.put(relation.id(), relation.name().getOrDefault("en", relation.id())));
        return labels;
    }

    private List<User> readers(ProjectId id) {
        return projects.members(id).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(Member::user)
                .toList();
    }
}
