package dev.parley.scheme;

import static dev.parley.scheme.SchemeReaderTests.readable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemeJsonTests {

    private final JsonMapper mapper = JsonMapper.builder().build();

    static List<String> presets() {
        return Presets.ids();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isReadBackAsTheSameScheme(String preset) {
        Scheme scheme = readable(Presets.source(preset));

        assertThat(readable(SchemeJson.write(scheme))).isEqualTo(scheme);
        assertThat(readable(SchemeJson.writeYaml(scheme))).isEqualTo(scheme);
    }

    @Test
    void keepsTheStructureOfTheYamlAndFillsInDefaults() throws IOException {
        JsonNode json = mapper.readTree(SchemeJson.write(readable(SchemeReaderTests.sample())));

        assertThat(json.path("version").asInt()).isEqualTo(3);
        assertThat(json.path("layers").propertyNames()).containsExactly("entity", "claim");
        JsonNode entity = json.path("layers").path("entity");
        assertThat(entity.path("span").path("same-span").asString()).isEqualTo("different-label");
        assertThat(entity.path("attributes")
                        .path(1)
                        .path("show-when")
                        .path("in")
                        .path(0)
                        .asString())
                .isEqualTo("GPE");
        JsonNode roles = json.path("layers").path("claim").path("roles");
        assertThat(roles.path(0).path("max").asString()).isEqualTo("many");
        assertThat(roles.path(3).path("labels").isArray()).isTrue();
        assertThat(json.path("relations").path(2).path("symmetric").asBoolean(true))
                .isFalse();
    }

    @Test
    void readsIndentedAndEscapedJson() {
        String json = "{\n\t\"parley-schema\": 1,\n\t\"id\": \"tabs\",\n\t\"layers\": {\"name\": {\"kind\": \"span\","
                + "\"labels\": [{\"id\": \"A\", \"name\": {\"en\": \"\\u00e9 \\ud83d\\ude00 a\\/b \\\"q\\\"\"}}]}}}";

        Scheme scheme = readable(SchemeJson.readable(json));

        assertThat(scheme.label("A").orElseThrow().name()).containsEntry("en", "é \uD83D\uDE00 a/b \"q\"");
    }
}
