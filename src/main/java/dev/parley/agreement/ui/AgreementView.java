package dev.parley.agreement.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.agreement.AgreementReport;
import dev.parley.agreement.AgreementReport.LayerReport;
import dev.parley.agreement.AgreementService;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.agreement.Alignment;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectRouteParameters;
import dev.parley.project.ProjectService;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far the annotators of a project coincide, layer by layer, each figure with what it rests on. */
@Route("projects/:project/agreement")
@PermitAll
@CssImport("./styles/agreement.css")
class AgreementView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final AgreementService agreement;
    private final AccessPolicy policy;
    private String title = "Agreement";

    AgreementView(
            CurrentUser currentUser,
            ProjectService projects,
            DocumentService documents,
            SchemeService schemes,
            AgreementService agreement,
            AccessPolicy policy) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.documents = documents;
        this.schemes = schemes;
        this.agreement = agreement;
        this.policy = policy;
        addClassNames("page", "page-wide");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        User viewer = currentUser.get();
        Project project = projects.require(viewer, ProjectRouteParameters.require(event.getRouteParameters()));
        AgreementReport report = agreement.report(viewer, project.id(), Scope.ALL);
        title = "Agreement · " + project.name();
        removeAll();
        add(new PageHead("Agreement", new Note(project.name())));
        if (report.layers().stream().allMatch(layer -> layer.documents().isEmpty())) {
            add(new EmptyState(
                    "Figures appear here as soon as two annotators have handed in the same document.",
                    new Anchor("projects/%s/assignments".formatted(project.id()), "See who reads what")));
        } else {
            show(viewer, project, report);
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }

    private void show(User viewer, Project project, AgreementReport report) {
        add(new Note(
                "Only what was handed in counts. The line through a dot is where the figure would fall in 95 of 100 "
                        + "samples of documents like these."));
        boolean mayAdjudicate = policy.allows(viewer, project.id(), Permission.ADJUDICATE);
        Map<DocumentId, String> titles =
                documents.all(project.id()).stream().collect(Collectors.toMap(Document::id, Document::title));
        Scheme scheme = schemes.current(project.id());
        for (LayerReport layer : report.layers()) {
            Map<String, Double> targets = project.settings().targets().getOrDefault(layer.layer(), Map.of());
            add(new PageSection(
                    name(scheme, layer.layer()),
                    new LayerSection(project.id(), layer, targets, titles, mayAdjudicate)));
        }
    }

    private static String name(Scheme scheme, String layer) {
        return Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .filter(found -> found.id().equals(layer))
                .map(Layer::name)
                .map(names -> names.getOrDefault("en", layer))
                .findFirst()
                .orElse(layer.equals(Alignment.RELATIONS) ? "Relations" : layer);
    }
}
