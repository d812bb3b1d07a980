package dev.parley.agreement;

import dev.parley.agreement.Bootstrap.Counts;
import java.util.ArrayList;
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
        Function<Alignment, Sample> sample,
        Function<double[], Outcome> value) {

    /** @param units how many things of the document were compared; documents with none are left aside */
    record Sample(double[] numbers, int units) {}

    /** With an interval from resampling the documents. */
    Measured over(List<Alignment> documents) {
        return measure(documents, true);
    }

    /** The figure alone, for the cells of a table. */
    Measured plainly(List<Alignment> documents) {
        return measure(documents, false);
    }

    private Measured measure(List<Alignment> alignments, boolean withInterval) {
        List<Counts> documents = new ArrayList<>();
        int units = 0;
        for (Alignment alignment : alignments) {
            Sample drawn = sample.apply(alignment);
            if (drawn.units > 0) {
                documents.add(Counts.of(drawn.numbers));
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
