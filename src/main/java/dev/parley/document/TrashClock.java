package dev.parley.document;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Empties the trash of what has been in it for too long, once a day. */
@Component
final class TrashClock implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(TrashClock.class);
    /** Not while everybody waits for the first page. */
    private static final long FIRST_MINUTES = 5;

    private static final long EVERY_MINUTES = TimeUnit.DAYS.toMinutes(1);

    private final TrashService trash;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("trash").daemon().factory());

    TrashClock(TrashService trash) {
        this.trash = trash;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::empty, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private void empty() {
        try {
            TrashService.Emptied emptied = trash.emptyOld();
            int orphans = trash.removeOrphans();
            if (emptied.documents() > 0 || orphans > 0) {
                log.info(
                        "{} documents left the trash for good, {} originals went with them and {} that nothing referred to",
                        emptied.documents(),
                        emptied.originals(),
                        orphans);
            }
        } catch (RuntimeException e) {
            log.error("The trash could not be emptied; tomorrow it is tried again", e);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
