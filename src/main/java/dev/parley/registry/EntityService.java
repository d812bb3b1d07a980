package dev.parley.registry;

import dev.parley.account.User;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The project's registry. Annotators may add to it while they link; changing what is there is for managers. */
@Service
@Transactional
public class EntityService {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 64;
    private static final int MOST_ALIASES = 200;

    private final EntityRepository entities;
    private final AccessPolicy policy;
    private final Clock clock;

    EntityService(EntityRepository entities, AccessPolicy policy, Clock clock) {
        this.entities = entities;
        this.policy = policy;
        this.clock = clock;
    }

    /** @throws ProblemException invalid, naming the field */
    public Entity add(
            User actor, ProjectId project, @Nullable String type, @Nullable String name, List<String> aliases) {
        policy.require(actor, project, Permission.READ);
        if (!policy.allows(actor, project, Permission.ANNOTATE)) {
            policy.require(actor, project, Permission.SUPERVISE);
        }
        Entity entity = checked(new Entity(
                UUID.randomUUID().toString(), project, type == null ? "" : type, name == null ? "" : name, aliases));
        entities.insert(entity, actor.id(), clock.instant());
        return entity;
    }

    /** Changes what is given and leaves the rest. */
    public Entity change(
            User actor, String id, @Nullable String type, @Nullable String name, @Nullable List<String> aliases) {
        Entity before = entities.find(id)
                .filter(entity -> policy.allows(actor, entity.project(), Permission.READ))
                .orElseThrow(() -> ProblemException.notFound("entity", id));
        policy.require(actor, before.project(), Permission.MANAGE);
        Entity after = checked(new Entity(
                id,
                before.project(),
                type == null ? before.type() : type,
                name == null ? before.name() : name,
                aliases == null ? before.aliases() : aliases));
        entities.update(after);
        return after;
    }

    /** All entities of a project, by name. */
    @Transactional(readOnly = true)
    public List<Entity> all(User actor, ProjectId project) {
        policy.require(actor, project, Permission.READ);
        return all(project);
    }

    /** All entities of a project by name, for services that have asked the policy themselves. */
    @Transactional(readOnly = true)
    public List<Entity> all(ProjectId project) {
        return entities.all(project);
    }

    @Transactional(readOnly = true)
    public boolean exists(ProjectId project, String id) {
        return entities.exists(project, id);
    }

    @Transactional(readOnly = true)
    public Optional<Entity> find(ProjectId project, String id) {
        return entities.find(id).filter(entity -> entity.project().equals(project));
    }

    /** The entities some words of a text may name, best first. */
    @Transactional(readOnly = true)
    public List<Entity> candidates(User actor, ProjectId project, String words) {
        policy.require(actor, project, Permission.READ);
        record Candidate(Entity entity, NameMatch match) {}
        List<Candidate> candidates = new ArrayList<>();
        for (Entity entity : entities.all(project)) {
            Stream.concat(Stream.of(entity.name()), entity.aliases().stream())
                    .flatMap(name -> NameMatch.of(words, name).stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(match -> candidates.add(new Candidate(entity, match)));
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::match))
                .map(Candidate::entity)
                .toList();
    }

    private static Entity checked(Entity entity) {
        List<Fault> faults = new ArrayList<>();
        check("type", entity.type(), LONGEST_TYPE, faults);
        check("name", entity.name(), LONGEST_NAME, faults);
        if (entity.aliases().size() > MOST_ALIASES) {
            faults.add(new Fault(
                    "aliases",
                    "%d names are too many; at most %d are kept"
                            .formatted(entity.aliases().size(), MOST_ALIASES)));
        }
        for (int i = 0; i < entity.aliases().size(); i++) {
            check("aliases[%d]".formatted(i), entity.aliases().get(i), LONGEST_NAME, faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(
                    "%s %s."
                            .formatted(
                                    faults.getFirst().field(), faults.getFirst().message()),
                    faults);
        }
        return entity;
    }

    private static void check(String field, String value, int longest, List<Fault> faults) {
        if (value.isBlank() || value.length() > longest) {
            faults.add(new Fault(
                    field,
                    "has 1 to %d characters, not %d"
                            .formatted(longest, value.strip().length())));
        } else if (value.codePoints().anyMatch(EntityService::isUnfit)) {
            faults.add(new Fault(field, "holds a character that text cannot carry"));
        }
    }

    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }
}
