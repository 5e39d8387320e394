package org.passerelle.measure;

import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The exact mean and standard deviation, over all ways to deal the groups anew, of the amount inside groups:
 * what shuffling approaches. Known as the join count statistic and as the quadratic assignment of Nathan Mantel,
 * The detection of disease clustering and a generalized regression approach, Cancer Research 27, 1967.
 *
 * <p>With w the amount of a pair of people, two pairs share both people, one or none; the chance that both lie
 * inside groups differs between the three. O(n + m log) time.
 *
 * @param all amount of all ties
 * @param mean expected amount inside groups
 * @param deviation its standard deviation
 */
record JoinCounts(double all, double mean, double deviation) {
    static JoinCounts of(TieGraph graph, int[] groups, int groupCount, Amount amount) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        GroupedTies ties = GroupedTies.of(graph, groups);
        double[] touching = new double[groups.length];
        double all = 0;
        double squares = 0;
        for (int tie = 0; tie < ties.size(); tie++) {
            double much = amount.of(graph, ties.slots()[tie]);
            int back = directed ? graph.slot(ties.to()[tie], ties.from()[tie]) : -1;
            all += much;
            // Both directions are one pair: (x + y)² = x² + y² + 2 x y, of which each tie adds its half.
            squares += much * much + (back < 0 ? 0 : much * amount.of(graph, back));
            touching[ties.from()[tie]] += much;
            touching[ties.to()[tie]] += much;
        }
        double neighbouring = -2 * squares;
        for (double much : touching) {
            neighbouring += much * much;
        }
        double apart = all * all - squares - neighbouring;
        GroupChances chances = GroupChances.of(groups, groupCount);
        double pair = chances.twoInOne();
        double variance = squares * (pair - pair * pair)
                + times(neighbouring, chances.threeInOne() - pair * pair)
                + times(apart, chances.twoPairs() - pair * pair);
        return new JoinCounts(all, all * pair, Math.sqrt(Math.max(0, variance)));
    }

    /** A kind of two pairs that does not occur, as there are too few people for it, counts nothing. */
    private static double times(double amount, double chance) {
        return Double.isNaN(chance) ? 0 : amount * chance;
    }

    /**
     * Chances when the groups are dealt anew; NaN with fewer people than it takes.
     *
     * @param twoInOne two people have one group
     * @param threeInOne three people have one group
     * @param twoPairs each of two pairs, of four people, has one group
     */
    private record GroupChances(double twoInOne, double threeInOne, double twoPairs) {
        static GroupChances of(int[] groups, int groupCount) {
            double people = 0;
            double two = 0;
            double three = 0;
            double four = 0;
            double twoSquared = 0;
            for (double size : Groups.sizes(groups, groupCount)) {
                double pairs = size * (size - 1);
                people += size;
                two += pairs;
                three += pairs * (size - 2);
                four += pairs * (size - 2) * (size - 3);
                twoSquared += pairs * pairs;
            }
            double of = people * (people - 1);
            return new GroupChances(
                    two / of,
                    three / (of * (people - 2)),
                    (four + two * two - twoSquared) / (of * (people - 2) * (people - 3)));
        }
    }
}
