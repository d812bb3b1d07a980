package dev.parley.agreement.continuum;

/** The most that can be gained by giving rows to columns one to one. */
public final class Assignments {

    private Assignments() {}

    /** What a row gains from a column; above 0. */
    @FunctionalInterface
    public interface Gain {
        double of(int row, int column);
    }

    /** @param edges the columns each row may have */
    public static double most(int[][] edges, int columns, Gain gain) {
        int[] from = new int[edges.length + 1];
        for (int row = 0; row < edges.length; row++) {
            from[row + 1] = from[row] + edges[row].length;
        }
        int[] column = new int[from[edges.length]];
        double[] gains = new double[column.length];
        for (int row = 0; row < edges.length; row++) {
            for (int i = 0; i < edges[row].length; i++) {
                column[from[row] + i] = edges[row][i];
                gains[from[row] + i] = gain.of(row, edges[row][i]);
            }
        }
        int[] chosen = new SparseAssignment(from, column, gains, columns).solve();
        double sum = 0;
        for (int row = 0; row < edges.length; row++) {
            sum += chosen[row] == SparseAssignment.NONE ? 0 : gain.of(row, chosen[row]);
        }
        return sum;
    }
}
