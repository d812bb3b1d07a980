package dev.parley.adjudication;

import dev.parley.adjudication.DecisionCase.Alternative;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.Constant;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.registry.Entity;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.RelationType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an adjudicator may say that nobody said: for each part in question the first version with something else in that
 * place. What words an annotation covers is chosen in the text instead.
 */
final class Alternatives {

    private static final String ATTRIBUTE = "attribute:";
    /** Mentions and claims offered to fill a part, the nearest. */
    private static final int NEAREST = 9;

    private static final List<String> PARTIES = List.of("source", "addressee", "target", "via");

    private final Docket docket;
    private final DocumentText text;
    private final Vocabulary vocabulary;
    private final Function<String, List<Entity>> named;

    /** @param named the entities that some words may name, best first */
    Alternatives(Docket docket, DocumentText text, Vocabulary vocabulary, Function<String, List<Entity>> named) {
        this.docket = docket;
        this.text = text;
        this.vocabulary = vocabulary;
        this.named = named;
    }

    /**
     * By aspect; empty for what is chosen in the text.
     *
     * @param aspects in question
     * @param versions those there are, in ids of the gold set, which are no alternatives
     */
    Map<String, List<Alternative>> of(Collection<String> aspects, List<? extends Annotation> versions) {
        Map<String, List<Alternative>> found = new LinkedHashMap<>();
        if (!versions.isEmpty()) {
            Annotation first = versions.getFirst();
            Stream<String> asked = first instanceof Relation ? Stream.of("type", "direction") : aspects.stream();
            asked.sorted().forEach(aspect -> {
                List<Alternative> others = to(first, aspect)
                        .filter(other -> versions.stream().noneMatch(version -> isSame(version, other.annotation())))
                        .toList();
                if (!others.isEmpty()) {
                    found.put(aspect, others);
                }
            });
        }
        return found;
    }

    private static boolean isSame(Annotation version, Annotation other) {
        return switch (version) {
            case Mention mention ->
                other.equals(with(mention, mention.label(), mention.attributes(), mention.link(), other));
            case Claim claim -> other.equals(claim.called(other.id()));
            case Relation relation ->
                other.equals(new Relation(other.id(), relation.type(), relation.from(), relation.to()));
        };
    }

    private Stream<Alternative> to(Annotation first, String aspect) {
        return switch (first) {
            case Mention mention -> mention(mention, aspect);
            case Claim claim -> claim(claim, aspect);
            case Relation relation -> relation(relation, aspect);
        };
    }

    private Stream<Alternative> mention(Mention mention, String aspect) {
        Optional<? extends Layer> layer = vocabulary.scheme().layerOf(mention.label());
        if (aspect.equals("label")) {
            return vocabulary.scheme().spanLayers().stream()
                    .filter(one -> layer.filter(one::equals).isPresent())
                    .flatMap(one -> one.labels().stream())
                    .map(Label::id)
                    .map(label -> new Alternative(
                            vocabulary.label(label),
                            with(mention, label, mention.attributes(), mention.link(), mention)));
        }
        if (aspect.equals("link")) {
            String words = text.slice(mention.spans().getFirst());
            return Stream.concat(
                    named.apply(words).stream()
                            .limit(NEAREST - 1)
                            .map(entity -> new Alternative(entity.name(), linked(mention, entity.id()))),
                    Stream.of(new Alternative("Not in the registry", linked(mention, null))));
        }
        return attribute(layer, aspect)
                .map(value -> new Alternative(
                        value.name,
                        with(
                                mention,
                                mention.label(),
                                filled(mention.attributes(), aspect, value.value),
                                mention.link(),
                                mention)));
    }

    private static Mention linked(Mention mention, @Nullable String entity) {
        return with(
                mention,
                mention.label(),
                mention.attributes(),
                new Mention.Link(entity, Mention.Confidence.CERTAIN),
                mention);
    }

    private static Mention with(
            Mention mention,
            String label,
            Map<String, Object> attributes,
            Mention.@Nullable Link link,
            Annotation named) {
        return new Mention(named.id(), label, mention.spans(), attributes, link, mention.flags());
    }

    private Stream<Alternative> claim(Claim claim, String aspect) {
        if (PARTIES.contains(aspect)) {
            return Stream.concat(constants(aspect), mentions(claim, aspect))
                    .map(party -> new Alternative(party.name, claim.with(aspect, List.of(party.value))));
        }
        if (aspect.equals("parent")) {
            return Stream.concat(
                    Stream.of(new Alternative("None", claim.within(null))),
                    near(claim, docket.alignment().claims())
                            .map(parent -> new Alternative(parent.name, claim.within(parent.value))));
        }
        return attribute(vocabulary.scheme().frame(), aspect)
                .map(value -> new Alternative(value.name, claim.with(filled(claim.attributes(), aspect, value.value))));
    }

    private record Named<T>(String name, T value) {}

    private Optional<FrameRole> role(String id) {
        return vocabulary.scheme().frame().flatMap(frame -> frame.role(id));
    }

    private Stream<Named<Party>> constants(String role) {
        return role(role).stream()
                .flatMap(found -> found.constants().stream())
                .map(constant ->
                        new Named<>(constant, new ConstantParty(Constant.valueOf(constant.toUpperCase(Locale.ROOT)))));
    }

    private Stream<Named<Party>> mentions(Claim claim, String role) {
        List<String> labels = role(role).map(FrameRole::labels).orElse(List.of());
        return near(
                        claim,
                        docket.alignment().mentions().stream()
                                .filter(cluster -> labels.isEmpty()
                                        || labels.contains(
                                                cluster.annotations().getFirst().label()))
                                .toList())
                .map(mention -> new Named<>(mention.name, new MentionParty(mention.value)));
    }

    /** The nearest in the text, as they stand in it, by their ids in the gold set. */
    private Stream<Named<String>> near(Claim claim, List<? extends Cluster<?>> clusters) {
        int here = Likeness.place(claim).stream().mapToInt(Span::start).min().orElse(0);
        List<Named<String>> found = new ArrayList<>();
        clusters.stream()
                .filter(cluster ->
                        cluster.annotations().stream().noneMatch(one -> one.id().equals(claim.id())))
                .flatMap(cluster -> Likeness.place(cluster.annotations().getFirst()).stream()
                        .limit(1)
                        .map(span -> new Near(cluster, span)))
                .sorted(Comparator.comparingInt(near -> Math.abs(near.span.start() - here)))
                .limit(NEAREST)
                .sorted(Comparator.comparingInt(near -> near.span.start()))
                .forEach(near -> found.add(
                        new Named<>(text.slice(near.span), docket.ids().of(near.cluster))));
        return found.stream();
    }

    private record Near(Cluster<?> cluster, Span span) {}

    private Stream<Alternative> relation(Relation relation, String aspect) {
        if (aspect.equals("direction")) {
            boolean symmetric =
                    vocabulary.scheme().relation(relation.type()).stream().anyMatch(RelationType::symmetric);
            return symmetric
                    ? Stream.empty()
                    : Stream.of(new Alternative(
                            "The other way round",
                            new Relation(relation.id(), relation.type(), relation.to(), relation.from())));
        }
        Optional<RelationType> type = vocabulary.scheme().relation(relation.type());
        return vocabulary.scheme().relations().stream()
                .filter(other -> type.filter(known ->
                                known.from().equals(other.from()) && known.to().equals(other.to()))
                        .isPresent())
                .map(other -> new Alternative(
                        vocabulary.relation(other.id()),
                        new Relation(relation.id(), other.id(), relation.from(), relation.to())));
    }

    private static Stream<Named<Object>> attribute(Optional<? extends Layer> layer, String aspect) {
        return aspect.startsWith(ATTRIBUTE)
                ? layer.stream()
                        .flatMap(found -> found.attribute(aspect.substring(ATTRIBUTE.length())).stream())
                        .flatMap(Alternatives::values)
                : Stream.empty();
    }

    private static Stream<Named<Object>> values(Attribute attribute) {
        return switch (attribute.type()) {
            case CHOICE, SCALE -> attribute.values().stream().map(value -> new Named<>(value, value));
            case CHOICES -> attribute.values().stream().map(value -> new Named<>(value, List.of(value)));
            case FLAG -> Stream.of(new Named<>("yes", true), new Named<>("no", false));
            case TEXT, NUMBER -> Stream.empty();
        };
    }

    private static Map<String, Object> filled(Map<String, Object> attributes, String aspect, Object value) {
        Map<String, Object> filled = new HashMap<>(attributes);
        filled.put(aspect.substring(ATTRIBUTE.length()), value);
        return filled;
    }
}
