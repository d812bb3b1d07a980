package dev.parley.adjudication.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueItem;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.project.Project;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Settles the disagreements of a project one after the other, a key for each answer. */
@Route("projects/:project/adjudicate")
@PermitAll
@CssImport("./styles/adjudication.css")
class AdjudicateView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    private final AdjudicationService adjudication;
    private String title = "Adjudicate";

    AdjudicateView(
            CurrentUser currentUser,
            ProjectService projects,
            DocumentService documents,
            SchemeService schemes,
            EntityService entities,
            AdjudicationService adjudication) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
        this.adjudication = adjudication;
        addClassNames("page", "page-wide", "adjudicate");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User actor = currentUser.get();
        Project project = projects.require(actor, ProjectRouteParameters.require(event.getRouteParameters()));
        List<Document> all = documents.all(project.id());
        QueueFilter filter = QueueFilters.read(event.getLocation().getQueryParameters(), all);
        List<QueueItem> items = adjudication.queue(actor, project.id(), filter);
        Vocabulary vocabulary = new Vocabulary(
                schemes.current(project.id()),
                id -> entities.find(project.id(), id).map(Entity::name).orElse(id));
        String address = event.getLocation().getPath();
        title = "Adjudicate · " + project.name();
        removeAll();
        add(
                new PageHead("Adjudicate", new Note(project.name())),
                new QueueFilters(vocabulary, all, filter, chosen -> narrow(address, chosen)));
        if (items.isEmpty()) {
            add(nothing(filter, project));
        } else {
            add(new DecisionRound(currentUser, adjudication, project.id(), vocabulary, items));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }

    private static void narrow(String address, QueryParameters chosen) {
        UI.getCurrent().navigate(address, chosen);
    }

    private static EmptyState nothing(QueueFilter filter, Project project) {
        boolean narrowed = filter.cause() != null || filter.layer() != null || filter.document() != null;
        return narrowed
                ? new EmptyState(
                        "Nobody disagrees about anything in this selection.",
                        new Anchor("projects/%s/adjudicate".formatted(project.id()), "Show all disagreements"))
                : new EmptyState(
                        "Disagreements appear here as soon as two annotators have handed in the same document.",
                        new Anchor("projects/%s/assignments".formatted(project.id()), "See who reads what"));
    }
}
