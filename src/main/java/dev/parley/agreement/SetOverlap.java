package dev.parley.agreement;

import java.util.Set;

/** What two sets have in common. @param shared members of both, out of {@code one} and {@code other} */
record SetOverlap(int shared, int one, int other) {

    static SetOverlap of(Set<?> one, Set<?> other) {
        int shared = (int) one.stream().filter(other::contains).count();
        return new SetOverlap(shared, one.size(), other.size());
    }

    /** Common members over all members; 1 for two empty sets. */
    double jaccard() {
        int all = one + other - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    /** 1 for equal sets, ⅔ where one holds the other, ⅓ where they only cross, 0 where they are apart. */
    double monotonicity() {
        if (shared == one && shared == other) {
            return 1;
        }
        return shared == 0 ? 0 : shared == Math.min(one, other) ? 2.0 / 3 : 1.0 / 3;
    }

    /** How alike two sets are to MASI (Passonneau 2006), 0 to 1. */
    double masi() {
        return jaccard() * monotonicity();
    }
}
