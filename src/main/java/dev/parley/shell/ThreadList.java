package dev.parley.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.discussion.Comment;
import dev.parley.discussion.CommentThread;
import dev.parley.page.Moment;
import java.util.List;
import java.util.function.Predicate;

/** Threads in which somebody else had the last word and now waits: who said what, where, and the way there. */
class ThreadList extends Composite<UnorderedList> {

    private static final String DISAGREEMENT = "disagreement:";
    private static final int LONGEST = 160;

    /** @param decides whether the person settles the disagreements of a thread's project */
    ThreadList(List<CommentThread> waiting, Predicate<CommentThread> decides) {
        getContent().addClassName("project-list");
        waiting.forEach(thread -> getContent().add(line(thread, decides.test(thread))));
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
