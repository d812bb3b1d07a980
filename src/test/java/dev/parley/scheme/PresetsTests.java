package dev.parley.scheme;

import static dev.parley.scheme.SchemeReaderTests.readable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTests {

    static List<String> ids() {
        return Presets.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isAReadableSchemeOfItsName(String id) {
        Scheme scheme = readable(Presets.source(id));

        assertThat(scheme.id()).isEqualTo(id);
        assertThat(scheme.frame()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void givesEveryLabelANameAKeyAndAHint(String id) {
        Scheme scheme = readable(Presets.source(id));

        List<Label> labels = new ArrayList<>();
        scheme.spanLayers().forEach(layer -> labels.addAll(layer.labels()));

        assertThat(labels).isNotEmpty().allSatisfy(label -> {
            assertThat(label.key()).isNotNull();
            assertThat(label.name()).containsKey("en");
            assertThat(label.hint()).containsKey("en");
        });
    }

    @Test
    void hasTheInventoriesOfTheirNames() {
        assertThat(labels("envoys"))
                .containsExactly(
                        "PERSON",
                        "ORG",
                        "GPE",
                        "LOC",
                        "FAC",
                        "NORP",
                        "EVENT",
                        "DOC",
                        "ROLE",
                        "DATE",
                        "QUANTITY",
                        "MEDIA",
                        "OTHER");
        assertThat(labels("conll4")).containsExactly("PER", "ORG", "LOC", "MISC");
        assertThat(labels("ontonotes18"))
                .containsExactlyInAnyOrder(
                        "PERSON",
                        "NORP",
                        "FAC",
                        "ORG",
                        "GPE",
                        "LOC",
                        "PRODUCT",
                        "EVENT",
                        "WORK_OF_ART",
                        "LAW",
                        "LANGUAGE",
                        "DATE",
                        "TIME",
                        "PERCENT",
                        "MONEY",
                        "QUANTITY",
                        "ORDINAL",
                        "CARDINAL");
    }

    @Test
    void mapsOntoLabelsThatTheOtherPresetHas() {
        Scheme envoys = readable(Presets.source("envoys"));

        assertThat(envoys.mappings()).containsOnlyKeys("conll4", "ontonotes18");
        envoys.mappings().forEach((other, mapping) -> assertThat(labels(other)).containsAll(mapping.values()));
    }

    private static List<String> labels(String preset) {
        return readable(Presets.source(preset)).spanLayers().getFirst().labels().stream()
                .map(Label::id)
                .toList();
    }
}
