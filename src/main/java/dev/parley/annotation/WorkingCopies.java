package dev.parley.annotation;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sets that were edited lately, so that an edit does not cost more the more annotations there are. The database stays the
 * truth: whoever takes a copy catches up with the set's sequence first. Taking removes, and only a committed transaction
 * gives back, so a copy is never shared and never holds what was rolled back.
 */
@Component
class WorkingCopies {

    private static final long MOST_BYTES = 48L << 20;

    private final Map<UUID, WorkingCopy> copies = new LinkedHashMap<>();
    private long bytes;

    synchronized Optional<WorkingCopy> take(UUID set) {
        Optional<WorkingCopy> taken = Optional.ofNullable(copies.remove(set));
        taken.ifPresent(copy -> bytes -= copy.bytes());
        return taken;
    }

    synchronized void giveBack(WorkingCopy copy) {
        take(copy.set());
        copies.put(copy.set(), copy);
        bytes += copy.bytes();
        Iterator<WorkingCopy> oldest = copies.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
