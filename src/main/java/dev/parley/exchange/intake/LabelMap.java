package dev.parley.exchange.intake;

import dev.parley.exchange.foreign.Mark;
import dev.parley.exchange.intake.ImportReport.Labelled;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.scheme.Label;
import dev.parley.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which label of the scheme a label of a file is: what somebody said, the same word, or what the scheme maps to it. An empty
 * word says that the label is left out.
 */
final class LabelMap {

    private final Scheme scheme;
    private final Map<String, String> said;
    private final Map<String, Integer> counts;

    /** @param counts how often each label of the file occurs */
    LabelMap(Scheme scheme, Map<String, String> said, Map<String, Integer> counts) {
        this.counts = counts;
        this.scheme = scheme;
        this.said = said;
        List<String> strange = said.values().stream()
                .filter(label -> !label.isEmpty()
                        && !isOfClaims(label)
                        && scheme.label(label).isEmpty())
                .toList();
        if (!strange.isEmpty()) {
            throw ProblemException.invalid(
                    "The scheme has no label “%s” to map to; it has %s.".formatted(strange.getFirst(), known()));
        }
    }

    Optional<String> of(String label) {
        String own = said.get(label);
        if (own != null) {
            return own.isEmpty() ? Optional.empty() : Optional.of(own);
        }
        if (isOfClaims(label)) {
            return Optional.of(label);
        }
        return labels(label)
                .or(() -> scheme.mappings().values().stream()
                        .flatMap(mapping -> mapping.entrySet().stream())
                        .filter(entry -> entry.getValue().equalsIgnoreCase(label))
                        .map(Map.Entry::getKey)
                        .findFirst());
    }

    private boolean isOfClaims(String label) {
        return scheme.frame().isPresent() && (label.equals(Mark.CLAIM) || label.equals(Mark.CUE));
    }

    private Optional<String> labels(String label) {
        return scheme.label(label)
                .map(Label::id)
                .or(() -> scheme.spanLayers().stream()
                        .flatMap(layer -> layer.labels().stream())
                        .map(Label::id)
                        .filter(id -> id.equalsIgnoreCase(label))
                        .findFirst());
    }

    Map<String, Labelled> report() {
        Map<String, Labelled> report = new TreeMap<>();
        counts.forEach((label, count) ->
                report.put(label, new Labelled(count, of(label).orElse(""))));
        return report;
    }

    /**
     * @param places where each label occurs first
     * @throws ProblemException fails the scheme, naming every label that has no place
     */
    void requireAllKnown(Map<String, String> places) {
        List<Fault> faults = counts.entrySet().stream()
                .filter(entry -> of(entry.getKey()).isEmpty() && !said.containsKey(entry.getKey()))
                .map(entry -> new Fault(
                        entry.getKey(),
                        "the scheme has no label for “%s”, which occurs %d times, first in %s"
                                .formatted(
                                        entry.getKey(),
                                        entry.getValue(),
                                        places.getOrDefault(entry.getKey(), "the file"))))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.failsScheme(
                    "%s: the scheme has no label for %s; it has %s. Say which they are, leave them out, or take the scheme from the file. Nothing was imported."
                            .formatted(
                                    places.getOrDefault(faults.getFirst().field(), "The file"),
                                    faults.stream()
                                            .map(fault -> "“%s”".formatted(fault.field()))
                                            .collect(Collectors.joining(", ")),
                                    known()),
                    faults);
        }
    }

    private String known() {
        return scheme.spanLayers().stream()
                .flatMap(layer -> layer.labels().stream())
                .map(Label::id)
                .collect(Collectors.joining(", "));
    }
}
