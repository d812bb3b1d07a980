package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.SharedFiles;
import dev.parley.adjudication.DawidSkene.Prior;
import dev.parley.adjudication.DawidSkene.Vote;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dawid & Skene (1979), Table 1: five anaesthetists and forty-five patients. */
class DawidSkene1979Tests {

    private static DawidSkene anaesthetists() throws IOException {
        JsonNode data = vectors().get("data");
        List<Vote> votes = new ArrayList<>();
        JsonNode items = data.get("items");
        for (int item = 0; item < items.size(); item++) {
            int patient = item;
            items.get(item)
                    .properties()
                    .forEach(rater -> rater.getValue()
                            .forEach(label -> votes.add(
                                    new Vote(patient, Integer.parseInt(rater.getKey()) - 1, label.intValue() - 1))));
        }
        int[] unknown = new int[items.size()];
        Arrays.fill(unknown, -1);
        return DawidSkene.estimate(items.size(), 5, 4, votes, unknown, Prior.NONE);
    }

    private static JsonNode vectors() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SharedFiles.path("agreement/dawid-skene1979-data.json")));
    }

    @Test
    void givesThePublishedErrorRatesAndShares() throws IOException {
        DawidSkene estimate = anaesthetists();
        int seen = 0;
        for (JsonNode expected : vectors().get("expected")) {
            double value = expected.get("value").doubleValue();
            double tolerance = expected.get("tolerance").doubleValue();
            JsonNode params = expected.path("params");
            switch (expected.get("measure").asString()) {
                case "dawid_skene_marginal" -> {
                    int cls = params.get("cls").intValue() - 1;
                    assertThat(estimate.shares()[cls]).isCloseTo(value, within(Math.max(tolerance, 1e-5)));
                    seen++;
                }
                case "dawid_skene_log_likelihood" -> {
                    assertThat(estimate.logLikelihood()).isCloseTo(value, within(Math.max(tolerance, 1e-3)));
                    seen++;
                }
                default -> {}
            }
        }

        assertThat(seen).isEqualTo(5);
        double[][] first = estimate.errorRates(0);
        double[][] published = {
            {0.89, 0.11, 0, 0}, {0.07, 0.88, 0.05, 0}, {0, 0.34, 0.66, 0}, {0, 0, 0.56, 0.44},
        };
        for (int right = 0; right < 4; right++) {
            for (int said = 0; said < 4; said++) {
                assertThat(first[right][said]).isCloseTo(published[right][said], within(0.006));
            }
        }
    }

    @Test
    void doesNotTurnIntoItsMirrorImageWithTwoVotesForEachItem() {
        // one is right nine times in ten, the other two times in three; they never meet a third
        List<Vote> votes = new ArrayList<>();
        int[] truth = new int[300];
        for (int item = 0; item < truth.length; item++) {
            truth[item] = item % 2;
            votes.add(new Vote(item, 0, item % 10 == 7 ? 1 - truth[item] : truth[item]));
            votes.add(new Vote(item, 1, item % 3 == 1 ? 1 - truth[item] : truth[item]));
        }
        int[] known = new int[truth.length];
        Arrays.fill(known, -1);
        for (int item = 0; item < 60; item++) {
            known[item] = truth[item];
        }

        DawidSkene estimate = DawidSkene.estimate(truth.length, 2, 2, votes, known, new Prior(10, 0.85));

        int right = 0;
        for (int item = 60; item < truth.length; item++) {
            right += estimate.posterior(item)[truth[item]] > 0.5 ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(216);
        assertThat(estimate.errorRates(0)[0][0]).isGreaterThan(estimate.errorRates(1)[0][0]);
    }

    @Test
    void leavesWhatIsKnownAsItIs() {
        DawidSkene estimate = DawidSkene.estimate(
                2,
                2,
                2,
                List.of(new Vote(0, 0, 1), new Vote(0, 1, 1), new Vote(1, 0, 0)),
                new int[] {0, -1},
                new Prior(10, 0.85));

        assertThat(estimate.posterior(0)).containsExactly(1, 0);
        assertThat(estimate.posterior(1)[0]).isGreaterThan(0.5);
    }
}
