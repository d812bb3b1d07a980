package dev.parley.adjudication.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.adjudication.MergePreview;
import dev.parley.adjudication.MergeRule;
import dev.parley.adjudication.MergeRun;
import dev.parley.adjudication.MergeRuns;
import dev.parley.adjudication.MergeService;
import dev.parley.page.Moment;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Project;
import dev.parley.project.ProjectScreen;
import dev.parley.project.ProjectService;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets rules decide: numbers first, then the run, then what became of it. */
@Route("projects/:project/adjudicate/merges")
@PermitAll
@CssImport("./styles/adjudication.css")
class MergesView extends ProjectScreen {

    private static final int POLL_MILLISECONDS = 1000;
    private final ProjectService projects;
    private final MergeService merges;
    private final MergeRuns runs;
    private final ProblemLine problem = new ProblemLine();
    private final Div preview = new Div();
    private final PlainTable table =
            new PlainTable("Merges", List.of("Begun", "Rule", "State", "Decisions that stand", "To audit", ""));
    private Map<String, String> people = Map.of();
    private @Nullable Project project;
    private @Nullable Registration polling;
    private List<MergeRun> shownRuns = List.of();

    MergesView(CurrentUser currentUser, ProjectService projects, MergeService merges, MergeRuns runs) {
        super("Merge by rule", currentUser, projects);
        this.projects = projects;
        this.merges = merges;
        this.runs = runs;
        preview.addClassName("section");
    }

    @Override
    protected void show(User actor, Project shown, Location location) {
        project = shown;
        people = projects.annotators(shown.id());
        shownRuns = List.of();
        table.clear();
        table.setVisible(false);
        add(
                new PageHead("Merge by rule", AdjudicationPages.links(shown.id())).withNote(shown.name()),
                new MergeForm(people, rule -> problem.attempt(() -> preview(shown, rule))),
                problem,
                preview,
                new PageSection(
                        "Merges so far",
                        new Note("What a rule decides is marked as such, is told apart in exports, and one in twenty"
                                + " is looked at by a person."),
                        table));
        showRuns(shown);
    }

    /** Runs go on beside the page; it asks how far they are while it is open. */
    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(POLL_MILLISECONDS);
        polling = event.getUI().addPollListener(poll -> {
            Project shown = project;
            if (shown != null) {
                showRuns(shown);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    private void preview(Project shown, MergeRule rule) {
        MergePreview found = merges.preview(viewer(), shown.id(), rule);
        preview.removeAll();
        preview.add(new Span("%d of %d open disagreements would be decided, %d left to people."
                .formatted(found.decided(), found.open(), found.left())));
        preview.add(new Note("All agree on %d places already; these need no decision.".formatted(found.agreed())));
        if (rule.strategy() == MergeRule.Strategy.DAWID_SKENE) {
            preview.add(new Note("The model rests on %d decisions of people and on what all annotators said."
                    .formatted(found.people())));
        }
        if (found.decided() == 0) {
            return;
        }
        preview.add(new Note("About %.1f of these decisions are expected to be wrong (%.1f to %.1f); %d go to audit."
                .formatted(
                        found.errors().estimate(),
                        found.errors().low(),
                        found.errors().high(),
                        found.audited())));
        PlainTable examples = new PlainTable("Examples", List.of("Words", "Would take", "Probability"));
        found.examples().forEach(example -> {
            Span words = new Span(example.words());
            words.getElement().setAttribute("dir", "auto");
            examples.addRow(words, new Text(example.takes()), new Text("%.2f".formatted(example.posterior())));
        });
        Button apply = new Button(
                "Decide these " + found.decided(),
                click -> problem.attempt(() -> {
                    runs.submit(merges.begin(viewer(), shown.id(), rule));
                    preview.removeAll();
                    showRuns(shown);
                }));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        preview.add(examples, new Row(apply));
    }

    private void showRuns(Project shown) {
        List<MergeRun> found = merges.runs(viewer(), shown.id());
        if (found.equals(shownRuns)) {
            // whoever stands on a button keeps the focus
            return;
        }
        shownRuns = found;
        table.setVisible(!found.isEmpty());
        table.clear();
        for (MergeRun run : found) {
            table.addRow(
                    new Span(Moment.words(run.begunAt())),
                    new Text(MergeForm.words(run.rule(), people)),
                    new Text(state(run)),
                    new Text(Integer.toString(run.decided())),
                    audit(shown, run),
                    action(shown, run));
        }
    }

    private static Component audit(Project shown, MergeRun run) {
        return run.toAudit() == 0
                ? new Text("0")
                : new Anchor(
                        "projects/%s/adjudicate?state=audit".formatted(shown.id()), Integer.toString(run.toAudit()));
    }

    private Component action(Project shown, MergeRun run) {
        if (run.state() == MergeRun.State.UNDONE) {
            return new Span();
        }
        Button undo = new Button(
                "Take back",
                click -> problem.attempt(() -> {
                    merges.undo(viewer(), shown.id(), run.id());
                    showRuns(shown);
                }));
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        undo.setAriaLabel("Take back the merge of " + Moment.words(run.begunAt()));
        return undo;
    }

    private static String state(MergeRun run) {
        return switch (run.state()) {
            case RUNNING -> "%d of %d documents".formatted(run.done(), run.documents());
            case DONE -> "done";
            case UNDONE -> "taken back";
        };
    }
}
