package dev.parley.discussion;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in threads of another Parley as they were: nobody is addressed anew, and nobody is told. */
@Service
@Transactional
public class ThreadImport {

    private final ThreadRepository threads;
    private final DocumentService documents;
    private final AccessPolicy policy;

    ThreadImport(ThreadRepository threads, DocumentService documents, AccessPolicy policy) {
        this.threads = threads;
        this.documents = documents;
        this.policy = policy;
    }

    /** What one person said. */
    public record Said(UserId by, String text, Instant at) {}

    /**
     * A thread as a bundle tells it.
     *
     * @param id it had; it gets another if that is taken
     * @param members who takes part
     * @param supervised whether one of them supervised
     * @param comments oldest first, at least one
     * @param resolvedBy absent while it is open
     */
    public record Told(
            @Nullable UUID id,
            Anchor anchor,
            Set<UserId> members,
            boolean supervised,
            List<Said> comments,
            @Nullable UserId resolvedBy,
            @Nullable Instant resolvedAt) {

        public Told {
            members = Set.copyOf(members);
            comments = List.copyOf(comments);
        }
    }

    /** The threads of some documents, whoever may see them. For packages that have asked the policy. */
    @Transactional(readOnly = true)
    public List<CommentThread> of(Collection<DocumentId> documents) {
        return threads.of(documents);
    }

    /** @throws ProblemException invalid if the thread lies beyond the text, or nobody said anything */
    public void take(User actor, DocumentId id, Told told) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        var span = told.anchor().span();
        if (told.comments().isEmpty() || (span != null && span.end() > document.codePoints())) {
            throw ProblemException.invalid(
                    "A thread about “%s” is empty, or lies beyond its text. Nothing was imported."
                            .formatted(document.title()));
        }
        UUID wanted = told.id();
        ThreadId thread = wanted == null || threads.find(new ThreadId(wanted)).isPresent()
                ? ThreadId.random()
                : new ThreadId(wanted);
        Said first = told.comments().getFirst();
        threads.insert(thread, document.project(), id, told.anchor(), first.by(), first.at());
        for (Said said : told.comments()) {
            threads.comment(thread, said.by(), said.text(), told.members(), told.supervised(), said.at());
        }
        if (told.resolvedBy() != null) {
            threads.resolve(thread, told.resolvedBy(), told.resolvedAt());
        }
    }
}
