package dev.parley.agreement;

import dev.parley.agreement.Bootstrap.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How to come to one figure: what each document adds, and what the sums mean.
 *
 * @param name as in {@link Measured#measure()}
 * @param how it is computed, for showing
 * @param width how many numbers each document adds
 * @param sample the numbers of one document
 * @param value of the sums
 */
record Measure(
        String name,
        Map<String, Object> how,
        int width,
        Function<DocumentSamples, Sample> sample,
        Function<double[], Outcome> value) {

    /** @param units how many things of the document were compared; documents with none are left aside */
    record Sample(Counts numbers, int units) {

        static Sample of(double[] numbers, int units) {
            return new Sample(Counts.of(numbers), units);
        }
    }

    /**
     * A measure whose numbers are worked out from the alignment, once.
     *
     * @param key what they depend on beside the alignment; measures with the same key share them
     */
    static Measure of(
            String name,
            String key,
            Map<String, Object> how,
            int width,
            Function<Alignment, Sample> sample,
            Function<double[], Outcome> value) {
        return new Measure(name, how, width, document -> document.sample(key, sample), value);
    }

    /** A measure whose numbers depend on nothing but what it says about itself. */
    static Measure of(
            String name,
            Map<String, Object> how,
            int width,
            Function<Alignment, Sample> sample,
            Function<double[], Outcome> value) {
        return of(name, name + how, how, width, sample, value);
    }

    /** With an interval from resampling the documents. */
    Measured over(Collection<DocumentSamples> documents) {
        return measure(documents, true);
    }

    /** The figure alone, for the cells of a table. */
    Measured plainly(Collection<DocumentSamples> documents) {
        return measure(documents, false);
    }

    /** What the documents add up to. */
    double[] sums(Collection<DocumentSamples> documents) {
        return Bootstrap.sum(
                documents.stream().map(one -> sample.apply(one).numbers).toList(), width);
    }

    private Measured measure(Collection<DocumentSamples> sampled, boolean withInterval) {
        List<Counts> documents = new ArrayList<>();
        int units = 0;
        for (DocumentSamples one : sampled) {
            Sample drawn = sample.apply(one);
            if (drawn.units > 0) {
                documents.add(drawn.numbers);
                units += drawn.units;
            }
        }
        Outcome outcome = value.apply(Bootstrap.sum(documents, width));
        boolean defined = outcome instanceof Outcome.Value;
        Optional<Interval> interval = withInterval && defined
                ? Bootstrap.interval(documents, width, sums -> value.apply(sums).orNaN())
                : Optional.empty();
        Map<String, Object> how = withInterval && defined ? withBootstrap(documents.size(), interval) : this.how;
        return new Measured(name, outcome, interval, documents.size(), units, how);
    }

    private Map<String, Object> withBootstrap(int documents, Optional<Interval> interval) {
        Map<String, Object> told = new LinkedHashMap<>(how);
        interval.ifPresent(found -> {
            told.put("interval", "percentile bootstrap over documents, 95 %");
            told.put("resamples", Bootstrap.RESAMPLES);
            told.put("seed", Bootstrap.SEED);
            told.put("undefinedResamples", found.undefinedShare());
        });
        if (documents < Bootstrap.ENOUGH_DOCUMENTS) {
            told.put("note", "too few documents to judge");
        }
        return told;
    }
}
