package dev.parley.adjudication;

import dev.parley.adjudication.DawidSkene.Prior;
import dev.parley.adjudication.DawidSkene.Vote;
import dev.parley.agreement.Cluster;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How likely each version of each disagreement is right, from what everybody said everywhere in the project.
 *
 * <p>In two steps. First what is there: for each layer {@link DawidSkene} over all that anybody marked, with the labels (or
 * that there is something at all) and "nothing here" as classes, so that having seen a place and left it unmarked is a vote.
 * Then how exactly: among versions of the same class each annotator's share of exact hits decides ({@link Exactness}).
 * What people decided is known and anchors both; what rules decided is not.
 *
 * <p>Before {@value #ENOUGH} decisions of people the shares of the votes are taken instead: two annotators are too few to
 * tell which of them to trust.
 */
final class Beliefs {

    /** From so many decisions of people on, the model is believed. */
    static final int ENOUGH = 30;

    private static final Prior MOSTLY_RIGHT = new Prior(10, 0.85);
    private static final String NOTHING = "";

    private final Map<String, double[]> byDisagreement = new HashMap<>();

    private Beliefs() {}

    /** @param dockets all documents of a project */
    static Beliefs of(Collection<Docket> dockets) {
        long decided = dockets.stream()
                .flatMap(docket -> docket.decisions().stream())
                .filter(decision -> !decision.isAutomatic())
                .count();
        return decided < ENOUGH ? counted(dockets) : modelled(dockets);
    }

    private static Beliefs counted(Collection<Docket> dockets) {
        Beliefs beliefs = new Beliefs();
        dockets.forEach(beliefs::countVotes);
        return beliefs;
    }

    /** The model, however few decisions there are to anchor it but for what is believed beforehand. */
    static Beliefs modelled(Collection<Docket> dockets) {
        Beliefs beliefs = new Beliefs();
        beliefs.model(dockets);
        return beliefs;
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
    private void countVotes(Docket docket) {
        docket.disagreements().forEach(disagreement -> byDisagreement.put(disagreement.id(), byVotes(disagreement)));
    }

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

    private record Item(Docket docket, Cluster<?> cluster) {}

    private void model(Collection<Docket> dockets) {
        Map<String, List<Item>> byLayer = new LinkedHashMap<>();
        for (Docket docket : dockets) {
            if (docket.alignment().annotators().size() > 1) {
                docket.alignment()
                        .clusters()
                        .filter(cluster -> !cluster.excluded())
                        .forEach(cluster -> byLayer.computeIfAbsent(cluster.layer(), layer -> new ArrayList<>())
                                .add(new Item(docket, cluster)));
            }
        }
        byLayer.values().forEach(this::layer);
    }

    private void layer(List<Item> items) {
        Numbers annotators = new Numbers();
        Numbers classes = new Numbers();
        classes.of(NOTHING);
        List<Vote> votes = new ArrayList<>();
        int[] known = new int[items.size()];
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            for (String annotator : item.docket.alignment().annotators()) {
                String said = item.cluster.of(annotator).map(Beliefs::kind).orElse(NOTHING);
                votes.add(new Vote(i, annotators.of(annotator), classes.of(said)));
            }
            known[i] = byPerson(item)
                    .map(decision -> classes.of(kind(decision.chosen())))
                    .orElse(-1);
        }
        DawidSkene what =
                DawidSkene.estimate(items.size(), annotators.count(), classes.count(), votes, known, MOSTLY_RIGHT);
        Exactness exactness = new Exactness();
        items.forEach(item -> disagreement(item)
                .ifPresent(found -> exactness.hear(found, byPerson(item).orElse(null))));
        exactness.settle();
        for (int i = 0; i < items.size(); i++) {
            double[] posterior = what.posterior(i);
            disagreement(items.get(i))
                    .ifPresent(found -> byDisagreement.put(found.id(), combined(found, posterior, classes, exactness)));
        }
    }

    private static double[] combined(
            Disagreement disagreement, double[] byClass, Numbers classes, Exactness exactness) {
        List<Version> versions = disagreement.versions();
        double[] posteriors = new double[versions.size()];
        for (int i = 0; i < posteriors.length; i++) {
            String kind = kind(versions.get(i).annotation());
            List<Version> same = versions.stream()
                    .filter(version -> kind(version.annotation()).equals(kind))
                    .toList();
            double within = same.size() == 1 ? 1 : exactness.share(versions.get(i), same);
            posteriors[i] = byClass[classes.of(kind)] * within;
        }
        return posteriors;
    }

    private static Optional<Disagreement> disagreement(Item item) {
        return item.docket.disagreement(item.cluster.id());
    }

    private static Optional<Decision> byPerson(Item item) {
        return item.docket.decision(item.cluster.id()).filter(decision -> !decision.isAutomatic());
    }

    /** The class of an annotation: what stays when place and detail are left aside. */
    private static String kind(@Nullable Annotation annotation) {
        return switch (annotation) {
            case null -> NOTHING;
            case Mention mention -> mention.label();
            case Claim ignored -> "claim";
            case Relation relation -> relation.type();
        };
    }

    /** Numbers names in the order they come up. */
    private static final class Numbers {

        private final Map<String, Integer> numbers = new HashMap<>();

        int of(String name) {
            return numbers.computeIfAbsent(name, fresh -> numbers.size());
        }

        int count() {
            return numbers.size();
        }
    }
}
