package dev.parley.document;

import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Whether spans can be the articles of a text. */
final class Cuts {

    private Cuts() {}

    /**
     * The cuts in the text's order.
     *
     * @throws ProblemException invalid, with a fault for every cut that is wrong
     */
    static List<Span> checked(List<Span> cuts, DocumentText text) {
        if (cuts.isEmpty()) {
            throw ProblemException.invalid("There is no cut; at least one article is needed.");
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            String fault = fault(cuts.get(i), text);
            if (!fault.isEmpty()) {
                faults.add(new Fault("cuts[%d]".formatted(i), fault));
            }
        }
        List<Span> sorted = cuts.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).start() < sorted.get(i - 1).end()) {
                faults.add(new Fault(
                        "cuts", "%s and %s overlap.".formatted(named(sorted.get(i - 1)), named(sorted.get(i)))));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults.getFirst().message(), faults);
        }
        return sorted;
    }

    private static String fault(Span cut, DocumentText text) {
        if (!text.contains(cut)) {
            return "%s ends after the text, which has %d code points.".formatted(named(cut), text.codePoints());
        }
        if (!text.isGraphemeBoundary(cut.start())) {
            return "%s starts inside a character as people see it.".formatted(named(cut));
        }
        if (!text.isGraphemeBoundary(cut.end())) {
            return "%s ends inside a character as people see it.".formatted(named(cut));
        }
        if (Lines.of(DocumentText.of(text.slice(cut))).blocks().isEmpty()) {
            return "%s holds nothing that can be seen.".formatted(named(cut));
        }
        return "";
    }

    private static String named(Span cut) {
        return "The cut from %d to %d".formatted(cut.start(), cut.end());
    }
}
