package org.passerelle.bridge;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.passerelle.measure.Betweenness;
import org.passerelle.measure.RankInterval;
import org.passerelle.measure.SampledBetweenness;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.PairPeriods;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * How far the ranks of {@link Bridges} depend on the weeks one happened to look at.
 *
 * <p>Blocks of two weeks are drawn again, with replacement, as often as fit the window ({@link Weeks}); a tie is there
 * when one of its weeks was drawn, and everybody is ranked anew. The interval is where 95 % of the ranks lie, widened to
 * hold the rank itself. A draw sees about 63 % of the weeks and so loses occasional ties: who bridges by many occasional
 * ties moves more, and rightly so. Groups are those held longest in the window throughout.
 *
 * <p>One thread, so that others get their answers meanwhile; {@value #DRAWS} times the work of one betweenness. Stops when
 * its thread is interrupted.
 */
final class BridgeRanks {
    static final int DRAWS = 200;
    /** Ranks below are not followed. */
    static final int FOLLOWED_MAX = 10_000;

    private static final Weeks.Parameters WEEKS = Weeks.Parameters.defaults().withDraws(DRAWS);
    private static final double EXACT_STEPS_MAX = 5e8;
    private static final int DAYS_A_WEEK = 7;

    /** What an answer says of it. */
    static final String DESCRIPTION = "blocks of " + WEEKS.block() + " weeks drawn again " + DRAWS + " times, seed "
            + WEEKS.seed() + "; the first " + FOLLOWED_MAX + " ranks";

    private BridgeRanks() {}

    /** The intervals by id of the person; empty with fewer than two blocks. */
    record Result(Map<String, RankInterval> intervals) {
        Result {
            intervals = Map.copyOf(intervals);
        }

        RankInterval of(String personId) {
            return intervals.getOrDefault(personId, RankInterval.NO_DATA);
        }
    }

    /**
     * Ranks everybody anew in every draw.
     *
     * @param bridges the answer whose ranks are asked about, in order
     */
    static Result compute(NetworkSnapshot snapshot, BridgeQuestion question, List<Bridge> bridges) {
        return compute(snapshot, question, bridges, DRAWS);
    }

    /** The same from other than {@value #DRAWS} draws. */
    static Result compute(NetworkSnapshot snapshot, BridgeQuestion question, List<Bridge> bridges, int draws) {
        Window window = snapshot.withData(question.window());
        int weeks = (int) (ChronoUnit.DAYS.between(window.from(), window.to()) / DAYS_A_WEEK) + 1;
        double blocks = (double) weeks / WEEKS.block();
        if (blocks < 2) {
            return new Result(Map.of());
        }
        Grouping grouping = snapshot.history(question.dimension(), question.unitDepth(), window)
                .mainGrouping();
        int[] groups = grouping.assignment();
        int[] pair = IntStream.range(0, grouping.groups().size())
                .filter(group ->
                        question.between().contains(grouping.groups().get(group).id()))
                .toArray();
        int[] followed = bridges.stream()
                .limit(FOLLOWED_MAX)
                .mapToInt(bridge -> snapshot.vertex(bridge.person().id()).orElseThrow())
                .toArray();
        PairPeriods ties = PairPeriods.ofPeople(snapshot, TieFilter.of(window), DAYS_A_WEEK);
        int[][] times = Weeks.times(weeks, WEEKS);
        List<RankInterval> found = RankInterval.ofDraws(
                followed,
                bridges.stream().limit(FOLLOWED_MAX).mapToInt(Bridge::rank).toArray(),
                draws,
                draw -> scores(drawn(ties, times[draw], groups.length), groups, pair),
                blocks);
        Map<String, RankInterval> intervals = new HashMap<>();
        for (int place = 0; place < found.size(); place++) {
            intervals.put(bridges.get(place).person().id(), found.get(place));
        }
        return new Result(intervals);
    }

    private static TieGraph drawn(PairPeriods ties, int[] times, int people) {
        int[] there = IntStream.range(0, ties.pairs())
                .filter(pair -> ties.drawn(pair, times))
                .toArray();
        double[] ones = new double[there.length];
        int[] counts = new int[there.length];
        Arrays.fill(ones, 1);
        Arrays.fill(counts, 1);
        return TieGraph.undirected(
                people,
                Arrays.stream(there).map(ties::from).toArray(),
                Arrays.stream(there).map(ties::to).toArray(),
                ones,
                counts);
    }

    /** What everybody is ordered by: the ties between two groups first where these are asked about, then the paths. */
    private static double[] scores(TieGraph graph, int[] groups, int[] pair) {
        int[] across = pair.length == 0
                ? groups
                : Arrays.stream(groups)
                        .map(group -> group == pair[0] || group == pair[1] ? group : -1)
                        .toArray();
        double[] scores = (double) graph.people() * graph.ties() <= EXACT_STEPS_MAX
                ? Betweenness.compute(
                                graph,
                                Betweenness.Parameters.defaults()
                                        .acrossGroups(across)
                                        .withThreads(1))
                        .shares()
                : SampledBetweenness.compute(
                                graph,
                                SampledBetweenness.Parameters.defaults()
                                        .acrossGroups(across)
                                        .withThreads(1))
                        .shares();
        for (int vertex = 0; vertex < scores.length && pair.length == 2; vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int own = across[vertex];
                int other = across[graph.neighbour(slot)];
                // A share is at most 1, so twice the ties come before it.
                scores[vertex] += own >= 0 && other >= 0 && own != other ? 2 : 0;
            }
        }
        return scores;
    }
}
