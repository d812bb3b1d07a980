/**
 * Discussion: what people say about a span, an annotation or a disagreement. A thread hangs on a document and, where it is
 * about something a later package knows, on that package's own key for it ({@link dev.parley.discussion.Anchor}):
 * {@code DiscussionService.ask} sends a question to annotators, {@code about} and {@code open} find the threads of such a
 * key, {@code waiting} those that wait for somebody. In a project read blind no thread holds two annotators.
 */
@NullMarked
package dev.parley.discussion;

import org.jspecify.annotations.NullMarked;
