package dev.parley.exchange.training;

import dev.parley.scheme.Label;
import dev.parley.scheme.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** What a language model is told before it sees the article. */
final class Prompt {

    /** Counts up with every change of the words in {@code exchange/chat-prompt.txt}. */
    static final String VERSION = "1";

    private static final String TEMPLATE = read();

    private final String system;

    Prompt(Scheme scheme) {
        this.system = TEMPLATE.replace(
                "{labels}",
                scheme.spanLayers().stream()
                        .flatMap(layer -> layer.labels().stream())
                        .map(Label::id)
                        .collect(Collectors.joining(", ")));
    }

    /** The two messages that ask, where the generator stands. */
    void writeQuestion(JsonGenerator json, String article) {
        message(json, "system", system);
        message(json, "user", article);
    }

    static void message(JsonGenerator json, String role, String content) {
        json.writeStartObject();
        json.writeStringProperty("role", role);
        json.writeStringProperty("content", content);
        json.writeEndObject();
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Prompt.class.getResourceAsStream("/exchange/chat-prompt.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().replace('\n', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
