package dev.parley.account;

import dev.parley.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first administrator of an empty installation: from {@code parley.bootstrap.user} and
 * {@code parley.bootstrap.password}, else through a one-time link in the log. With people in it, it does nothing.
 */
@Component
@Order(Bootstrap.ORDER)
public class Bootstrap implements BeforeOpening {

    /** Before anything that needs people, such as the demo. */
    public static final int ORDER = 0;

    private static final Logger log = LoggerFactory.getLogger(Bootstrap.class);

    private final UserService users;
    private final Environment environment;
    private @Nullable String setUpToken;

    Bootstrap(UserService users, Environment environment) {
        this.users = users;
        this.environment = environment;
    }

    @Override
    public void prepare() {
        if (!users.isEmpty()) {
            return;
        }
        String name = environment.getProperty("parley.bootstrap.user", "");
        String password = environment.getProperty("parley.bootstrap.password", "");
        if (!name.isBlank() && !password.isBlank()) {
            User first = users.install(name, name, password, true);
            log.info("Made {} the first administrator, as parley.bootstrap.user says.", first.name());
        } else if (!environment.getProperty("parley.demo", Boolean.class, false)) {
            setUpToken = newToken();
            log.warn(
                    "Nobody can sign in yet. Open this link once to make the first administrator: http://localhost:{}/setup/{}",
                    environment.getProperty("server.port", "8080"),
                    setUpToken);
        }
    }

    /** Whether this link would still make the first administrator. */
    public synchronized boolean isOpen(String token) {
        String expected = setUpToken;
        return expected != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes the first administrator and closes the link for good. */
    @Transactional
    public synchronized User claim(String token, String name, String displayName, String password) {
        if (!isOpen(token) || !users.isEmpty()) {
            throw ProblemException.conflict("This set-up link has been used or is no longer valid.");
        }
        User first = users.install(name, displayName, password, true);
        setUpToken = null;
        return first;
    }

    private static String newToken() {
        byte[] bits = new byte[24];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
