package dev.parley.annotation;

import java.util.List;

/**
 * A command that was taken back or brought back.
 *
 * @param sequence of the set now
 * @param words what the command had done, such as {@code added PERSON “Ada”}
 * @param annotations ids of the annotations that changed
 */
public record Reversal(long sequence, String words, List<String> annotations) {

    public Reversal {
        annotations = List.copyOf(annotations);
    }
}
