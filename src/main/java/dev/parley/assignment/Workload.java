package dev.parley.assignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one person has to read.
 *
 * @param tasks what is begun first, then what is not, then what is handed in; each in the order of the documents
 */
public record Workload(List<Task> tasks) {

    public Workload {
        tasks = Stream.of(
                        tasks.stream().filter(task -> task.isOpen() && task.isBegun()),
                        tasks.stream().filter(task -> task.isOpen() && !task.isBegun()),
                        tasks.stream().filter(task -> !task.isOpen()))
                .flatMap(part -> part)
                .toList();
    }

    /** The one to go on with; empty when all is handed in. */
    public Optional<Task> next() {
        return open().stream().findFirst();
    }

    public List<Task> open() {
        return tasks.stream().filter(Task::isOpen).toList();
    }
}
