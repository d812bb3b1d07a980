package dev.parley.scheme;

import java.util.List;

/** What became of reading a scheme: the scheme, or all that is wrong with its text. */
public sealed interface Reading {

    record Readable(Scheme scheme) implements Reading {}

    /** @param faults at least one, from the first line to the last */
    record Faulty(List<Fault> faults) implements Reading {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param line where it stands, from 1
     * @param path what it belongs to, such as {@code layers.entity.labels[3].key}; lists count from 0; empty for the whole
     * @param message a sentence that names the value
     */
    record Fault(int line, String path, String message) {}
}
