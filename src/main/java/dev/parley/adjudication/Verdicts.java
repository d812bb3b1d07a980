package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreements;
import dev.parley.annotation.Annotation;
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

    private final Map<String, Disagreement> disagreements;
    private final Map<String, Decision> decisions;
    private final Alignment alignment;
    private final boolean openAsFirst;

    /**
     * @param disagreements all there are in the alignment, by id, in reading order
     * @param decisions those that hold, by disagreement
     */
    Verdicts(Alignment alignment, Map<String, Disagreement> disagreements, Map<String, Decision> decisions) {
        this(alignment, disagreements, decisions, false);
    }

    private Verdicts(
            Alignment alignment,
            Map<String, Disagreement> disagreements,
            Map<String, Decision> decisions,
            boolean openAsFirst) {
        this.alignment = alignment;
        this.disagreements = disagreements;
        this.decisions = decisions;
        this.openAsFirst = openAsFirst;
    }

    Verdict of(Cluster<?> cluster) {
        Decision decision = decisions.get(cluster.id());
        if (decision != null) {
            return decided(cluster, decision);
        }
        boolean differs = cluster.excluded()
                ? Disagreements.in(alignment, cluster).isPresent()
                : disagreements.containsKey(cluster.id());
        return differs && !openAsFirst ? new Verdict.Open() : first(cluster);
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

    /** The same, but with what is open gone to its first version. */
    Verdicts openAsFirst() {
        return new Verdicts(alignment, disagreements, decisions, true);
    }

    private static Verdict first(Cluster<?> cluster) {
        return new Verdict.Taken(
                cluster.members().firstKey(), cluster.annotations().getFirst());
    }

    boolean isSettled(Cluster<?> cluster) {
        Verdict verdict = of(cluster);
        return verdict instanceof Verdict.Taken || verdict instanceof Verdict.Own;
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
