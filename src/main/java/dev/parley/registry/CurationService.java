package dev.parley.registry;

import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.registry.EntityChange.Kind;
import dev.parley.registry.EntityChangeRepository.Reversible;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the registry in order. Merging leaves the loser as a redirect: no annotation is changed, links to it are read as
 * links to the winner. Splitting makes a new entity of a part and lets the links that were there be looked at again. Who did
 * it when is kept, and both can be taken back.
 */
@Service
@Transactional
public class CurationService {

    private final EntityService entities;
    private final EntityRepository repository;
    private final NameIndex index;
    private final EntityChangeRepository changes;
    private final ObjectProvider<EntityUse> use;
    private final AccessPolicy policy;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CurationService(
            EntityService entities,
            EntityRepository repository,
            NameIndex index,
            EntityChangeRepository changes,
            ObjectProvider<EntityUse> use,
            AccessPolicy policy,
            ApplicationEventPublisher events,
            Clock clock) {
        this.entities = entities;
        this.repository = repository;
        this.index = index;
        this.changes = changes;
        this.use = use;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a merge would do.
     *
     * @param winner as it would be
     * @param links how many links to the loser would be read as links to the winner
     * @param sameType whether both are of the same type; merging others is allowed and deserves a second look
     */
    public record MergePreview(Entity winner, Entity loser, int links, boolean sameType) {}

    /**
     * What goes to the new entity of a split.
     *
     * @param aliases forms of aliases that go; facts go by their role
     */
    public record Part(String name, String type, List<String> aliases, List<String> externalIds, List<String> facts) {

        public Part {
            aliases = List.copyOf(aliases);
            externalIds = List.copyOf(externalIds);
            facts = List.copyOf(facts);
        }
    }

    /** What merging an entity into another would do; changes nothing. */
    @Transactional(readOnly = true)
    public MergePreview preview(User actor, String id, String into) {
        Entity loser = curated(actor, id);
        Entity winner = winner(actor, loser, into);
        Map<String, Integer> counts = use.stream()
                .findFirst()
                .map(known -> known.counts(actor, loser.project(), List.of(id)))
                .orElse(Map.of());
        return new MergePreview(
                Knowledge.gainedBy(winner, loser).addedTo(winner),
                loser,
                counts.getOrDefault(id, 0),
                winner.type().equals(loser.type()));
    }

    /** Merges an entity into another, which gains its names, external ids and facts. @return the other */
    public Entity merge(User actor, String id, String into) {
        Entity seen = curated(actor, id);
        repository.lock(seen.project());
        Entity loser = curated(actor, id);
        Entity winner = winner(actor, loser, into);
        Knowledge gained = Knowledge.gainedBy(winner, loser);
        Entity after = EntityChecks.checked(gained.addedTo(winner));
        repository.update(after);
        repository.redirect(id, winner.id());
        index.remove(id);
        index.replace(after);
        changes.insert(loser.project(), Kind.MERGED, id, winner.id(), gained, actor.id(), now());
        tell(loser, winner);
        return after;
    }

    /** Takes a merge back: the loser is an entity again and the winner loses what it gained. @return the loser */
    public Entity unmerge(User actor, String id) {
        Entity loser = managed(actor, id);
        repository.lock(loser.project());
        Reversible merge = changes.merge(id)
                .orElseThrow(() -> ProblemException.conflict("“%s” is not merged.".formatted(loser.name())));
        String canonical = repository.canonical(id).orElseThrow();
        Entity winner = repository.find(into(merge)).orElseThrow();
        Entity without = merge.moved().takenFrom(winner);
        repository.update(without);
        repository.restore(id, canonical);
        if (without.mergedInto() == null) {
            index.replace(without);
        }
        Entity restored = repository.find(id).orElseThrow();
        index.replace(restored);
        changes.undo(merge.change().id(), actor.id(), now());
        tell(restored, winner);
        return restored;
    }

    /** Makes a new entity of a part of one. @return the new one */
    public Entity split(User actor, String id, Part part) {
        Entity seen = curated(actor, id);
        repository.lock(seen.project());
        Entity whole = curated(actor, id);
        Knowledge moved = moved(whole, part);
        Entity rest = moved.takenFrom(whole);
        Knowledge named = new Knowledge(
                moved.aliases().stream()
                        .filter(alias -> !alias.form().equals(part.name()))
                        .toList(),
                moved.externalIds(),
                moved.facts());
        Entity made = EntityChecks.checked(new Entity(
                UUID.randomUUID().toString(),
                whole.project(),
                part.type(),
                part.name(),
                named.aliases(),
                named.externalIds(),
                named.facts(),
                whole.provisional(),
                whole.document(),
                null,
                actor.id()));
        repository.update(rest);
        repository.insert(made, now());
        index.replace(rest);
        index.add(List.of(made));
        changes.insert(whole.project(), Kind.SPLIT, id, made.id(), moved, actor.id(), now());
        tell(whole, made);
        return made;
    }

    /** Takes a split back: what went to the new entity returns, and the new one becomes a redirect. @return the old one */
    public Entity unsplit(User actor, String id) {
        Entity made = managed(actor, id);
        repository.lock(made.project());
        Reversible split = changes.split(id)
                .orElseThrow(() -> ProblemException.conflict("“%s” was not made by a split.".formatted(made.name())));
        Entity whole = repository.find(split.change().entity()).orElseThrow();
        if (made.mergedInto() != null || whole.mergedInto() != null) {
            throw ProblemException.conflict("“%s” was merged since; undo that first."
                    .formatted(made.mergedInto() != null ? made.name() : whole.name()));
        }
        Entity after = EntityChecks.checked(split.moved().addedTo(whole));
        repository.update(after);
        repository.redirect(id, whole.id());
        index.remove(id);
        index.replace(after);
        changes.undo(split.change().id(), actor.id(), now());
        tell(made, whole);
        return after;
    }

    /** Says of all links to a split entity that nobody looked at again that they are right. */
    public void settle(User actor, String id) {
        Entity entity = managed(actor, id);
        if (changes.settle(id, actor.id(), now()) == 0) {
            throw ProblemException.conflict("No link to “%s” waits to be looked at.".formatted(entity.name()));
        }
    }

    /** What was done to an entity, latest first. */
    @Transactional(readOnly = true)
    public List<EntityChange> history(User viewer, String id) {
        entities.require(viewer, id);
        return changes.of(id);
    }

    /** @throws ProblemException not found or forbidden for whoever may not merge and split this entity */
    @Transactional(readOnly = true)
    public void requireCurator(User actor, String id) {
        managed(actor, id);
    }

    private void tell(Entity one, Entity other) {
        events.publishEvent(new EntitiesChanged(one.project(), List.of(one.id(), other.id())));
    }

    private Entity managed(User actor, String id) {
        Entity entity = entities.require(actor, id);
        policy.require(actor, entity.project(), Permission.MANAGE);
        return entity;
    }

    /** An entity that may be merged and split: a redirect cannot. */
    private Entity curated(User actor, String id) {
        Entity entity = managed(actor, id);
        if (entity.mergedInto() != null) {
            throw ProblemException.conflict("“%s” is merged already; undo that first.".formatted(entity.name()));
        }
        return entity;
    }

    private Entity winner(User actor, Entity loser, String into) {
        String canonical = repository.canonical(into).orElseThrow(() -> ProblemException.notFound("entity", into));
        Entity winner = entities.require(actor, canonical);
        if (!winner.project().equals(loser.project())) {
            throw ProblemException.notFound("entity", into);
        }
        if (winner.id().equals(loser.id())) {
            throw ProblemException.invalid("“%s” cannot be merged into itself.".formatted(loser.name()));
        }
        if (!winner.isKnownIn(loser.document())) {
            throw ProblemException.conflict(
                    "“%s” is local to one document; promote it first.".formatted(winner.name()));
        }
        return winner;
    }

    private static Knowledge moved(Entity whole, Part part) {
        List<Alias> aliases = new ArrayList<>(whole.aliases().stream()
                .filter(alias ->
                        part.aliases().contains(alias.form()) || alias.form().equals(part.name()))
                .toList());
        List<Fact> facts = whole.facts().stream()
                .filter(fact -> part.facts().contains(fact.role()))
                .toList();
        requireKnown(
                "alias",
                part.aliases(),
                whole.aliases().stream().map(Alias::form).toList(),
                whole);
        requireKnown("external id", part.externalIds(), whole.externalIds(), whole);
        requireKnown(
                "fact", part.facts(), whole.facts().stream().map(Fact::role).toList(), whole);
        return new Knowledge(aliases, part.externalIds(), facts);
    }

    private static void requireKnown(String what, List<String> asked, List<String> there, Entity whole) {
        asked.stream().filter(item -> !there.contains(item)).findFirst().ifPresent(item -> {
            throw ProblemException.invalid("“%s” has no %s “%s”.".formatted(whole.name(), what, item));
        });
    }

    private static String into(Reversible merge) {
        String into = merge.change().other();
        if (into == null) {
            throw new IllegalStateException("a merge into nothing: " + merge.change());
        }
        return into;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
