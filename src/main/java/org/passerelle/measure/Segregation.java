package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * How strongly people keep to their own group, by the three indices that are quoted most, each beside what it would
 * be if the groups were dealt anew. They answer different questions and may disagree: Coleman's looks at each
 * group, Freeman's at ties across against chance, assortativity at ties within against what the numbers of ties of
 * the groups alone would bring.
 *
 * <ul>
 *   <li>Coleman's homophily index of a group of s among N people, w the share of its members' outgoing amount
 *       that stays inside, q = (s - 1) / (N - 1) the share of the others who are members: (w - q) / (1 - q) where w
 *       exceeds q, else (w - q) / q: 1 when all stay, 0 as by chance, -1 when none do. James Coleman, Relational
 *       analysis, Human Organization 17(4), 1958, doi:10.17730/humo.17.4.q5604m676260q8n7.
 *   <li>Freeman's segregation: 1 - share of the amount across groups / share of the pairs of people across groups.
 *       Linton Freeman, Segregation in social networks, 1978, doi:10.1177/004912417800600401. He sets it to 0 where
 *       more lies across than by chance; here it goes below.
 *   <li>assortativity: (sum of e(g,g) - sum of a(g) b(g)) / (1 - sum of a(g) b(g)), with e the shares of the amount
 *       from group to group and a, b their row and column sums. Mark Newman, Mixing patterns in networks, 2003,
 *       doi:10.1103/PhysRevE.67.026126. Counted by ties, strength or interactions.
 * </ul>
 *
 * <p>Undirected ties go both ways. Ties with an end in no group are left out. Time and memory as {@link
 * ExternalInternal}, whose shuffles it shares; the same for any number of threads; stops when its thread is
 * interrupted. NaN: a group without outgoing ties or of everybody (Coleman), one group or none (all three), no ties.
 */
public final class Segregation {
    private Segregation() {}

    /** An index with what dealing the groups anew gives. */
    public record Score(double observed, Expectation expected) {}

    /**
     * The answer.
     *
     * @param homophily Coleman's index, by group
     * @param segregation Freeman's index of the whole
     * @param assortativity Newman's coefficient of the whole
     */
    public record Result(List<Score> homophily, Score segregation, Score assortativity) {}

    /** The three indices. */
    public static Result compute(TieGraph graph, ExternalInternal.Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of the shuffles. */
    public static Result compute(TieGraph graph, ExternalInternal.Parameters parameters, Progress progress) {
        int[] groups = parameters.groups();
        int count = Groups.count(graph, groups);
        Indices indices = new Indices(Groups.sizes(groups, count), graph.orientation());
        double[] observed = indices.of(tally(graph, groups, count, parameters.amount()));
        double[][] shuffled = new double[count + 2][parameters.permutations()];
        LabelShuffles.bothSides(graph, groups, count, parameters.amount(), parameters.seed())
                .run(
                        parameters.permutations(),
                        parameters.threads(),
                        (permutation, internal, volumes) -> {
                            double[] values = indices.of(new double[][] {internal, volumes[0], volumes[1]});
                            for (int place = 0; place < values.length; place++) {
                                shuffled[place][permutation] = values[place];
                            }
                        },
                        progress);
        List<Score> scores = new ArrayList<>();
        for (int place = 0; place < observed.length; place++) {
            scores.add(new Score(observed[place], Expectation.of(observed[place], shuffled[place])));
        }
        Score assortativity = scores.removeLast();
        Score segregation = scores.removeLast();
        return new Result(List.copyOf(scores), segregation, assortativity);
    }

    /** By group: amount inside, going out, coming in; each tie once. */
    private static double[][] tally(TieGraph graph, int[] groups, int count, Amount amount) {
        double[][] tally = new double[3][count];
        GroupedTies ties = GroupedTies.of(graph, groups);
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = groups[ties.from()[tie]];
            int to = groups[ties.to()[tie]];
            double much = amount.of(graph, ties.slots()[tie]);
            tally[0][from] += from == to ? much : 0;
            tally[1][from] += much;
            tally[2][to] += much;
        }
        return tally;
    }

    /** The formulas; Coleman's by group, then Freeman's, then Newman's. */
    private static final class Indices {
        private final int[] sizes;
        private final boolean directed;
        private final double people;
        private final double pairsAcross;

        Indices(int[] sizes, Orientation orientation) {
            this.sizes = sizes;
            this.directed = orientation == Orientation.DIRECTED;
            double all = 0;
            double inside = 0;
            for (double size : sizes) {
                all += size;
                inside += size * (size - 1);
            }
            this.people = all;
            this.pairsAcross = 1 - inside / (all * (all - 1));
        }

        double[] of(double[][] tally) {
            double[] values = new double[sizes.length + 2];
            double inside = 0;
            double products = 0;
            double all = 0;
            for (int group = 0; group < sizes.length; group++) {
                // A tie without direction goes out from both its ends.
                double within = directed ? tally[0][group] : 2 * tally[0][group];
                double out = directed ? tally[1][group] : tally[1][group] + tally[2][group];
                double in = directed ? tally[2][group] : out;
                values[group] = coleman(within / out, (sizes[group] - 1) / (people - 1));
                inside += within;
                products += out * in;
                all += out;
            }
            double share = inside / all;
            double expected = products / (all * all);
            values[sizes.length] = pairsAcross > 0 ? 1 - (1 - share) / pairsAcross : Double.NaN;
            values[sizes.length + 1] = expected < 1 ? (share - expected) / (1 - expected) : Double.NaN;
            return values;
        }

        private static double coleman(double share, double chance) {
            double room = share > chance ? 1 - chance : chance;
            // Somebody alone in their group has nobody to keep to; a group of everybody nobody else.
            return room > 0 && chance < 1 ? (share - chance) / room : Double.NaN;
        }
    }
}
