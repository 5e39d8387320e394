package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * Between whom a person passes things on, by the groups of the three: the coordinator inside a group, the
 * itinerant who serves another group from outside, the representative who carries from the own group to
 * another, the gatekeeper who lets things in, the liaison between two foreign groups.
 *
 * <p>Person v brokers from a to c where a is tied to v and v to c but a not to c, the three different. Roger
 * Gould and Roberto Fernandez, Structures of mediation, 1989, doi:10.2307/270949. Order and meaning of the
 * roles are those of R's sna package; others swap gatekeeper and representative. Undirected ties go both
 * ways, so every openness counts from a to c and from c to a.
 *
 * <p>{@code expected} is what each person would have, with the same opennesses and their own group, if the
 * groups of everybody else were shuffled: total times the share of all pairs of others that have the role's
 * groups. Time O(sum over people of in times out), memory O(n + m). Opennesses with somebody without a group
 * are left out.
 */
public final class Brokerage {
    private Brokerage() {}

    /** What a broker is to the groups; a, v and c stand for who passes, the broker and who receives. */
    public enum Role {
        /** All three in one group. */
        COORDINATOR(0),
        /** a and c in one group, v in another; also called consultant. */
        ITINERANT(1),
        /** a and v in one group, c in another. */
        REPRESENTATIVE(2),
        /** v and c in one group, a in another. */
        GATEKEEPER(3),
        /** Three groups. */
        LIAISON(4);

        private final int place;

        Role(int place) {
            this.place = place;
        }

        static Role of(int from, int broker, int to) {
            if (from == broker) {
                return broker == to ? COORDINATOR : REPRESENTATIVE;
            }
            if (broker == to) {
                return GATEKEEPER;
            }
            return from == to ? ITINERANT : LIAISON;
        }
    }

    /**
     * The groups.
     *
     * @param groups group of every vertex, -1 for none
     */
    public record Parameters(int[] groups) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
        }

        /** Nothing else to choose. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups);
        }
    }

    /**
     * The answer.
     *
     * @param counts for every vertex, its opennesses in each role, in the order of {@link Role}
     * @param totals their sum
     * @param expected the same under shuffled groups; NaN where fewer than three people have a group
     */
    public record Result(long[][] counts, long[] totals, double[][] expected) {
        /** How often a person plays a role. */
        public long count(int vertex, Role role) {
            return counts[vertex][role.place];
        }

        /** How often the person would under shuffled groups. */
        public double expected(int vertex, Role role) {
            return expected[vertex][role.place];
        }
    }

    /** The brokerage of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] groups = parameters.groups();
        int groupCount = Groups.count(graph, groups);
        int people = graph.people();
        long[][] counts = new long[people][Role.values().length];
        int[] closedFrom = new int[people];
        Arrays.fill(closedFrom, -1);
        for (int from = 0; from < people; from++) {
            if (groups[from] < 0) {
                continue;
            }
            closedFrom[from] = from;
            for (int slot = graph.rowStart(from); slot < graph.rowEnd(from); slot++) {
                closedFrom[graph.neighbour(slot)] = from;
            }
            for (int slot = graph.rowStart(from); slot < graph.rowEnd(from); slot++) {
                int broker = graph.neighbour(slot);
                if (groups[broker] < 0) {
                    continue;
                }
                for (int inner = graph.rowStart(broker); inner < graph.rowEnd(broker); inner++) {
                    int to = graph.neighbour(inner);
                    if (closedFrom[to] != from && groups[to] >= 0) {
                        counts[broker][Role.of(groups[from], groups[broker], groups[to]).place]++;
                    }
                }
            }
        }
        long[] totals = new long[people];
        Arrays.setAll(totals, vertex -> Arrays.stream(counts[vertex]).sum());
        return new Result(counts, totals, expected(groups, groupCount, totals));
    }

    private static double[][] expected(int[] groups, int groupCount, long[] totals) {
        int[] sizes = Groups.sizes(groups, groupCount);
        double assigned = Arrays.stream(sizes).asLongStream().sum();
        double pairsInOneGroup =
                Arrays.stream(sizes).mapToDouble(size -> size * (size - 1.0)).sum();
        double pairs = (assigned - 1) * (assigned - 2);
        double[][] expected = new double[groups.length][Role.values().length];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            if (groups[vertex] < 0) {
                continue;
            }
            double own = sizes[groups[vertex]];
            double coordinator = (own - 1) * (own - 2);
            double itinerant = pairsInOneGroup - own * (own - 1);
            double representative = (own - 1) * (assigned - own);
            double[] shares = expected[vertex];
            shares[Role.COORDINATOR.place] = coordinator;
            shares[Role.ITINERANT.place] = itinerant;
            shares[Role.REPRESENTATIVE.place] = representative;
            shares[Role.GATEKEEPER.place] = representative;
            shares[Role.LIAISON.place] = pairs - coordinator - itinerant - 2 * representative;
            double total = totals[vertex];
            Arrays.setAll(shares, role -> pairs > 0 ? total * shares[role] / pairs : Double.NaN);
        }
        return expected;
    }
}
