package dev.parley.document.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentsAction;
import dev.parley.document.ImportService;
import dev.parley.document.ReadingStates;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Member;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The articles of a project; for managers also where files come in and wait for their cuts. */
@Route("projects/:project/documents")
@PermitAll
@CssImport("./styles/documents.css")
class DocumentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final DocumentService documents;
    private final ImportService imports;
    private final AccessPolicy policy;
    private final ObjectProvider<ReadingStates> states;
    private final ObjectProvider<DocumentsAction> actions;
    private String title = "Documents";

    DocumentsView(
            CurrentUser currentUser,
            ProjectService projects,
            DocumentService documents,
            ImportService imports,
            AccessPolicy policy,
            ObjectProvider<ReadingStates> states,
            ObjectProvider<DocumentsAction> actions) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.documents = documents;
        this.imports = imports;
        this.policy = policy;
        this.states = states;
        this.actions = actions;
        addClassNames("page", "page-wide", "documents");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        ProjectId id = ProjectRouteParameters.require(event.getRouteParameters());
        Project project = projects.require(viewer, id);
        title = "Documents · " + project.name();
        removeAll();
        add(new PageHead("Documents", new Note(project.name())));
        boolean manages = policy.allows(viewer, id, Permission.MANAGE);
        DocumentsSection list = new DocumentsSection(
                documents,
                states,
                viewer,
                id,
                manages ? readers(id) : List.of(),
                manages ? actions.orderedStream().toList() : null);
        if (manages) {
            WaitingSection waiting = new WaitingSection(documents, viewer, id, list::refresh);
            ImportSection report = new ImportSection(imports, viewer, id, () -> {
                waiting.refresh();
                list.refresh();
            });
            add(new UploadSection(imports, viewer, id, report), report, waiting);
        }
        add(list);
        list.show(event.getLocation().getQueryParameters());
    }

    private List<User> readers(ProjectId id) {
        return projects.members(id).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(Member::user)
                .toList();
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
