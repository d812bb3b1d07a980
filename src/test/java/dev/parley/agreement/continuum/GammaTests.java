package dev.parley.agreement.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agreement.continuum.Continuum.Unit;
import dev.parley.agreement.continuum.Gamma.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GammaTests {

    private static final Settings USUAL = Settings.USUAL;

    private static double gamma(Continuum continuum, Settings settings) {
        Gamma parts = Gamma.of(continuum, settings, Gamma.Listener.NOBODY);
        return 1 - parts.observed().perUnit() / parts.expected();
    }

    private static List<Unit> readings(long seed, int annotators, int units) {
        Random random = new Random(seed);
        List<Unit> marked = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            int begin = 5 + 30 * i + random.nextInt(8);
            int label = random.nextInt(3);
            for (int annotator = 0; annotator < annotators; annotator++) {
                if (random.nextDouble() < 0.85) {
                    int moved = begin + random.nextInt(3) - 1;
                    marked.add(new Unit(
                            annotator, moved, begin + 9 + random.nextInt(3), random.nextDouble() < 0.1 ? 3 : label));
                }
            }
        }
        return marked;
    }

    @ParameterizedTest
    @EnumSource(Sampler.class)
    void givesTheSameFigureForTheSameSeed(Sampler sampler) {
        Continuum continuum = Continuum.of(3, 1_000, readings(1, 3, 30));
        Settings settings = new Settings(Dissimilarity.USUAL, sampler, 0.02, 5);

        assertThat(gamma(continuum, settings)).isEqualTo(gamma(continuum, settings));
        assertThat(gamma(continuum, new Settings(Dissimilarity.USUAL, sampler, 0.02, 6)))
                .isNotEqualTo(gamma(continuum, settings))
                .isEqualTo(gamma(continuum, settings), within(0.05));
    }

    @Test
    void givesOneToCopiesAndNextToNothingToStrangers() {
        List<Unit> copied = new ArrayList<>();
        List<Unit> strangers = new ArrayList<>();
        for (int annotator = 0; annotator < 3; annotator++) {
            for (Unit unit : readings(4, 1, 30)) {
                copied.add(new Unit(annotator, unit.begin(), unit.end(), unit.label()));
            }
            Random random = new Random(annotator);
            for (int i = 0; i < 30; i++) {
                int begin = random.nextInt(950);
                strangers.add(new Unit(annotator, begin, begin + 10, random.nextInt(3)));
            }
        }

        assertThat(gamma(Continuum.of(3, 1_000, copied), USUAL)).isEqualTo(1);
        assertThat(gamma(Continuum.of(3, 1_000, strangers), USUAL)).isEqualTo(0, within(0.15));
    }

    @Test
    void fallsWithEveryAnnotatorWhoMarkedNothing() {
        List<Unit> units = readings(2, 2, 30);

        double two = gamma(Continuum.of(2, 1_000, units), USUAL);
        double three = gamma(Continuum.of(3, 1_000, units), USUAL);

        assertThat(three).isLessThan(two - 0.1);
    }

    @Test
    void goesOnUntilTheExpectedDisorderIsKnownWellEnough() {
        Continuum few = Continuum.of(2, 200, readings(3, 2, 4));

        Gamma rough =
                Gamma.of(few, new Settings(Dissimilarity.USUAL, Sampler.SHUFFLE, 0.5, 1), (soFar, wanted) -> true);
        Gamma fine = Gamma.of(few, USUAL, Gamma.Listener.NOBODY);

        assertThat(rough.samples()).isEqualTo(Gamma.FEWEST);
        assertThat(fine.samples()).isGreaterThan(Gamma.FEWEST);
        assertThat(fine.error()).isLessThanOrEqualTo(0.02);
    }

    @Test
    void tellsHowFarItIsAndStopsWhenTold() {
        List<Integer> heard = new ArrayList<>();
        Continuum continuum = Continuum.of(3, 1_000, readings(1, 3, 30));

        Gamma stopped = Gamma.of(continuum, USUAL, (soFar, wanted) -> {
            heard.add(soFar.samples());
            return soFar.samples() < 10;
        });

        assertThat(heard).containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(stopped.samples()).isEqualTo(10);
        assertThat(stopped.expected()).isPositive();
    }

    @Test
    void looksAtLabelsApartFromPlaces() {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            units.add(new Unit(0, 20 * i, 20 * i + 8, i % 4));
            units.add(new Unit(1, 20 * i + 2, 20 * i + 9, i % 4 == 3 ? 2 : i % 4));
        }
        Gamma parts = Gamma.of(Continuum.of(2, 800, units), USUAL, Gamma.Listener.NOBODY);
        Disorder.Categories labels = parts.observed().categories();

        assertThat(labels.share(0)).isEqualTo(0.25, within(1e-12));
        assertThat(labels.share(1)).isZero();
        assertThat(labels.share(3)).isEqualTo(0.5, within(1e-12));
        assertThat(labels.share(4)).isEqualTo(1, within(1e-12));
        assertThat(parts.expectedUnlike()[0]).isBetween(0.3, 0.8);
    }
}
