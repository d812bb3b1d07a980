package dev.parley.discussion;

import java.time.Instant;
import java.util.UUID;

/**
 * What one person said.
 *
 * @param author sign-in name
 * @param authorName as people say it
 * @param text plain text, 1 to 4 000 characters
 */
public record Comment(UUID id, String author, String authorName, String text, Instant at) {}
