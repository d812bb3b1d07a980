package dev.parley.agreement.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementRun;
import dev.parley.agreement.AgreementRuns;
import dev.parley.agreement.AgreementRuns.Answer.InHand;
import dev.parley.agreement.AgreementRuns.Answer.Known;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.document.Document;
import dev.parley.document.DocumentChoice;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the annotators of a project coincide, layer by layer, each figure with what it rests on. */
@Route("projects/:project/agreement")
@PermitAll
class AgreementView extends ProjectScreen {

    private final ProjectService projects;
    private final UserService users;
    private final CurrentUser currentUser;
    private final DocumentService documents;
    private final DocumentChoice choice;
    private final SchemeService schemes;
    private final AgreementService agreement;
    private final AgreementRuns runs;
    private final AccessPolicy policy;

    AgreementView(
            CurrentUser currentUser,
            ProjectService projects,
            UserService users,
            DocumentService documents,
            DocumentChoice choice,
            SchemeService schemes,
            AgreementService agreement,
            AgreementRuns runs,
            AccessPolicy policy) {
        super("Agreement", currentUser, projects);
        this.currentUser = currentUser;
        this.projects = projects;
        this.users = users;
        this.documents = documents;
        this.choice = choice;
        this.schemes = schemes;
        this.agreement = agreement;
        this.runs = runs;
        this.policy = policy;
        addClassName("page-wide");
    }

    @Override
    protected void show(User viewer, Project project, Location location) {
        policy.require(viewer, project.id(), Permission.SUPERVISE);
        Scheme scheme = schemes.current(project.id());
        Map<String, String> layers = LayerNames.of(scheme);
        Map<String, String> people = projects.annotators(project.id());
        AgreementFilters.Chosen chosen = AgreementFilters.read(
                location.getQueryParameters(),
                layers.keySet(),
                people.keySet(),
                ids -> choice.named(project.id(), ids));
        String address = location.getPath();
        Anchor json = new Anchor(
                "api/v1/projects/%s/agreement%s".formatted(project.id(), AgreementFilters.api(chosen.scope())),
                "Figures as JSON");
        json.getElement().setAttribute("download", "agreement.json");
        json.getElement().setAttribute("router-ignore", true);
        add(
                new PageHead("Agreement", json).withNote(project.name()),
                new AgreementFilters(
                        layers,
                        LayerNames.labels(scheme),
                        people,
                        chosen,
                        box -> choice.offer(box, viewer, project.id()),
                        parameters -> UI.getCurrent().navigate(address, parameters)));
        Div figures = new Div();
        figures.addClassName("agreement-figures");
        add(figures);
        Shown shown = new Shown(viewer, project, layers, people, chosen, figures);
        switch (runs.now(viewer, project.id(), chosen.scope())) {
            case Known known -> show(shown, known.report());
            case InHand begun -> figures.add(waiting(shown, begun.run()));
        }
    }

    private Waiting waiting(Shown shown, AgreementRun run) {
        Scope scope = shown.chosen.scope();
        Waiting waiting = new Waiting(
                () -> runs.find(shown.viewer, run.id()),
                () -> show(shown, agreement.report(shown.viewer, shown.project.id(), scope)));
        return waiting.stoppedBy(() -> runs.cancel(shown.viewer, run.id()));
    }

    /** What a report is shown with. */
    private record Shown(
            User viewer,
            Project project,
            Map<String, String> layers,
            Map<String, String> people,
            AgreementFilters.Chosen chosen,
            Div figures) {}

    private void show(Shown shown, AgreementReport report) {
        Project project = shown.project;
        Map<String, String> people = people(shown, report);
        Div figures = shown.figures;
        figures.removeAll();
        if (report.layers().stream().allMatch(layer -> layer.documents().isEmpty())) {
            figures.add(new EmptyState(
                    "Figures appear here as soon as two annotators have handed in the same document.",
                    new Anchor("projects/%s/assignments".formatted(project.id()), "See who reads what")));
        } else {
            figures.add(new Note(
                    "Only what was handed in counts. The line through a dot is where the figure would fall in 95 of 100 "
                            + "samples of documents like these."));
            boolean mayAdjudicate = policy.allows(shown.viewer, project.id(), Permission.ADJUDICATE);
            for (LayerReport layer : report.layers()) {
                figures.add(new PageSection(
                        shown.layers.getOrDefault(layer.layer(), layer.layer()),
                        new LayerSection(
                                layer,
                                project.settings().targets().getOrDefault(layer.layer(), Map.of()),
                                people,
                                this::titles,
                                mayAdjudicate ? Optional.of(queue(shown, layer.layer())) : Optional.empty(),
                                shown.chosen.label())));
            }
        }
        if (policy.allows(shown.viewer, project.id(), Permission.MANAGE)) {
            figures.add(new NativeDetails(
                    "Targets",
                    new TargetsForm(
                            currentUser,
                            projects,
                            project,
                            shown.layers,
                            () -> UI.getCurrent().getPage().reload())));
        }
    }

    /** What all in a report are called: who has left the project still counts in it. */
    private Map<String, String> people(Shown shown, AgreementReport report) {
        Map<String, String> people = new HashMap<>(shown.people);
        report.layers().stream()
                .flatMap(layer -> layer.pairs().stream())
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .filter(name -> !people.containsKey(name))
                .forEach(name -> users.find(name).ifPresent(user -> people.put(name, user.displayName())));
        return people;
    }

    private Map<DocumentId, String> titles(Collection<DocumentId> some) {
        return documents.some(some).stream().collect(Collectors.toMap(Document::id, Document::title));
    }

    private static QueueLink queue(Shown shown, String layer) {
        QueueLink link = QueueLink.of(shown.project.id(), layer);
        Set<DocumentId> chosen = shown.chosen.scope().documents();
        QueueLink placed = chosen.size() == 1 ? link.in(chosen.iterator().next()) : link;
        return placed.with(link.figure().among(shown.chosen.scope().annotators()));
    }
}
