package dev.parley.agreement;

import dev.parley.agreement.Measure.Sample;
import dev.parley.agreement.continuum.Continuum;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** α_U and the uα family of one layer, documents added as if they were one line with nothing in between. */
final class UnitMeasures {

    private final LayerMeasures layer;
    private final int labels;

    UnitMeasures(LayerMeasures layer) {
        this.layer = layer;
        this.labels = Math.max(1, layer.labels().size());
    }

    List<Measure> all() {
        return List.of(
                alphaU(),
                family("u-alpha", "uα (2016): labels and gaps along the text", UAlpha::all),
                family("u-alpha-relevance", "|uα (2016): marked or not along the text", UAlpha::relevance),
                family("cu-alpha", "cuα (2016): labels where two marked the text", UAlpha::labels));
    }

    private Measure alphaU() {
        Map<String, Object> how = how("α_U (Krippendorff 2004), label by label");
        return Measure.of(
                "alpha-u",
                "alpha-u of " + layer.layer(),
                how,
                3,
                alignment -> {
                    Continuum continuum = layer.continuum(alignment);
                    Outcome.Reason obstacle = AlphaU.obstacle(continuum);
                    AlphaU.Parts sum = AlphaU.Parts.NONE;
                    for (int label = 0; label < continuum.labels() && obstacle == null; label++) {
                        sum = sum.plus(AlphaU.parts(continuum, label));
                    }
                    double refused = obstacle == Outcome.Reason.OVERLAP_NOT_SUPPORTED ? 1 : 0;
                    return Sample.of(new double[] {sum.observed(), sum.expected(), refused}, continuum.units());
                },
                sums -> sums[2] > 0
                        ? Outcome.undefined(Outcome.Reason.OVERLAP_NOT_SUPPORTED)
                        : new AlphaU.Parts(sums[0], sums[1]).value());
    }

    private Measure family(String name, String variant, Function<UAlpha, Outcome> figure) {
        int width = UAlpha.numbers(labels) + 1;
        return Measure.of(
                name,
                "u-alpha of " + layer.layer(),
                how(variant),
                width,
                alignment -> {
                    double[] numbers = new double[width];
                    Continuum continuum = layer.continuum(alignment);
                    switch (UAlpha.of(continuum, labels)) {
                        case UAlpha.Reading.Read(UAlpha parts) -> parts.writeTo(numbers);
                        case UAlpha.Reading.Refused(Outcome.Reason reason) ->
                            numbers[width - 1] = reason == Outcome.Reason.OVERLAP_NOT_SUPPORTED ? 1 : 0;
                    }
                    return Sample.of(numbers, continuum.units());
                },
                sums -> {
                    if (sums[width - 1] > 0) {
                        return Outcome.undefined(Outcome.Reason.OVERLAP_NOT_SUPPORTED);
                    }
                    return Bootstrap.isEmpty(sums)
                            ? Outcome.undefined(Outcome.Reason.NO_UNITS)
                            : figure.apply(UAlpha.of(sums, labels));
                });
    }

    private Map<String, Object> how(String variant) {
        Map<String, Object> how = layer.how(variant);
        how.put("units", "marks of all annotators");
        how.put("documents", "added as if they were one line");
        return how;
    }
}
