package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

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
 * <p>Two nulls, both exact. {@code expected} and {@code deviations}: the network and the person's own group stay,
 * the groups of everybody else are dealt anew; it asks whether somebody plays a role more than anyone in that
 * place would. {@link Result#randomGraph}: Gould and Fernandez' own, as sna gives it, in which the groups stay and
 * every ordered pair has a tie with the same chance; it mostly says who has many ties.
 *
 * <p>Time O(sum over people of in times out) on {@code threads} threads, the result the same for any number of
 * them; memory O(n + m). Stops when its thread is interrupted. Opennesses with somebody without a group are left
 * out.
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

        /** Where the role stands in an array of one number for each role. */
        final int place;

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
    public record Parameters(int[] groups, int threads) {
        /** Copies the groups. */
        public Parameters {
            groups = groups.clone();
            if (threads < 1) {
                throw new IllegalArgumentException("threads is 1 or more, not " + threads);
            }
        }

        /** As many threads as the machine runs at once. */
        public static Parameters defaults(int[] groups) {
            return new Parameters(groups, Tasks.threads());
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(groups, number);
        }
    }

    /**
     * A count's mean and standard deviation under a null.
     *
     * @param expected mean
     * @param deviation standard deviation
     */
    public record Moments(double expected, double deviation) {
        /** How many deviations a count lies above its mean; NaN where nothing varies. */
        public double z(double count) {
            return deviation > 1e-9 ? (count - expected) / deviation : Double.NaN;
        }
    }

    /**
     * The answer.
     *
     * @param counts for every vertex, its opennesses in each role, in the order of {@link Role}
     * @param totals their sum
     * @param expected the same when the groups of the others are shuffled; NaN where fewer than three people have
     *     a group
     * @param deviations their standard deviations
     * @param groups group of every vertex
     * @param random by group and role, the total last, what a random graph of that density gives
     */
    public record Result(
            long[][] counts,
            long[] totals,
            double[][] expected,
            double[][] deviations,
            int[] groups,
            List<List<Moments>> random) {
        /** How often a person plays a role. */
        public long count(int vertex, Role role) {
            return counts[vertex][role.place];
        }

        /** How often the person would under shuffled groups. */
        public double expected(int vertex, Role role) {
            return expected[vertex][role.place];
        }

        /** That with its standard deviation. */
        public Moments shuffled(int vertex, Role role) {
            return new Moments(expected(vertex, role), deviations[vertex][role.place]);
        }

        /** How many standard deviations the count lies above that; NaN where shuffling changes nothing. */
        public double z(int vertex, Role role) {
            return shuffled(vertex, role).z((double) count(vertex, role));
        }

        /** What a random graph gives somebody of the person's group, who has one. */
        public Moments randomGraph(int vertex, Role role) {
            return random.get(groups[vertex]).get(role.place);
        }

        /** The same for the total. */
        public Moments randomGraphTotal(int vertex) {
            return random.get(groups[vertex]).getLast();
        }
    }

    /** The brokerage of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears how many people's ties were followed. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        int[] groups = parameters.groups();
        int groupCount = Groups.count(graph, groups);
        int people = graph.people();
        Opennesses opennesses = Opennesses.of(graph, groups, parameters.threads(), progress);
        long[] totals = new long[people];
        long[][] counts = new long[people][Role.values().length];
        for (int vertex = 0; vertex < people; vertex++) {
            for (int role = 0; role < counts[vertex].length; role++) {
                counts[vertex][role] = opennesses.counts(vertex, role);
                totals[vertex] += counts[vertex][role];
            }
        }
        BrokerageNulls nulls = new BrokerageNulls(groups, groupCount);
        double[][] expected = new double[people][Role.values().length];
        double[][] deviations = new double[people][Role.values().length];
        double[][][] chances = new double[groupCount][][];
        for (int vertex = 0; vertex < people; vertex++) {
            int group = groups[vertex];
            if (group < 0) {
                continue;
            }
            if (chances[group] == null) {
                chances[group] = nulls.chances(group);
            }
            double[] kinds = opennesses.touching(vertex, totals[vertex]).kinds();
            for (int role = 0; role < Role.values().length; role++) {
                double[] moments = BrokerageNulls.moments(kinds, chances[group][role]);
                expected[vertex][role] = moments[0];
                deviations[vertex][role] = moments[1];
            }
        }
        return new Result(counts, totals, expected, deviations, groups, random(graph, groups, groupCount, nulls));
    }

    private static List<List<Moments>> random(TieGraph graph, int[] groups, int groupCount, BrokerageNulls nulls) {
        double assigned = Arrays.stream(groups).filter(group -> group >= 0).count();
        double ties = GroupedTies.of(graph, groups).size();
        double density = (graph.orientation() == Orientation.DIRECTED ? ties : 2 * ties) / (assigned * (assigned - 1));
        List<List<Moments>> random = new ArrayList<>();
        for (int group = 0; group < groupCount; group++) {
            random.add(Arrays.stream(nulls.inRandomGraph(group, density))
                    .map(moments -> new Moments(moments[0], moments[1]))
                    .toList());
        }
        return List.copyOf(random);
    }
}
