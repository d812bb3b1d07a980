package dev.parley.project;

import dev.parley.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a project tells its annotators. A version never changes; a correction is the next one.
 *
 * @param version counts up by one from 1
 * @param text Markdown, at most 200 000 characters
 * @param news what is new in it, at most 200 characters; absent if not said
 */
public record Guideline(
        ProjectId project,
        int version,
        String text,
        @Nullable String news,
        UserId writtenBy,
        Instant writtenAt) {

    /** To be shown, or searched for a label's paragraph. */
    public GuidelineText read() {
        return GuidelineText.of(text);
    }
}
