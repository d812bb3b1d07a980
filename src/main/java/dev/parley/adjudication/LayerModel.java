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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom to believe in one layer. First what is there: {@link DawidSkene} over all that anybody marked, with the labels (or
 * that there is something at all) and "nothing here" as classes, so that having seen a place and left it unmarked is a vote.
 * Then how exactly: among versions of the same class each annotator's share of exact hits decides ({@link Exactness}).
 * What people decided is known and anchors both.
 */
final class LayerModel {

    private static final Prior MOSTLY_RIGHT = new Prior(10, 0.85);
    private static final String NOTHING = "";

    /** What somebody marked, whether all agree or not. */
    record Item(Docket docket, Cluster<?> cluster) {

        Optional<Disagreement> disagreement() {
            return docket.disagreement(cluster.id());
        }

        Optional<Decision> byPerson() {
            return docket.decision(cluster.id()).filter(decision -> !decision.isAutomatic());
        }
    }

    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<Integer, Disagreement> disagreements = new HashMap<>();
    private final Map<String, Integer> itemOf = new HashMap<>();
    private final Exactness exactness = new Exactness();
    private DawidSkene what;

    private LayerModel(List<Item> items) {
        classes.put(NOTHING, 0);
        Map<String, Integer> annotators = new HashMap<>();
        List<Vote> votes = new ArrayList<>();
        int[] known = new int[items.size()];
        for (int number = 0; number < known.length; number++) {
            Item item = items.get(number);
            for (String annotator : item.docket.alignment().annotators()) {
                String said = item.cluster.of(annotator).map(LayerModel::kind).orElse(NOTHING);
                votes.add(new Vote(number, number(annotators, annotator), number(classes, said)));
            }
            Optional<Decision> decision = item.byPerson();
            known[number] =
                    decision.map(found -> number(classes, kind(found.chosen()))).orElse(DawidSkene.UNKNOWN);
            int place = number;
            item.disagreement().ifPresent(found -> {
                disagreements.put(place, found);
                itemOf.put(found.id(), place);
                exactness.hear(found, decision.orElse(null));
            });
        }
        exactness.settle();
        what = DawidSkene.estimate(known.length, annotators.size(), classes.size(), votes, known, MOSTLY_RIGHT);
    }

    static LayerModel of(List<Item> items) {
        return new LayerModel(items);
    }

    private static int number(Map<String, Integer> numbers, String name) {
        return numbers.computeIfAbsent(name, fresh -> numbers.size());
    }

    /** Takes in what people decided since, and what is open again. What nobody ever marked like that has no class and waits. */
    void learn(Map<String, Optional<Decision>> decided) {
        decided.forEach((disagreement, decision) -> {
            Integer item = itemOf.get(disagreement);
            if (item != null) {
                what.learn(
                        item,
                        decision.map(found -> classes.getOrDefault(kind(found.chosen()), DawidSkene.UNKNOWN))
                                .orElse(DawidSkene.UNKNOWN));
            }
        });
    }

    /** Writes down for each disagreement how likely each of its versions is right. */
    void tell(Map<String, double[]> byDisagreement) {
        disagreements.forEach((item, found) -> byDisagreement.put(found.id(), combined(found, what.posterior(item))));
    }

    private double[] combined(Disagreement disagreement, double[] byClass) {
        List<Version> versions = disagreement.versions();
        double[] posteriors = new double[versions.size()];
        for (int i = 0; i < posteriors.length; i++) {
            String kind = kind(versions.get(i).annotation());
            List<Version> same = versions.stream()
                    .filter(version -> kind(version.annotation()).equals(kind))
                    .toList();
            double within = same.size() == 1 ? 1 : exactness.share(versions.get(i), same);
            posteriors[i] = byClass[number(classes, kind)] * within;
        }
        return posteriors;
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
}
