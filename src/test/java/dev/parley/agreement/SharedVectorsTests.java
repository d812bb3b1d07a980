package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.SharedFiles;
import dev.parley.agreement.SpanF1.Mark;
import dev.parley.agreement.SpanF1.Rule;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays the vectors beside the project: every measure they expect and we have. */
class SharedVectorsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"krippendorff-canonical", "nltk-easy", "fleiss1971", "cohen1960-p45", "artstein-poesio2008-ex1"})
    void givesThePublishedCoefficients(String name) {
        JsonNode vector = read(name);
        Ratings<String> ratings = ratings(vector.get("data"));
        int compared = 0;
        for (JsonNode expected : vector.get("expected")) {
            Optional<Outcome> outcome = coefficient(expected, ratings);
            compared += outcome.isPresent() ? 1 : 0;
            outcome.ifPresent(found -> assertThat(figure(found))
                    .as(expected.get("measure").asString())
                    .isEqualTo(
                            expected.get("value").asDouble(),
                            within(expected.get("tolerance").asDouble())));
        }

        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = "span-f1-hand")
    void givesTheSpanF1WorkedOutByHand(String name) {
        JsonNode vector = read(name);
        for (JsonNode expected : vector.get("expected")) {
            boolean exact = expected.get("params").get("mode").asString().equals("exact");
            Rule rule =
                    new Rule(exact ? 1 : 0, expected.get("params").get("labels").asBoolean());

            assertThat(meanOverPairs(vector.get("data").get("documents"), rule))
                    .as(expected.get("params").toString())
                    .isEqualTo(expected.get("value").asDouble(), within(1e-9));
        }
    }

    private static JsonNode read(String name) {
        return JsonMapper.shared()
                .readTree(SharedFiles.path("agreement/" + name + ".json").toFile());
    }

    private static Optional<Outcome> coefficient(JsonNode expected, Ratings<String> ratings) {
        double[] values = ratings.categories().stream()
                .mapToDouble(SharedVectorsTests::number)
                .toArray();
        return Optional.ofNullable(
                switch (expected.get("measure").asString()) {
                    case "alpha" ->
                        KrippendorffAlpha.of(
                                ratings,
                                switch (expected.get("params").get("level").asString()) {
                                    case "nominal" -> Distance.NOMINAL;
                                    case "ordinal" -> Distance.ORDINAL;
                                    case "interval" -> Distance.interval(values);
                                    default -> Distance.ratio(values);
                                });
                    case "percent_agreement" -> PercentAgreement.of(ratings);
                    case "observed_agreement_alpha" -> Coincidences.of(ratings).observedAgreement();
                    case "cohen_kappa" -> CohenKappa.of(ratings, 0, 1);
                    case "scott_pi" -> ScottPi.of(ratings, 0, 1);
                    case "fleiss_kappa" -> FleissKappa.of(ratings);
                    default -> null;
                });
    }

    private static double number(String category) {
        return category.matches("[0-9]+") ? Double.parseDouble(category) : 0;
    }

    private static Ratings<String> ratings(JsonNode data) {
        List<List<@Nullable String>> items = new ArrayList<>();
        if (data.has("items")) {
            for (JsonNode item : data.get("items")) {
                List<@Nullable String> row = new ArrayList<>();
                item.forEach(rating -> row.add(rating.isNull() ? null : rating.asString()));
                items.add(row);
            }
        } else {
            JsonNode table = data.get("contingency");
            for (int c = 0; c < table.size(); c++) {
                for (int k = 0; k < table.size(); k++) {
                    for (int i = 0; i < table.get(c).get(k).asInt(); i++) {
                        items.add(List.of("" + c, "" + k));
                    }
                }
            }
        }
        return Ratings.of(items);
    }

    private static double meanOverPairs(JsonNode documents, Rule rule) {
        int annotators = documents.get(0).get("spans").size();
        double sum = 0;
        int pairs = 0;
        for (int one = 0; one < annotators; one++) {
            for (int other = one + 1; other < annotators; other++, pairs++) {
                SpanF1 f1 = new SpanF1(0, 0);
                for (JsonNode document : documents) {
                    f1 = f1.plus(SpanF1.of(
                            marks(document.get("spans").get(one)),
                            marks(document.get("spans").get(other)),
                            rule));
                }
                sum += figure(f1.value());
            }
        }
        return sum / pairs;
    }

    private static List<Mark> marks(JsonNode spans) {
        List<Mark> marks = new ArrayList<>();
        spans.forEach(span -> marks.add(new Mark(
                List.of(new Span(span.get("begin").asInt(), span.get("end").asInt())),
                span.get("label").asString())));
        return marks;
    }
}
