package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.agreement.Disagreement;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.GuidelineService;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.registry.Candidate;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** For those who were asked about it, and choose between the versions there are. */
    DecisionCase lay(Document document, String disagreement) {
        return lay(document, disagreement, Optional.empty());
    }

    /** For the one who settles it, with what may be said instead. */
    DecisionCase lay(User actor, Document document, String disagreement) {
        return lay(document, disagreement, Optional.of(words -> named(actor, document.project(), words)));
    }

    private List<Entity> named(User actor, ProjectId project, String words) {
        return entities.candidates(actor, project, words, Candidate.Place.ANYWHERE).items().stream()
                .map(Candidate::entity)
                .toList();
    }

    private DecisionCase lay(
            Document document, String disagreement, Optional<Function<String, List<Entity>>> candidates) {
        Docket docket = dockets.of(document);
        DocumentText text = documents.text(document.id());
        Vocabulary vocabulary = vocabulary(document.project());
        return DecisionCase.of(
                docket,
                docket.require(disagreement),
                text,
                vocabulary,
                candidates.map(named -> new Alternatives(docket, text, vocabulary, named)),
                guidelines.current(document.project()),
                questions.about(disagreement));
    }

    Vocabulary vocabulary(ProjectId project) {
        return new Vocabulary(
                schemes.current(project),
                id -> entities.find(project, id).map(Entity::name).orElse(id));
    }
}
