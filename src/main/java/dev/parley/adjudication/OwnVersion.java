package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Cluster;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites what refers to annotations so that it speaks in ids of the gold set. Versions are shown that way, and what an
 * adjudicator writes may refer to either.
 */
final class OwnVersion {

    private final Alignment alignment;
    private final GoldIds ids;

    OwnVersion(Docket docket) {
        this.alignment = docket.alignment();
        this.ids = docket.ids();
    }

    /** An annotator's annotation with references into the gold set; under its own id. */
    Annotation shown(String annotator, Annotation annotation) {
        return rewrite(
                annotation.id(),
                annotation,
                (kind, id) -> ids.of(kind, annotator, id).orElse(id));
    }

    /** An annotator's annotation under the id its cluster has in the gold set. */
    Annotation named(Cluster<?> cluster, String annotator, Annotation annotation) {
        return rewrite(
                ids.of(cluster),
                annotation,
                (kind, id) -> ids.of(kind, annotator, id).orElse(id));
    }

    /**
     * An adjudicator's annotation in the place of a cluster: under its id, its references resolved by id of the gold set
     * or, where that says nothing, of any annotator.
     */
    Annotation placed(Cluster<?> cluster, Annotation own) {
        Kind kind = cluster.annotations().getFirst().kind();
        if (own.kind() != kind) {
            throw ProblemException.invalid(
                    "The disagreement is about a %s; the annotation is a %s.".formatted(word(kind), word(own.kind())));
        }
        return rewrite(ids.of(cluster), own, this::resolve);
    }

    private String resolve(Kind kind, String id) {
        if (ids.cluster(kind, id).isPresent()) {
            return id;
        }
        List<String> meant = alignment.annotators().stream()
                .flatMap(annotator -> ids.of(kind, annotator, id).stream())
                .distinct()
                .toList();
        if (meant.size() != 1) {
            throw ProblemException.invalid("There is no %s %s to refer to in this document.".formatted(word(kind), id));
        }
        return meant.getFirst();
    }

    private interface References {
        String of(Kind kind, String id);
    }

    private static Annotation rewrite(String id, Annotation annotation, References references) {
        return switch (annotation) {
            case Mention mention ->
                new Mention(
                        id, mention.label(), mention.spans(), mention.attributes(), mention.link(), mention.flags());
            case Claim claim ->
                new Claim(
                        id,
                        claim.content(),
                        claim.cue(),
                        parties(claim.source(), references),
                        parties(claim.addressee(), references),
                        parties(claim.target(), references),
                        parties(claim.via(), references),
                        parent(claim.parent(), references),
                        claim.attributes(),
                        claim.implicit(),
                        claim.flags());
            case Relation relation ->
                new Relation(id, relation.type(), end(relation.from(), references), end(relation.to(), references));
        };
    }

    private static List<Party> parties(List<Party> parties, References references) {
        return parties.stream()
                .map(party -> party instanceof MentionParty(String mention)
                        ? new MentionParty(references.of(Kind.MENTION, mention))
                        : party)
                .toList();
    }

    private static @Nullable String parent(@Nullable String parent, References references) {
        return Optional.ofNullable(parent)
                .map(claim -> references.of(Kind.CLAIM, claim))
                .orElse(null);
    }

    private static Relation.End end(Relation.End end, References references) {
        return end.document() == null
                ? new Relation.End(end.kind(), references.of(end.kind(), end.annotation()), null)
                : end;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
