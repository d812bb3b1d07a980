package dev.parley.scheme;

import dev.parley.scheme.Reading.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects faults while a scheme is read, so that a person sees all of them at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(int line, String path, String message) {
        found.add(new Fault(line, path, message));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Without repeats (an alias brings the same fault twice), in the order of the lines. */
    List<Fault> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Fault::line))
                .toList();
    }
}
