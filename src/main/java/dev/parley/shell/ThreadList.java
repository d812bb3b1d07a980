package dev.parley.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.discussion.Comment;
import dev.parley.discussion.CommentThread;
import dev.parley.page.FirstFew;
import dev.parley.page.Moment;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Set;

/** Threads in which somebody else had the last word and now waits: who said what, where, and the way there. */
class ThreadList extends Composite<FirstFew<CommentThread>> {

    private static final String DISAGREEMENT = "disagreement:";
    private static final int LONGEST = 160;

    private final UnorderedList list = new UnorderedList();
    private final Set<ProjectId> decided;

    /**
     * @param waiting longest waiting first; the latest is shown on top
     * @param decided the projects whose disagreements the person settles
     */
    ThreadList(List<CommentThread> waiting, Set<ProjectId> decided) {
        this.decided = decided;
        getContent().show(waiting.reversed());
    }

    @Override
    protected FirstFew<CommentThread> initContent() {
        list.addClassName("project-list");
        return new FirstFew<>("Find what was said", ThreadList::words, list, this::draw);
    }

    private void draw(List<CommentThread> few) {
        list.removeAll();
        few.forEach(thread -> list.add(line(thread, decided.contains(thread.project()))));
    }

    private static String words(CommentThread thread) {
        Comment last = thread.comments().getLast();
        return "%s %s %s".formatted(thread.title(), last.authorName(), last.text());
    }

    private static ListItem line(CommentThread thread, boolean decides) {
        Comment last = thread.comments().getLast();
        Span words = new Span(
                last.text().length() <= LONGEST ? last.text() : last.text().substring(0, LONGEST) + " …");
        words.getElement().setAttribute("dir", "auto");
        Span who = new Span("%s, %s".formatted(last.authorName(), Moment.words(last.at())));
        who.addClassName("quiet");
        Div said = new Div(new Anchor(place(thread, decides), thread.title()), who, words);
        said.addClassName("thread-line");
        return new ListItem(said);
    }

    /** Whoever decides goes to the desk, everybody else to the text. */
    private static String place(CommentThread thread, boolean decides) {
        String subject = thread.anchor().subject();
        return decides && subject != null && subject.startsWith(DISAGREEMENT)
                ? "projects/%s/adjudicate?document=%s&state=open".formatted(thread.project(), thread.document())
                : "documents/%s".formatted(thread.document());
    }
}
