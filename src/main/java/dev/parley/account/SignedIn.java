package dev.parley.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The principal of a session or token.
 *
 * @param sessionEpoch the person's epoch when they signed in; the session ends once theirs is higher
 */
record SignedIn(UUID userId, String name, int sessionEpoch) implements Principal, Serializable {

    UserId id() {
        return new UserId(userId);
    }

    @Override
    public String getName() {
        return name;
    }

    static List<GrantedAuthority> authorities(boolean admin) {
        GrantedAuthority user = new SimpleGrantedAuthority("ROLE_USER");
        return admin ? List.of(user, new SimpleGrantedAuthority("ROLE_ADMIN")) : List.of(user);
    }
}
