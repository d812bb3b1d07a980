package dev.parley.agreement.continuum;

import java.util.Arrays;

/**
 * Units that several annotators marked on one line, as columns of numbers. Annotators without units take part.
 *
 * @param annotators how many there are; they are numbered from 0
 * @param length of the line in code points, from 0; units may reach beyond it in random samples
 * @param annotator whose unit it is
 * @param begin first position
 * @param end position after the last; at least {@code begin}
 * @param label number of its label, from 0
 */
public record Continuum(int annotators, int length, int[] annotator, int[] begin, int[] end, int[] label) {

    /** @throws IllegalArgumentException if the columns differ in length, or a unit is turned round or nobody's */
    public Continuum {
        int units = annotator.length;
        if (begin.length != units || end.length != units || label.length != units) {
            throw new IllegalArgumentException("columns of different lengths");
        }
        for (int unit = 0; unit < units; unit++) {
            if (annotator[unit] < 0 || annotator[unit] >= annotators || end[unit] < begin[unit]) {
                throw new IllegalArgumentException(
                        "unit %d of annotator %d is [%d, %d)".formatted(unit, annotator[unit], begin[unit], end[unit]));
            }
        }
    }

    /** One unit, for writing a continuum down. */
    public record Unit(int annotator, int begin, int end, int label) {}

    public static Continuum of(int annotators, int length, Iterable<Unit> units) {
        int size = 0;
        for (Unit ignored : units) {
            size++;
        }
        int[][] columns = new int[4][size];
        int at = 0;
        for (Unit unit : units) {
            columns[0][at] = unit.annotator;
            columns[1][at] = unit.begin;
            columns[2][at] = unit.end;
            columns[3][at++] = unit.label;
        }
        return new Continuum(annotators, length, columns[0], columns[1], columns[2], columns[3]);
    }

    public int units() {
        return annotator.length;
    }

    public int lengthOf(int unit) {
        return end[unit] - begin[unit];
    }

    public double meanUnits() {
        return annotators == 0 ? 0 : (double) units() / annotators;
    }

    /** Number of labels: one more than the highest that occurs. */
    public int labels() {
        return Arrays.stream(label).max().orElse(-1) + 1;
    }

    /** The units of each annotator, each by begin, then end. */
    public int[][] byAnnotator() {
        int[] sizes = new int[annotators];
        for (int who : annotator) {
            sizes[who]++;
        }
        int[][] own = new int[annotators][];
        for (int who = 0; who < annotators; who++) {
            own[who] = new int[sizes[who]];
        }
        int[] filled = new int[annotators];
        for (int unit : byPlace()) {
            own[annotator[unit]][filled[annotator[unit]]++] = unit;
        }
        return own;
    }

    /** By begin, then end, then number: sorted as numbers, as a million of them is asked for. */
    private int[] byPlace() {
        long[] keys = new long[units()];
        for (int unit = 0; unit < keys.length; unit++) {
            keys[unit] = (long) begin[unit] << Integer.SIZE | unit;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int place = 0; place < order.length; place++) {
            int unit = (int) keys[place];
            int before = place;
            while (before > 0 && begin[order[before - 1]] == begin[unit] && end[order[before - 1]] > end[unit]) {
                order[before] = order[--before];
            }
            order[before] = unit;
        }
        return order;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Continuum that
                && annotators == that.annotators
                && length == that.length
                && Arrays.equals(annotator, that.annotator)
                && Arrays.equals(begin, that.begin)
                && Arrays.equals(end, that.end)
                && Arrays.equals(label, that.label);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(begin) + Arrays.hashCode(end);
    }

    @Override
    public String toString() {
        return "%d units of %d annotators on %d positions".formatted(units(), annotators, length);
    }
}
