package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A set without its annotations, as its row says. */
record SetHead(
        UUID id,
        DocumentId document,
        UserId user,
        String annotator,
        State state,
        long sequence,
        int schemeVersion,
        Instant assignedAt,
        @Nullable Instant submittedAt,
        @Nullable Integer guidelineVersion) {

    Progress progress() {
        return new Progress(document, user, annotator, state, sequence, assignedAt, submittedAt);
    }

    AnnotationSet with(AnnotationIndex annotations) {
        return new AnnotationSet(
                document,
                annotator,
                state,
                sequence,
                schemeVersion,
                annotations.orderedMentions(),
                annotations.orderedClaims(),
                annotations.orderedRelations(),
                assignedAt,
                submittedAt,
                guidelineVersion);
    }
}
