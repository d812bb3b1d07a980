package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings.Mode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read and change whose set, and the words for those who may not. */
@Component
class SetAccess {

    private final SetHeadRepository heads;
    private final DocumentService documents;
    private final UserService users;
    private final ProjectService projects;
    private final AccessPolicy policy;

    SetAccess(
            SetHeadRepository heads,
            DocumentService documents,
            UserService users,
            ProjectService projects,
            AccessPolicy policy) {
        this.heads = heads;
        this.documents = documents;
        this.users = users;
        this.projects = projects;
        this.policy = policy;
    }

    Document requireAnnotator(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.ANNOTATE);
        return document;
    }

    /** One's own set, which nobody else can change until the transaction ends. */
    SetHead lockOwn(User actor, Document document) {
        return heads.lock(document.id(), actor.id()).orElseThrow(() -> notAssigned(document));
    }

    boolean maySee(User reader, Document document, UserId annotator) {
        return policy.allows(reader, document.project(), Permission.READ)
                && policy.maySeeSet(reader, document.project(), annotator, handedIn(reader, document.id()));
    }

    /** Whose set that is, asked before it is looked for: a blind annotator does not learn who else reads. */
    UserId readable(User reader, Document document, String who) {
        if (who.equals("me") || who.equals(reader.name())) {
            return reader.id();
        }
        Optional<UserId> annotator = users.find(who).map(User::id);
        policy.requireSetReader(
                reader, document.project(), annotator.orElseGet(UserId::random), handedIn(reader, document.id()));
        return annotator.orElseThrow(() -> noSet(reader, document, who));
    }

    void requireGoldReader(User reader, ProjectId project) {
        boolean open = projects.get(project).settings().mode() == Mode.OPEN;
        if (!open || !policy.allows(reader, project, Permission.ANNOTATE)) {
            policy.require(reader, project, Permission.SUPERVISE);
        }
    }

    private boolean handedIn(User reader, DocumentId id) {
        return heads.find(id, reader.id())
                .filter(head -> head.state().isHandedIn())
                .isPresent();
    }

    static void requireDraft(SetHead head, Document document) {
        if (head.state() != State.DRAFT) {
            throw ProblemException.conflict("Your work on “%s” is %s; nothing in it can be changed."
                    .formatted(document.title(), head.state() == State.LOCKED ? "locked" : "handed in"));
        }
    }

    static ProblemException notAssigned(Document document) {
        return ProblemException.of(
                Kind.NOT_FOUND, "The document “%s” is not assigned to you.".formatted(document.title()));
    }

    static ProblemException noSet(User reader, Document document, String who) {
        return who.equals("me") || who.equals(reader.name())
                ? notAssigned(document)
                : ProblemException.of(Kind.NOT_FOUND, "%s has no set of “%s”.".formatted(who, document.title()));
    }
}
