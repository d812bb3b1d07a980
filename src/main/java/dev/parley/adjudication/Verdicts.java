package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreements;
import dev.parley.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of each cluster of an alignment: agreed upon, decided, or still open. */
final class Verdicts {

    /** The outcome for one cluster. */
    sealed interface Verdict {

        /** This annotation of this annotator holds. */
        record Taken(String annotator, Annotation annotation) implements Verdict {}

        /** The adjudicator's own holds. */
        record Own(Annotation annotation) implements Verdict {}

        /** Nothing belongs here. */
        record Nothing() implements Verdict {}

        /** Nobody has decided yet. */
        record Open() implements Verdict {}
    }

    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, Disagreement> disagreements;
    private final Map<String, Decision> decisions;
    private final Alignment alignment;

    /**
     * @param disagreements all there are in the alignment, by id, in reading order
     * @param decisions those that hold, by disagreement
     */
    Verdicts(Alignment alignment, Map<String, Disagreement> disagreements, Map<String, Decision> decisions) {
        this.alignment = alignment;
        this.disagreements = disagreements;
        this.decisions = decisions;
        alignment.clusters().forEach(cluster -> verdicts.put(cluster.id(), judge(cluster)));
    }

    private Verdict judge(Cluster<?> cluster) {
        Decision decision = decisions.get(cluster.id());
        if (decision != null) {
            return decided(cluster, decision);
        }
        boolean differs = cluster.excluded()
                ? Disagreements.in(alignment, cluster).isPresent()
                : disagreements.containsKey(cluster.id());
        return differs ? new Verdict.Open() : first(cluster);
    }

    private static Verdict decided(Cluster<?> cluster, Decision decision) {
        Annotation chosen = decision.chosen();
        String annotator = decision.annotator();
        if (chosen == null) {
            return new Verdict.Nothing();
        }
        return annotator == null
                ? new Verdict.Own(chosen)
                : new Verdict.Taken(
                        annotator,
                        cluster.members().containsKey(annotator)
                                ? cluster.of(annotator).orElseThrow()
                                : chosen);
    }

    private Verdicts(Verdicts open, Alignment alignment) {
        this.decisions = open.decisions;
        this.alignment = alignment;
        this.disagreements = open.disagreements;
        alignment
                .clusters()
                .forEach(cluster -> verdicts.put(
                        cluster.id(), open.of(cluster) instanceof Verdict.Open ? first(cluster) : open.of(cluster)));
    }

    /** The same, but with what is open gone to its first version. */
    Verdicts openAsFirst() {
        return new Verdicts(this, alignment);
    }

    private static Verdict first(Cluster<?> cluster) {
        return new Verdict.Taken(
                cluster.members().firstKey(), cluster.annotations().getFirst());
    }

    boolean isSettled(Cluster<?> cluster) {
        Verdict verdict = of(cluster);
        return verdict instanceof Verdict.Taken || verdict instanceof Verdict.Own;
    }

    Verdict of(Cluster<?> cluster) {
        return verdicts.getOrDefault(cluster.id(), new Verdict.Open());
    }

    /** All there are, decided or not, in reading order of their kinds. */
    List<Disagreement> disagreements() {
        return List.copyOf(disagreements.values());
    }

    Optional<Disagreement> disagreement(String id) {
        return Optional.ofNullable(disagreements.get(id));
    }

    int undecided() {
        return (int) disagreements.keySet().stream()
                .filter(id -> !decisions.containsKey(id))
                .count();
    }
}
