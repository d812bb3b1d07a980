package dev.parley.agreement.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agreement.continuum.Continuum.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestAlignmentTests {

    static Continuum random(long seed, int annotators, int units, int length) {
        Random random = new Random(seed);
        List<Unit> marked = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            int begin = random.nextInt(length);
            marked.add(new Unit(random.nextInt(annotators), begin, begin + random.nextInt(1, 12), random.nextInt(3)));
        }
        return Continuum.of(annotators, length, marked);
    }

    /** The least cost of all clusterings, tried one after the other without any of the engine's shortcuts. */
    private static double brute(Continuum continuum, Dissimilarity dissimilarity, int[] clusters, int unit, int used) {
        if (unit == clusters.length) {
            return cost(continuum, dissimilarity, clusters, used);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int cluster = 0; cluster <= used; cluster++) {
            boolean free = true;
            for (int other = 0; other < unit; other++) {
                free &= clusters[other] != cluster
                        || continuum.annotator()[other] != continuum.annotator()[unit];
            }
            if (free) {
                clusters[unit] = cluster;
                best = Math.min(best, brute(continuum, dissimilarity, clusters, unit + 1, Math.max(used, cluster + 1)));
            }
        }
        return best;
    }

    private static double cost(Continuum continuum, Dissimilarity dissimilarity, int[] clusters, int used) {
        double pairs = continuum.annotators() * (continuum.annotators() - 1) / 2.0;
        double cost = used;
        for (int one = 0; one < clusters.length; one++) {
            for (int other = one + 1; other < clusters.length; other++) {
                if (clusters[one] == clusters[other]) {
                    cost += (dissimilarity.between(continuum, one, other) - 1) / pairs;
                }
            }
        }
        return cost;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void findsTheProvenOptimumOfFewUnits(int annotators) {
        for (int seed = 0; seed < 40; seed++) {
            Continuum continuum = random(seed, annotators, 8, 25);
            double least = brute(continuum, Dissimilarity.USUAL, new int[8], 0, 0);

            BestAlignment best = BestAlignment.of(Dissimilarity.USUAL.graph(continuum));

            assertThat(best.cost()).as("seed %d", seed).isEqualTo(least, within(1e-9));
            assertThat(best.atLeast()).isEqualTo(least, within(1e-9));
        }
    }

    @Test
    void findsTheOptimumOfTwoAnnotatorsHoweverMuchHangsTogether() {
        for (int seed = 0; seed < 40; seed++) {
            Continuum continuum = random(seed, 2, 9, 9);
            double least = brute(continuum, new Dissimilarity(1, 1), new int[9], 0, 0);

            assertThat(BestAlignment.of(new Dissimilarity(1, 1).graph(continuum))
                            .cost())
                    .isEqualTo(least, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void comesCloseToTheOptimumOfHeapsWithoutSearching(int annotators) {
        double found = 0;
        double least = 0;
        for (int seed = 0; seed < 60; seed++) {
            Continuum continuum = random(1_000 + seed, annotators, 9, 30);
            Clustering greedy = new Clustering(Dissimilarity.USUAL.graph(continuum));
            greedy.joinGreedily();
            greedy.refine();
            Clustering other = new Clustering(Dissimilarity.USUAL.graph(continuum));
            other.refine();
            double best = brute(continuum, Dissimilarity.USUAL, new int[9], 0, 0);
            assertThat(greedy.cost()).isGreaterThan(best - 1e-9);
            found += Math.min(greedy.cost(), other.cost());
            least += best;
        }

        assertThat(found / least).isLessThan(1.003);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void boundsTheCostFromBelow(int annotators) {
        BestAlignment best = BestAlignment.of(Dissimilarity.USUAL.graph(random(7, annotators, 400, 3_000)));

        assertThat(best.atLeast()).isLessThanOrEqualTo(best.cost()).isGreaterThan(0.5 * best.cost());
        assertThat(best.members()).hasNumberOfRows(best.clusters());
    }

    @Test
    void finishesWhereEverythingLiesOnTopOfEverything() {
        List<Unit> units = new ArrayList<>();
        for (int annotator = 0; annotator < 4; annotator++) {
            for (int i = 0; i < 60; i++) {
                units.add(new Unit(annotator, 10, 20, 0));
            }
        }

        BestAlignment best = BestAlignment.of(Dissimilarity.USUAL.graph(Continuum.of(4, 100, units)));

        assertThat(best.clusters()).isEqualTo(60);
        assertThat(best.cost()).isEqualTo(0, within(1e-9));
    }

    @Test
    void keepsEmptyUnitsApartUnlessTheyStandAtTheSamePlace() {
        Continuum apart = Continuum.of(2, 10, List.of(new Unit(0, 3, 3, 0), new Unit(1, 4, 4, 0)));
        Continuum together = Continuum.of(2, 10, List.of(new Unit(0, 3, 3, 0), new Unit(1, 3, 3, 0)));

        assertThat(BestAlignment.of(Dissimilarity.USUAL.graph(apart)).clusters())
                .isEqualTo(2);
        assertThat(BestAlignment.of(Dissimilarity.USUAL.graph(together)).clusters())
                .isEqualTo(1);
    }
}
