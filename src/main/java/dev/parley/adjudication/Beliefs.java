package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How likely each version of each disagreement is right, from what everybody said everywhere in the project.
 *
 * <p>Worked out layer by layer ({@link LayerModel}). What people decided is known; what rules decided is not.
 *
 * <p>Before {@value #ENOUGH} decisions of people the shares of the votes are taken instead: two annotators are too few to
 * tell which of them to trust.
 */
final class Beliefs {

    /** From so many decisions of people on, the model is believed. */
    static final int ENOUGH = 30;

    private final Map<String, double[]> byDisagreement = new HashMap<>();
    private final List<LayerModel> layers = new ArrayList<>();

    private Beliefs() {}

    /** @param dockets all documents of a project */
    static Beliefs of(Collection<Docket> dockets) {
        return areMany(dockets) ? modelled(dockets) : counted(dockets);
    }

    /** Whether people decided enough for the model to be believed. */
    static boolean areMany(Collection<Docket> dockets) {
        return dockets.stream()
                        .flatMap(docket -> docket.decisions().stream())
                        .filter(decision -> !decision.isAutomatic())
                        .count()
                >= ENOUGH;
    }

    static Beliefs counted(Collection<Docket> dockets) {
        Beliefs beliefs = new Beliefs();
        dockets.forEach(docket -> docket.disagreements()
                .forEach(disagreement -> beliefs.byDisagreement.put(disagreement.id(), byVotes(disagreement))));
        return beliefs;
    }

    /** The model, however few decisions there are to anchor it but for what is believed beforehand. */
    static Beliefs modelled(Collection<Docket> dockets) {
        Beliefs beliefs = new Beliefs();
        Map<String, List<LayerModel.Item>> byLayer = new LinkedHashMap<>();
        for (Docket docket : dockets) {
            if (docket.alignment().annotators().size() > 1) {
                docket.alignment()
                        .clusters()
                        .filter(cluster -> !cluster.excluded())
                        .forEach(cluster -> byLayer.computeIfAbsent(cluster.layer(), layer -> new ArrayList<>())
                                .add(new LayerModel.Item(docket, cluster)));
            }
        }
        byLayer.values().forEach(items -> beliefs.layers.add(LayerModel.of(items)));
        beliefs.layers.forEach(layer -> layer.tell(beliefs.byDisagreement));
        return beliefs;
    }

    /**
     * What is believed once more is decided, or something is open again: what that tells of the annotators is taken in, but
     * the others' sayings are not weighed anew.
     *
     * @param decided for each disagreement that changed what a person decided; absent if it is open now
     */
    Beliefs after(Map<String, Optional<Decision>> decided) {
        Beliefs after = new Beliefs();
        after.layers.addAll(layers);
        layers.forEach(layer -> layer.learn(decided));
        layers.forEach(layer -> layer.tell(after.byDisagreement));
        return after;
    }

    /** The probability that each version is right, in the order of the versions; what is missing to 1 is "none of them". */
    double[] posteriors(Disagreement disagreement) {
        double[] found = byDisagreement.get(disagreement.id());
        if (found == null) {
            throw new IllegalArgumentException("a disagreement of another project " + disagreement.id());
        }
        return found.clone();
    }

    /** The probability that the best version is wrong. */
    double wrong(Disagreement disagreement) {
        double best = 0;
        for (double posterior : posteriors(disagreement)) {
            best = Math.max(best, posterior);
        }
        return 1 - best;
    }

    /**
     * By votes alone: with n1 votes for the first of n and n2 for the second, the first is right with 1/2 + (n1 - n2)/2n;
     * the others share the rest by their votes.
     */
    static double[] byVotes(Disagreement disagreement) {
        List<Version> versions = disagreement.versions();
        double[] votes = new double[versions.size()];
        double all = 0;
        int best = 0;
        for (int i = 0; i < votes.length; i++) {
            votes[i] = versions.get(i).annotators().size();
            all += votes[i];
            best = votes[i] > votes[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < votes.length; i++) {
            second = i == best ? second : Math.max(second, votes[i]);
        }
        double first = 0.5 + (votes[best] - second) / (2 * all);
        double[] posteriors = new double[votes.length];
        for (int i = 0; i < votes.length; i++) {
            posteriors[i] = i == best ? first : (1 - first) * votes[i] / (all - votes[best]);
        }
        return posteriors;
    }
}
