package dev.parley.agreement.continuum;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Gives rows to columns one to one so that the gains add up to the most there is; a row may stay without. Shortest
 * augmenting paths with potentials (Jonker and Volgenant 1987) on the edges that exist: for n rows with d edges each and
 * local conflicts about O(n · d · log d).
 */
final class SparseAssignment {

    static final int NONE = -1;

    private final int[] from;
    private final int[] column;
    private final double[] gain;
    private final int[] rowOf;
    private final int[] columnOf;
    /** Of columns; never above 0. */
    private final double[] potential;

    private final double[] distance;
    private final int[] reachedFrom;
    /** Columns whose distance is final; rounding must not reach them again, or the path back would turn in circles. */
    private final boolean[] closed;

    private final int[] touched;
    private int touches;

    private record Step(int column, double distance) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            int byDistance = Double.compare(distance, other.distance);
            return byDistance != 0 ? byDistance : Integer.compare(column, other.column);
        }
    }

    /**
     * @param from where each row's edges start; one entry more than there are rows
     * @param column where an edge leads
     * @param gain above 0
     */
    SparseAssignment(int[] from, int[] column, double[] gain, int columns) {
        this.from = from;
        this.column = column;
        this.gain = gain;
        this.rowOf = new int[columns];
        this.columnOf = new int[from.length - 1];
        this.potential = new double[columns];
        this.distance = new double[columns];
        this.reachedFrom = new int[columns];
        this.closed = new boolean[columns];
        this.touched = new int[columns];
        Arrays.fill(rowOf, NONE);
        Arrays.fill(columnOf, NONE);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
    }

    /** The column of each row, {@link #NONE} for those that stay without. */
    int[] solve() {
        for (int row = 0; row < columnOf.length; row++) {
            place(row);
        }
        return columnOf;
    }

    /** What a placed row pays, such that its own edge is free. */
    private double rowPotential(int row) {
        for (int edge = from[row]; edge < from[row + 1]; edge++) {
            if (column[edge] == columnOf[row]) {
                return -gain[edge] - potential[column[edge]];
            }
        }
        throw new IllegalStateException("row %d has no edge to its column".formatted(row));
    }

    /**
     * Finds the cheapest path from a new row to a free column, or to a row that would rather stay without. A row's own
     * "without" costs 0 and belongs to nobody else.
     */
    private void place(int start) {
        PriorityQueue<Step> open = new PriorityQueue<>();
        double best = 0;
        int lastRow = start;
        int end = NONE;
        relax(start, 0, open);
        while (!open.isEmpty() && open.peek().distance < best) {
            Step step = open.remove();
            if (closed[step.column]) {
                continue;
            }
            closed[step.column] = true;
            int row = rowOf[step.column];
            if (row == NONE) {
                best = step.distance;
                end = step.column;
                break;
            }
            double leaving = step.distance - rowPotential(row);
            if (leaving < best) {
                best = leaving;
                lastRow = row;
                end = NONE;
            }
            relax(row, step.distance, open);
        }
        for (int i = 0; i < touches; i++) {
            int reached = touched[i];
            if (distance[reached] < best) {
                potential[reached] += distance[reached] - best;
            }
        }
        turn(start, lastRow, end);
        forget();
    }

    private void relax(int row, double travelled, PriorityQueue<Step> open) {
        double own = columnOf[row] == NONE ? 0 : rowPotential(row);
        for (int edge = from[row]; edge < from[row + 1]; edge++) {
            int next = column[edge];
            double reached = travelled - gain[edge] - potential[next] - own;
            if (next != columnOf[row] && !closed[next] && reached < distance[next]) {
                if (distance[next] == Double.POSITIVE_INFINITY) {
                    touched[touches++] = next;
                }
                distance[next] = reached;
                reachedFrom[next] = row;
                open.add(new Step(next, reached));
            }
        }
    }

    /** Moves each row on the path on by one; the last one goes to {@code end}, or without. */
    private void turn(int start, int lastRow, int end) {
        int row = end == NONE ? lastRow : reachedFrom[end];
        int next = end;
        while (true) {
            int before = columnOf[row];
            columnOf[row] = next;
            if (next != NONE) {
                rowOf[next] = row;
            }
            if (row == start) {
                return;
            }
            next = before;
            row = reachedFrom[before];
        }
    }

    private void forget() {
        for (int i = 0; i < touches; i++) {
            distance[touched[i]] = Double.POSITIVE_INFINITY;
            closed[touched[i]] = false;
        }
        touches = 0;
    }
}
