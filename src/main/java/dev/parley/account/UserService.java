package dev.parley.account;

import dev.parley.problem.ProblemException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts: made and changed by administrators, passwords changed by their owners. */
@Service
@Transactional
public class UserService {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,39}");
    /** These stand for something else where a user's name may stand in the API. */
    private static final Set<String> RESERVED = Set.of("me", "gold", "all");

    private static final int SHORTEST_PASSWORD = 8;
    /** Longer ones would let anybody keep the hash function busy. */
    private static final int LONGEST_PASSWORD = 200;

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final Clock clock;

    UserService(UserRepository users, PasswordEncoder passwords, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<User> find(String name) {
        return users.find(normal(name));
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UserId id) {
        return users.find(id);
    }

    /** @throws ProblemException not found */
    @Transactional(readOnly = true)
    public User get(String name) {
        return find(name).orElseThrow(() -> ProblemException.notFound("user", name));
    }

    @Transactional(readOnly = true)
    public Map<UserId, User> byId(Collection<UserId> ids) {
        return users.find(ids).stream().collect(Collectors.toMap(User::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public List<User> all(User actor) {
        requireAdmin(actor);
        return users.all();
    }

    /** Makes an account on behalf of an administrator. */
    public User create(User actor, String name, String displayName, String password, boolean admin) {
        requireAdmin(actor);
        requireGoodPassword(password);
        return install(name, displayName, password, admin);
    }

    /**
     * Makes an account for the installation itself, asking nobody: bootstrap, demo and imports that have asked. The password
     * is the operator's choice.
     */
    public User install(String name, String displayName, String password, boolean admin) {
        String normalName = normal(name);
        if (!NAME.matcher(normalName).matches() || RESERVED.contains(normalName)) {
            throw ProblemException.invalid(
                    "name",
                    "\"%s\" cannot be a sign-in name: use 1 to 40 letters, digits or . _ @ -, starting with a letter or digit, and not me, gold or all."
                            .formatted(name));
        }
        User user = new User(UserId.random(), normalName, checkedDisplayName(displayName), admin, false);
        try {
            users.insert(user, encode(password), clock.instant());
        } catch (DuplicateKeyException e) {
            throw ProblemException.conflict("There is already a user %s.".formatted(normalName));
        }
        return user;
    }

    /**
     * Makes an account that nobody can sign in to, for somebody whose work is imported and who is not here. An administrator
     * may enable it and give it a password.
     */
    public User placeholder(String name, String displayName) {
        User made = install(name, displayName, UUID.randomUUID().toString(), false);
        User disabled = new User(made.id(), made.name(), made.displayName(), false, true);
        users.update(disabled);
        return disabled;
    }

    /** Changes what is given and leaves the rest. The last administrator stays one. */
    public User change(
            User actor,
            String name,
            @Nullable String displayName,
            @Nullable Boolean admin,
            @Nullable Boolean disabled,
            @Nullable String password) {
        requireAdmin(actor);
        User before = get(name);
        User after = new User(
                before.id(),
                before.name(),
                displayName == null ? before.displayName() : checkedDisplayName(displayName),
                admin == null ? before.admin() : admin,
                disabled == null ? before.disabled() : disabled);
        boolean losesAdmin = before.admin() && !before.disabled() && (!after.admin() || after.disabled());
        if (losesAdmin && users.lockEnabledAdmins() == 1) {
            throw ProblemException.conflict(
                    "%s is the only administrator; make another one first.".formatted(before.name()));
        }
        users.update(after);
        if (password != null) {
            requireGoodPassword(password);
            users.setPassword(after.id(), encode(password));
        } else if (after.disabled() && !before.disabled()) {
            users.endSessions(after.id());
        }
        return after;
    }

    /** Changes one's own display name. */
    public User rename(User actor, String displayName) {
        User after =
                new User(actor.id(), actor.name(), checkedDisplayName(displayName), actor.admin(), actor.disabled());
        users.update(after);
        return after;
    }

    /** Changes one's own password and ends all of one's sessions. */
    public void changePassword(User actor, String oldPassword, String newPassword) {
        String hash = users.credentials(actor.id()).orElseThrow().passwordHash();
        if (!passwords.matches(oldPassword, hash)) {
            throw ProblemException.invalid("oldPassword", "The present password is not right.");
        }
        requireGoodPassword(newPassword);
        users.setPassword(actor.id(), encode(newPassword));
    }

    /** Ends all of one's sessions on every device. Access tokens stay; they are revoked one by one. */
    public void signOutEverywhere(User actor) {
        users.endSessions(actor.id());
    }

    boolean isEmpty() {
        return users.isEmpty();
    }

    private static void requireAdmin(User actor) {
        if (!actor.admin()) {
            throw ProblemException.forbidden("Only administrators look after accounts.");
        }
    }

    private static void requireGoodPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw ProblemException.invalid(
                    "password",
                    "A password has %d to %d characters; this one has %d."
                            .formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD, password.length()));
        }
    }

    private static String checkedDisplayName(String displayName) {
        String trimmed = displayName.strip();
        if (trimmed.isEmpty() || trimmed.length() > 100) {
            throw ProblemException.invalid(
                    "displayName",
                    "A display name has 1 to 100 characters; this one has %d.".formatted(trimmed.length()));
        }
        return trimmed;
    }

    private String encode(String password) {
        return passwords.encode(password);
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
