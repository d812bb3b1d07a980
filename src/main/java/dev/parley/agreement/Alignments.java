package dev.parley.agreement;

import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Relation;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.scheme.Scheme;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Several documents aligned together, so that relations from one into another find what they tie. Mentions and claims of
 * all of them first, then the relations of those that look elsewhere.
 */
public final class Alignments {

    private Alignments() {}

    /** @param sets of each document; a document without an entry has none */
    public static Map<DocumentId, Alignment> of(
            Collection<Document> documents, Scheme scheme, Map<DocumentId, List<AnnotationSet>> sets) {
        return of(documents, scheme, sets, Revisions.unknown(scheme));
    }

    /** @param revisions what the scheme said when the sets were made */
    public static Map<DocumentId, Alignment> of(
            Collection<Document> documents,
            Scheme scheme,
            Map<DocumentId, List<AnnotationSet>> sets,
            Revisions revisions) {
        return of(documents, scheme, sets, revisions, document -> Optional.empty());
    }

    /** @param before how a document was aligned when it was looked at last: what did not change is not aligned again */
    public static Map<DocumentId, Alignment> of(
            Collection<Document> documents,
            Scheme scheme,
            Map<DocumentId, List<AnnotationSet>> sets,
            Revisions revisions,
            Function<DocumentId, Optional<Alignment>> before) {
        Map<DocumentId, Alignment> alignments = new LinkedHashMap<>();
        for (Document document : documents) {
            List<AnnotationSet> taking = sets.getOrDefault(document.id(), List.of());
            alignments.put(
                    document.id(),
                    before.apply(document.id())
                            .filter(earlier -> earlier.scheme().equals(scheme) && !looksElsewhere(earlier))
                            .map(earlier -> earlier.after(taking))
                            .orElseGet(() ->
                                    Alignment.of(document, scheme, taking, Alignment.Elsewhere.UNKNOWN, revisions)));
        }
        Map<DocumentId, Alignment> first = Map.copyOf(alignments);
        alignments.replaceAll((id, alignment) -> looksElsewhere(alignment)
                ? Alignment.of(
                        alignment.document(),
                        scheme,
                        alignment.sets(),
                        other -> Optional.ofNullable(first.get(other)),
                        revisions)
                : alignment);
        return alignments;
    }

    /** The other documents that relations of these sets lead to. */
    public static List<DocumentId> othersNamedIn(Collection<AnnotationSet> sets) {
        return sets.stream()
                .flatMap(set -> set.relations().stream()
                        .flatMap(Alignments::documents)
                        .filter(id -> !id.equals(set.document())))
                .distinct()
                .toList();
    }

    private static boolean looksElsewhere(Alignment alignment) {
        return !othersNamedIn(alignment.sets()).isEmpty();
    }

    private static Stream<DocumentId> documents(Relation relation) {
        return Stream.of(relation.from(), relation.to()).flatMap(end -> Stream.ofNullable(end.document()));
    }
}
