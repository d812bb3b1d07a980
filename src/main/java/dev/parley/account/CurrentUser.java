package dev.parley.account;

import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is signed in, read fresh, so that a change by an administrator counts at once. */
@Component
public class CurrentUser {

    private final UserService users;

    CurrentUser(UserService users) {
        this.users = users;
    }

    /** @throws ProblemException nobody is signed in, or the account was disabled */
    public User get() {
        return find().orElseThrow(() -> ProblemException.of(Kind.NOT_SIGNED_IN, "Nobody is signed in."));
    }

    public Optional<User> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            return Optional.empty();
        }
        return users.find(signedIn.id()).filter(user -> !user.disabled());
    }
}
