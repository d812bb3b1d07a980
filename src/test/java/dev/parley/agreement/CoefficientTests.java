package dev.parley.agreement;

import static dev.parley.agreement.Figures.contingency;
import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published figures of single coefficients, and what must hold for any ratings. */
class CoefficientTests {

    /** Gwet 2008: 118 of 125 agreed upon, all but a few of one category; κ falls to nothing, AC1 stays. */
    @Test
    void staysHighWithAc1WhereOneCategoryPrevails() {
        Ratings<Integer> ratings = contingency(new int[][] {{118, 5}, {2, 0}});

        assertThat(figure(GwetAc1.of(ratings))).isEqualTo(0.9408, within(5e-4));
        assertThat(figure(CohenKappa.of(ratings, 0, 1))).isEqualTo(-0.0234, within(5e-4));
    }

    /** Cohen 1968 as replayed by every statistics package: linear weights equal κ with two categories. */
    @Test
    void equalsPlainKappaWithTwoCategories() {
        Ratings<Integer> ratings = contingency(new int[][] {{20, 10}, {20, 50}});

        for (WeightedKappa.Weights weights : WeightedKappa.Weights.values()) {
            assertThat(figure(WeightedKappa.of(ratings, 0, 1, weights)))
                    .isEqualTo(figure(CohenKappa.of(ratings, 0, 1)), within(1e-12));
        }
    }

    /** The distances between sets of Passonneau 2006, by hand. */
    @Test
    void measuresSetsByWhatTheyHaveInCommon() {
        List<Set<String>> sets = List.of(Set.of("a"), Set.of("a", "b"), Set.of("b", "c"), Set.of("d"), Set.of());
        Distance masi = Distance.masi(sets);
        Distance jaccard = Distance.jaccard(sets);
        double[] none = {};

        assertThat(masi.squared(0, 0, none)).isZero();
        assertThat(masi.squared(0, 1, none)).isEqualTo(1 - 0.5 * 2 / 3, within(1e-12));
        assertThat(masi.squared(1, 2, none)).isEqualTo(1 - 1.0 / 3 / 3, within(1e-12));
        assertThat(masi.squared(0, 3, none)).isEqualTo(1);
        assertThat(masi.squared(4, 4, none)).isZero();
        assertThat(masi.squared(4, 0, none)).isEqualTo(1);
        assertThat(jaccard.squared(1, 2, none)).isEqualTo(2.0 / 3, within(1e-12));
    }

    @Test
    void saysWhyThereIsNoFigure() {
        Ratings<String> alike = Ratings.of(List.of(List.of("x", "x"), List.of("x", "x")));
        Ratings<String> one = Ratings.of(List.of(Arrays.asList("x", null), Arrays.asList("y", null)));
        Ratings<String> apart = Ratings.of(List.of(Arrays.asList("x", null), Arrays.asList(null, "y")));
        Ratings<String> nothing = Ratings.of(List.of(Arrays.<@Nullable String>asList(null, null)));

        assertThat(figure(PercentAgreement.of(alike))).isEqualTo(1);
        for (Outcome outcome : all(alike)) {
            assertThat(outcome).isEqualTo(Outcome.undefined(Outcome.Reason.NO_VARIATION));
        }
        assertThat(GwetAc1.of(one)).isEqualTo(Outcome.undefined(Outcome.Reason.ONE_ANNOTATOR));
        assertThat(BennettS.of(apart)).isEqualTo(Outcome.undefined(Outcome.Reason.NO_OVERLAP));
        assertThat(KrippendorffAlpha.of(nothing, Distance.NOMINAL))
                .isEqualTo(Outcome.undefined(Outcome.Reason.NO_DATA));
    }

    private static List<Outcome> all(Ratings<String> ratings) {
        return List.of(
                GwetAc1.of(ratings),
                BennettS.of(ratings),
                FleissKappa.of(ratings),
                CohenKappa.of(ratings, 0, 1),
                ScottPi.of(ratings, 0, 1),
                WeightedKappa.of(ratings, 0, 1, WeightedKappa.Weights.LINEAR),
                KrippendorffAlpha.of(ratings, Distance.NOMINAL));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotCareForOrderOrNames(long seed) {
        Random random = new Random(seed);
        List<List<String>> items = new ArrayList<>();
        for (int item = 0; item < 50; item++) {
            String truth = "abcd".charAt(random.nextInt(4)) + "";
            items.add(List.of(truth, random.nextDouble() < 0.3 ? "a" : truth, random.nextDouble() < 0.3 ? "b" : truth));
        }
        List<List<String>> changed = new ArrayList<>();
        items.forEach(item -> changed.add(item.reversed().stream()
                .map(name -> "z" + (char) ('z' - name.charAt(0)))
                .toList()));
        Collections.shuffle(changed, random);

        assertThat(figure(KrippendorffAlpha.of(Ratings.of(changed), Distance.NOMINAL)))
                .isEqualTo(figure(KrippendorffAlpha.of(Ratings.of(items), Distance.NOMINAL)), within(1e-12));
        assertThat(figure(FleissKappa.of(Ratings.of(changed))))
                .isEqualTo(figure(FleissKappa.of(Ratings.of(items))), within(1e-12));
        assertThat(figure(GwetAc1.of(Ratings.of(changed))))
                .isEqualTo(figure(GwetAc1.of(Ratings.of(items))), within(1e-12));
    }

    @Test
    void countsAMillionItemsFromPlainNumbers() {
        int[] cells = new int[5_000_000];
        Random random = new Random(1);
        for (int item = 0; item < 1_000_000; item++) {
            int truth = random.nextInt(5);
            for (int rater = 0; rater < 5; rater++) {
                cells[item * 5 + rater] = random.nextInt(10) < 8 ? truth : random.nextInt(5);
            }
        }

        // P(both right or wrong alike) − chance, over 1 − chance: (.84² + 4 · .04²  − .2) / .8
        assertThat(figure(KrippendorffAlpha.of(Ratings.of(List.of(1, 2, 3, 4, 5), 5, cells), Distance.NOMINAL)))
                .isEqualTo((0.84 * 0.84 + 4 * 0.04 * 0.04 - 0.2) / 0.8, within(0.002));
    }
}
