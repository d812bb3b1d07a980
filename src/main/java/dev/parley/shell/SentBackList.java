package dev.parley.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.adjudication.QuestionService.Waiting;
import java.util.List;

/** What adjudicators sent back to an annotator and waits for an answer: a line for each project. */
class SentBackList extends Composite<UnorderedList> {

    SentBackList(List<Waiting> waiting) {
        getContent().addClassName("project-list");
        waiting.forEach(one -> getContent().add(line(one)));
    }

    private static ListItem line(Waiting waiting) {
        Anchor go = new Anchor(
                "projects/%s/questions".formatted(waiting.project()),
                waiting.questions() == 1 ? "Answer 1 question" : "Answer %d questions".formatted(waiting.questions()));
        Span words = new Span(String.join(" · ", waiting.words()));
        words.addClassName("quiet");
        words.getElement().setAttribute("dir", "auto");
        return new ListItem(go, words);
    }
}
