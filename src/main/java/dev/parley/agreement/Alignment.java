package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.scheme.Scheme;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which annotations of several annotators are about the same thing, in one document. Measures, disagreements and the
 * gold set all start from it. Only sets that were handed in take part; an annotator who marked nothing counts.
 *
 * <p>Mentions come together within their layer as γ's best alignment has it: by place first, so that two labels on the same
 * words are one thing seen differently. Claims come together by their content; an implicit claim by its cue. Relations come together by what they
 * tie.
 */
public final class Alignment {

    /** Stands for the layer where relations are counted and listed. */
    public static final String RELATIONS = "relations";

    private final Document document;
    private final Scheme scheme;
    private final List<AnnotationSet> sets;
    private final List<Cluster<Mention>> mentions;
    private final List<Cluster<Claim>> claims;
    private final List<Cluster<Relation>> relations;
    private final ClaimParts parts;
    private final RelationAligner ties;
    private final Map<Member, Cluster<?>> clusterOf = new HashMap<>();
    private final Map<String, PlaceAligner.Known> known;
    private final Map<String, Set<String>> splits;
    private final Elsewhere elsewhere;
    private final Revisions revisions;

    private record Member(Annotation.Kind kind, String annotator, String id) {}

    private Alignment(
            Document document,
            Scheme scheme,
            Collection<AnnotationSet> given,
            Elsewhere elsewhere,
            Revisions revisions,
            @Nullable Alignment before) {
        this.elsewhere = elsewhere;
        this.revisions = revisions;
        this.document = document;
        this.scheme = scheme;
        this.sets = given.stream()
                .filter(set -> set.state().isHandedIn())
                .sorted(Comparator.comparing(AnnotationSet::annotator))
                .toList();
        Aligner aligner = new Aligner(document, scheme, sets, before == null ? Map.of() : before.knownTo(this));
        this.mentions = aligner.mentions();
        remember(mentions);
        this.parts = new ClaimParts(this);
        this.claims = aligner.claims(parts);
        remember(claims);
        this.ties = new RelationAligner(document, parts, elsewhere);
        this.relations = ties.relations(sets);
        remember(relations);
        this.known = aligner.known();
        this.splits = new HashMap<>();
        scheme.spanLayers()
                .forEach(layer -> splits.putAll(Splits.among(mentions.stream()
                        .filter(cluster -> cluster.layer().equals(layer.id()))
                        .toList())));
        splits.putAll(Splits.among(claims));
    }

    /** Where the other end of a relation that leaves the document belongs. */
    @FunctionalInterface
    public interface Elsewhere {

        Optional<Alignment> alignment(DocumentId document);

        /** Nothing is known of other documents: their ends differ for each annotator. */
        Elsewhere UNKNOWN = document -> Optional.empty();
    }

    public static Alignment of(Document document, Scheme scheme, Collection<AnnotationSet> sets) {
        return of(document, scheme, sets, Elsewhere.UNKNOWN);
    }

    /** @param sets all of {@code document}; drafts are left aside, as they may not have got everywhere yet */
    public static Alignment of(Document document, Scheme scheme, Collection<AnnotationSet> sets, Elsewhere elsewhere) {
        return of(document, scheme, sets, elsewhere, Revisions.unknown(scheme));
    }

    /** @param revisions what the scheme said when the sets were made */
    public static Alignment of(
            Document document,
            Scheme scheme,
            Collection<AnnotationSet> sets,
            Elsewhere elsewhere,
            Revisions revisions) {
        return new Alignment(document, scheme, sets, elsewhere, revisions, null);
    }

    /** What another alignment may take over: nothing if others read, or by another scheme. */
    private Map<String, PlaceAligner.Known> knownTo(Alignment other) {
        boolean same = scheme.equals(other.scheme) && annotators().equals(other.annotators());
        return same ? known : Map.of();
    }

    /** The same document after an edit: whatever does not hang together with what changed keeps its clusters. */
    public Alignment after(Collection<AnnotationSet> changed) {
        return new Alignment(document, scheme, changed, elsewhere, revisions, this);
    }

    public Document document() {
        return document;
    }

    public Scheme scheme() {
        return scheme;
    }

    /** What the scheme said when the sets were made. */
    Revisions revisions() {
        return revisions;
    }

    /** The sets that take part, by annotator's name. */
    public List<AnnotationSet> sets() {
        return sets;
    }

    public List<String> annotators() {
        return sets.stream().map(AnnotationSet::annotator).toList();
    }

    public List<Cluster<Mention>> mentions() {
        return mentions;
    }

    public List<Cluster<Claim>> claims() {
        return claims;
    }

    public List<Cluster<Relation>> relations() {
        return relations;
    }

    /** All clusters: mentions, then claims, then relations, each by place. */
    public Stream<Cluster<?>> clusters() {
        return Stream.of(mentions, claims, relations).flatMap(List::stream);
    }

    /** The cluster an annotator's annotation belongs to. */
    public Optional<Cluster<?>> cluster(Annotation.Kind kind, String annotator, String id) {
        return Optional.ofNullable(clusterOf.get(new Member(kind, annotator, id)));
    }

    /** The clusters that are one whole and its pieces with the given one, itself included; empty if it is no part of such. */
    public Set<String> splitWith(Cluster<?> cluster) {
        return splits.getOrDefault(cluster.id(), Set.of());
    }

    ClaimParts parts() {
        return parts;
    }

    /** An end of an annotator's relation, as something others may share. */
    String endKey(String annotator, Relation.End end) {
        return ties.end(annotator, end);
    }

    /** Mean intersection over union of all pairs; 1 for a single member. */
    public static double meanOverlap(Cluster<?> cluster) {
        List<List<Span>> places =
                cluster.annotations().stream().map(Alignment::place).toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++, pairs++) {
                sum += places.get(i).equals(places.get(j)) ? 1 : Characters.iou(places.get(i), places.get(j));
            }
        }
        return pairs == 0 ? 1 : sum / pairs;
    }

    /** Where an annotation stands; empty for relations and for implicit claims. */
    static List<Span> place(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.spans();
            case Claim claim -> claim.content();
            case Relation ignored -> List.of();
        };
    }

    private <A extends Annotation> void remember(List<Cluster<A>> clusters) {
        clusters.forEach(cluster -> cluster.members()
                .forEach((annotator, member) ->
                        clusterOf.put(new Member(member.kind(), annotator, member.id()), cluster)));
    }

    public Map<String, Cluster<?>> byId() {
        Map<String, Cluster<?>> byId = new HashMap<>();
        clusters().forEach(cluster -> byId.put(cluster.id(), cluster));
        return byId;
    }
}
