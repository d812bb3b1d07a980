package dev.parley.adjudication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.account.User;
import dev.parley.adjudication.ReleaseGate;
import dev.parley.adjudication.ReleaseGate.Readiness;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectPanel;
import java.util.Optional;

/** On a project's overview, for supervisors: whether the gold set is ready, or what is in the way. */
@org.springframework.stereotype.Component
class ReleasePanel implements ProjectPanel {

    private final ReleaseGate gate;
    private final AccessPolicy policy;

    ReleasePanel(ReleaseGate gate, AccessPolicy policy) {
        this.gate = gate;
        this.policy = policy;
    }

    @Override
    public String title() {
        return "Release";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> panel(User viewer, ProjectId project) {
        if (!policy.allows(viewer, project, Permission.SUPERVISE)) {
            return Optional.empty();
        }
        Readiness readiness = gate.of(viewer, project);
        Div panel = new Div();
        panel.addClassName("section");
        if (readiness.isReady()) {
            panel.add(
                    new Span("The gold set is ready. "),
                    new Anchor("projects/%s/export".formatted(project), "Export it"));
            return Optional.of(panel);
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("project-list");
        readiness.blockers().forEach(blocker -> list.add(new ListItem(new Anchor(blocker.path(), blocker.sentence()))));
        panel.add(new Span("The gold set is not ready yet:"), list);
        return Optional.of(panel);
    }
}
