package dev.parley.annotation;

import dev.parley.annotation.Relation.End;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The present annotations of one set, by id, by place and by whom they use, so that one edit costs the same in a set of ten
 * and of fifty thousand. Not safe for use by several threads.
 */
final class AnnotationIndex {

    private final DocumentId document;
    private final Map<String, Mention> mentions = new LinkedHashMap<>();
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final MentionsByPlace places = new MentionsByPlace();
    private final Map<String, Set<String>> users = new HashMap<>();

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
        // one that is there keeps its place in the order
        find(annotation.id()).ifPresent(this::forget);
        switch (annotation) {
            case Mention mention -> {
                mentions.put(mention.id(), mention);
                places.add(mention);
            }
            case Claim claim -> claims.put(claim.id(), claim);
            case Relation relation -> relations.put(relation.id(), relation);
        }
        used(annotation)
                .forEach(used ->
                        users.computeIfAbsent(used, _ -> new LinkedHashSet<>()).add(annotation.id()));
    }

    void remove(String id) {
        find(id).ifPresent(this::forget);
        mentions.remove(id);
        claims.remove(id);
        relations.remove(id);
    }

    private void forget(Annotation annotation) {
        if (annotation instanceof Mention mention) {
            places.remove(mention);
        }
        used(annotation)
                .forEach(used -> users.computeIfPresent(used, (_, known) -> {
                    known.remove(annotation.id());
                    return known.isEmpty() ? null : known;
                }));
    }

    /** What of this set an annotation points to. */
    Stream<String> used(Annotation annotation) {
        return switch (annotation) {
            case Mention _ -> Stream.of();
            case Claim claim -> claim.used();
            case Relation relation ->
                Stream.of(relation.from(), relation.to()).filter(this::isOwn).map(End::annotation);
        };
    }

    /** The mentions that may overlap one; may be more. */
    Collection<Mention> near(Mention mention) {
        return places.near(mention);
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

    /** The claims and relations of this set that would point nowhere without this annotation, claims first. */
    List<Annotation> users(String id) {
        List<Annotation> found = users.getOrDefault(id, Set.of()).stream()
                .flatMap(user -> find(user).stream())
                .toList();
        return Stream.of(Claim.class, Relation.class)
                .<Annotation>flatMap(kind -> found.stream().filter(kind::isInstance))
                .toList();
    }

    /** Whether an end lies in this set: ids are unique in a set only, so the same id elsewhere is another annotation. */
    boolean isOwn(End end) {
        return end.document() == null || end.document().equals(document);
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
