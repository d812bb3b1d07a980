package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.DocumentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one annotator is with one document.
 *
 * @param annotator sign-in name
 * @param sequence number of edits so far; not begun while 0
 */
public record Progress(
        DocumentId document,
        UserId user,
        String annotator,
        State state,
        long sequence,
        Instant assignedAt,
        @Nullable Instant submittedAt) {}
