package dev.parley.adjudication.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.RulesService;
import dev.parley.document.Document;
import dev.parley.document.DocumentChoice;
import dev.parley.page.EmptyState;
import dev.parley.page.PageHead;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;

/** Settles the disagreements of a project one after the other, a key for each answer. */
@Route("projects/:project/adjudicate")
@PermitAll
@CssImport("./styles/adjudication.css")
class AdjudicateView extends ProjectScreen {

    private final ProjectService projects;
    private final DocumentChoice documents;
    private final AdjudicationService adjudication;
    private final RulesService rules;

    AdjudicateView(
            CurrentUser currentUser,
            ProjectService projects,
            DocumentChoice documents,
            AdjudicationService adjudication,
            RulesService rules) {
        super("Adjudicate", currentUser, projects);
        this.projects = projects;
        this.documents = documents;
        this.adjudication = adjudication;
        this.rules = rules;
        addClassNames("page-wide", "adjudicate");
    }

    @Override
    protected void show(User actor, Project project, Location location) {
        QueryParameters query = location.getQueryParameters();
        Optional<Document> document = documents.named(project.id(), QueueFilters.document(query)).stream()
                .findFirst();
        QueueFilter filter = QueueFilters.read(query, document);
        boolean anything = adjudication.isAboutToBegin(actor, project.id());
        String address = location.getPath();
        add(
                new PageHead("Adjudicate", AdjudicationPages.links(project.id())).withNote(project.name()),
                new QueueFilters(
                        adjudication.vocabulary(project.id()),
                        annotators(project),
                        filter,
                        document,
                        box -> documents.offer(box, actor, project.id()),
                        chosen -> UI.getCurrent().navigate(address, chosen)));
        if (anything) {
            add(new DecisionDesk(
                    project.id(),
                    query.getQueryString(),
                    rules.of(actor, project.id()).reasons()));
        } else {
            add(nothing(project));
        }
    }

    /** Nobody to choose from where names are hidden. */
    private Map<String, String> annotators(Project project) {
        return rules.of(viewer(), project.id()).hidesNames() ? Map.of() : projects.annotators(project.id());
    }

    private static EmptyState nothing(Project project) {
        return new EmptyState(
                "Disagreements appear here as soon as two annotators have handed in the same document.",
                new Anchor("projects/%s/assignments".formatted(project.id()), "See who reads what"));
    }
}
