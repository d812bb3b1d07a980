package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The browser and the server speak of annotations in one shape. The front end's tests produce the same file. */
class ProtocolTests {

    @Test
    void readsWhatTheBrowserSendsWithoutLosingAnything() throws IOException {
        List<JsonNode> puts = edits().stream()
                .filter(edit -> edit.path("op").asString().equals("put"))
                .toList();

        assertThat(puts).extracting(edit -> edit.path("kind").asString()).contains("mention", "claim", "relation");
        assertThat(puts).allSatisfy(edit -> {
            Kind kind = Kind.valueOf(edit.path("kind").asString().toUpperCase(Locale.ROOT));
            assertThat((JsonNode) AnnotationJson.write(AnnotationJson.read(kind, edit.path("value"))))
                    .isEqualTo(edit.path("value"));
        });
    }

    private static List<JsonNode> edits() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ProtocolTests.class.getResourceAsStream("/protocol/edits.json"))) {
            return List.copyOf(JsonMapper.shared().readTree(file).values());
        }
    }
}
