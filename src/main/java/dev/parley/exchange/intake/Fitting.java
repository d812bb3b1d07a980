package dev.parley.exchange.intake;

import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.Mention;
import dev.parley.exchange.Losses;
import dev.parley.exchange.foreign.Mark;
import dev.parley.exchange.foreign.Marks;
import dev.parley.exchange.foreign.Tie;
import dev.parley.exchange.intake.FileScheme.Renamed;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts a set of foreign marks to what the scheme and the registry know, and names what it takes off. */
final class Fitting {

    private static final Set<String> CLAIM_ROLES =
            Set.of("source", "addressee", "target", "via", "cue", "parent", "speaker", "implicit");

    private final Scheme scheme;
    private final LabelMap labels;
    private final Renamed renamed;
    private final Set<String> entities;
    private final Losses losses;

    Fitting(Scheme scheme, LabelMap labels, Renamed renamed, Set<String> entities, Losses losses) {
        this.scheme = scheme;
        this.labels = labels;
        this.renamed = renamed;
        this.entities = entities;
        this.losses = losses;
    }

    Marks fit(String place, Marks marks) {
        Map<String, String> names = new HashMap<>();
        List<Mark> fitted = new ArrayList<>();
        Set<String> cues = marks.ties().stream().map(Tie::to).collect(Collectors.toSet());
        for (Mark mark : marks.marks()) {
            Optional<String> label = labels.of(mark.label());
            if (label.filter(Mark.CUE::equals).isPresent() && !cues.contains(mark.id())) {
                losses.add("words that attribute a claim, where the file does not say which", place + " " + mark.id());
            } else if (label.isEmpty()) {
                losses.add(
                        "marks with the label “%s”, which the scheme does not know".formatted(mark.label()),
                        place + " " + mark.id());
            } else {
                String id = AnnotationJson.isId(mark.id()) ? mark.id() : "i%d".formatted(fitted.size() + 1);
                names.put(mark.id(), id);
                fitted.add(new Mark(
                        id,
                        label.get(),
                        mark.spans(),
                        attributes(place, mark, label.get()),
                        link(place, mark),
                        mark.flags()));
            }
        }
        Map<String, String> layers =
                fitted.stream().collect(Collectors.toMap(Mark::id, this::layer, (one, other) -> one));
        List<Tie> ties = new ArrayList<>();
        for (Tie tie : marks.ties()) {
            String from = names.get(tie.from());
            String to = names.get(tie.to());
            String type = renamed.relations().getOrDefault(tie.type(), tie.type());
            if (from == null || to == null || !fits(tie.type(), type, layers.get(from), layers.get(to))) {
                losses.add(
                        "relations of the type “%s”, which the scheme does not have between such marks, or to a mark left out"
                                .formatted(tie.type()),
                        place + " " + tie.id());
            } else {
                ties.add(new Tie(
                        AnnotationJson.isId(tie.id()) ? tie.id() : "r%d".formatted(ties.size() + 1),
                        isRole(tie.type(), layers.get(from)) ? tie.type() : type,
                        from,
                        to));
            }
        }
        return new Marks(fitted, ties);
    }

    private String layer(Mark mark) {
        return mark.label().equals(Mark.CLAIM) || mark.label().equals(Mark.CUE)
                ? mark.label()
                : scheme.layerOf(mark.label()).map(Layer::id).orElse("");
    }

    private static boolean isRole(String type, @Nullable String from) {
        return Mark.CLAIM.equals(from) && CLAIM_ROLES.contains(type);
    }

    private boolean fits(String said, String type, @Nullable String from, @Nullable String to) {
        return isRole(said, from)
                || scheme.relations().stream()
                        .filter(relation -> relation.id().equals(type))
                        .anyMatch(relation -> isOf(relation.from(), from) && isOf(relation.to(), to));
    }

    private boolean isOf(String layer, @Nullable String found) {
        return layer.equals(
                Mark.CLAIM.equals(found) ? scheme.frame().map(Layer::id).orElse("") : found);
    }

    private Mention.@Nullable Link link(String place, Mark mark) {
        Mention.Link link = mark.link();
        if (link == null || link.entity() == null || entities.contains(link.entity())) {
            return link;
        }
        losses.add("links to entities the registry does not know", place + " " + link.entity());
        return null;
    }

    private Map<String, Object> attributes(String place, Mark mark, String label) {
        boolean claim = label.equals(Mark.CLAIM);
        Optional<? extends Layer> layer = claim ? scheme.frame() : scheme.layerOf(label);
        Map<String, Object> kept = new TreeMap<>();
        mark.attributes().forEach((name, value) -> {
            if (claim && CLAIM_ROLES.contains(name)) {
                kept.put(name, value);
                return;
            }
            String said = renamed.attributes().getOrDefault(name, name);
            Optional<Attribute> known = layer.flatMap(there -> attribute(there, said));
            Optional<Object> fitted = known.flatMap(attribute -> value(attribute, value));
            if (known.isPresent() && fitted.isPresent()) {
                kept.put(known.get().id(), fitted.get());
            } else {
                losses.add(
                        "attributes the scheme has no place for: “%s”".formatted(name),
                        "%s %s=%s".formatted(place, mark.id(), value));
            }
        });
        return kept;
    }

    /** By its id, or by the id as tools without hyphens write it. */
    private static Optional<Attribute> attribute(Layer layer, String name) {
        return layer.attribute(name)
                .or(() -> layer.attributes().stream()
                        .filter(attribute ->
                                attribute.id().replaceAll("[^A-Za-z0-9_]", "_").equals(name))
                        .findFirst());
    }

    private static Optional<Object> value(Attribute attribute, Object value) {
        List<String> words = value instanceof List<?> many
                ? many.stream().map(String::valueOf).toList()
                : Stream.of(String.valueOf(value).split("[|]")).toList();
        return switch (attribute.type()) {
            case CHOICE, SCALE ->
                words.size() == 1 && attribute.values().contains(words.getFirst())
                        ? Optional.of(words.getFirst())
                        : Optional.empty();
            case CHOICES -> attribute.values().containsAll(words) ? Optional.of(words) : Optional.empty();
            case TEXT -> Optional.of(String.join("|", words));
            case FLAG -> Optional.of(Boolean.valueOf(words.getFirst()));
            case NUMBER -> number(words.getFirst());
        };
    }

    private static Optional<Object> number(String words) {
        if (words.matches("-?[0-9]{1,18}")) {
            return Optional.of(Long.valueOf(words));
        }
        return words.matches("-?[0-9]+[.][0-9]+([eE][-+]?[0-9]+)?")
                ? Optional.of(Double.valueOf(words))
                : Optional.empty();
    }
}
