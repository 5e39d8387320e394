package org.passerelle.measure;

/**
 * Between which means a count of rare events lies: the mid-p interval of a Poisson mean, in which the observed count itself
 * counts half on either side. It holds the truth about as often as it says even for counts of 1 and 2, where the exact
 * interval is too wide and one from the logarithm too narrow. Henry Lancaster, Significance tests in discrete distributions,
 * 1961, doi:10.1080/01621459.1961.10482105; Geoff Cohen and Shiu-Yung Yang, Mid-p confidence intervals for the Poisson
 * expectation, 1994, doi:10.1002/sim.4780132102.
 *
 * <p>For an organisation: from three ties between two groups nobody can tell whether four or two are usual. Above
 * {@value #COUNT_MAX} the interval of the logarithm, which is the same within a percent. O(1) after a table is made.
 */
final class SmallCounts {
    private static final int COUNT_MAX = 100;
    private static final double TAIL = 0.025;
    private static final double NORMAL = 1.959963984540054;
    private static final double[][] FACTORS = table();

    private SmallCounts() {}

    /** The ends of the 95 % interval, as factors of the count, which is 1 or more. */
    static double[] factors(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("A count with factors is 1 or more, not " + count);
        }
        if (count > COUNT_MAX) {
            double off = Math.exp(NORMAL / Math.sqrt(count));
            return new double[] {1 / off, off};
        }
        return FACTORS[count].clone();
    }

    private static double[][] table() {
        double[][] factors = new double[COUNT_MAX + 1][2];
        for (int count = 1; count <= COUNT_MAX; count++) {
            factors[count][0] = mean(count, 1 - TAIL) / count;
            factors[count][1] = mean(count, TAIL) / count;
        }
        return factors;
    }

    /** The mean at which fewer than the count, and half of the chance of the count itself, come so often. */
    private static double mean(int count, double chance) {
        double low = 0;
        double high = 3.0 * count + 20;
        for (int step = 0; step < 80; step++) {
            double middle = (low + high) / 2;
            if (below(count, middle) > chance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double below(int count, double mean) {
        double term = Math.exp(-mean);
        double sum = 0;
        for (int smaller = 0; smaller < count; smaller++) {
            sum += term;
            term *= mean / (smaller + 1);
        }
        return sum + term / 2;
    }
}
