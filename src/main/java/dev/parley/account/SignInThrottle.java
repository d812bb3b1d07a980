package dev.parley.account;

import dev.parley.account.SignInFailureRepository.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A growing delay on failed sign-ins, per account and per address, kept in the database so that a restart forgets
 * nothing. An attempt is counted before the password is looked at and forgiven when it was right: many attempts at the
 * same moment are worth no more than one after the other.
 */
@Service
class SignInThrottle {

    /** Failures that cost nothing, and after which the delay doubles each time, from one second on. */
    private static final int FREE_PER_ACCOUNT = 3;

    /** A whole office may share an address. */
    private static final int FREE_PER_ADDRESS = 20;

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** After this long without a failure the count starts anew. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final SignInFailureRepository failures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInThrottle(SignInFailureRepository failures, PlatformTransactionManager transactions, Clock clock) {
        this.failures = failures;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Counts an attempt as failed, unless one must wait: then how long, and nothing is counted. */
    Duration begin(String account, String address) {
        try {
            return transaction.execute(status -> count(account, address));
        } catch (DuplicateKeyException e) {
            // the first two failures of a subject came at the same moment; now its row exists
            return transaction.execute(status -> count(account, address));
        }
    }

    private Duration count(String account, String address) {
        Duration wait = longer(
                remaining(accountSubject(account), FREE_PER_ACCOUNT),
                remaining(addressSubject(address), FREE_PER_ADDRESS));
        if (wait.isZero()) {
            count(accountSubject(account));
            count(addressSubject(address));
        }
        return wait;
    }

    /** The attempt was right after all. */
    void succeed(String account, String address) {
        transaction.executeWithoutResult(status -> {
            failures.forget(accountSubject(account));
            failures.forgive(addressSubject(address));
        });
    }

    private Duration remaining(String subject, int free) {
        Instant now = clock.instant();
        return failures.findLocked(subject)
                .filter(failed -> failed.last().plus(FORGOTTEN_AFTER).isAfter(now))
                .map(failed -> Duration.between(now, failed.last().plus(delay(failed.count(), free))))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    private void count(String subject) {
        Instant now = clock.instant();
        Failures before = failures.findLocked(subject).orElse(null);
        if (before == null) {
            failures.insert(subject, new Failures(1, now));
        } else {
            boolean forgotten = before.last().plus(FORGOTTEN_AFTER).isBefore(now);
            failures.update(subject, new Failures(forgotten ? 1 : before.count() + 1, now));
        }
    }

    static Duration delay(int failures, int free) {
        int beyond = failures - free;
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofSeconds(1L << Math.min(beyond, 20));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static String accountSubject(String account) {
        return "account:" + account.substring(0, Math.min(account.length(), 100));
    }

    private static String addressSubject(String address) {
        return "address:" + address;
    }
}
