package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.project.Member;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Who the people in a file are here: those with the same sign-in name, else accounts that nobody can sign in to. Whoever is
 * named becomes a member.
 */
final class People {

    private static final Set<String> RESERVED = Set.of("me", "gold", "all");

    private final UserService users;
    private final ProjectService projects;
    private final User actor;
    private final ProjectId project;
    private final Map<String, User> known = new LinkedHashMap<>();

    People(UserService users, ProjectService projects, User actor, ProjectId project) {
        this.users = users;
        this.projects = projects;
        this.actor = actor;
        this.project = project;
    }

    /** @param named as the file calls them */
    User of(String named, String displayName, Role role) {
        User user = known.computeIfAbsent(named, name -> find(signInName(name), displayName));
        Set<Role> roles = EnumSet.of(role);
        projects.members(project).stream()
                .filter(member -> member.user().id().equals(user.id()))
                .map(Member::roles)
                .forEach(roles::addAll);
        boolean member = projects.members(project).stream()
                .anyMatch(other -> other.user().id().equals(user.id()) && other.is(role));
        if (!member) {
            projects.putMember(actor, project, user.name(), roles);
        }
        return user;
    }

    /** For each name met the account it became. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        known.forEach((named, user) -> names.put(named, user.name()));
        return names;
    }

    private User find(String name, String displayName) {
        return users.find(name).orElseGet(() -> users.placeholder(name, displayName.isBlank() ? name : displayName));
    }

    /** What a tool calls somebody, as a sign-in name may be. */
    static String signInName(String named) {
        String name = named.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._@-]+", "-")
                .replaceAll("^[^a-z0-9]+|-+$", "");
        String whole = name.isEmpty() ? "unnamed" : name.substring(0, Math.min(name.length(), 40));
        return RESERVED.contains(whole) ? "imported-" + whole : whole;
    }
}
