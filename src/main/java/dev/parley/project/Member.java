package dev.parley.project;

import dev.parley.account.User;
import java.util.EnumSet;
import java.util.Set;

/** A person in a project, with at least one role. */
public record Member(User user, Set<Role> roles) {

    public Member {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a member without a role");
        }
    }

    /** In the order of {@link Role}, for showing. */
    public Set<Role> orderedRoles() {
        return EnumSet.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
