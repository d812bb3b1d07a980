package dev.parley.editor.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.parley.assignment.Task;
import dev.parley.document.Document;
import java.util.Comparator;
import java.util.List;

/** The way from one of my tasks in a project to the one before and behind it, and how many are left. */
class TaskTrail extends Nav {

    private static final Comparator<Task> BY_DOCUMENT = Comparator.comparing(
                    (Task task) -> task.document().createdAt())
            .thenComparing(task -> task.document().id().value());

    /** @param tasks mine, in any project; the trail stays in the document's own */
    TaskTrail(List<Task> tasks, Document document) {
        getElement().setAttribute("aria-label", "My documents");
        addClassName("task-trail");
        List<Task> here = tasks.stream()
                .filter(task -> task.project().id().equals(document.project()))
                .sorted(BY_DOCUMENT)
                .toList();
        List<Document> documents = here.stream().map(Task::document).toList();
        int place = documents.indexOf(document);
        if (place < 0) {
            return;
        }
        if (place > 0) {
            add(link("← Previous", documents.get(place - 1)));
        }
        long open = here.stream().filter(Task::isOpen).count();
        Span position = new Span("%d of %d · %d to do".formatted(place + 1, here.size(), open));
        position.addClassName("quiet");
        add(position);
        if (place < here.size() - 1) {
            add(link("Next →", documents.get(place + 1)));
        }
    }

    private static Anchor link(String words, Document document) {
        Anchor link = new Anchor(DocumentRouteParameters.annotate(document.id()), words);
        link.setTitle(document.title());
        return link;
    }
}
