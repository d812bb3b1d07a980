package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.EnumSet;
import java.util.HashMap;
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
    private final Map<String, String> displayNames = new HashMap<>();
    private final Map<UserId, Set<Role>> roles = new HashMap<>();

    People(UserService users, ProjectService projects, User actor, ProjectId project) {
        this.users = users;
        this.projects = projects;
        this.actor = actor;
        this.project = project;
    }

    /** What a name of the file is for people. */
    void called(String named, String displayName) {
        displayNames.put(named, displayName);
    }

    /** Somebody who has a role in the project from now on. @param named as the file calls them */
    User of(String named, Role role) {
        User user = account(named);
        Set<Role> roles = roles().computeIfAbsent(user.id(), _ -> EnumSet.noneOf(Role.class));
        if (roles.add(role)) {
            projects.putMember(actor, project, user.name(), Set.copyOf(roles));
        }
        return user;
    }

    /** Somebody, whatever they may do in the project. */
    User account(String named) {
        return known.computeIfAbsent(named, name -> find(signInName(name), displayNames.getOrDefault(name, name)));
    }

    /** Asked for once: an import names the same few people for each set. */
    private Map<UserId, Set<Role>> roles() {
        if (roles.isEmpty()) {
            projects.members(project)
                    .forEach(member -> roles.put(
                            member.user().id(),
                            member.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(member.roles())));
        }
        return roles;
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
