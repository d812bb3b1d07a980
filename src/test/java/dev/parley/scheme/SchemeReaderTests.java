package dev.parley.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.scheme.Condition.In;
import dev.parley.scheme.Reading.Fault;
import dev.parley.scheme.Reading.Faulty;
import dev.parley.scheme.Reading.Readable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemeReaderTests {

    @Test
    void readsTheSampleOfTheDomainModel() throws IOException {
        Scheme scheme = readable(sample());

        assertThat(scheme.id()).isEqualTo("envoys");
        assertThat(scheme.version()).isEqualTo(3);
        assertThat(scheme.guidelines()).isEqualTo("guidelines.md");
        assertThat(scheme.label("PERSON"))
                .contains(new Label(
                        "PERSON", Map.of("en", "Person"), "p", 1, Map.of("en", "A named or described human being")));
        SpanLayer entity = scheme.spanLayers().getFirst();
        assertThat(entity.rule()).isEqualTo(SpanLayer.SpanRule.DEFAULT);
        assertThat(entity.attribute("use").orElseThrow().showWhen()).contains(new In("label", List.of("GPE", "NORP")));
        FrameLayer claim = scheme.frame().orElseThrow();
        assertThat(claim.roles())
                .extracting(FrameRole::id)
                .containsExactly("content", "cue", "source", "addressee", "target", "via", "parent");
        assertThat(claim.role("source").orElseThrow().constants())
                .containsExactly("author", "outlet", "unspecified", "uncertain");
        assertThat(claim.attribute("standalone").orElseThrow().inAgreement()).isFalse();
        assertThat(scheme.relations()).hasSize(7);
        assertThat(scheme.checks()).hasSize(3);
        assertThat(scheme.match().threshold()).isEqualTo(0.5);
        assertThat(scheme.mappings().get("conll4"))
                .containsEntry("NORP", "MISC")
                .doesNotContainKey("ROLE");
    }

    @Test
    void fillsInWhatASmallSchemeLeavesOut() {
        Scheme scheme = readable("""
                parley-schema: 1
                id: small
                layers:
                  name:
                    kind: span
                    labels: [{id: A}, {id: B, name: Bee}]
                """);

        assertThat(scheme.version()).isEqualTo(1);
        assertThat(scheme.frame()).isEmpty();
        assertThat(scheme.label("A").orElseThrow().colour()).isEqualTo(1);
        assertThat(scheme.label("B")).contains(new Label("B", Map.of("en", "Bee"), null, 2, Map.of()));
        assertThat(scheme.segments()).contains("body", "boilerplate");
        assertThat(scheme.excludedSegments()).containsExactly("boilerplate", "duplicate");
        assertThat(scheme.match()).isEqualTo(MatchRule.DEFAULT);
    }

    @Test
    void takesWordsAsTheyAreWritten() {
        Scheme scheme = readable("""
                parley-schema: 1
                id: on
                language: no
                layers:
                  yes:
                    kind: span
                    labels:
                      - {id: NO, name: {no: Nei}, key: y}
                      - {id: OFF, key: 1}
                    attributes:
                      - {id: answer, type: choice, values: [yes, no, 1.0, 2024-01-01, null], default: no}
                      - {id: year, type: number, default: 2024}
                      - {id: sure, type: flag, default: yes, show-when: {field: answer, in: [yes, 1.0]}}
                """);

        assertThat(scheme.language()).isEqualTo("no");
        assertThat(scheme.label("NO").orElseThrow().key()).isEqualTo("y");
        assertThat(scheme.label("OFF").orElseThrow().key()).isEqualTo("1");
        SpanLayer layer = scheme.spanLayers().getFirst();
        assertThat(layer.id()).isEqualTo("yes");
        Attribute answer = layer.attribute("answer").orElseThrow();
        assertThat(answer.values()).containsExactly("yes", "no", "1.0", "2024-01-01", "null");
        assertThat(answer.defaultValue()).isEqualTo("no");
        assertThat(layer.attribute("year").orElseThrow().defaultValue()).isEqualTo(new BigDecimal(2024));
        assertThat(layer.attribute("sure").orElseThrow().defaultValue()).isEqualTo(true);
        assertThat(layer.attribute("sure").orElseThrow().showWhen()).contains(new In("answer", List.of("yes", "1.0")));
    }

    @Test
    void readsNestedConditionsAndAliases() {
        Scheme scheme = readable("""
                parley-schema: 1
                id: aliases
                layers:
                  name:
                    kind: span
                    labels: [{id: A}]
                    attributes:
                      - {id: one, type: choice, values: &values [x, y]}
                      - {id: two, type: choices, values: *values, default: [x]}
                checks:
                  - id: both
                    require:
                      any:
                        - {field: one, is: x}
                        - not: {all: [{field: name.two, min: 2}, {field: label, is: A}]}
                """);

        assertThat(scheme.spanLayers().getFirst().attribute("two").orElseThrow().values())
                .containsExactly("x", "y");
        assertThat(scheme.checks().getFirst().require())
                .isEqualTo(new Condition.Any(List.of(
                        new Condition.Is("one", "x"),
                        new Condition.Not(new Condition.All(
                                List.of(new Condition.Min("name.two", 2), new Condition.Is("label", "A")))))));
    }

    @Test
    void namesEveryFaultAtOnceInTheOrderOfLines() {
        List<Fault> faults = faults("""
                parley-schema: 2
                layers:
                  entity:
                    kind: span
                    labels:
                      - {id: PERSON, key: p, colour: 13}
                      - {id: ORG, key: p}
                    colour: 3
                """);

        assertThat(faults)
                .extracting(Fault::line, Fault::path)
                .containsExactly(
                        tuple(1, "parley-schema"),
                        tuple(1, "id"),
                        tuple(6, "layers.entity.labels[0].colour"),
                        tuple(7, "layers.entity.labels[1].key"),
                        tuple(8, "layers.entity.colour"));
    }

    static String sample() throws IOException {
        try (InputStream stream = Objects.requireNonNull(SchemeReaderTests.class.getResourceAsStream("sample.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static Scheme readable(String yaml) {
        Reading reading = SchemeReader.read(yaml);
        assertThat(reading).isInstanceOf(Readable.class);
        return ((Readable) reading).scheme();
    }

    static List<Fault> faults(String yaml) {
        return SchemeReader.read(yaml) instanceof Faulty faulty ? faulty.faults() : List.of();
    }

    static Optional<Fault> onlyFault(String yaml) {
        List<Fault> faults = faults(yaml);
        assertThat(faults).hasSizeLessThanOrEqualTo(1);
        return faults.stream().findFirst();
    }
}
