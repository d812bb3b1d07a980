package dev.parley.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which category each of several raters gave to each of several items; a rater may have skipped an item. Kept as numbers,
 * four bytes a rating.
 */
public final class Ratings<C> {

    private static final int MISSING = -1;

    private final List<C> categories;
    private final int raters;
    private final int[] cells;

    private Ratings(List<C> categories, int raters, int[] cells) {
        this.categories = categories;
        this.raters = raters;
        this.cells = cells;
    }

    /**
     * @param items one row per item with one entry per rater; {@code null} where the rater said nothing
     * @throws IllegalArgumentException if the rows differ in length
     */
    public static <C extends Comparable<? super C>> Ratings<C> of(List<? extends List<? extends @Nullable C>> items) {
        List<C> categories = new ArrayList<>();
        for (List<? extends @Nullable C> item : items) {
            for (C rating : item) {
                if (rating != null) {
                    categories.add(rating);
                }
            }
        }
        return of(categories.stream().distinct().sorted().toList(), items);
    }

    /** @param categories all that may occur, in the order that counts for ordinal distances */
    public static <C> Ratings<C> of(Collection<C> categories, List<? extends List<? extends @Nullable C>> items) {
        List<C> order = List.copyOf(categories);
        Map<C, Integer> number = new HashMap<>();
        order.forEach(category -> number.put(category, number.size()));
        int raters = items.isEmpty() ? 0 : items.getFirst().size();
        int[] cells = new int[items.size() * raters];
        int cell = 0;
        for (List<? extends @Nullable C> item : items) {
            if (item.size() != raters) {
                throw new IllegalArgumentException(
                        "%d ratings where there are %d raters".formatted(item.size(), raters));
            }
            for (C rating : item) {
                Integer found = rating == null ? Integer.valueOf(MISSING) : number.get(rating);
                if (found == null) {
                    throw new IllegalArgumentException("unknown category " + rating);
                }
                cells[cell++] = found;
            }
        }
        return new Ratings<>(order, raters, cells);
    }

    /**
     * Straight from numbers, four bytes a rating, for millions of them.
     *
     * @param cells item after item, in each one entry per rater: the number of the category, or -1 for none; kept, not copied
     */
    public static <C> Ratings<C> of(Collection<C> categories, int raters, int[] cells) {
        if (raters < 1 || cells.length % raters != 0) {
            throw new IllegalArgumentException("%d ratings of %d raters".formatted(cells.length, raters));
        }
        for (int cell : cells) {
            if (cell < MISSING || cell >= categories.size()) {
                throw new IllegalArgumentException("unknown category " + cell);
            }
        }
        return new Ratings<>(List.copyOf(categories), raters, cells);
    }

    public List<C> categories() {
        return categories;
    }

    public int raters() {
        return raters;
    }

    public int items() {
        return raters == 0 ? 0 : cells.length / raters;
    }

    /** Number of the category, or -1 for a missing rating. */
    int at(int item, int rater) {
        return cells[item * raters + rater];
    }

    boolean isRated(int item, int rater) {
        return at(item, rater) != MISSING;
    }

    /** Counts into {@code counts} how often each category was given to an item. @return how many ratings it has */
    int count(int item, int[] counts) {
        Arrays.fill(counts, 0);
        int given = 0;
        for (int cell = item * raters; cell < (item + 1) * raters; cell++) {
            if (cells[cell] != MISSING) {
                counts[cells[cell]]++;
                given++;
            }
        }
        return given;
    }

    /** How often {@code one} said c where {@code other} said k, over the items both rated. */
    double[][] contingency(int one, int other) {
        double[][] table = new double[categories.size()][categories.size()];
        for (int item = 0; item < items(); item++) {
            if (isRated(item, one) && isRated(item, other)) {
                table[at(item, one)][at(item, other)]++;
            }
        }
        return table;
    }

    /** Why nothing can be computed from these ratings at all, if so. */
    Outcome.@Nullable Reason obstacle() {
        boolean[] present = new boolean[raters];
        for (int item = 0; item < items(); item++) {
            int ratings = 0;
            for (int rater = 0; rater < raters; rater++) {
                if (isRated(item, rater)) {
                    present[rater] = true;
                    ratings++;
                }
            }
            if (ratings > 1) {
                return null;
            }
        }
        int count = 0;
        for (boolean rater : present) {
            count += rater ? 1 : 0;
        }
        return switch (count) {
            case 0 -> Outcome.Reason.NO_DATA;
            case 1 -> Outcome.Reason.ONE_ANNOTATOR;
            default -> Outcome.Reason.NO_OVERLAP;
        };
    }
}
