package dev.parley.agreement;

import dev.parley.agreement.LayerMeasures.Pair;
import dev.parley.agreement.Measure.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** For experts: the other coefficients over the labels of places that at least two annotators marked. */
final class LabelMeasures {

    private final LayerMeasures layer;
    private final List<String> labels;
    private final List<Pair> pairs;

    LabelMeasures(LayerMeasures layer, List<Pair> pairs) {
        this.layer = layer;
        this.labels = layer.labels();
        this.pairs = pairs;
    }

    List<Measure> all() {
        return List.of(
                counted("percent", "share of agreeing pairs of labels", LabelMeasures::percent),
                counted("bennett-s", "Bennett's S, for several annotators Randolph's κ", this::bennett),
                counted("gwet-ac1", "Gwet's AC1", this::ac1),
                counted("fleiss-kappa", "Fleiss' κ, the same number of labels everywhere", this::fleiss),
                paired("cohen-kappa", "Cohen's κ, mean over pairs of annotators", true),
                paired("scott-pi", "Scott's π, mean over pairs of annotators", false));
    }

    private static final int AGREEING = 0;
    private static final int PAIRS = 1;
    private static final int SHARE = 2;
    private static final int PLACES = 3;
    private static final int MARKED = 4;
    /** From here on per label: how often given, and the sum of its shares. */
    private static final int LABELS = 5;

    /** Beyond them, how many places have 2, 3, … labels. */
    private static final int MOST_ANNOTATORS = 20;

    private int width() {
        return LABELS + 2 * labels.size() + MOST_ANNOTATORS + 1;
    }

    private Measure counted(String name, String variant, Function<double[], Outcome> value) {
        Map<String, Object> how = layer.how(variant + ", over places at least two annotators marked");
        how.put("units", "aligned places");
        return Measure.of(
                name,
                "label counts of " + layer.layer() + labels,
                how,
                width(),
                this::counts,
                sums -> sums[PLACES] == 0 ? Outcome.undefined(Outcome.Reason.NO_MATCHES) : value.apply(sums));
    }

    private Sample counts(Alignment alignment) {
        double[] numbers = new double[width()];
        layer.clusters(alignment).forEach(cluster -> {
            int[] counts = new int[labels.size()];
            int given = 0;
            for (var member : cluster.annotations()) {
                int label = layer.number(member);
                if (label >= 0) {
                    counts[label]++;
                    given++;
                }
            }
            add(numbers, counts, given);
        });
        return Sample.of(numbers, (int) numbers[PLACES]);
    }

    private void add(double[] numbers, int[] counts, int given) {
        if (given < 2) {
            return;
        }
        double agreeing = 0;
        for (int label = 0; label < counts.length; label++) {
            agreeing += counts[label] * (counts[label] - 1.0);
            numbers[LABELS + label] += counts[label];
            numbers[LABELS + counts.length + label] += (double) counts[label] / given;
        }
        numbers[AGREEING] += agreeing;
        numbers[PAIRS] += given * (given - 1.0);
        numbers[SHARE] += agreeing / (given * (given - 1.0));
        numbers[PLACES]++;
        numbers[MARKED] += given;
        numbers[LABELS + 2 * counts.length + Math.min(given, MOST_ANNOTATORS)]++;
    }

    private static Outcome percent(double[] sums) {
        return Outcome.of(sums[AGREEING] / sums[PAIRS]);
    }

    private Outcome bennett(double[] sums) {
        return beyond(sums[AGREEING] / sums[PAIRS], 1.0 / labels.size());
    }

    private Outcome ac1(double[] sums) {
        double chance = 0;
        for (int label = 0; label < labels.size(); label++) {
            double mean = sums[LABELS + labels.size() + label] / sums[PLACES];
            chance += mean * (1 - mean) / (labels.size() - 1);
        }
        return labels.size() < 2 || used(sums) < 2
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : beyond(sums[SHARE] / sums[PLACES], chance);
    }

    private Outcome fleiss(double[] sums) {
        int sizes = 0;
        for (int size = 2; size <= MOST_ANNOTATORS; size++) {
            sizes += sums[LABELS + 2 * labels.size() + size] > 0 ? 1 : 0;
        }
        double chance = 0;
        for (int label = 0; label < labels.size(); label++) {
            chance += Math.pow(sums[LABELS + label] / sums[MARKED], 2);
        }
        return sizes > 1
                ? Outcome.undefined(Outcome.Reason.UNEQUAL_RATINGS)
                : beyond(sums[SHARE] / sums[PLACES], chance);
    }

    private long used(double[] sums) {
        return Arrays.stream(sums, LABELS, LABELS + labels.size())
                .filter(count -> count > 0)
                .count();
    }

    private static Outcome beyond(double observed, double chance) {
        return 1 - chance < 1e-12
                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                : Outcome.of((observed - chance) / (1 - chance));
    }

    private Measure paired(String name, String variant, boolean ownHabits) {
        int cells = labels.size() * labels.size();
        Map<String, Object> how = layer.how(variant + ", over places both marked");
        how.put("units", "labels of aligned pairs");
        return Measure.of(
                name,
                "label tables of " + layer.layer() + labels + pairs,
                how,
                cells * pairs.size(),
                this::tables,
                sums -> {
                    List<Double> values = new ArrayList<>();
                    boolean any = false;
                    for (int pair = 0; pair < pairs.size(); pair++) {
                        double[] table = Arrays.copyOfRange(sums, pair * cells, (pair + 1) * cells);
                        any |= !Bootstrap.isEmpty(table);
                        double value = kappa(table, ownHabits);
                        if (!Double.isNaN(value)) {
                            values.add(value);
                        }
                    }
                    return values.isEmpty()
                            ? Outcome.undefined(any ? Outcome.Reason.NO_VARIATION : Outcome.Reason.NO_MATCHES)
                            : Outcome.of(values.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow());
                });
    }

    private Sample tables(Alignment alignment) {
        int cells = labels.size() * labels.size();
        double[] numbers = new double[cells * pairs.size()];
        int[] units = new int[1];
        layer.clusters(alignment).forEach(cluster -> {
            for (int pair = 0; pair < pairs.size(); pair++) {
                var one = cluster.members().get(pairs.get(pair).one());
                var other = cluster.members().get(pairs.get(pair).other());
                if (one != null && other != null) {
                    int row = layer.number(one);
                    int column = layer.number(other);
                    numbers[pair * cells + row * labels.size() + column]++;
                    units[0]++;
                }
            }
        });
        return Sample.of(numbers, units[0]);
    }

    private double kappa(double[] table, boolean ownHabits) {
        int size = labels.size();
        double[] rows = new double[size];
        double[] columns = new double[size];
        double all = 0;
        double same = 0;
        for (int cell = 0; cell < table.length; cell++) {
            rows[cell / size] += table[cell];
            columns[cell % size] += table[cell];
            all += table[cell];
            same += cell / size == cell % size ? table[cell] : 0;
        }
        double chance = 0;
        for (int label = 0; label < size; label++) {
            double one = rows[label] / all;
            double other = columns[label] / all;
            chance += ownHabits ? one * other : Math.pow((one + other) / 2, 2);
        }
        return all == 0 ? Double.NaN : beyond(same / all, chance).orNaN();
    }
}
