package dev.parley.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.parley.account.User;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Split;
import dev.parley.exchange.split.SplitService;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;

/** How the documents are divided into training, development and test data, or would be. */
class SplitSection extends Composite<PageSection> {

    private final SplitService splits;
    private final User viewer;
    private final ProjectId project;
    private final Paragraph words = new Paragraph();
    private final Button look = new Button("See what it would be", click -> show(true));
    private final Button decide = new Button("Decide it", click -> decide());
    private final Runnable afterwards;

    SplitSection(SplitService splits, User viewer, ProjectId project, Runnable afterwards) {
        this.splits = splits;
        this.viewer = viewer;
        this.project = project;
        this.afterwards = afterwards;
        words.getElement().setAttribute("role", "status");
        show(false);
    }

    @Override
    protected PageSection initContent() {
        return new PageSection(
                "Train, dev and test",
                new Note(
                        "Articles that are nearly the same stay together. What is decided never changes, so no test text"
                                + " gets into training later."),
                words,
                new Div(new Row(look, decide)));
    }

    private void show(boolean preview) {
        Split split = preview ? splits.preview(viewer, project) : splits.frozen(project);
        String counts = "%d train, %d dev, %d test"
                .formatted(
                        split.counts().getOrDefault(Part.TRAIN, 0),
                        split.counts().getOrDefault(Part.DEV, 0),
                        split.counts().getOrDefault(Part.TEST, 0));
        if (split.placements().isEmpty()) {
            words.setText("Nothing is decided yet; asking for a part decides it.");
        } else if (preview) {
            words.setText("It would be %s, in %d groups.".formatted(counts, split.groups()));
        } else {
            words.setText("Decided: %s, in %d groups%s."
                    .formatted(
                            counts,
                            split.groups(),
                            split.conflicts().isEmpty()
                                    ? ""
                                    : "; %d came late between two parts and went to the stricter"
                                            .formatted(split.conflicts().size())));
        }
    }

    private void decide() {
        splits.freeze(viewer, project);
        show(false);
        afterwards.run();
    }
}
