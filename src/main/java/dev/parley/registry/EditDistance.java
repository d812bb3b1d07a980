package dev.parley.registry;

/**
 * How many letters must be put in, taken out or replaced to make one text of another (Levenshtein 1966), counted only as
 * far as anybody asks.
 */
final class EditDistance {

    private EditDistance() {}

    /** The distance, or {@code most + 1} if it is larger than {@code most}. */
    static int within(int most, String one, String other) {
        if (Math.abs(one.length() - other.length()) > most) {
            return most + 1;
        }
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            int best = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
                best = Math.min(best, here[column]);
            }
            if (best > most) {
                return most + 1;
            }
            above = here;
        }
        return Math.min(above[other.length()], most + 1);
    }
}
