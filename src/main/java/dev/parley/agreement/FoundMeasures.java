package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.agreement.Measure.Sample;
import dev.parley.agreement.SpanF1.Mark;
import dev.parley.agreement.SpanF1.Rule;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether annotators found the same things in one layer, whatever they then said about them. */
final class FoundMeasures {

    private final LayerMeasures layer;
    private final String name;
    private final Rule rule;

    private FoundMeasures(LayerMeasures layer, String name, Rule rule) {
        this.layer = layer;
        this.name = name;
        this.rule = rule;
    }

    /** Found the same, whatever it was called: by the scheme's own rule. Claims by content, or by cue without one. */
    static FoundMeasures of(LayerMeasures layer, double threshold) {
        return new FoundMeasures(layer, "found-f1", new Rule(threshold, layer.isClaims()));
    }

    /** For experts: the same characters or any common one, with or without the label. */
    static List<FoundMeasures> strictAndLoose(LayerMeasures layer) {
        List<FoundMeasures> all = new ArrayList<>();
        all.add(new FoundMeasures(layer, "exact-f1", new Rule(1, true)));
        all.add(new FoundMeasures(layer, "overlap-f1", new Rule(0, true)));
        if (!layer.isClaims()) {
            all.add(new FoundMeasures(layer, "exact-unlabelled-f1", new Rule(1, false)));
            all.add(new FoundMeasures(layer, "overlap-unlabelled-f1", new Rule(0, false)));
        }
        return all;
    }

    private Map<String, Object> how(String variant) {
        Map<String, Object> how = layer.how(variant);
        how.put(
                "match",
                rule.threshold() == 0
                        ? "any common character"
                        : rule.threshold() == 1
                                ? "the same characters"
                                : "intersection over union of at least " + rule.threshold());
        return how;
    }

    /** Mean over pairs of annotators of F1, whatever the label. */
    Measure found(List<Pair> pairs) {
        String label = rule.labelled() && !layer.isClaims() ? "the same label" : "any label";
        Map<String, Object> how =
                how("pairwise F1, " + label + ", matched one to one; documents added, pairs averaged");
        how.put("units", "marks of all annotators");
        return Measure.of(
                name, name + how + pairs, how, 2 * pairs.size(), alignment -> found(pairs, alignment), sums -> {
                    double values = 0;
                    int defined = 0;
                    for (int pair = 0; pair < pairs.size(); pair++) {
                        if (sums[2 * pair + 1] > 0) {
                            values += 2 * sums[2 * pair] / sums[2 * pair + 1];
                            defined++;
                        }
                    }
                    return defined == 0 ? Outcome.undefined(Outcome.Reason.NO_UNITS) : Outcome.of(values / defined);
                });
    }

    private Sample found(List<Pair> pairs, Alignment alignment) {
        Map<String, List<Mark>> marks = marks(alignment, null);
        double[] numbers = new double[2 * pairs.size()];
        for (int pair = 0; pair < pairs.size(); pair++) {
            SpanF1 f1 = f1(alignment, marks, pairs.get(pair), null);
            numbers[2 * pair] = f1.matched();
            numbers[2 * pair + 1] = f1.marks();
        }
        return Sample.of(numbers, units(marks));
    }

    /** F1 among the marks that carry a label, all pairs added. */
    Measure found(List<Pair> pairs, String label) {
        Map<String, Object> how =
                how("F1 among the marks with this label, matched one to one; documents and pairs added");
        how.put("label", label);
        return Measure.of(
                name,
                name + how + pairs,
                how,
                2,
                alignment -> found(pairs, alignment, label),
                sums -> new SpanF1((int) sums[0], (int) sums[1]).value());
    }

    private Sample found(List<Pair> pairs, Alignment alignment, String label) {
        Map<String, List<Mark>> marks = marks(alignment, label);
        SpanF1 sum = new SpanF1(0, 0);
        for (Pair pair : pairs) {
            sum = sum.plus(f1(alignment, marks, pair, label));
        }
        return Sample.of(new double[] {sum.matched(), sum.marks()}, units(marks));
    }

    private SpanF1 f1(Alignment alignment, Map<String, List<Mark>> marks, Pair pair, @Nullable String label) {
        List<Mark> ones = marks.get(pair.one());
        List<Mark> others = marks.get(pair.other());
        if (ones == null || others == null) {
            return new SpanF1(0, 0);
        }
        return layer.isRelations()
                ? new SpanF1(commonRelations(alignment, pair, label), ones.size() + others.size())
                : SpanF1.of(ones, others, rule);
    }

    /** Relations have no place of their own; those between the same ends are the same. */
    private int commonRelations(Alignment alignment, Pair pair, @Nullable String type) {
        return (int) layer.clusters(alignment)
                .filter(cluster -> Stream.of(pair.one(), pair.other())
                        .allMatch(annotator -> cluster.of(annotator)
                                .filter(member -> type == null || type.equals(LayerMeasures.label(member)))
                                .isPresent()))
                .count();
    }

    /** By annotator, everyone who takes part included; only those with a label if one is given. */
    private Map<String, List<Mark>> marks(Alignment alignment, @Nullable String label) {
        Map<String, List<Mark>> marks = new LinkedHashMap<>();
        alignment.annotators().forEach(annotator -> marks.put(annotator, new ArrayList<>()));
        layer.clusters(alignment)
                .forEach(cluster -> cluster.members().forEach((annotator, member) -> {
                    if (label == null || label.equals(LayerMeasures.label(member))) {
                        Objects.requireNonNull(marks.get(annotator)).add(mark(member));
                    }
                }));
        return marks;
    }

    /** A claim is found by its content; one without content by its cue, and never by the other's content. */
    private static Mark mark(Annotation member) {
        return switch (member) {
            case Mention mention -> new Mark(mention.spans(), mention.label());
            case Claim claim ->
                claim.content().isEmpty() ? new Mark(claim.cue(), "cue") : new Mark(claim.content(), "content");
            case Relation relation -> new Mark(List.of(), relation.type());
        };
    }

    private static int units(Map<String, List<Mark>> marks) {
        return marks.values().stream().mapToInt(List::size).sum();
    }
}
