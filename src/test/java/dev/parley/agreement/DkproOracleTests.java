package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dkpro.statistics.agreement.coding.BennettSAgreement;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.ScottPiAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.dkpro.statistics.agreement.distance.IntervalDistanceFunction;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;
import org.dkpro.statistics.agreement.distance.RatioDistanceFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same figures as DKPro Statistics 2.2.1 on random ratings. Its categories are integers here, as it goes wrong with
 * others; both sides add doubles in different orders, so the last digits may differ.
 */
class DkproOracleTests {

    private static final double ROUNDING = 1e-9;
    private static final double[] VALUES = {1, 2, 3, 4, 5};

    private static Study random(long seed, int raters, double holes) {
        SplittableRandom random = new SplittableRandom(seed);
        Study study = new Study(new CodingAnnotationStudy(raters), new ArrayList<>());
        for (int item = 0; item < 60; item++) {
            int truth = 1 + random.nextInt(5);
            List<@Nullable Integer> ratings = new ArrayList<>();
            for (int rater = 0; rater < raters; rater++) {
                boolean right = random.nextDouble() < 0.6;
                ratings.add(
                        random.nextDouble() < holes ? null : right ? truth : Integer.valueOf(1 + random.nextInt(5)));
            }
            study.items.add(ratings);
            study.oracle.addItem(ratings.toArray());
        }
        return study;
    }

    private record Study(CodingAnnotationStudy oracle, List<List<@Nullable Integer>> items) {

        Ratings<Integer> ratings() {
            return Ratings.of(List.of(1, 2, 3, 4, 5), items);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesOnTwoRaters(long seed) {
        Study study = random(seed, 2, 0);

        assertThat(figure(CohenKappa.of(study.ratings(), 0, 1)))
                .isEqualTo(new CohenKappaAgreement(study.oracle).calculateAgreement(), within(ROUNDING));
        assertThat(figure(ScottPi.of(study.ratings(), 0, 1)))
                .isEqualTo(new ScottPiAgreement(study.oracle).calculateAgreement(), within(ROUNDING));
        assertThat(figure(PercentAgreement.of(study.ratings())))
                .isEqualTo(new PercentageAgreement(study.oracle).calculateAgreement(), within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesOnWeightsAndUniformChance(long seed) {
        Study study = random(seed, 2, 0);
        WeightedKappaAgreement weighted = new WeightedKappaAgreement(
                study.oracle, (oracle, one, other) -> Math.abs((Integer) one - (Integer) other));

        assertThat(figure(WeightedKappa.of(study.ratings(), 0, 1, WeightedKappa.Weights.LINEAR)))
                .isEqualTo(weighted.calculateAgreement(), within(ROUNDING));
        assertThat(figure(WeightedKappa.of(study.ratings(), 0, 1, WeightedKappa.Weights.QUADRATIC)))
                .isEqualTo(
                        new WeightedKappaAgreement(study.oracle, new IntervalDistanceFunction()).calculateAgreement(),
                        within(ROUNDING));
        assertThat(figure(BennettS.of(study.ratings())))
                .isEqualTo(new BennettSAgreement(study.oracle).calculateAgreement(), within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void agreesOnFleiss(long seed) {
        Study study = random(seed, 4, 0);

        assertThat(figure(FleissKappa.of(study.ratings())))
                .isEqualTo(new FleissKappaAgreement(study.oracle).calculateAgreement(), within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void agreesOnAlphaWithHoles(long seed) {
        Study study = random(seed, 4, 0.2);

        assertThat(figure(KrippendorffAlpha.of(study.ratings(), Distance.NOMINAL)))
                .isEqualTo(
                        new KrippendorffAlphaAgreement(study.oracle, new NominalDistanceFunction())
                                .calculateAgreement(),
                        within(ROUNDING));
        assertThat(figure(KrippendorffAlpha.of(study.ratings(), Distance.ORDINAL)))
                .isEqualTo(
                        new KrippendorffAlphaAgreement(study.oracle, new OrdinalDistanceFunction())
                                .calculateAgreement(),
                        within(ROUNDING));
        assertThat(figure(KrippendorffAlpha.of(study.ratings(), Distance.interval(VALUES))))
                .isEqualTo(
                        new KrippendorffAlphaAgreement(study.oracle, new IntervalDistanceFunction())
                                .calculateAgreement(),
                        within(ROUNDING));
        assertThat(figure(KrippendorffAlpha.of(study.ratings(), Distance.ratio(VALUES))))
                .isEqualTo(
                        new KrippendorffAlphaAgreement(study.oracle, new RatioDistanceFunction()).calculateAgreement(),
                        within(ROUNDING));
    }
}
