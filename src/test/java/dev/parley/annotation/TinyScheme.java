package dev.parley.annotation;

import dev.parley.scheme.Attribute;
import dev.parley.scheme.Attribute.Type;
import dev.parley.scheme.Check;
import dev.parley.scheme.Check.Severity;
import dev.parley.scheme.Condition;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.MatchRule;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.RelationType.Scope;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import dev.parley.scheme.SpanLayer.LinkRule;
import dev.parley.scheme.SpanLayer.SpanRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small schemes that are not the envoys preset, so that nothing in the code can lean on that one. */
public final class TinyScheme {

    private static final Condition IS_STATE = new Condition.Is("label", "STATE");

    private TinyScheme() {}

    /** Persons, states and days; claims with two span roles, sources and a parent; three relations. */
    public static Scheme full() {
        return with(SpanRule.DEFAULT, Optional.of(frame()));
    }

    public static Scheme withRule(SpanRule rule) {
        return with(rule, Optional.of(frame()));
    }

    public static Scheme withoutClaims() {
        return with(SpanRule.DEFAULT, Optional.empty());
    }

    public static Scheme withChecks(Check... checks) {
        Scheme full = full();
        return new Scheme(
                full.id(),
                full.version(),
                full.title(),
                full.language(),
                full.guidelines(),
                full.segments(),
                full.spanLayers(),
                full.frame(),
                full.relations(),
                List.of(checks),
                full.match(),
                full.excludedSegments(),
                full.mappings());
    }

    public static Check check(String id, Severity severity, @Nullable Condition when, Condition require) {
        return new Check(id, Map.of(), severity, Optional.ofNullable(when), require);
    }

    private static Scheme with(SpanRule rule, Optional<FrameLayer> frame) {
        SpanLayer names = new SpanLayer(
                "name",
                Map.of("en", "Name"),
                rule,
                labels("PERSON", "STATE"),
                List.of(
                        attribute("level", Type.CHOICE, List.of("NAM", "NOM"), "NAM", false, Optional.empty()),
                        attribute("use", Type.CHOICE, List.of("place", "power"), null, true, Optional.of(IS_STATE)),
                        attribute("traits", Type.CHOICES, List.of("old", "new"), null, false, Optional.empty()),
                        attribute("age", Type.NUMBER, List.of(), null, false, Optional.empty()),
                        attribute("sure", Type.FLAG, List.of(), null, false, Optional.empty())),
                Optional.of(new LinkRule(
                        Optional.of(new Condition.Is("level", "NAM")), List.of("certain", "likely"), true, List.of())));
        SpanLayer days = new SpanLayer(
                "day",
                Map.of("en", "Day"),
                new SpanRule(
                        false, true, SpanLayer.Crossing.ALLOW, SpanLayer.SameSpan.ALLOW, SpanLayer.Snap.WORD, true),
                labels("DAY"),
                List.of(),
                Optional.empty());
        return new Scheme(
                "tiny",
                1,
                Map.of("en", "Tiny"),
                "en",
                null,
                List.of(),
                List.of(names, days),
                frame,
                List.of(
                        new RelationType("same", Map.of(), "claim", "claim", Scope.PROJECT, true, true),
                        new RelationType("about", Map.of(), "claim", "claim", Scope.DOCUMENT, false, false),
                        new RelationType("rules", Map.of(), "name", "name", Scope.DOCUMENT, false, false)),
                List.of(),
                MatchRule.DEFAULT,
                List.of(),
                Map.of());
    }

    private static FrameLayer frame() {
        return new FrameLayer(
                "claim",
                Map.of("en", "Claim"),
                "c",
                List.of(
                        span("content", 1, Integer.MAX_VALUE, true),
                        span("cue", 0, 1, false),
                        party("source", 1, 2, List.of("PERSON"), List.of("author", "unspecified")),
                        party("addressee", 0, Integer.MAX_VALUE, List.of(), List.of()),
                        new FrameRole(
                                "parent",
                                Map.of(),
                                FrameRole.Type.FRAME,
                                "claim",
                                0,
                                1,
                                List.of(),
                                List.of(),
                                null,
                                false,
                                true,
                                "content")),
                List.of(
                        attribute("form", Type.CHOICE, List.of("direct", "indirect"), null, true, Optional.empty()),
                        attribute("act", Type.CHOICE, List.of("assert", "deny"), "assert", true, Optional.empty()),
                        attribute("note", Type.TEXT, List.of(), null, false, Optional.empty())),
                Map.of());
    }

    private static FrameRole span(String id, int min, int max, boolean implicit) {
        return new FrameRole(
                id, Map.of(), FrameRole.Type.SPAN, null, min, max, List.of(), List.of(), 1, implicit, false, null);
    }

    private static FrameRole party(String id, int min, int max, List<String> labels, List<String> constants) {
        return new FrameRole(
                id, Map.of(), FrameRole.Type.MENTION, "name", min, max, labels, constants, null, false, false, null);
    }

    private static Attribute attribute(
            String id,
            Type type,
            List<String> values,
            @Nullable Object defaultValue,
            boolean required,
            Optional<Condition> showWhen) {
        return new Attribute(
                id,
                Map.of(),
                type,
                values,
                defaultValue,
                required,
                false,
                type == Type.TEXT ? 20 : null,
                showWhen,
                true);
    }

    private static List<Label> labels(String... ids) {
        return Stream.of(ids)
                .map(id -> new Label(id, Map.of("en", id), null, 1, Map.of()))
                .toList();
    }
}
