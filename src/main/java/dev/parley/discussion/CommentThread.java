package dev.parley.discussion;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people say about one thing, one after the other.
 *
 * @param title of the document
 * @param members who takes part: who began it, who wrote in it, who was addressed
 * @param supervised whether somebody who supervises takes part; else it waits for any of them
 * @param comments oldest first, at least one
 * @param resolvedBy sign-in name of who said that it is settled; absent while it is open
 */
public record CommentThread(
        ThreadId id,
        ProjectId project,
        DocumentId document,
        String title,
        Anchor anchor,
        Set<UserId> members,
        boolean supervised,
        List<Comment> comments,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt) {

    public CommentThread {
        members = Set.copyOf(members);
        comments = List.copyOf(comments);
    }

    /** Whether nobody has said yet that it is settled. */
    public boolean isOpen() {
        return resolvedAt == null;
    }

    CommentThread with(List<Comment> comments, Set<UserId> members) {
        return new CommentThread(
                id, project, document, title, anchor, members, supervised, comments, resolvedBy, resolvedAt);
    }
}
