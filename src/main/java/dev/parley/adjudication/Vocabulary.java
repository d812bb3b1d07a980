package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.RelationType;
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
public record Vocabulary(Scheme scheme, Function<String, String> entityName) {

    private static final String ATTRIBUTE = "attribute:";

    public String label(String id) {
        return scheme.label(id)
                .map(Label::name)
                .flatMap(Vocabulary::english)
                .or(() -> scheme.relation(id).flatMap(type -> english(type.name())))
                .orElse(id);
    }

    public String role(String id) {
        return scheme.frame()
                .flatMap(frame -> frame.role(id))
                .map(FrameRole::name)
                .flatMap(Vocabulary::english)
                .orElseGet(() -> capital(id));
    }

    /** What an aspect in which versions differ is called, such as {@code source} or {@code attribute:level}. */
    String aspect(String id) {
        return switch (id) {
            case "boundary" -> "Words";
            case "label" -> "Label";
            case "link" -> "Entity";
            case "type" -> "Type";
            case "direction" -> "Direction";
            default -> id.startsWith(ATTRIBUTE) ? attribute(id.substring(ATTRIBUTE.length())) : role(id);
        };
    }

    String attribute(String id) {
        return Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .flatMap(layer -> layer.attribute(id).stream())
                .findFirst()
                .flatMap(attribute -> english(attribute.name()))
                .orElseGet(() -> capital(id));
    }

    String relation(String id) {
        return scheme.relation(id).flatMap(type -> english(type.name())).orElse(id);
    }

    /** All labels of mentions, and all types of relations. */
    public List<String> labels() {
        return Stream.concat(
                        scheme.spanLayers().stream()
                                .flatMap(layer -> layer.labels().stream().map(Label::id)),
                        scheme.relations().stream().map(RelationType::id))
                .toList();
    }

    /** The layers disagreements may belong to. */
    public List<String> layers() {
        return Stream.of(
                        scheme.spanLayers().stream().map(Layer::id),
                        scheme.frame().stream().map(Layer::id),
                        scheme.relations().isEmpty() ? Stream.<String>empty() : Stream.of(Alignment.RELATIONS))
                .flatMap(ids -> ids)
                .toList();
    }

    public String layer(String id) {
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
