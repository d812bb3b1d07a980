package dev.parley.registry;

import dev.parley.account.User;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityChange.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The project's registry. Annotators add provisional entities while they link, each local to a document and, where a
 * project is read blind, seen by nobody but them and the supervisors; managers promote those and look after the rest.
 */
@Service
@Transactional
public class EntityService {

    private final EntityRepository entities;
    private final NameIndex index;
    private final EntityChangeRepository changes;
    private final CandidateSearch search;
    private final DocumentService documents;
    private final ObjectProvider<EntityUse> use;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntityService(
            EntityRepository entities,
            NameIndex index,
            EntityChangeRepository changes,
            CandidateSearch search,
            DocumentService documents,
            ObjectProvider<EntityUse> use,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.index = index;
        this.changes = changes;
        this.search = search;
        this.documents = documents;
        this.use = use;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Registers an entity. What an annotator registers is provisional, and so is what is local to a document.
     *
     * @throws ProblemException invalid, naming the field
     */
    public Entity add(User actor, ProjectId project, EntityFields fields) {
        policy.require(actor, project, Permission.READ);
        boolean supervises = policy.allows(actor, project, Permission.SUPERVISE);
        if (!supervises) {
            policy.require(actor, project, Permission.ANNOTATE);
        }
        requireDocument(actor, project, fields.document());
        Entity entity = EntityChecks.checked(new Entity(
                UUID.randomUUID().toString(),
                project,
                Objects.requireNonNullElse(fields.type(), ""),
                Objects.requireNonNullElse(fields.name(), ""),
                Objects.requireNonNullElse(fields.aliases(), List.of()),
                Objects.requireNonNullElse(fields.externalIds(), List.of()),
                Objects.requireNonNullElse(fields.facts(), List.of()),
                !supervises || fields.document() != null,
                fields.document(),
                null,
                actor.id()));
        requireFactDocuments(actor, entity);
        entities.insert(entity, now());
        index.add(List.of(entity));
        tell(entity);
        return entity;
    }

    /** Changes what is given and leaves the rest. Managers change any entity, others their own provisional ones. */
    public Entity change(User actor, String id, EntityFields fields) {
        Entity before = require(actor, id);
        if (!before.provisional() || !before.createdBy().equals(actor.id())) {
            policy.require(actor, before.project(), Permission.MANAGE);
        }
        if (before.mergedInto() != null) {
            throw ProblemException.conflict("“%s” was merged into another entity; change that one, or undo the merge."
                    .formatted(before.name()));
        }
        if (fields.document() != null && !fields.document().equals(before.document())) {
            throw ProblemException.invalid("An entity keeps the document it is local to until it is promoted.");
        }
        Entity after = EntityChecks.checked(new Entity(
                id,
                before.project(),
                Objects.requireNonNullElse(fields.type(), before.type()),
                Objects.requireNonNullElse(fields.name(), before.name()),
                Objects.requireNonNullElse(fields.aliases(), before.aliases()),
                Objects.requireNonNullElse(fields.externalIds(), before.externalIds()),
                Objects.requireNonNullElse(fields.facts(), before.facts()),
                before.provisional(),
                before.document(),
                null,
                before.createdBy()));
        requireFactDocuments(actor, after);
        entities.update(after);
        index.replace(after);
        tell(after);
        return after;
    }

    /** Makes a provisional entity one of the whole project. */
    public Entity promote(User actor, String id) {
        Entity before = require(actor, id);
        policy.require(actor, before.project(), Permission.MANAGE);
        if (!before.provisional()) {
            throw ProblemException.conflict("“%s” is in the registry already.".formatted(before.name()));
        }
        entities.update(before.promoted());
        changes.insert(before.project(), Kind.PROMOTED, id, null, Knowledge.NONE, actor.id(), now());
        tell(before);
        return before.promoted();
    }

    private void tell(Entity entity) {
        events.publishEvent(new EntitiesChanged(entity.project(), List.of(entity.id())));
    }

    /** One entity, also one that was merged. @throws ProblemException not found if there is none the viewer may see */
    @Transactional(readOnly = true)
    public Entity require(User viewer, String id) {
        return entities.find(id)
                .filter(entity -> policy.allows(viewer, entity.project(), Permission.READ))
                .filter(entity -> isVisible(viewer, entity))
                .orElseThrow(() -> ProblemException.notFound("entity", id));
    }

    /** A stretch of the registry, by name. */
    @Transactional(readOnly = true)
    public List<Entity> slice(User viewer, ProjectId project, EntityFilter filter, int offset, int limit) {
        policy.require(viewer, project, Permission.READ);
        return entities.byIds(
                index.slice(project, filter, viewer.id(), policy.seesOthers(viewer, project), offset, limit));
    }

    /** How many entities a filter lets through. */
    @Transactional(readOnly = true)
    public int count(User viewer, ProjectId project, EntityFilter filter) {
        policy.require(viewer, project, Permission.READ);
        return index.count(project, filter, viewer.id(), policy.seesOthers(viewer, project));
    }

    /** Those of these that are in the project, by name; merged ones too. */
    @Transactional(readOnly = true)
    public List<Entity> named(User viewer, ProjectId project, Collection<String> ids) {
        policy.require(viewer, project, Permission.READ);
        return entities.byIds(ids).stream()
                .filter(entity -> entity.project().equals(project) && isVisible(viewer, entity))
                .toList();
    }

    /** The entities some words of a text may name, best first. */
    @Transactional(readOnly = true)
    public Candidates candidates(User reader, ProjectId project, String words, Candidate.Place place) {
        policy.require(reader, project, Permission.READ);
        requireDocument(reader, project, place.document());
        DocumentId document = place.document();
        return search.find(
                project,
                words,
                place,
                ids -> document == null ? Map.of() : lastLinked(reader, document, place.before(), ids),
                entity -> entity.isKnownIn(document) && isVisible(reader, entity));
    }

    private Map<String, Integer> lastLinked(User reader, DocumentId document, int before, Collection<String> ids) {
        return use.stream()
                .findFirst()
                .map(known -> known.lastLinked(reader, document, before, ids))
                .orElse(Map.of());
    }

    /** All entities of a project by name, without those merged, for services that have asked the policy themselves. */
    @Transactional(readOnly = true)
    public List<Entity> all(ProjectId project) {
        return entities.all(project, false);
    }

    /** The entities of a project that were merged into another, by name. For packages that have asked. */
    @Transactional(readOnly = true)
    public List<Entity> merged(ProjectId project) {
        return entities.all(project, true).stream()
                .filter(entity -> entity.mergedInto() != null)
                .toList();
    }

    /** By merged entity, the one that stands for it now; others stand for themselves. */
    @Transactional(readOnly = true)
    public Map<String, String> redirects(ProjectId project) {
        return entities.redirects(project);
    }

    @Transactional(readOnly = true)
    public boolean exists(ProjectId project, String id) {
        return entities.exists(project, id);
    }

    @Transactional(readOnly = true)
    public Optional<Entity> find(ProjectId project, String id) {
        return entities.find(id).filter(entity -> entity.project().equals(project));
    }

    /** Whether a person may know of an entity: of another's provisional one only where others' work is seen. */
    private boolean isVisible(User viewer, Entity entity) {
        return !entity.provisional()
                || entity.createdBy().equals(viewer.id())
                || policy.seesOthers(viewer, entity.project());
    }

    private void requireFactDocuments(User actor, Entity entity) {
        entity.facts().forEach(fact -> requireDocument(actor, entity.project(), fact.document()));
    }

    private void requireDocument(User actor, ProjectId project, @Nullable DocumentId document) {
        if (document != null && !documents.require(actor, document).project().equals(project)) {
            throw ProblemException.notFound("document", document);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
