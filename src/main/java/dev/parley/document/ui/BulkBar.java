package dev.parley.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentList;
import dev.parley.document.DocumentsAction;
import dev.parley.document.TrashService;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to the ticked documents, or to all that were found. */
class BulkBar extends Composite<Row> {

    private final TrashService trashed;
    private final User viewer;
    private final ProjectId project;
    private final List<DocumentsAction> actions;
    private final Runnable changed;
    private final Span about = new Span();
    private final Row buttons = new Row();
    private final Button everything = new Button("", click -> all());
    private final ProblemLine problem = new ProblemLine();
    private @Nullable DocumentList found;
    private List<DocumentId> chosen = List.of();
    private boolean trash;

    /** @param changed called when the list is no longer true */
    BulkBar(TrashService trashed, User viewer, ProjectId project, List<DocumentsAction> actions, Runnable changed) {
        this.trashed = trashed;
        this.viewer = viewer;
        this.project = project;
        this.actions = actions;
        this.changed = changed;
        about.getElement().setAttribute("role", "status");
        everything.addThemeVariants(ButtonVariant.TERTIARY);
    }

    @Override
    protected Row initContent() {
        Row row = new Row(about, everything, buttons, problem);
        row.addClassName("bulk");
        return row;
    }

    /** The list shows something else; nothing is ticked any more. */
    void show(DocumentList list, boolean inTrash) {
        found = list;
        trash = inTrash;
        chosen = List.of();
        everything.setText("Choose all %s".formatted(Words.number(list.count())));
        label();
    }

    void choose(Set<Document> ticked) {
        chosen = ticked.stream().map(Document::id).toList();
        label();
    }

    private void all() {
        DocumentList list = found;
        if (list != null) {
            chosen = list.ids();
            label();
        }
    }

    private void label() {
        DocumentList list = found;
        int count = list == null ? 0 : list.count();
        about.setText(
                chosen.isEmpty()
                        ? Words.counted(count, "article")
                        : "%s of %s chosen".formatted(Words.number(chosen.size()), Words.counted(count, "article")));
        everything.setVisible(count > chosen.size() && count > 1);
        buttons.removeAll();
        if (trash && chosen.isEmpty() && count > 0) {
            Button empty = new Button("Empty the trash …", click -> askToEmpty().open());
            empty.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            buttons.add(empty);
        }
        if (chosen.isEmpty()) {
            return;
        }
        if (trash) {
            buttons.add(new Button(
                    "Restore",
                    click -> act(
                            () -> "%s restored.".formatted(Words.articles(trashed.restore(viewer, project, chosen))))));
            return;
        }
        for (DocumentsAction action : actions) {
            buttons.add(new Button(
                    action.title(), click -> problem.attempt(() -> action.begin(viewer, project, chosen, this::done))));
        }
        Button remove = new Button(
                "Move to the trash",
                click -> act(() ->
                        "%s moved to the trash.".formatted(Words.articles(trashed.trash(viewer, project, chosen)))));
        remove.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        buttons.add(remove);
    }

    private ConfirmDialog askToEmpty() {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader("Empty the trash?");
        question.setText(
                "All articles in the trash go for good, with their texts and what was marked in them. Files that"
                        + " nothing else came from go too. Nobody can bring them back.");
        question.setCancelable(true);
        question.setConfirmText("Empty the trash");
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirmed -> act(() -> {
            TrashService.Emptied emptied = trashed.empty(viewer, project);
            return "%s and %s gone for good."
                    .formatted(Words.articles(emptied.documents()), Words.counted(emptied.originals(), "file"));
        }));
        return question;
    }

    private void act(java.util.function.Supplier<String> action) {
        problem.attempt(() -> done(action.get()));
    }

    private void done(String sentence) {
        changed.run();
        // also where the list is empty now, and the rest of this bar has nothing to do
        setVisible(true);
        about.setText(sentence);
    }
}
