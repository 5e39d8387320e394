package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.measure.Brokerage.Role;

/**
 * Means and standard deviations of the brokerage roles under the two nulls of {@link Brokerage}, in closed form.
 *
 * <p>A role's count is a sum of indicators, one for each openness (a, c) of the broker. Its variance is the sum of
 * their covariances, and a covariance depends only on how two opennesses touch: the same one, the one back, from
 * one person, to one person, one after the other, or four different people.
 */
final class BrokerageNulls {
    private static final int ROLES = Role.values().length;

    private final double[] sizes;
    private final double assigned;
    /** Sums over all groups of s(s-1), s(s-1)(s-2), s(s-1)(s-2)(s-3) and [s(s-1)]². */
    private final double two;

    private final double three;
    private final double four;
    private final double twoSquared;

    BrokerageNulls(int[] groups, int groupCount) {
        int[] counted = Groups.sizes(groups, groupCount);
        sizes = new double[groupCount];
        double people = 0;
        double pairs = 0;
        double triples = 0;
        double quadruples = 0;
        double squares = 0;
        for (int group = 0; group < groupCount; group++) {
            double size = counted[group];
            sizes[group] = size;
            people += size;
            pairs += falling(size, 2);
            triples += falling(size, 3);
            quadruples += falling(size, 4);
            squares += falling(size, 2) * falling(size, 2);
        }
        assigned = people;
        two = pairs;
        three = triples;
        four = quadruples;
        twoSquared = squares;
    }

    /** n (n - 1) …, so many factors: ways to choose that many of n in order. */
    private static double falling(double n, int factors) {
        double product = 1;
        for (int factor = 0; factor < factors; factor++) {
            product *= n - factor;
        }
        return product;
    }

    /**
     * Ordered pairs of opennesses of one broker, by how they touch.
     *
     * @param opennesses pairs (a, c)
     * @param back pairs for which (c, a) is open too
     * @param fromOne sum over a of the square of a's opennesses
     * @param toOne sum over c of the square of c's
     * @param through sum over people of opennesses to them times opennesses from them
     */
    record Touching(double opennesses, double back, double fromOne, double toOne, double through) {
        /** Pairs of each kind: same, back, from one, to one, one after the other, apart. */
        double[] kinds() {
            double after = 2 * (through - back);
            double source = fromOne - opennesses;
            double target = toOne - opennesses;
            double apart = opennesses * opennesses - opennesses - back - source - target - after;
            return new double[] {opennesses, back, source, target, after, apart};
        }
    }

    /** By role, for each kind of two opennesses the chance that both are of the role; the broker's group stays. */
    double[][] chances(int group) {
        double own = sizes[group] - 1;
        double rest = assigned - 1 - own;
        double size = sizes[group];
        double restTwo = two - falling(size, 2);
        double restThree = three - falling(size, 3);
        double restTwoPairs =
                four - falling(size, 4) + restTwo * restTwo - (twoSquared - falling(size, 2) * falling(size, 2));
        // Of three others outside, one in a group and two outside it: sum of t (r - t) (r - t - 1).
        double restThreeApart = restOneAndTwo(group, rest);
        double restPairsApart = falling(rest, 4) - 2 * restTwo * falling(rest - 2, 2) + restTwoPairs;
        double pairs = falling(assigned - 1, 2);
        double triples = falling(assigned - 1, 3);
        double quadruples = falling(assigned - 1, 4);
        double carried = own * rest;
        double carriedToTwo = own * falling(rest, 2);
        double carriedFromTwo = falling(own, 2) * rest;
        double carriedTwice = falling(own, 2) * falling(rest, 2);
        double[][] ways = new double[ROLES][];
        ways[Role.COORDINATOR.place] = symmetric(falling(own, 2), falling(own, 3), falling(own, 4));
        ways[Role.ITINERANT.place] = symmetric(restTwo, restThree, restTwoPairs);
        ways[Role.REPRESENTATIVE.place] = new double[] {carried, 0, carriedToTwo, carriedFromTwo, 0, carriedTwice};
        ways[Role.GATEKEEPER.place] = new double[] {carried, 0, carriedFromTwo, carriedToTwo, 0, carriedTwice};
        ways[Role.LIAISON.place] = symmetric(falling(rest, 2) - restTwo, restThreeApart, restPairsApart);
        double[] of = {pairs, pairs, triples, triples, triples, quadruples};
        for (double[] role : ways) {
            Arrays.setAll(role, kind -> role[kind] / of[kind]);
        }
        return ways;
    }

    private double restOneAndTwo(int group, double rest) {
        double sum = 0;
        for (int other = 0; other < sizes.length; other++) {
            sum += other == group ? 0 : sizes[other] * falling(rest - sizes[other], 2);
        }
        return sum;
    }

    private static double[] symmetric(double pair, double triple, double quadruple) {
        return new double[] {pair, pair, triple, triple, triple, quadruple};
    }

    /** Mean and deviation of a role's count. */
    static double[] moments(double[] kinds, double[] chances) {
        double chance = chances[0];
        double variance = 0;
        for (int kind = 0; kind < kinds.length; kind++) {
            // A kind that does not occur may have no chance either, for want of people.
            variance += kinds[kind] == 0 ? 0 : kinds[kind] * (chances[kind] - chance * chance);
        }
        return new double[] {kinds[0] * chance, Math.sqrt(Math.max(0, variance))};
    }

    /**
     * By role and last in total, mean and deviation for a broker of a group when each ordered pair of people has a
     * tie with the same chance.
     *
     * <p>An openness is there with chance d²(1 - d). Two share a tie of the broker, and so depend on each other, when
     * they are from one person or to one person: covariance d³(1 - d)³.
     */
    double[][] inRandomGraph(int group, double density) {
        double own = sizes[group] - 1;
        double rest = assigned - sizes[group];
        double restTwo = two - falling(sizes[group], 2);
        double carried = own * rest;
        double carriedTouching = own * falling(rest, 2) + rest * falling(own, 2);
        double[][] moments = new double[ROLES + 1][];
        moments[Role.COORDINATOR.place] = random(density, falling(own, 2), 2 * falling(own, 3));
        moments[Role.ITINERANT.place] = random(density, restTwo, 2 * (three - falling(sizes[group], 3)));
        moments[Role.REPRESENTATIVE.place] = random(density, carried, carriedTouching);
        moments[Role.GATEKEEPER.place] = random(density, carried, carriedTouching);
        moments[Role.LIAISON.place] = random(density, falling(rest, 2) - restTwo, 2 * restOneAndTwo(group, rest));
        moments[ROLES] = random(density, falling(assigned - 1, 2), 2 * falling(assigned - 1, 3));
        return moments;
    }

    private static double[] random(double density, double pairs, double touching) {
        double open = density * density * (1 - density);
        double together = Math.pow(density * (1 - density), 3);
        return new double[] {pairs * open, Math.sqrt(Math.max(0, pairs * open * (1 - open) + touching * together))};
    }
}
