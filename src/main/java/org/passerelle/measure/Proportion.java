package org.passerelle.measure;

/**
 * A share of a number of cases and its 95 % interval by Edwin Wilson, Probable inference, the law of succession, and
 * statistical inference, 1927, doi:10.1080/01621459.1927.10502953: never outside 0 to 1, and of some width even when
 * nobody or everybody is counted. It takes the cases for independent. All NaN of no cases.
 *
 * @param share counted / of
 * @param low lower end
 * @param high upper end
 */
public record Proportion(long counted, long of, double share, double low, double high) {
    /** The 97.5 % point of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    /** So many of so many. */
    public static Proportion of(long counted, long of) {
        if (counted < 0 || counted > of) {
            throw new IllegalArgumentException("counted is 0 to " + of + ", not " + counted);
        }
        double n = of;
        double share = counted / n;
        double shrunk = 1 + NORMAL * NORMAL / n;
        double middle = (share + NORMAL * NORMAL / (2 * n)) / shrunk;
        double half = NORMAL * Math.sqrt(share * (1 - share) / n + NORMAL * NORMAL / (4 * n * n)) / shrunk;
        // Rounding must not leave 0 and 1.
        return new Proportion(
                counted,
                of,
                share,
                counted == 0 ? 0 : middle - half,
                counted == of ? (of == 0 ? half : 1) : middle + half);
    }
}
