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
import dev.parley.adjudication.RulesService;
import dev.parley.document.Document;
import dev.parley.document.DocumentChoice;
import dev.parley.page.EmptyState;
import dev.parley.page.PageHead;
import dev.parley.project.Member;
import dev.parley.project.Project;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Settles the disagreements of a project one after the other, a key for each answer. */
@Route("projects/:project/adjudicate")
@PermitAll
@CssImport("./styles/adjudication.css")
class AdjudicateView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final DocumentChoice documents;
    private final AdjudicationService adjudication;
    private final RulesService rules;
    private String title = "Adjudicate";

    AdjudicateView(
            CurrentUser currentUser,
            ProjectService projects,
            DocumentChoice documents,
            AdjudicationService adjudication,
            RulesService rules) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.documents = documents;
        this.adjudication = adjudication;
        this.rules = rules;
        addClassNames("page", "page-wide", "adjudicate");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User actor = currentUser.get();
        Project project = projects.require(actor, ProjectRouteParameters.require(event.getRouteParameters()));
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<Document> document = documents.named(project.id(), QueueFilters.document(query)).stream()
                .findFirst();
        QueueFilter filter = QueueFilters.read(query, document);
        boolean anything = adjudication.isAboutToBegin(actor, project.id());
        String address = event.getLocation().getPath();
        title = "Adjudicate · " + project.name();
        removeAll();
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

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }

    /** Nobody to choose from where names are hidden. */
    private List<String> annotators(Project project) {
        return rules.of(currentUser.get(), project.id()).hidesNames()
                ? List.of()
                : projects.members(project.id()).stream()
                        .filter(member -> member.is(Role.ANNOTATOR))
                        .map(Member::user)
                        .map(User::name)
                        .toList();
    }

    private static EmptyState nothing(Project project) {
        return new EmptyState(
                "Disagreements appear here as soon as two annotators have handed in the same document.",
                new Anchor("projects/%s/assignments".formatted(project.id()), "See who reads what"));
    }
}
