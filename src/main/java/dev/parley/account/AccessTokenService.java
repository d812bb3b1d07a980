package dev.parley.account;

import dev.parley.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens: made by their owner, shown once, kept as a hash. */
@Service
@Transactional
public class AccessTokenService {

    private static final int LONGEST_DAYS = 366;
    private static final String PREFIX = "parley_";

    private final AccessTokenRepository tokens;
    private final UserRepository users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokenService(AccessTokenRepository tokens, UserRepository users, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.clock = clock;
    }

    /** @param expiresInDays 1 to 366 */
    public AccessToken.Fresh create(User actor, String name, int expiresInDays) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > 100) {
            throw ProblemException.invalid(
                    "name", "A token's name has 1 to 100 characters; this one has %d.".formatted(trimmed.length()));
        }
        if (expiresInDays < 1 || expiresInDays > LONGEST_DAYS) {
            throw ProblemException.invalid(
                    "expiresInDays", "A token lasts 1 to %d days, not %d.".formatted(LONGEST_DAYS, expiresInDays));
        }
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AccessToken token = new AccessToken(UUID.randomUUID(), trimmed, now, now.plus(Duration.ofDays(expiresInDays)));
        tokens.insert(actor.id(), token, hash(secret));
        return new AccessToken.Fresh(secret, token);
    }

    @Transactional(readOnly = true)
    public List<AccessToken> of(User actor) {
        return tokens.of(actor.id());
    }

    public void revoke(User actor, UUID id) {
        if (!tokens.delete(actor.id(), id)) {
            throw ProblemException.notFound("access token", id);
        }
    }

    /** Whom a secret belongs to; nobody if it is unknown, expired, or its owner disabled. */
    @Transactional(readOnly = true)
    Optional<UserRepository.Credentials> owner(String secret) {
        return tokens.owner(hash(secret), clock.instant())
                .flatMap(users::credentials)
                .filter(owner -> !owner.disabled());
    }

    /** The secret has 256 random bits, so a plain hash cannot be searched and needs no salt. */
    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
