package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One disagreement laid out for the one who settles it.
 *
 * @param text the document's
 * @param sides what there is to choose from, in the order of the disagreement's versions
 * @param about the stretch from the first to the last word that any version is about
 */
public record DecisionCase(
        Document document,
        DocumentText text,
        Disagreement disagreement,
        List<Side> sides,
        Span about,
        Optional<Decision> decision) {

    /**
     * One version, with references to ids of the gold set.
     *
     * @param annotators who said so
     * @param annotation absent for those who marked nothing
     * @param mentions those it refers to, as this version's annotators marked them
     * @param claims those it refers to, likewise
     */
    public record Side(
            List<String> annotators, @Nullable Annotation annotation, List<Mention> mentions, List<Claim> claims) {}

    static DecisionCase of(Docket docket, Disagreement disagreement, DocumentText text) {
        List<Side> sides = disagreement.versions().stream()
                .map(version -> side(docket, version))
                .toList();
        List<Span> places = sides.stream()
                .flatMap(side -> Stream.of(
                                Stream.ofNullable(side.annotation),
                                // what a relation ties is all there is to see of it
                                side.annotation instanceof Relation
                                        ? Stream.concat(side.mentions.stream(), side.claims.stream())
                                        : Stream.<Annotation>empty())
                        .flatMap(annotations -> annotations))
                .flatMap(annotation -> Likeness.place(annotation).stream())
                .toList();
        int start = places.stream().mapToInt(Span::start).min().orElse(0);
        int end = places.stream().mapToInt(Span::end).max().orElse(1);
        return new DecisionCase(
                docket.document(), text, disagreement, sides, new Span(start, end), docket.decision(disagreement.id()));
    }

    private static Side side(Docket docket, Version version) {
        Annotation annotation = version.annotation();
        if (annotation == null) {
            return new Side(version.annotators(), null, List.of(), List.of());
        }
        String annotator = version.annotators().getFirst();
        OwnVersion rewriter = new OwnVersion(docket);
        List<Mention> mentions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        referred(annotation)
                .forEach(reference -> docket.alignment()
                        .cluster(reference.kind(), annotator, reference.id())
                        .flatMap(cluster ->
                                cluster.of(annotator).map(member -> rewriter.named(cluster, annotator, member)))
                        .ifPresent(found -> {
                            switch (found) {
                                case Mention mention -> mentions.add(mention);
                                case Claim claim -> claims.add(claim);
                                case Relation ignored -> {}
                            }
                        }));
        return new Side(
                version.annotators(),
                rewriter.shown(annotator, annotation),
                List.copyOf(mentions),
                List.copyOf(claims));
    }

    private record Reference(Kind kind, String id) {}

    private static Stream<Reference> referred(Annotation annotation) {
        return switch (annotation) {
            case Mention ignored -> Stream.empty();
            case Claim claim ->
                Stream.of(claim.source(), claim.addressee(), claim.target(), claim.via())
                        .flatMap(List::stream)
                        .flatMap(party -> party instanceof MentionParty(String mention)
                                ? Stream.of(new Reference(Kind.MENTION, mention))
                                : Stream.empty())
                        .distinct();
            case Relation relation ->
                Stream.of(relation.from(), relation.to())
                        .filter(end -> end.document() == null)
                        .map(end -> new Reference(end.kind(), end.annotation()));
        };
    }
}
