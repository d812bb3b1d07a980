package dev.parley.adjudication;

import dev.parley.adjudication.Decision.Outcome;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often each annotator has boundaries, attributes, links and parts exactly right where several marked the same thing
 * in different ways: one rate for each, r. Of k versions, the one that annotators A hold against annotators B is right with
 * a probability proportional to Π<sub>A</sub> r Π<sub>B</sub> (1 − r)/k; that all are wrong, with Π (1 − r)/k over
 * everybody. Rates and probabilities are worked out in turns, from 0.8 for everybody, which counts as ten observations.
 */
final class Exactness {

    private static final double BEFOREHAND = 0.8;
    private static final double STRENGTH = 10;
    private static final int ROUNDS = 20;

    private record Case(List<Version> versions, @Nullable Decision decision) {}

    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Double> rates = new HashMap<>();

    /** @param decision of a person; absent while it is open */
    void hear(Disagreement disagreement, @Nullable Decision decision) {
        List<Version> marked = disagreement.versions().stream()
                .filter(version -> version.annotation() != null)
                .toList();
        if (marked.size() > 1) {
            cases.add(new Case(marked, decision));
        }
    }

    void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> right = new HashMap<>();
            Map<String, Integer> all = new HashMap<>();
            for (Case one : cases) {
                for (Version version : one.versions) {
                    double share = known(one, version).orElseGet(() -> share(version, one.versions));
                    for (String annotator : version.annotators()) {
                        right.merge(annotator, share, Double::sum);
                        all.merge(annotator, 1, Integer::sum);
                    }
                }
            }
            all.forEach((annotator, count) -> rates.put(
                    annotator, (STRENGTH * BEFOREHAND + right.getOrDefault(annotator, 0.0)) / (STRENGTH + count)));
        }
    }

    private static Optional<Double> known(Case one, Version version) {
        Decision decision = one.decision;
        if (decision == null) {
            return Optional.empty();
        }
        boolean taken = decision.outcome() == Outcome.VERSION
                && version.annotators().contains(String.valueOf(decision.annotator()));
        return Optional.of(taken ? 1.0 : 0.0);
    }

    /** The probability that a version is exactly right, given that one of them or something like them is. */
    double share(Version version, List<Version> versions) {
        double sum = weight(Optional.empty(), versions);
        for (Version other : versions) {
            sum += weight(Optional.of(other), versions);
        }
        return weight(Optional.of(version), versions) / sum;
    }

    private double weight(Optional<Version> right, List<Version> versions) {
        double weight = 1;
        for (Version version : versions) {
            boolean held = right.filter(version::equals).isPresent();
            for (String annotator : version.annotators()) {
                double rate = rates.getOrDefault(annotator, BEFOREHAND);
                weight *= held ? rate : (1 - rate) / versions.size();
            }
        }
        return weight;
    }
}
