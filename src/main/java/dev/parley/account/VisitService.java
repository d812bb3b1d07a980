package dev.parley.account;

import dev.parley.account.VisitRepository.Visit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people were here before, so that they can be told what is new since. */
@Service
@Transactional
public class VisitService {

    /** Whoever stays away longer than this comes back to a new visit; shorter, and it is still the same one. */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private final VisitRepository visits;
    private final Clock clock;

    VisitService(VisitRepository visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    /** Notes that somebody is here now, and answers when their visit before this one ended; nothing on the first. */
    public Optional<Instant> visit(User user) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Visit> known = visits.find(user.id());
        if (known.isEmpty()) {
            visits.begin(user.id(), now);
            return Optional.empty();
        }
        Visit last = known.get();
        boolean isBack = last.seen().plus(PAUSE).isBefore(now);
        Visit visit = new Visit(isBack ? last.seen() : last.before(), now);
        visits.update(user.id(), visit);
        return Optional.ofNullable(visit.before());
    }
}
