package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/**
 * Which few new ties would bring the groups of an organisation nearest to one another: which meetings open its silos.
 * One after the other, each time the tie that adds most to {@link CrossGroupNearness} beside those already chosen; of
 * equals the one whose people come first.
 *
 * <p>What is sure and what is not. Adding ties for short ways is hard, and the gain is <em>not</em> submodular: two ties
 * in a row can do what neither does alone, so the 1 - 1/e of the greedy method (Nemhauser, Wolsey and Fisher 1978) is
 * not promised; Parotsidis, Pitoura and Tsaparas, Selecting shortcuts for a smaller world, SIAM Data Mining 2015, show
 * that the problem is NP-hard and that this promise does not hold, and Meyerson and Tagiku, Minimizing average shortest
 * path distances via shortcut edge addition, APPROX 2009, have what can be promised with far more ties. Sure is: of all candidates none adds more than the one
 * chosen at its step, and no set of so many candidates adds more than {@link Result#ceiling} ({@link OpeningCeiling}).
 *
 * <p>Exact for up to {@link Parameters#exactPeopleMax} people with a group: steps between all of them are kept (n² bytes),
 * and a candidate is computed only where its upper bound ({@link TieGains}) reaches the best so far; bounds are taken
 * anew at every step, because without submodularity old ones do not hold. O(c n) a step for c candidates, and O(n²) at
 * worst for each candidate that is computed. In larger networks: candidates are at most {@link Parameters#columnsMax}
 * people, those with most ties of each group first; bounds are over some thousand people drawn by the seed;
 * the most promising are computed with some people drawn from their smaller side, and the winner again with other draws,
 * so that it does not look better for having been drawn well. Then there is no ceiling and each gain has its interval.
 */
public final class OpeningTies {
    private OpeningTies() {}

    /** Who may be brought together. */
    public interface Candidates {
        /** Whether somebody may be in any new tie. */
        boolean mayTakePart(int vertex);

        /** Whether these two may be brought together; asked of two who have no tie, the lower vertex first. */
        boolean mayMeet(int one, int other);
    }

    /**
     * What is asked, and how much work is done for it.
     *
     * @param groups group of every vertex, -1 for none
     * @param ties how many new ties, 1 to {@value #TIES_LIMIT}
     * @param perPersonMax most new ties of one person
     * @param exactPeopleMax up to so many people with a group everything is exact
     * @param columnsMax most candidate people otherwise
     */
    public record Parameters(
            int[] groups,
            int ties,
            int perPersonMax,
            Candidates candidates,
            int exactPeopleMax,
            int columnsMax,
            long seed,
            int threads) {
        /** More would be a programme, not a few meetings. */
        public static final int TIES_LIMIT = 20;

        /** Refuses limits out of range. */
        public Parameters {
            if (ties < 1 || ties > TIES_LIMIT) {
                throw new IllegalArgumentException("ties is 1 to " + TIES_LIMIT + ", not " + ties);
            }
            if (perPersonMax < 1 || exactPeopleMax < 0 || columnsMax < 2) {
                throw new IllegalArgumentException("perPersonMax is at least 1, exactPeopleMax 0, columnsMax 2, not "
                        + perPersonMax + ", " + exactPeopleMax + ", " + columnsMax);
            }
            Crew.checkThreads(threads);
        }

        /** Anybody with anybody of another group, two new ties each at most. */
        public static Parameters defaults(int[] groups, int ties) {
            Candidates anybody = new Candidates() {
                @Override
                public boolean mayTakePart(int vertex) {
                    return true;
                }

                @Override
                public boolean mayMeet(int one, int other) {
                    return true;
                }
            };
            return new Parameters(groups, ties, 2, anybody, 2_500, 256, 1, Crew.everyProcessor());
        }

        /** The same among these people. */
        public Parameters among(Candidates others) {
            return new Parameters(groups, ties, perPersonMax, others, exactPeopleMax, columnsMax, seed, threads);
        }

        /** The same with so many new ties for one person at most. */
        public Parameters withPerPersonMax(int most) {
            return new Parameters(groups, ties, most, candidates, exactPeopleMax, columnsMax, seed, threads);
        }

        /** The same, exact up to so many people and with so many candidates otherwise. */
        public Parameters withSizes(int exactMax, int candidatesMax) {
            return new Parameters(groups, ties, perPersonMax, candidates, exactMax, candidatesMax, seed, threads);
        }
    }

    /**
     * One new tie.
     *
     * @param gain what it adds to the efficiency, beside those before it
     * @param interval of the gain, null where it is exact
     * @param shortened ways between people of different groups that become shorter; rounded where estimated
     * @param stepsBefore steps between the two before, at least 2; empty where there was no way
     */
    public record Opening(
            int one,
            int other,
            double gain,
            @Nullable Estimate interval,
            long shortened,
            @Nullable Integer stepsBefore) {}

    /**
     * The answer.
     *
     * @param before the efficiency as it is
     * @param openings the new ties in the order they were chosen; fewer than asked for where no other adds anything
     * @param ceiling no set of as many candidate ties as were asked for adds more; null where the gains are estimates
     */
    public record Result(
            CrossGroupNearness.Result before,
            List<Opening> openings,
            @Nullable Double ceiling) {
        /** Copies the list. */
        public Result {
            openings = List.copyOf(openings);
        }

        /** What all of them add together. */
        public double gain() {
            return openings.stream().mapToDouble(Opening::gain).sum();
        }
    }

    /** Chooses the new ties. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same, telling how far it is; it ends where its thread is interrupted. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        Groups.count(graph, parameters.groups());
        if (graph.orientation() != TieGraph.Orientation.UNDIRECTED) {
            throw new IllegalArgumentException("New ties are looked for in an undirected graph");
        }
        int[] groups = parameters.groups();
        int[] people = IntStream.range(0, graph.people())
                .filter(vertex -> groups[vertex] >= 0)
                .toArray();
        boolean exact = people.length <= parameters.exactPeopleMax();
        CrossGroupNearness.Result before = CrossGroupNearness.compute(
                graph,
                CrossGroupNearness.Parameters.defaults(groups)
                        .withSources(exact ? Math.max(2, people.length) : 256)
                        .withSeed(parameters.seed()));
        if (before.pairs() == 0) {
            return new Result(before, List.of(), exact ? 0.0 : null);
        }
        OpeningSearch search = new OpeningSearch(graph, people, exact, parameters);
        OpeningCeiling ceiling = exact ? search.ceiling() : null;
        List<Opening> openings = new ArrayList<>();
        double firstGain = 0;
        for (int step = 0; step < parameters.ties(); step++) {
            progress.reached((double) step / parameters.ties());
            Stripes.checkInterrupted();
            OpeningSearch.Found found = search.best(step);
            if (found == null) {
                break;
            }
            firstGain = step == 0 ? found.gain().added() : firstGain;
            openings.add(opening(found, (double) before.pairs(), exact));
            search.add(found);
        }
        progress.reached(1);
        return new Result(
                before,
                openings,
                ceiling == null ? null : ceiling.of(parameters.ties(), firstGain) / (double) before.pairs());
    }

    private static Opening opening(OpeningSearch.Found found, double pairs, boolean exact) {
        double gain = found.gain().added() / pairs;
        double off = CrossGroupNearness.STANDARD_ERRORS * found.gain().deviation() / pairs;
        return new Opening(
                found.one(),
                found.other(),
                gain,
                exact ? null : new Estimate(gain, Math.max(0, gain - off), gain + off),
                Math.round(found.gain().shortened()),
                found.stepsBefore() == StepColumns.NONE ? null : (Integer) found.stepsBefore());
    }
}
