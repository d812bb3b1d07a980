package dev.parley.adjudication.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What one adjudicator has before them: ids only, and where they are. Knows nothing of the database. */
final class Queue {

    private final List<String> open;
    private int at;
    private int decided;

    /**
     * @param open ids in the order they will be shown
     * @param decided how many of the same selection are settled already
     */
    Queue(Collection<String> open, int decided) {
        this.open = new ArrayList<>(open);
        this.decided = decided;
    }

    Optional<String> current() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(at));
    }

    int left() {
        return open.size();
    }

    int decided() {
        return decided;
    }

    int total() {
        return open.size() + decided;
    }

    /** These are settled; what followed the current one is current now. */
    void settle(Collection<String> ids) {
        for (String id : ids) {
            int place = open.indexOf(id);
            if (place >= 0) {
                open.remove(place);
                decided++;
                at -= place < at ? 1 : 0;
            }
        }
        stayInside();
    }

    /** These are open again; the first of them is shown. */
    void reopen(List<String> ids) {
        List<String> missing = ids.stream().filter(id -> !open.contains(id)).toList();
        open.addAll(at, missing);
        decided -= Math.min(decided, missing.size());
    }

    /** Puts the current one last. */
    void skip() {
        if (!open.isEmpty()) {
            open.add(open.remove(at));
            stayInside();
        }
    }

    void next() {
        at = open.isEmpty() ? 0 : (at + 1) % open.size();
    }

    void previous() {
        at = open.isEmpty() ? 0 : (at + open.size() - 1) % open.size();
    }

    private void stayInside() {
        if (at >= open.size()) {
            at = 0;
        }
    }
}
