package dev.parley.annotation;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;

/**
 * Somebody's set got a new sequence number or state. Published after the change is committed.
 *
 * @param annotator the user's sign-in name
 */
public record SetChanged(DocumentId document, UserId user, String annotator, long sequence) {}
