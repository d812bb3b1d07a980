package dev.parley.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.parley.adjudication.QuestionService.Asked;
import dev.parley.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What adjudicators sent back to an annotator and waits for an answer: a line for each project. */
class SentBackList extends Composite<UnorderedList> {

    SentBackList(List<Asked> waiting) {
        getContent().addClassName("project-list");
        Map<ProjectId, List<Asked>> byProject = waiting.stream()
                .collect(Collectors.groupingBy(
                        asked -> asked.question().project(), LinkedHashMap::new, Collectors.toList()));
        byProject.forEach((project, asked) -> getContent().add(line(project, asked)));
    }

    private static ListItem line(ProjectId project, List<Asked> asked) {
        Anchor go = new Anchor(
                "projects/%s/questions".formatted(project),
                asked.size() == 1 ? "Answer 1 question" : "Answer %d questions".formatted(asked.size()));
        Span words = new Span(asked.stream().limit(3).map(Asked::words).collect(Collectors.joining(" · ")));
        words.addClassName("quiet");
        words.getElement().setAttribute("dir", "auto");
        return new ListItem(go, words);
    }
}
