package dev.parley.adjudication;

import dev.parley.project.Member;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Other names for a project's annotators, the same on every page: "Annotator 1" and so on, in an order that says nothing
 * about who they are.
 */
@Component
class Pseudonyms {

    private final ProjectService projects;
    private final RulesRepository rules;

    Pseudonyms(ProjectService projects, RulesRepository rules) {
        this.projects = projects;
        this.rules = rules;
    }

    /** Names as adjudicators see them: as they are, unless the project hides them. */
    UnaryOperator<String> forAdjudicators(ProjectId project) {
        return rules.of(project).hidesNames() ? hidden(project) : name -> name;
    }

    /** Names as annotators see them: their own is "You", the others' are hidden. */
    UnaryOperator<String> forAnnotator(ProjectId project, String own) {
        UnaryOperator<String> others = hidden(project);
        return name -> name.equals(own) ? "You" : others.apply(name);
    }

    private UnaryOperator<String> hidden(ProjectId project) {
        List<String> order = projects.members(project).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(Member::user)
                .sorted(Comparator.comparing(user -> shuffled(project, user.id().value())))
                .map(user -> user.name())
                .toList();
        return name -> order.contains(name) ? "Annotator " + (order.indexOf(name) + 1) : "Former annotator";
    }

    private static UUID shuffled(ProjectId project, UUID user) {
        return UUID.nameUUIDFromBytes((project + " " + user).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
