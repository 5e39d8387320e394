package org.passerelle.measure;

/**
 * How far observed over expected ties of a cell may lie from what is seen, as factors below and above 1. Two things leave it
 * open, added up as variances of the logarithm: so few ties by themselves ({@link SmallCounts}), and people, as far as they
 * differ in what they do here beyond their number of ties. Ties vary less than rare events do where the two groups hold much
 * of all ties, or have few pairs left without one: dealt anew with everybody's number of ties, a count varies by (1 - share of
 * the one group in all ends) (1 - share of the other) (1 - density) of what it is.
 *
 * <p>The share of a person in the cell's ties less their share in what is expected is what that person moves the logarithm by;
 * the sum of squares over the people of both sides, each with n / (n - 1), less the noise that single ties bring into it,
 * is the variance that people bring: the sandwich of Halbert White, Maximum likelihood estimation of misspecified models,
 * 1982, doi:10.2307/1912526, by person, in closed form what the vertex bootstrap of Tom Snijders and Stephen Borgatti
 * (Connections 22(2), 1999) draws. With few people its own error counts through Student's distribution. O(ties + people).
 */
final class CellSpread {
    private static final double NORMAL = 1.959963984540054;
    /** However dense a cell is, something is open. */
    private static final double NOISE_MIN = 0.05;

    private final GroupMargins margins;
    private final int[][] members;
    /** What each person moves the logarithm by in the cell looked at; 0 between cells. */
    private final double[] shares;

    CellSpread(GroupMargins margins, int[][] members, int people) {
        this.margins = margins;
        this.members = members;
        this.shares = new double[people];
    }

    /** The factors of one cell with ties. */
    double[] factors(TieCells cells, int cell, GroupedTies ties) {
        int from = cells.from(cell);
        int to = cells.to(cell);
        int count = cells.start(cell + 1) - cells.start(cell);
        for (int place = cells.start(cell); place < cells.start(cell + 1); place++) {
            shares[ties.from()[cells.tie(place)]] += 1.0 / count;
            shares[ties.to()[cells.tie(place)]] += 1.0 / count;
        }
        double variance;
        int fewest;
        if (from == to) {
            variance = squares(members[from], Side.BOTH, from);
            fewest = members[from].length;
        } else {
            // Without directions the lower group comes first, and the two sides are alike.
            variance = squares(members[from], Side.OUT, from) + squares(members[to], Side.IN, to);
            fewest = Math.min(members[from].length, members[to].length);
        }
        for (int place = cells.start(cell); place < cells.start(cell + 1); place++) {
            shares[ties.from()[cells.tie(place)]] = 0;
            shares[ties.to()[cells.tie(place)]] = 0;
        }
        return factors(count, variance, fewest, noise(from, to, count));
    }

    /** How much less ties vary than rare events do: they use up what the two groups have, and pairs that can have one. */
    private double noise(int from, int to, int count) {
        double pairs = (double) members[from].length * (from == to ? members[to].length - 1 : members[to].length);
        double possible = from == to && !margins.isDirected() ? pairs / 2 : pairs;
        double noise = (1 - margins.shareOut(from)) * (1 - margins.shareIn(to)) * (1 - count / possible);
        return Math.max(NOISE_MIN, noise);
    }

    private enum Side {
        OUT,
        IN,
        BOTH
    }

    private double squares(int[] people, Side side, int group) {
        double sum = 0;
        for (int person : people) {
            double expected =
                    switch (side) {
                        case OUT -> margins.outShare(person, group);
                        case IN -> margins.inShare(person, group);
                        case BOTH -> margins.outShare(person, group) + margins.inShare(person, group);
                    };
            double off = shares[person] - expected;
            sum += off * off;
        }
        return people.length < 2 ? sum : sum * people.length / (people.length - 1.0);
    }

    /**
     * The factors.
     *
     * @param count ties of the cell
     * @param variance sum of squares over people
     * @param fewest people of the smaller side
     * @param noise variance of the count over that of rare events, above 0 to 1
     */
    static double[] factors(int count, double variance, int fewest, double noise) {
        double beyond = Math.log1p(Math.max(0, variance - 2 * noise / count));
        double student = fewest < 2 ? NORMAL : Weeks.student(fewest - 1);
        double ofPeople = student * student * beyond;
        double[] ofTies = SmallCounts.factors(count);
        double low = Math.log(ofTies[0]);
        double high = Math.log(ofTies[1]);
        return new double[] {
            Math.exp(-Math.sqrt(noise * low * low + ofPeople)), Math.exp(Math.sqrt(noise * high * high + ofPeople))
        };
    }
}
