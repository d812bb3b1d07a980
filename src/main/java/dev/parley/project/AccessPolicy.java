package dev.parley.project;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectSettings.Mode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says who may do what. Denied by default: who is not a member does not learn that a project exists
 * (not found); who is one but lacks the role is told so (forbidden).
 */
@Component
@Transactional(readOnly = true)
public class AccessPolicy {

    private final ProjectRepository projects;

    AccessPolicy(ProjectRepository projects) {
        this.projects = projects;
    }

    /** @throws ProblemException not found for strangers and for projects in the trash, forbidden for members without the role */
    public void require(User user, ProjectId project, Permission permission) {
        Set<Role> roles = rolesOrNotFound(user, project);
        if (!permission.isGrantedTo(roles)) {
            throw ProblemException.forbidden(
                    "%s needs the role %s in this project.".formatted(user.name(), permission.rolesInWords()));
        }
    }

    public boolean allows(User user, ProjectId project, Permission permission) {
        return permission.isGrantedTo(projects.roles(project, user.id()));
    }

    /** All that a person may do in a project; nothing for a stranger. */
    public Set<Permission> permissions(User user, ProjectId project) {
        Set<Role> roles = projects.roles(project, user.id());
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.isGrantedTo(roles))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /** Making a project is for administrators and for those who already manage one. */
    public boolean mayCreateProjects(User user) {
        return user.admin() || projects.managesAny(user.id());
    }

    /** Members are looked after by the project's managers, and by administrators so that no project is orphaned. */
    void requireMemberKeeper(User user, ProjectId project) {
        if (!user.admin() || !projects.exists(project)) {
            require(user, project, Permission.MANAGE);
        }
    }

    /**
     * Whether somebody may read what an annotator did on a document: their own always; managers and adjudicators
     * always; other annotators only in open mode, or after handing in their own where the project says so.
     *
     * @param readerHandedIn whether the reader's own set of the same document is handed in
     * @throws ProblemException as {@link #require}
     */
    public void requireSetReader(User reader, ProjectId project, UserId annotator, boolean readerHandedIn) {
        if (!maySeeSet(reader, project, annotator, readerHandedIn)) {
            throw ProblemException.forbidden("This project is read blind: you see your own annotations only.");
        }
    }

    /** The same question as {@link #requireSetReader}, answered without an exception for members. */
    public boolean maySeeSet(User reader, ProjectId project, UserId annotator, boolean readerHandedIn) {
        Set<Role> roles = rolesOrNotFound(reader, project);
        if (reader.id().equals(annotator) || Permission.SUPERVISE.isGrantedTo(roles)) {
            return true;
        }
        if (!Permission.ANNOTATE.isGrantedTo(roles)) {
            return false;
        }
        ProjectSettings settings = projects.find(project).orElseThrow().settings();
        return settings.mode() == Mode.OPEN || (settings.readOthersAfterSubmission() && readerHandedIn);
    }

    /** Whether somebody sees what others do in a project before it is settled: supervisors, and annotators in open mode. */
    public boolean seesOthers(User viewer, ProjectId project) {
        Set<Role> roles = projects.roles(project, viewer.id());
        return Permission.SUPERVISE.isGrantedTo(roles)
                || (Permission.ANNOTATE.isGrantedTo(roles)
                        && projects.find(project).orElseThrow().settings().mode() == Mode.OPEN);
    }

    /** Whether an annotator may see how far they coincide with the others: only if the project's settings say so. */
    public boolean maySeeOwnAgreement(User user, ProjectId project) {
        return allows(user, project, Permission.ANNOTATE)
                && projects.find(project)
                        .filter(found -> found.settings().showAgreement())
                        .isPresent();
    }

    /** @throws ProblemException as {@link #require}, and forbidden while the settings do not allow it */
    public void requireOwnAgreement(User user, ProjectId project) {
        require(user, project, Permission.ANNOTATE);
        if (!maySeeOwnAgreement(user, project)) {
            throw ProblemException.forbidden("This project does not show annotators how far they coincide.");
        }
    }

    /** Whether people are told who else has a document open: never where a project is read blind, not even supervisors. */
    public boolean showsPresence(ProjectId project) {
        return projects.find(project)
                .filter(found -> found.settings().mode() == Mode.OPEN)
                .isPresent();
    }

    private Set<Role> rolesOrNotFound(User user, ProjectId project) {
        Set<Role> roles = projects.roles(project, user.id());
        if (roles.isEmpty()) {
            throw ProblemException.notFound("project", project.toString().toLowerCase(Locale.ROOT));
        }
        return roles;
    }
}
