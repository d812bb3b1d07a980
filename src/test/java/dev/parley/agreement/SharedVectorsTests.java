package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.SharedFiles;
import dev.parley.agreement.SpanF1.Mark;
import dev.parley.agreement.SpanF1.Rule;
import dev.parley.agreement.continuum.Continuum;
import dev.parley.agreement.continuum.Dissimilarity;
import dev.parley.agreement.continuum.Gamma;
import dev.parley.agreement.continuum.Sampler;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(strings = {"krippendorff2004-unitizing", "u-alpha-family-hand"})
    void givesTheAlphaOfUnits(String name) {
        JsonNode vector = read(name);
        List<String> labels = labels(vector.get("data"));
        Continuum continuum = continuum(vector.get("data"), labels);
        for (JsonNode expected : vector.get("expected")) {
            assertThat(unitizing(expected, continuum, labels))
                    .as(expected.toString())
                    .isEqualTo(expected.get("value").asDouble(), within(1e-9));
        }
    }

    private static double unitizing(JsonNode expected, Continuum continuum, List<String> labels) {
        JsonNode params = expected.path("params");
        int label = labels.indexOf(params.path("label").asString(""));
        double squared = Math.pow(continuum.length(), 2);
        return switch (expected.get("measure").asString()) {
            case "alpha_u_2004" -> figure(AlphaU.of(continuum));
            case "alpha_u_2004_label" -> figure(AlphaU.of(continuum, label));
            case "alpha_u_2004_observed" -> AlphaU.parts(continuum, label).observed() / squared;
            case "alpha_u_2004_expected" -> AlphaU.parts(continuum, label).expected() / squared;
            default -> {
                UAlpha parts = UnitizingTests.read(continuum);
                String variant = params.get("variant").asString();
                yield switch (variant) {
                    case "u" -> figure(parts.all());
                    case "|u" -> figure(parts.relevance());
                    case "cu" -> figure(parts.labels());
                    case "coverage" -> parts.coverage();
                    default -> figure(parts.label(labels.indexOf(variant.substring(1, variant.indexOf(')')))));
                };
            }
        };
    }

    @Test
    void givesTheDisorderOfSixteenUnits() {
        JsonNode vector = read("gamma-alex-paul-suzan");
        List<String> labels = labels(vector.get("data"));
        Continuum continuum = continuum(vector.get("data"), labels);
        for (JsonNode expected : vector.get("expected")) {
            JsonNode params = expected.get("params");
            if (expected.get("measure").asString().equals("gamma_observed_disorder")) {
                Dissimilarity dissimilarity = new Dissimilarity(
                        params.get("alpha").asDouble(), params.get("beta").asDouble());
                Gamma parts = Gamma.of(
                        continuum, new Gamma.Settings(dissimilarity, Sampler.SHUFFLE, 0.02, 1), Gamma.Listener.NOBODY);

                assertThat(parts.observed().perUnit())
                        .isEqualTo(expected.get("value").asDouble(), within(1e-6));
                assertThat(parts.observed().atLeast())
                        .isLessThanOrEqualTo(parts.observed().cost());
            }
        }
    }

    /** pygamma-agreement's own tests leave these ranges to chance; ours are a little wider. */
    @Test
    void comesToThePublishedGammaWithBothSamplers() {
        JsonNode vector = read("gamma-alex-paul-suzan");
        Continuum continuum = continuum(vector.get("data"), labels(vector.get("data")));

        assertThat(gamma(continuum, Sampler.SHUFFLE)).isBetween(0.42, 0.49);
        assertThat(gamma(continuum, Sampler.STATISTICAL)).isBetween(0.37, 0.46);
    }

    private static double gamma(Continuum continuum, Sampler sampler) {
        Gamma parts =
                Gamma.of(continuum, new Gamma.Settings(Dissimilarity.USUAL, sampler, 0.01, 1), Gamma.Listener.NOBODY);
        return 1 - parts.observed().perUnit() / parts.expected();
    }

    @Test
    void givesThePositionsOfFigureTen() {
        JsonNode vector = read("gamma-positional-dissimilarity");
        Dissimilarity places = new Dissimilarity(1, 0);
        for (JsonNode expected : vector.get("expected")) {
            JsonNode pair = vector.get("data")
                    .get("pairs")
                    .get(expected.get("params").get("pair").asInt());
            Continuum two = Continuum.of(
                    2,
                    50,
                    List.of(
                            new Continuum.Unit(
                                    0,
                                    pair.get(0).get(0).asInt(),
                                    pair.get(0).get(1).asInt(),
                                    0),
                            new Continuum.Unit(
                                    1,
                                    pair.get(1).get(0).asInt(),
                                    pair.get(1).get(1).asInt(),
                                    1)));

            assertThat(places.between(two, 0, 1))
                    .isEqualTo(expected.get("value").asDouble(), within(1e-9));
        }
    }

    private static List<String> labels(JsonNode data) {
        return data.get("units")
                .valueStream()
                .map(unit -> unit.get("label").asString())
                .distinct()
                .sorted()
                .toList();
    }

    private static Continuum continuum(JsonNode data, List<String> labels) {
        int begin = data.path("begin").asInt(0);
        int end = data.get("units")
                .valueStream()
                .mapToInt(unit -> unit.get("end").asInt())
                .max()
                .orElse(0);
        return Continuum.of(
                data.get("annotators").asInt(),
                data.path("length").asInt(end - begin),
                data.get("units")
                        .valueStream()
                        .map(unit -> new Continuum.Unit(
                                unit.get("annotator").asInt(),
                                unit.get("begin").asInt() - begin,
                                unit.get("end").asInt() - begin,
                                labels.indexOf(unit.get("label").asString())))
                        .toList());
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
