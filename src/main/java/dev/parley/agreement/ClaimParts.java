package dev.parley.agreement;

import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.annotation.Mention;
import dev.parley.document.Span;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The parts of claims in a form that can be compared between annotators: a mention stands for the entity that all who
 * looked gave it, else for the cluster it belongs to; never for its own id.
 */
final class ClaimParts {

    private final Alignment alignment;

    ClaimParts(Alignment alignment) {
        this.alignment = alignment;
    }

    Set<String> source(String annotator, Claim claim) {
        return parties(annotator, claim.source());
    }

    Set<String> parties(String annotator, Collection<Party> parties) {
        Set<String> found = new TreeSet<>();
        parties.forEach(party -> found.add(party(annotator, party)));
        return found;
    }

    private String party(String annotator, Party party) {
        return switch (party) {
            case ConstantParty constant -> constant.constant().name().toLowerCase(Locale.ROOT);
            case MentionParty mention -> mentionKey(annotator, mention.mention());
        };
    }

    /** An annotation of one annotator, as something others may share. */
    String key(Annotation.Kind kind, String annotator, String id) {
        return alignment.cluster(kind, annotator, id).map(Cluster::id).orElse(annotator + "'s " + id);
    }

    private String mentionKey(String annotator, String id) {
        return alignment
                .cluster(Annotation.Kind.MENTION, annotator, id)
                .flatMap(ClaimParts::entity)
                .map(entity -> "entity " + entity)
                .orElseGet(() -> key(Annotation.Kind.MENTION, annotator, id));
    }

    private static Optional<String> entity(Cluster<?> mentions) {
        List<String> entities = mentions.annotations().stream()
                .flatMap(member ->
                        member instanceof Mention mention ? Stream.ofNullable(mention.link()) : Stream.empty())
                .map(Mention.Link::entity)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return entities.size() == 1 ? Optional.of(entities.getFirst()) : Optional.empty();
    }

    List<Span> sourceSpans(String annotator, Claim claim) {
        return claim.source().stream()
                .flatMap(party -> party instanceof MentionParty mention
                        ? alignment.cluster(Annotation.Kind.MENTION, annotator, mention.mention()).stream()
                        : Stream.empty())
                .flatMap(cluster -> cluster.of(annotator).stream())
                .map(Alignment::place)
                .findFirst()
                .orElse(List.of());
    }
}
