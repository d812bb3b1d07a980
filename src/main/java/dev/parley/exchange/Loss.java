package dev.parley.exchange;

import java.util.List;

/**
 * Something a format cannot hold.
 *
 * @param what was dropped or changed, in words
 * @param count how often
 * @param examples where, at most five: a document's id and, where there is one, an annotation's
 */
public record Loss(String what, int count, List<String> examples) {

    public Loss {
        examples = List.copyOf(examples);
    }
}
