package dev.parley.adjudication.ui;

import com.vaadin.flow.component.html.Anchor;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;

/** The pages around the decision desk, one link each. */
final class AdjudicationPages {

    private AdjudicationPages() {}

    static Row links(ProjectId project) {
        String base = "projects/%s/adjudicate".formatted(project);
        return new Row(
                new Anchor(base, "Decide"),
                new Anchor(base + "/sent-back", "Sent back"),
                new Anchor(base + "/decisions", "Decisions"),
                new Anchor(base + "/merges", "Merge by rule"),
                new Anchor(base + "/rules", "Rules"));
    }
}
