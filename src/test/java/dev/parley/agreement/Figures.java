package dev.parley.agreement;

import java.util.ArrayList;
import java.util.List;

/** Reading outcomes and writing tables in tests. */
final class Figures {

    private Figures() {}

    /** The value; fails with the reason where there is none. */
    static double figure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Value value -> value.value();
            case Outcome.Undefined undefined -> throw new AssertionError("undefined: " + undefined.reason());
        };
    }

    /** Two raters, {@code table[c][k]} items that the first called c and the second k. */
    static Ratings<Integer> contingency(int[][] table) {
        List<List<Integer>> items = new ArrayList<>();
        for (int c = 0; c < table.length; c++) {
            for (int k = 0; k < table.length; k++) {
                for (int i = 0; i < table[c][k]; i++) {
                    items.add(List.of(c, k));
                }
            }
        }
        return Ratings.of(items);
    }
}
