package dev.parley.registry;

import dev.parley.account.User;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in entities of another Parley: provisional ones stay provisional, and whoever registered them did so here. */
@Service
@Transactional
public class EntityImport {

    private final EntityRepository entities;
    private final NameIndex index;
    private final AccessPolicy policy;
    private final Clock clock;

    EntityImport(EntityRepository entities, NameIndex index, AccessPolicy policy, Clock clock) {
        this.entities = entities;
        this.index = index;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Lets an entity stand for another that was merged into it elsewhere. What was merged into the other comes before it.
     *
     * @param merged that {@link #take} has registered
     */
    public void redirect(User actor, Entity merged, String into) {
        policy.require(actor, merged.project(), Permission.MANAGE);
        entities.redirect(merged.id(), into);
        index.remove(merged.id());
    }

    /**
     * Registers an entity.
     *
     * @param wanted with the id it had; it gets another if that is taken in this installation
     * @throws dev.parley.problem.ProblemException invalid, naming every fault
     */
    public Entity take(User actor, Entity wanted) {
        policy.require(actor, wanted.project(), Permission.MANAGE);
        Entity entity = EntityChecks.checked(
                entities.find(wanted.id()).isPresent()
                        ? wanted.withId(UUID.randomUUID().toString())
                        : wanted);
        entities.insert(entity, clock.instant().truncatedTo(ChronoUnit.MICROS));
        index.add(List.of(entity));
        return entity;
    }
}
