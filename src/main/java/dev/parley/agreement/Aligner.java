package dev.parley.agreement;

import dev.parley.agreement.PlaceAligner.Known;
import dev.parley.agreement.PlaceAligner.Unit;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.Label;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the clusters of mentions and claims for an {@link Alignment}, layer by layer. */
final class Aligner {

    /** What cue and speaker can add to how unlike two claims are; little beside their content. */
    private static final double OTHER_WORDS = 0.3;

    private final Document document;
    private final Scheme scheme;
    private final List<AnnotationSet> sets;
    private final List<Span> excluded;
    private final Map<String, Known> before;
    private final Map<String, Known> now = new HashMap<>();

    /** @param before what {@link #known()} was when nearly the same sets were aligned */
    Aligner(Document document, Scheme scheme, List<AnnotationSet> sets, Map<String, Known> before) {
        this.before = before;
        this.document = document;
        this.scheme = scheme;
        this.sets = sets;
        this.excluded = document.segments().stream()
                .filter(segment -> scheme.excludedSegments().contains(segment.type()))
                .map(Document.Segment::span)
                .toList();
    }

    /** What was aligned, by layer, for the next time. */
    Map<String, Known> known() {
        return now;
    }

    private <T> List<List<Unit<T>>> align(String what, List<Unit<T>> units, PlaceAligner.Unlikeness<T> unlikeness) {
        Known known = before.getOrDefault(what, Known.nothing());
        return PlaceAligner.align(
                units, sets.size(), unlikeness, known, now.computeIfAbsent(what, name -> Known.nothing()));
    }

    List<Cluster<Mention>> mentions() {
        return scheme.spanLayers().stream().flatMap(this::mentions).toList();
    }

    private Stream<Cluster<Mention>> mentions(SpanLayer layer) {
        Set<String> labels = layer.labels().stream().map(Label::id).collect(Collectors.toSet());
        List<Unit<Mention>> units = new ArrayList<>();
        for (int annotator = 0; annotator < sets.size(); annotator++) {
            for (Mention mention : sets.get(annotator).mentions()) {
                if (labels.contains(mention.label())) {
                    String order = mention.label() + " " + mention.id();
                    units.add(new Unit<>(annotator, mention, mention.spans(), order));
                }
            }
        }
        return align(layer.id(), units, Aligner::otherLabel).stream().map(group -> cluster(layer.id(), group));
    }

    private static double otherLabel(Unit<Mention> one, Unit<Mention> other) {
        return one.value().label().equals(other.value().label()) ? 0 : 1;
    }

    /**
     * Claims with content meet by content, the cue and then the speaker deciding between equals; those without meet by
     * their cue, and those without a cue by their speaker.
     */
    List<Cluster<Claim>> claims(ClaimParts parts) {
        return scheme.frame().stream().flatMap(frame -> claims(frame, parts)).toList();
    }

    private Stream<Cluster<Claim>> claims(FrameLayer frame, ClaimParts parts) {
        return Stream.of(ClaimPlace.values())
                .map(place -> align(
                        frame.id() + " by " + place,
                        claimUnits(place, parts),
                        (one, other) -> unlikeness(one, other, parts)))
                .flatMap(List::stream)
                .map(group -> cluster(frame.id(), group));
    }

    /** What a claim is found by. */
    private enum ClaimPlace {
        CONTENT,
        CUE,
        SPEAKER;

        static ClaimPlace of(Claim claim) {
            return !claim.content().isEmpty() ? CONTENT : !claim.cue().isEmpty() ? CUE : SPEAKER;
        }
    }

    private List<Unit<Claim>> claimUnits(ClaimPlace place, ClaimParts parts) {
        List<Unit<Claim>> units = new ArrayList<>();
        for (int annotator = 0; annotator < sets.size(); annotator++) {
            for (Claim claim : sets.get(annotator).claims()) {
                List<Span> spans = switch (place) {
                    case CONTENT -> claim.content();
                    case CUE -> claim.cue();
                    case SPEAKER -> parts.sourceSpans(sets.get(annotator).annotator(), claim);
                };
                if (ClaimPlace.of(claim) == place) {
                    // with nothing to be found by it stands at the start, where it meets only its like
                    List<Span> found = spans.isEmpty() ? List.of(new Span(0, 1)) : spans;
                    String speaker =
                            parts.source(sets.get(annotator).annotator(), claim).toString();
                    units.add(new Unit<>(annotator, claim, found, claim.cue() + " " + speaker + " " + claim.id()));
                }
            }
        }
        return units;
    }

    /** Decides between claims about the same words: the cue counts twice what the speaker does. */
    private double unlikeness(Unit<Claim> one, Unit<Claim> other, ClaimParts parts) {
        double cues = one.value().cue().equals(other.value().cue())
                ? 1
                : Characters.iou(one.value().cue(), other.value().cue());
        boolean sameSource = parts.source(name(one), one.value()).equals(parts.source(name(other), other.value()));
        return OTHER_WORDS * (3 - 2 * cues - (sameSource ? 1 : 0)) / 3;
    }

    private String name(Unit<?> unit) {
        return sets.get(unit.annotator()).annotator();
    }

    private <A extends Annotation> Cluster<A> cluster(String layer, List<Unit<A>> group) {
        SortedMap<String, A> members = new TreeMap<>();
        group.forEach(unit -> members.put(name(unit), unit.value()));
        boolean outside = group.stream().allMatch(unit -> Characters.inside(unit.place(), excluded));
        return cluster(document, layer, outside, members);
    }

    static <A extends Annotation> Cluster<A> cluster(
            Document document, String layer, boolean excluded, SortedMap<String, A> members) {
        String key = members.entrySet().stream()
                .map(member -> member.getKey() + "\u0000" + member.getValue().id())
                .collect(Collectors.joining("\u0000", layer + "\u0000", ""));
        String id = document.id() + "-" + DocumentText.of(key).sha256().substring(0, 24);
        return new Cluster<>(id, layer, excluded, members);
    }
}
