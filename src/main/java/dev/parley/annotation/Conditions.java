package dev.parley.annotation;

import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Condition;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Layer;
import dev.parley.scheme.Scheme;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Evaluates the scheme's conditions on one annotation in its set.
 *
 * <p>A field may stand behind its layer ({@code claim.form}). {@code label} is a mention's label; an attribute's value is
 * what was said, else its default, and nothing while the attribute is hidden; a role's values are the constants and, for
 * mentions, their labels; {@code x.link} of a role asks each mention that fills it, and of a mention itself is
 * {@code link}: constants need none. A condition on a field the annotation does not have is false.
 */
final class Conditions {

    private static final String QUOTE_MARK = "quote-mark";
    private static final String QUOTE_MARKS = "\"'“‘„‚«‹「『〝＂＇";

    private final Scheme scheme;
    private final DocumentText text;
    private final AnnotationIndex present;

    Conditions(Scheme scheme, DocumentText text, AnnotationIndex present) {
        this.scheme = scheme;
        this.text = text;
        this.present = present;
    }

    boolean holds(Condition condition, Annotation annotation) {
        return switch (condition) {
            case Condition.Is(String field, Object value) ->
                values(field, annotation).stream().anyMatch(found -> same(found, value));
            case Condition.In(String field, List<Object> values) ->
                values(field, annotation).stream()
                        .anyMatch(found -> values.stream().anyMatch(value -> same(found, value)));
            case Condition.Exists(String field, boolean expected) -> exists(field, annotation) == expected;
            case Condition.Min(String field, int count) -> fillers(field, annotation) >= count;
            case Condition.StartsWith(String field, String prefix) -> startsWith(words(field, annotation), prefix);
            case Condition.All(List<Condition> all) -> all.stream().allMatch(one -> holds(one, annotation));
            case Condition.Any(List<Condition> any) -> any.stream().anyMatch(one -> holds(one, annotation));
            case Condition.Not(Condition negated) -> !holds(negated, annotation);
        };
    }

    /** Whether an annotation has all fields a condition asks about, whatever their values. */
    boolean concerns(Condition condition, Annotation annotation) {
        return switch (condition) {
            case Condition.Is is -> has(is.field(), annotation);
            case Condition.In in -> has(in.field(), annotation);
            case Condition.Exists exists -> has(exists.field(), annotation);
            case Condition.Min min -> has(min.field(), annotation);
            case Condition.StartsWith starts -> has(starts.field(), annotation);
            case Condition.All all -> all.conditions().stream().allMatch(one -> concerns(one, annotation));
            case Condition.Any any -> any.conditions().stream().allMatch(one -> concerns(one, annotation));
            case Condition.Not not -> concerns(not.condition(), annotation);
        };
    }

    /** Whether an attribute is asked of this annotation at all. */
    boolean shows(Attribute attribute, Annotation annotation) {
        return attribute.showWhen().map(when -> holds(when, annotation)).orElse(true);
    }

    /** What an attribute says: its value, else its default; empty while it is hidden. */
    Optional<Object> value(Attribute attribute, Annotation annotation) {
        if (!shows(attribute, annotation)) {
            return Optional.empty();
        }
        Object said = attributes(annotation).get(attribute.id());
        return Optional.ofNullable(said != null ? said : attribute.defaultValue());
    }

    private boolean has(String field, Annotation annotation) {
        return own(field, annotation).filter(name -> name.has(annotation)).isPresent();
    }

    private List<Object> values(String field, Annotation annotation) {
        return own(field, annotation).map(name -> name.values(annotation)).orElse(List.of());
    }

    private boolean exists(String field, Annotation annotation) {
        return own(field, annotation).filter(name -> name.exists(annotation)).isPresent();
    }

    private int fillers(String field, Annotation annotation) {
        return own(field, annotation).map(name -> name.fillers(annotation)).orElse(0);
    }

    private String words(String field, Annotation annotation) {
        return own(field, annotation).map(name -> name.words(annotation)).orElse("");
    }

    /** The field's name without its layer, if the annotation is of that layer. */
    private Optional<Field> own(String field, Annotation annotation) {
        Optional<Layer> layer = layer(annotation);
        if (layer.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = field.split("\\.", -1);
        boolean namesLayer = Stream.concat(scheme.spanLayers().stream(), scheme.frame().stream())
                .anyMatch(known -> parts.length > 1 && known.id().equals(parts[0]));
        if (namesLayer && !layer.get().id().equals(parts[0])) {
            return Optional.empty();
        }
        int first = namesLayer ? 1 : 0;
        boolean link = parts.length == first + 2 && parts[first + 1].equals("link");
        return parts.length == first + 1 || link
                ? Optional.of(new Field(parts[first], link, layer.get()))
                : Optional.empty();
    }

    private Optional<Layer> layer(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> scheme.layerOf(mention.label()).map(Function.identity());
            case Claim _ -> scheme.frame().map(Function.identity());
            case Relation _ -> Optional.empty();
        };
    }

    private static Map<String, Object> attributes(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.attributes();
            case Claim claim -> claim.attributes();
            case Relation _ -> Map.of();
        };
    }

    /** YAML and JSON may write the same number in two ways. */
    private static boolean same(Object found, Object value) {
        return found instanceof Number one && value instanceof Number other
                ? new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0
                : found.equals(value);
    }

    private static boolean startsWith(String words, String prefix) {
        return prefix.equals(QUOTE_MARK)
                ? !words.isEmpty() && QUOTE_MARKS.indexOf(words.charAt(0)) >= 0
                : words.startsWith(prefix);
    }

    /**
     * A field of a layer.
     *
     * @param link whether it asks for the links of the mentions that fill the role
     */
    private final class Field {

        private final String name;
        private final boolean link;
        private final Layer layer;

        Field(String name, boolean link, Layer layer) {
            this.name = name;
            this.link = link;
            this.layer = layer;
        }

        boolean has(Annotation annotation) {
            boolean builtIn = annotation instanceof Mention
                    ? name.equals("label") || name.equals("link")
                    : name.equals("implicit");
            return builtIn || layer.attribute(name).isPresent() || role().isPresent();
        }

        private Optional<FrameRole> role() {
            return layer instanceof FrameLayer frame ? frame.role(name) : Optional.empty();
        }

        List<Object> values(Annotation annotation) {
            if (annotation instanceof Mention mention && name.equals("label")) {
                return List.of(mention.label());
            }
            if (annotation instanceof Mention mention && name.equals("link")) {
                return linked(mention);
            }
            if (annotation instanceof Claim claim && name.equals("implicit")) {
                return List.of(claim.implicit());
            }
            if (annotation instanceof Claim claim && role().isPresent()) {
                return link ? links(claim) : filled(claim);
            }
            Optional<Object> value =
                    layer.attribute(name).flatMap(attribute -> Conditions.this.value(attribute, annotation));
            return value.<List<Object>>map(found -> found instanceof List<?> many ? List.copyOf(many) : List.of(found))
                    .orElse(List.of());
        }

        private List<Object> filled(Claim claim) {
            List<Object> values = new ArrayList<>();
            for (Party party : claim.parties(name)) {
                switch (party) {
                    case ConstantParty(Claim.Constant constant) -> values.add(AnnotationJson.lower(constant));
                    case MentionParty(String id) -> present.mention(id).ifPresent(found -> values.add(found.label()));
                }
            }
            claim.spans(name).forEach(span -> values.add(text.slice(span)));
            String parent = claim.parent();
            if (name.equals("parent") && parent != null) {
                values.add(parent);
            }
            return values;
        }

        private List<Object> links(Claim claim) {
            return mentions(claim).flatMap(mention -> linked(mention).stream()).toList();
        }

        private Stream<Mention> mentions(Claim claim) {
            return claim.parties(name).stream()
                    .filter(MentionParty.class::isInstance)
                    .map(party -> ((MentionParty) party).mention())
                    .flatMap(id -> present.mention(id).stream());
        }

        private static List<Object> linked(Mention mention) {
            Mention.Link found = mention.link();
            return found == null ? List.of() : List.of(found.entity() == null ? "" : found.entity());
        }

        boolean exists(Annotation annotation) {
            if (link && annotation instanceof Claim claim) {
                return mentions(claim).allMatch(mention -> mention.link() != null);
            }
            return fillers(annotation) > 0;
        }

        int fillers(Annotation annotation) {
            return annotation instanceof Claim claim && !link && role().isPresent()
                    ? claim.fillers(name)
                    : values(annotation).size();
        }

        String words(Annotation annotation) {
            List<Span> spans = annotation instanceof Claim claim ? claim.spans(name) : List.of();
            if (!spans.isEmpty()) {
                return text.slice(spans.getFirst());
            }
            return values(annotation).stream().findFirst().map(String::valueOf).orElse("");
        }
    }
}
