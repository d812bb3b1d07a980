package dev.parley.document;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source file's text that reads like one article.
 *
 * @param span in code points of the file's text
 * @param language BCP 47 tag, absent if nobody can tell
 */
public record ProposedArticle(
        Span span, String title, @Nullable String language) {}
