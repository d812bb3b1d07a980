package dev.parley.discussion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.parley.account.CurrentUser;
import dev.parley.discussion.Anchor;
import dev.parley.discussion.CommentThread;
import dev.parley.discussion.DiscussionService;
import dev.parley.discussion.ThreadId;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ThreadController {

    private final DiscussionService discussion;
    private final CurrentUser currentUser;

    ThreadController(DiscussionService discussion, CurrentUser currentUser) {
        this.discussion = discussion;
        this.currentUser = currentUser;
    }

    record SpanBody(@Nullable Integer start, @Nullable Integer end) {}

    /** @param to sign-in names of members, besides those the text calls @name */
    record ThreadBody(
            @Nullable String subject,
            @Nullable SpanBody span,
            @Nullable String text,
            @Nullable List<String> to) {}

    record CommentBody(@Nullable String text) {}

    record SpanJson(int start, int end) {}

    record CommentJson(String id, String author, String authorName, String text, Instant at) {}

    @JsonInclude(Include.NON_NULL)
    record ThreadJson(
            String id,
            String project,
            String document,
            String title,
            @Nullable String subject,
            @Nullable SpanJson span,
            String state,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt,
            List<CommentJson> comments) {}

    record Threads(List<ThreadJson> items) {}

    /** The threads of a document that the caller may see, oldest first. @param subject only those about this */
    @GetMapping("/documents/{document}/threads")
    Threads of(@PathVariable DocumentId document, @RequestParam(required = false) @Nullable String subject) {
        return json(
                subject == null
                        ? discussion.of(currentUser.get(), document)
                        : discussion.about(currentUser.get(), document, subject));
    }

    @PostMapping("/documents/{document}/threads")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson begin(@PathVariable DocumentId document, @RequestBody ThreadBody body) {
        return json(discussion.begin(
                currentUser.get(),
                document,
                new Anchor(body.subject(), span(body.span())),
                Objects.requireNonNullElse(body.text(), ""),
                Objects.requireNonNullElse(body.to(), List.of())));
    }

    @GetMapping("/threads/{thread}")
    ThreadJson one(@PathVariable ThreadId thread) {
        return json(discussion.require(currentUser.get(), thread));
    }

    @PostMapping("/threads/{thread}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    ThreadJson reply(@PathVariable ThreadId thread, @RequestBody CommentBody body) {
        return json(discussion.reply(currentUser.get(), thread, Objects.requireNonNullElse(body.text(), "")));
    }

    /** Says that the thread is settled. */
    @PostMapping("/threads/{thread}/resolution")
    ThreadJson resolve(@PathVariable ThreadId thread) {
        return json(discussion.resolve(currentUser.get(), thread));
    }

    /** Opens the thread again. */
    @DeleteMapping("/threads/{thread}/resolution")
    ThreadJson reopen(@PathVariable ThreadId thread) {
        return json(discussion.reopen(currentUser.get(), thread));
    }

    /** The open threads that wait for the caller, longest waiting first. */
    @GetMapping("/me/threads")
    Threads waiting() {
        return json(discussion.waiting(currentUser.get()));
    }

    private static @Nullable Span span(@Nullable SpanBody body) {
        if (body == null) {
            return null;
        }
        int start = Objects.requireNonNullElse(body.start(), -1);
        int end = Objects.requireNonNullElse(body.end(), -1);
        if (start < 0 || end <= start) {
            throw ProblemException.invalid(
                    "“span” starts at 0 or later and ends behind its start, not [%d, %d).".formatted(start, end));
        }
        return new Span(start, end);
    }

    private static Threads json(List<CommentThread> threads) {
        return new Threads(threads.stream().map(ThreadController::json).toList());
    }

    private static ThreadJson json(CommentThread thread) {
        Span span = thread.anchor().span();
        return new ThreadJson(
                thread.id().toString(),
                thread.project().toString(),
                thread.document().toString(),
                thread.title(),
                thread.anchor().subject(),
                span == null ? null : new SpanJson(span.start(), span.end()),
                thread.isOpen() ? "open" : "resolved",
                thread.resolvedBy(),
                thread.resolvedAt(),
                thread.comments().stream()
                        .map(comment -> new CommentJson(
                                comment.id().toString(),
                                comment.author(),
                                comment.authorName(),
                                comment.text(),
                                comment.at()))
                        .toList());
    }
}
