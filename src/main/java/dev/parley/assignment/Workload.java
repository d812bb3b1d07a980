package dev.parley.assignment;

import java.util.List;
import java.util.Optional;

/**
 * What one person has to read.
 *
 * @param open the first of what is not handed in: what is begun, then what is not, each in the order of the documents
 * @param readings everything they were given, counted
 */
public record Workload(List<Task> open, Readings readings) {

    public Workload {
        open = List.copyOf(open);
    }

    /** The one to go on with; empty when all is handed in. */
    public Optional<Task> next() {
        return open.stream().findFirst();
    }
}
