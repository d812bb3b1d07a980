package dev.parley.project;

import dev.parley.account.User;
import java.util.Set;

/** A person in a project, with at least one role. */
public record Member(User user, Set<Role> roles) {

    public Member {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member without a role");
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
