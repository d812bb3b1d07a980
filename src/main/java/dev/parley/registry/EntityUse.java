package dev.parley.registry;

import dev.parley.account.User;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where entities are mentioned; implemented by who keeps the annotations. Every answer holds only what the viewer may see:
 * in blind mode an annotator's own links.
 */
public interface EntityUse {

    /**
     * One mention that is linked to an entity.
     *
     * @param annotator sign-in name of who linked it
     * @param before the words in front of it, {@code words} the mention's own, {@code after} those behind
     * @param toCheck whether the link was made before the entity was split and nobody looked at it since
     */
    record Occurrence(
            DocumentId document,
            String title,
            String annotator,
            String mention,
            Span span,
            String before,
            String words,
            String after,
            boolean toCheck) {}

    /**
     * Something an entity claims, according to an annotator.
     *
     * @param words the content; empty for a claim that is not said in words
     * @param cue the words that attribute it; may be empty
     */
    record SourcedClaim(
            DocumentId document, String title, String annotator, String claim, Span span, String words, String cue) {}

    /** How often each of these entities is linked; one without a link is left out. */
    Map<String, Integer> counts(User viewer, ProjectId project, Collection<String> entities);

    /** Where an entity and what was merged into it is linked, by document and place. */
    List<Occurrence> occurrences(User viewer, Entity entity, boolean onlyToCheck, int offset, int limit);

    /** Some of what an entity says, and whether there are more documents to look at. */
    record ClaimPage(List<SourcedClaim> items, boolean more) {

        public ClaimPage {
            items = List.copyOf(items);
        }
    }

    /** What an entity says, by document and place, in some of the documents it is linked in. */
    ClaimPage claims(User viewer, Entity entity, int firstDocument, int documents);

    /** Of these entities, where the reader linked each last in a document before a place. */
    Map<String, Integer> lastLinked(User reader, DocumentId document, int before, Collection<String> entities);
}
