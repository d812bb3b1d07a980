package dev.parley.annotation;

import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All one annotator did on one document, at one moment. A set exists from the moment the document is assigned.
 *
 * @param annotator sign-in name
 * @param sequence number of edits applied so far; grows by one with each
 * @param schemeVersion the scheme version the last edit was checked against
 * @param mentions by first offset, then id; claims and relations likewise
 * @param guidelineVersion the guidelines in force when it was handed in; absent for drafts, and where there were none
 */
public record AnnotationSet(
        DocumentId document,
        String annotator,
        State state,
        long sequence,
        int schemeVersion,
        List<Mention> mentions,
        List<Claim> claims,
        List<Relation> relations,
        Instant assignedAt,
        @Nullable Instant submittedAt,
        @Nullable Integer guidelineVersion) {

    public AnnotationSet {
        mentions = List.copyOf(mentions);
        claims = List.copyOf(claims);
        relations = List.copyOf(relations);
    }

    /** A set that was made without guidelines. */
    public AnnotationSet(
            DocumentId document,
            String annotator,
            State state,
            long sequence,
            int schemeVersion,
            List<Mention> mentions,
            List<Claim> claims,
            List<Relation> relations,
            Instant assignedAt,
            @Nullable Instant submittedAt) {
        this(
                document,
                annotator,
                state,
                sequence,
                schemeVersion,
                mentions,
                claims,
                relations,
                assignedAt,
                submittedAt,
                null);
    }

    public enum State {
        /** Being worked on; not begun while {@code sequence} is 0. */
        DRAFT,
        /** Handed in; the annotator may reopen it while nothing is decided. */
        SUBMITTED,
        /** Handed in and part of a decision. */
        LOCKED;

        /** Whether this set takes part in agreement and adjudication. */
        public boolean isHandedIn() {
            return this != DRAFT;
        }
    }
}
