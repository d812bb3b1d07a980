package dev.parley.project;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects and who is in them. */
@Service
@Transactional
public class ProjectService {

    private final ProjectRepository projects;
    private final UserService users;
    private final AccessPolicy policy;
    private final List<ProjectPart> parts;
    private final Clock clock;

    ProjectService(
            ProjectRepository projects, UserService users, AccessPolicy policy, List<ProjectPart> parts, Clock clock) {
        this.projects = projects;
        this.users = users;
        this.policy = policy;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * Makes a project; whoever makes it manages and adjudicates it.
     *
     * @param scheme a preset's name or a scheme's YAML; absent for the default preset
     */
    public Project create(User actor, String name, @Nullable String scheme, ProjectSettings settings) {
        if (!policy.mayCreateProjects(actor)) {
            throw ProblemException.forbidden("Making a project is for administrators and managers of a project.");
        }
        Project project = new Project(
                ProjectId.random(), checkedName(name), settings, clock.instant().truncatedTo(ChronoUnit.MICROS));
        requireFreeName(project);
        projects.insert(project);
        projects.setRoles(project.id(), actor.id(), EnumSet.of(Role.MANAGER, Role.ADJUDICATOR));
        parts.forEach(part -> part.begin(actor, project, scheme));
        return project;
    }

    /** @throws ProblemException not found, also for a project in the trash */
    @Transactional(readOnly = true)
    public Project get(ProjectId id) {
        return projects.find(id).orElseThrow(() -> ProblemException.notFound("project", id));
    }

    /** The project, for somebody who may see it. */
    @Transactional(readOnly = true)
    public Project require(User actor, ProjectId id) {
        policy.require(actor, id, Permission.READ);
        return get(id);
    }

    /** The projects a person is a member of, oldest first, with their roles. */
    @Transactional(readOnly = true)
    public Map<Project, Set<Role>> of(User actor) {
        return projects.of(actor.id());
    }

    /** The projects in the trash that a person manages. */
    @Transactional(readOnly = true)
    public List<Project> trash(User actor) {
        return projects.trashOf(actor.id());
    }

    public Project change(User actor, ProjectId id, String name, ProjectSettings settings) {
        policy.require(actor, id, Permission.MANAGE);
        Project before = get(id);
        Project after = new Project(id, checkedName(name), settings, before.createdAt());
        requireFreeName(after);
        projects.update(after);
        return after;
    }

    /** Moves a project to the trash, where its managers find it. */
    public void discard(User actor, ProjectId id) {
        policy.require(actor, id, Permission.MANAGE);
        projects.setDeleted(id, clock.instant());
    }

    /** Brings a project back from the trash. */
    public Project restore(User actor, ProjectId id) {
        if (!projects.managesTrashed(id, actor.id())) {
            throw ProblemException.notFound("project in your trash", id);
        }
        projects.setDeleted(id, null);
        Project project = get(id);
        requireFreeName(project);
        return project;
    }

    @Transactional(readOnly = true)
    public List<Member> members(User actor, ProjectId id) {
        policy.require(actor, id, Permission.READ);
        return projects.members(id);
    }

    /** All members, for services that have asked the policy themselves. */
    @Transactional(readOnly = true)
    public List<Member> members(ProjectId id) {
        return projects.members(id);
    }

    /** What those who annotate are called, by their sign-in names and in the order of what they are called. */
    @Transactional(readOnly = true)
    public Map<String, String> annotators(ProjectId id) {
        return projects.members(id).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(Member::user)
                .sorted(Comparator.comparing(User::displayName))
                .collect(Collectors.toMap(User::name, User::displayName, (one, other) -> one, LinkedHashMap::new));
    }

    /** Gives somebody exactly these roles. The last manager stays one. */
    public Member putMember(User actor, ProjectId id, String userName, Set<Role> roles) {
        policy.requireMemberKeeper(actor, id);
        if (roles.isEmpty()) {
            throw ProblemException.invalid(
                    "roles",
                    "A member has at least one role; to remove %s, delete the membership.".formatted(userName));
        }
        User user = users.find(userName).orElseThrow(() -> ProblemException.notFound("user", userName));
        projects.lock(id);
        requireManagerAfter(id, user, roles);
        projects.setRoles(id, user.id(), roles);
        return new Member(user, roles);
    }

    /** Ends a membership; what the person annotated stays. */
    public void removeMember(User actor, ProjectId id, String userName) {
        policy.requireMemberKeeper(actor, id);
        User user = users.find(userName)
                .filter(found -> !projects.roles(id, found.id()).isEmpty())
                .orElseThrow(() -> ProblemException.notFound("member", userName));
        projects.lock(id);
        requireManagerAfter(id, user, Set.of());
        projects.setRoles(id, user.id(), Set.of());
    }

    private void requireManagerAfter(ProjectId id, User changed, Set<Role> roles) {
        boolean another = projects.members(id).stream()
                .anyMatch(
                        member -> member.is(Role.MANAGER) && !member.user().id().equals(changed.id()));
        if (!another && !roles.contains(Role.MANAGER)) {
            throw ProblemException.conflict(
                    "%s is the project's only manager; make another one first.".formatted(changed.name()));
        }
    }

    private void requireFreeName(Project project) {
        if (projects.isNameTaken(project.name(), project.id())) {
            throw ProblemException.conflict("There is already a project called \"%s\".".formatted(project.name()));
        }
    }

    private static String checkedName(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > 100) {
            throw ProblemException.invalid(
                    "name", "A project's name has 1 to 100 characters; this one has %d.".formatted(trimmed.length()));
        }
        return trimmed;
    }
}
