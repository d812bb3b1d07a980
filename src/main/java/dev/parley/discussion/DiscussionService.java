package dev.parley.discussion;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Threads are begun, answered, settled and opened again by those who annotate or supervise, as far as they see them. */
@Service
@Transactional
public class DiscussionService {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_SUBJECT = 300;

    private static final int MOST_WAITING = 500;

    private final ThreadRepository threads;
    private final DocumentService documents;
    private final ProjectService projects;
    private final AccessPolicy policy;
    private final Clock clock;

    DiscussionService(
            ThreadRepository threads,
            DocumentService documents,
            ProjectService projects,
            AccessPolicy policy,
            Clock clock) {
        this.threads = threads;
        this.documents = documents;
        this.projects = projects;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Begins a thread. Without anybody addressed, an annotator's waits for whoever supervises.
     *
     * @param to sign-in names of members it is addressed to, besides those the text calls {@code @name}
     * @throws ProblemException conflict if that would bring two annotators of a project read blind together
     */
    public CommentThread begin(User actor, DocumentId id, Anchor anchor, String text, Collection<String> to) {
        Document document = requireWriter(actor, id);
        requireAnchor(document, anchor);
        Audience audience = audience(document.project());
        Set<UserId> members = new LinkedHashSet<>();
        to.forEach(name -> members.add(audience.named(name)));
        return begin(actor, document, anchor, text, members, audience);
    }

    /**
     * Sends a question to annotators: one thread for all in open mode, one for each where the project is read blind.
     *
     * @param annotators at least one
     */
    public List<CommentThread> ask(
            User actor, DocumentId id, Anchor anchor, Collection<UserId> annotators, String text) {
        Document document = requireWriter(actor, id);
        policy.require(actor, document.project(), Permission.SUPERVISE);
        requireAnchor(document, anchor);
        if (annotators.isEmpty()) {
            throw ProblemException.invalid("A question needs somebody to answer it.");
        }
        Audience audience = audience(document.project());
        List<Set<UserId>> circles = audience.isBlind()
                ? annotators.stream().map(Set::of).distinct().toList()
                : List.of(Set.copyOf(annotators));
        return circles.stream()
                .map(circle -> begin(actor, document, anchor, text, circle, audience))
                .toList();
    }

    private CommentThread begin(
            User actor, Document document, Anchor anchor, String text, Set<UserId> to, Audience audience) {
        ThreadId thread = ThreadId.random();
        Instant now = now();
        threads.insert(thread, document.project(), document.id(), anchor, actor.id(), now);
        comment(actor, thread, text, to, Set.of(), audience, now);
        return threads.find(thread).orElseThrow();
    }

    /** Adds a comment. A thread that was settled stays so; {@link #reopen} opens it again. */
    public CommentThread reply(User actor, ThreadId id, String text) {
        CommentThread thread = requireToWrite(actor, id);
        comment(actor, id, text, Set.of(), thread.members(), audience(thread.project()), now());
        return threads.find(id).orElseThrow();
    }

    private void comment(
            User actor,
            ThreadId thread,
            String text,
            Set<UserId> to,
            Set<UserId> there,
            Audience audience,
            Instant at) {
        requireText(text);
        Set<UserId> joining = new LinkedHashSet<>(to);
        joining.add(actor.id());
        joining.addAll(audience.addressed(text));
        Set<UserId> together = new LinkedHashSet<>(there);
        together.addAll(joining);
        audience.requireOneThread(together);
        threads.comment(thread, actor.id(), text, joining, joining.stream().anyMatch(audience::supervises), at);
    }

    /** Says that a thread is settled. @throws ProblemException conflict if it is already */
    public CommentThread resolve(User actor, ThreadId id) {
        if (!requireToWrite(actor, id).isOpen()) {
            throw ProblemException.conflict("This thread is settled already.");
        }
        threads.resolve(id, actor.id(), now());
        return threads.find(id).orElseThrow();
    }

    /** Opens a settled thread again. @throws ProblemException conflict if it is open */
    public CommentThread reopen(User actor, ThreadId id) {
        if (requireToWrite(actor, id).isOpen()) {
            throw ProblemException.conflict("This thread is open.");
        }
        threads.resolve(id, null, null);
        return threads.find(id).orElseThrow();
    }

    /** @throws ProblemException not found if there is none that the viewer may see */
    @Transactional(readOnly = true)
    public CommentThread require(User viewer, ThreadId id) {
        return threads.find(id)
                .filter(thread -> policy.allows(viewer, thread.project(), Permission.READ)
                        && audience(thread.project()).sees(viewer, thread))
                .orElseThrow(() -> ProblemException.notFound("thread", id));
    }

    /** The threads of a document that the viewer may see, oldest first. */
    @Transactional(readOnly = true)
    public List<CommentThread> of(User viewer, DocumentId id) {
        return seen(viewer, documents.require(viewer, id), threads.of(id));
    }

    /** Those of them that are about one thing. */
    @Transactional(readOnly = true)
    public List<CommentThread> about(User viewer, DocumentId id, String subject) {
        return seen(viewer, documents.require(viewer, id), threads.about(id, subject));
    }

    /** How many open threads there are by subject, for services that have asked the policy themselves. */
    @Transactional(readOnly = true)
    public Map<String, Integer> open(ProjectId project, Collection<String> subjects) {
        return threads.open(project, subjects);
    }

    /**
     * The open threads that wait for a person, longest waiting first: somebody else wrote last, and they take part, or
     * supervise a project in which nobody who supervises does yet. At most {@value #MOST_WAITING}: those behind them come up
     * as these are answered.
     */
    @Transactional(readOnly = true)
    public List<CommentThread> waiting(User user) {
        Map<Project, Set<Role>> mine = projects.of(user);
        List<ProjectId> supervised = mine.entrySet().stream()
                .filter(entry -> entry.getValue().contains(Role.MANAGER)
                        || entry.getValue().contains(Role.ADJUDICATOR))
                .map(entry -> entry.getKey().id())
                .toList();
        Set<ProjectId> members = mine.keySet().stream().map(Project::id).collect(Collectors.toSet());
        Map<ProjectId, Audience> audiences = new HashMap<>();
        List<CommentThread> waiting = new ArrayList<>();
        for (CommentThread thread : threads.waiting(user.id(), supervised, MOST_WAITING)) {
            if (members.contains(thread.project())
                    && audiences
                            .computeIfAbsent(thread.project(), this::audience)
                            .sees(user, thread)) {
                waiting.add(thread);
            }
        }
        return waiting;
    }

    private List<CommentThread> seen(User viewer, Document document, List<CommentThread> found) {
        Audience audience = audience(document.project());
        return found.stream().filter(thread -> audience.sees(viewer, thread)).toList();
    }

    private CommentThread requireToWrite(User actor, ThreadId id) {
        CommentThread thread = require(actor, id);
        requireWriter(actor, thread.document());
        return thread;
    }

    private Document requireWriter(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        if (!policy.allows(actor, document.project(), Permission.ANNOTATE)) {
            policy.require(actor, document.project(), Permission.SUPERVISE);
        }
        return document;
    }

    private void requireAnchor(Document document, Anchor anchor) {
        Span span = anchor.span();
        if (span != null && !documents.text(document.id()).contains(span)) {
            throw ProblemException.invalid("The span [%d, %d) is not in “%s”, which has %d characters."
                    .formatted(span.start(), span.end(), document.title(), document.codePoints()));
        }
        String subject = anchor.subject();
        if (subject != null && (subject.isBlank() || subject.length() > LONGEST_SUBJECT)) {
            throw ProblemException.invalid(
                    "“subject” has 1 to %d characters, not %d.".formatted(LONGEST_SUBJECT, subject.length()));
        }
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw ProblemException.invalid("A comment has 1 to %d characters, not %d."
                    .formatted(LONGEST_TEXT, text.strip().length()));
        }
        if (text.codePoints().anyMatch(DiscussionService::isUnfit)) {
            throw ProblemException.invalid("The comment holds a character that text cannot carry.");
        }
    }

    private static boolean isUnfit(int codePoint) {
        return (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t')
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private Audience audience(ProjectId project) {
        return new Audience(projects.get(project), projects.members(project));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
