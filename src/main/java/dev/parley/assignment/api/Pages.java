package dev.parley.assignment.api;

import dev.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Pages of a list; the cursor is the number of items before. */
final class Pages {

    static final int LONGEST = 500;

    private Pages() {}

    static void check(int limit, int cursor) {
        if (limit < 1 || limit > LONGEST || cursor < 0) {
            throw ProblemException.invalid("A page has 1 to %d items and starts at 0 or later, not %d from %d."
                    .formatted(LONGEST, limit, cursor));
        }
    }

    static @Nullable String next(int size, int limit, int cursor) {
        return size > (long) cursor + limit ? Integer.toString(cursor + limit) : null;
    }
}
