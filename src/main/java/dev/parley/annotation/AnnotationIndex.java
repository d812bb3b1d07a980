package dev.parley.annotation;

import dev.parley.annotation.Relation.End;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The present annotations of one set, by id, and who uses whom. Not safe for use by several threads. */
final class AnnotationIndex {

    private final DocumentId document;
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();

    AnnotationIndex(DocumentId document) {
        this.document = document;
    }

    static AnnotationIndex of(AnnotationSet set) {
        AnnotationIndex index = new AnnotationIndex(set.document());
        set.mentions().forEach(index::put);
        set.claims().forEach(index::put);
        set.relations().forEach(index::put);
        return index;
    }

    void put(Annotation annotation) {
        switch (annotation) {
            case Mention mention -> mentions.put(mention.id(), mention);
            case Claim claim -> claims.put(claim.id(), claim);
            case Relation relation -> relations.put(relation.id(), relation);
        }
    }

    void remove(String id) {
        mentions.remove(id);
        claims.remove(id);
        relations.remove(id);
    }

    Optional<Annotation> find(String id) {
        return Stream.<@Nullable Annotation>of(mentions.get(id), claims.get(id), relations.get(id))
                .<Annotation>mapMulti((annotation, found) -> {
                    if (annotation != null) {
                        found.accept(annotation);
                    }
                })
                .findFirst();
    }

    Optional<Mention> mention(String id) {
        return Optional.ofNullable(mentions.get(id));
    }

    Optional<Claim> claim(String id) {
        return Optional.ofNullable(claims.get(id));
    }

    Collection<Mention> mentions() {
        return mentions.values();
    }

    Collection<Claim> claims() {
        return claims.values();
    }

    Collection<Relation> relations() {
        return relations.values();
    }

    int size() {
        return mentions.size() + claims.size() + relations.size();
    }

    /** The claims and relations of this set that would point nowhere without this annotation. */
    List<Annotation> users(String id) {
        Stream<Annotation> users = Stream.concat(
                claims.values().stream().filter(claim -> claim.uses(id) || id.equals(claim.parent())),
                relations.values().stream()
                        .filter(relation -> pointsTo(relation.from(), id) || pointsTo(relation.to(), id)));
        return users.toList();
    }

    /** Whether an end lies in this set: ids are unique in a set only, so the same id elsewhere is another annotation. */
    boolean isOwn(End end) {
        return end.document() == null || end.document().equals(document);
    }

    private boolean pointsTo(End end, String id) {
        return isOwn(end) && end.annotation().equals(id);
    }

    List<Mention> orderedMentions() {
        return mentions.values().stream()
                .sorted(Comparator.<Mention>comparingInt(AnnotationIndex::offset)
                        .thenComparing(Mention::id))
                .toList();
    }

    List<Claim> orderedClaims() {
        return claims.values().stream()
                .sorted(Comparator.<Claim>comparingInt(AnnotationIndex::offset).thenComparing(Claim::id))
                .toList();
    }

    List<Relation> orderedRelations() {
        return relations.values().stream()
                .sorted(Comparator.<Relation>comparingInt(relation -> offset(relation.from()))
                        .thenComparing(Relation::id))
                .toList();
    }

    private static int offset(Mention mention) {
        return mention.spans().isEmpty()
                ? Integer.MAX_VALUE
                : mention.spans().getFirst().start();
    }

    /** Where the content starts; an implicit claim stands where its cue does. */
    private static int offset(Claim claim) {
        List<Span> words = claim.content().isEmpty() ? claim.cue() : claim.content();
        return words.isEmpty() ? Integer.MAX_VALUE : words.getFirst().start();
    }

    private int offset(End end) {
        Mention mention = mentions.get(end.annotation());
        Claim claim = claims.get(end.annotation());
        return mention != null ? offset(mention) : claim != null ? offset(claim) : Integer.MAX_VALUE;
    }
}
