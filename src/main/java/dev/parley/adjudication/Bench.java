package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.agreement.Disagreement;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.GuidelineService;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the case behind a disagreement's id for those who may know of it, and lays it out. */
@Component
class Bench {

    private final Dockets dockets;
    private final QuestionRepository questions;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    private final GuidelineService guidelines;
    private final AccessPolicy policy;

    Bench(
            Dockets dockets,
            QuestionRepository questions,
            DocumentService documents,
            SchemeService schemes,
            EntityService entities,
            GuidelineService guidelines,
            AccessPolicy policy) {
        this.dockets = dockets;
        this.questions = questions;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
        this.guidelines = guidelines;
        this.policy = policy;
    }

    /** A disagreement's id starts with its document's; whoever may not know of the document learns nothing. */
    Document require(User actor, String disagreement, Permission permission) {
        Document document = Dockets.documentOf(disagreement)
                .flatMap(this::find)
                .orElseThrow(() -> ProblemException.notFound("disagreement", disagreement));
        if (!policy.allows(actor, document.project(), Permission.READ)) {
            throw ProblemException.notFound("disagreement", disagreement);
        }
        policy.require(actor, document.project(), permission);
        return document;
    }

    private Optional<Document> find(DocumentId id) {
        try {
            return Optional.of(documents.get(id));
        } catch (ProblemException absent) {
            return Optional.empty();
        }
    }

    /** The disagreement, if it is still there. */
    Optional<Disagreement> find(Document document, String disagreement) {
        return dockets.of(document).disagreement(disagreement);
    }

    DecisionCase lay(Document document, String disagreement) {
        Docket docket = dockets.of(document);
        return DecisionCase.of(
                docket,
                docket.require(disagreement),
                documents.text(document.id()),
                vocabulary(document.project()),
                guidelines.current(document.project()),
                questions.about(disagreement));
    }

    Vocabulary vocabulary(ProjectId project) {
        return new Vocabulary(
                schemes.current(project),
                id -> entities.find(project, id).map(Entity::name).orElse(id));
    }
}
