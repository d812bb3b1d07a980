package dev.parley.annotation;

import java.util.List;

/**
 * A set that was handed in.
 *
 * @param open what stayed open and did not stand in the way
 */
public record Submission(Progress progress, List<OpenCheck> open) {

    public Submission {
        open = List.copyOf(open);
    }
}
