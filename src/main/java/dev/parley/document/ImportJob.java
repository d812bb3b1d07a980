package dev.parley.document;

import dev.parley.document.ImportItem.State;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody sent in one go, and how far they are.
 *
 * @param acceptProposal whether the proposed articles become documents at once
 * @param files how many of them are in which state; archives that were unpacked are not counted, the files in them are
 */
public record ImportJob(
        ImportId id,
        ProjectId project,
        boolean acceptProposal,
        Instant startedAt,
        @Nullable Instant cancelledAt,
        Map<State, Integer> files) {

    public ImportJob {
        files = Map.copyOf(files);
    }

    public int count(State state) {
        return files.getOrDefault(state, 0);
    }

    /** All files. */
    public int total() {
        return files.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Files that something came of, good or bad. */
    public int done() {
        return total() - count(State.WAITING);
    }

    public boolean isRunning() {
        return count(State.WAITING) > 0;
    }
}
