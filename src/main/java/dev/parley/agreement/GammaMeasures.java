package dev.parley.agreement;

import dev.parley.agreement.Measure.Sample;
import dev.parley.agreement.continuum.Continuum;
import dev.parley.agreement.continuum.Gamma;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * γ, γcat and γ_k of one layer. Disorders of documents are added, so that a document counts by what is marked in it:
 * {@code γ = 1 − Σ observed / Σ expected}. A broken span stands for all it reaches over.
 */
final class GammaMeasures {

    /** How the keys of all samples begin that are kept beyond the process. */
    static final String KEPT = "gamma of ";

    private static final Gamma.Settings SETTINGS = Gamma.Settings.USUAL;
    private static final int OBSERVED = 0;
    private static final int EXPECTED = 1;
    private static final int AT_LEAST = 2;
    private static final int SAMPLES = 3;
    /** From here on three numbers for all labels together, then for each: unlike, all, all times chance. */
    private static final int LABELS = 4;

    private final LayerMeasures layer;
    private final List<String> labels;

    GammaMeasures(LayerMeasures layer) {
        this.layer = layer;
        this.labels = layer.labels();
    }

    Measure gamma() {
        return measure(
                "gamma",
                how("γ (Mathet, Widlöcher and Métivier 2015); disorders of documents added"),
                sums -> sums[OBSERVED] == 0 && sums[EXPECTED] == 0
                        ? Outcome.undefined(Outcome.Reason.NO_UNITS)
                        : sums[EXPECTED] == 0
                                ? Outcome.undefined(Outcome.Reason.NO_VARIATION)
                                : Outcome.of(1 - sums[OBSERVED] / sums[EXPECTED]));
    }

    /** γcat: labels of aligned units. */
    Measure labels() {
        return measure("gamma-cat", how("γcat (Mathet 2017): labels of units aligned by γ"), sums -> beyond(sums, 0));
    }

    /** γ_k: one label among aligned units. */
    Measure label(String label) {
        Map<String, Object> how = how("γ_k (Mathet 2017): aligned pairs in which this label takes part");
        how.put("label", label);
        return measure("gamma-k", how, sums -> beyond(sums, 1 + labels.indexOf(label)));
    }

    private static Outcome beyond(double[] sums, int place) {
        double unlike = sums[LABELS + 3 * place];
        double chance = sums[LABELS + 3 * place + 2];
        if (sums[LABELS + 3 * place + 1] == 0) {
            return Outcome.undefined(Outcome.Reason.NO_MATCHES);
        }
        return chance == 0 ? Outcome.undefined(Outcome.Reason.NO_VARIATION) : Outcome.of(1 - unlike / chance);
    }

    private Map<String, Object> how(String variant) {
        Map<String, Object> how = layer.how(variant);
        how.put("units", "marks of all annotators");
        how.put("weights", "3 · position + 1 · label, missing partner 1");
        how.put("sampler", "shuffle");
        how.put(
                "samples",
                "%d for each document, more until its expected disorder is known to %.0f %%, at most %d"
                        .formatted(Gamma.FEWEST, 100 * SETTINGS.precision(), Gamma.MOST));
        how.put("samplerSeed", SETTINGS.seed());
        return how;
    }

    private Measure measure(String name, Map<String, Object> how, Function<double[], Outcome> value) {
        return Measure.of(
                name, KEPT + layer.layer() + labels, how, LABELS + 3 * (labels.size() + 1), this::sample, value);
    }

    private Sample sample(Alignment alignment) {
        Continuum continuum = layer.continuum(alignment);
        double[] numbers = new double[LABELS + 3 * (labels.size() + 1)];
        if (continuum.units() == 0 || continuum.annotators() < 2) {
            return Sample.of(numbers, 0);
        }
        Gamma parts = Gamma.of(
                continuum, SETTINGS, (soFar, wanted) -> !Thread.currentThread().isInterrupted());
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("agreement is not wanted any more");
        }
        numbers[OBSERVED] = parts.observed().cost();
        numbers[EXPECTED] = parts.expected() * parts.observed().units();
        numbers[AT_LEAST] = parts.observed().atLeast();
        numbers[SAMPLES] = parts.samples();
        for (int place = 0; place <= labels.size() && place < parts.expectedUnlike().length; place++) {
            double all = parts.observed().categories().all()[place];
            double chance = parts.expectedUnlike()[place];
            if (!Double.isNaN(chance)) {
                numbers[LABELS + 3 * place] = parts.observed().categories().unlike()[place];
                numbers[LABELS + 3 * place + 1] = all;
                numbers[LABELS + 3 * place + 2] = all * chance;
            }
        }
        return Sample.of(numbers, continuum.units());
    }
}
