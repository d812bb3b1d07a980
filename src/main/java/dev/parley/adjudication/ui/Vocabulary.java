package dev.parley.adjudication.ui;

import dev.parley.agreement.Alignment;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What ids are called, for people.
 *
 * @param entityName the name of an entity of the registry; its id where it is not known
 */
record Vocabulary(Scheme scheme, Function<String, String> entityName) {

    String label(String id) {
        return scheme.label(id).map(Label::name).flatMap(Vocabulary::english).orElse(id);
    }

    String role(String id) {
        return scheme.frame()
                .flatMap(frame -> frame.role(id))
                .map(FrameRole::name)
                .flatMap(Vocabulary::english)
                .orElseGet(() -> capital(id));
    }

    /** The layers disagreements may belong to. */
    List<String> layers() {
        return Stream.of(
                        scheme.spanLayers().stream().map(Layer::id),
                        scheme.frame().stream().map(Layer::id),
                        scheme.relations().isEmpty() ? Stream.<String>empty() : Stream.of(Alignment.RELATIONS))
                .flatMap(ids -> ids)
                .toList();
    }

    String layer(String id) {
        return Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .flatMap(layer -> english(layer.name()))
                .orElseGet(() -> capital(id));
    }

    private static Optional<String> english(Map<String, String> names) {
        return Optional.ofNullable(names.get("en"))
                .or(() -> names.values().stream().findFirst())
                .filter(name -> !name.isEmpty());
    }

    private static String capital(String id) {
        return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    }
}
