package org.passerelle.silo;

import java.util.Arrays;
import org.passerelle.measure.TieDraws;

/**
 * Ties by whether they stay inside a group.
 *
 * @param inside by group
 * @param outside by group; a tie between two groups counts in both
 */
record TieTally(int[] inside, int[] outside) {
    /**
     * From the ties of every two groups.
     *
     * @param ties by {@link TieDraws#cell}
     */
    static TieTally of(int groups, int[] ties) {
        int[] inside = new int[groups];
        int[] outside = new int[groups];
        for (int one = 0, cell = 0; one < groups; one++) {
            inside[one] = ties[cell++];
            for (int other = one + 1; other < groups; other++, cell++) {
                outside[one] += ties[cell];
                outside[other] += ties[cell];
            }
        }
        return new TieTally(inside, outside);
    }

    /** Share of a group's ties that go out; NaN without ties. */
    double permeability(int group) {
        return (double) outside[group] / (outside[group] + inside[group]);
    }

    /** Share of all ties that lead from one group to another; NaN without ties. */
    double permeability() {
        double across = Arrays.stream(outside).asLongStream().sum() / 2.0;
        return across / ties();
    }

    /** E-I index of the whole; NaN without ties. */
    double externalInternal() {
        return 2 * permeability() - 1;
    }

    /** All ties. */
    double ties() {
        return Arrays.stream(outside).asLongStream().sum() / 2.0
                + Arrays.stream(inside).asLongStream().sum();
    }
}
