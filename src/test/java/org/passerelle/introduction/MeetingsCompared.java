package org.passerelle.introduction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.passerelle.measure.CrossGroupNearness;
import org.passerelle.network.Dimension;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Visibility;

/**
 * What chosen meetings add to the efficiency across groups beside pairs drawn at random and pairs of those with most
 * ties, all of them allowed pairs. Every gain is the efficiency measured anew with the ties, less the one before.
 */
public final class MeetingsCompared {
    private MeetingsCompared() {}

    /**
     * Gains of the three, and what no set exceeds.
     *
     * @param random mean over the draws
     * @param randomBest best of the draws
     */
    public record Figures(
            double before,
            double chosen,
            double degree,
            double random,
            double randomBest,
            double ceiling,
            int candidates,
            int meetings) {
        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT,
                    "efficiency %.5f; %d of %d allowed pairs; gain of one: chosen %.6f, degree %.6f, random %.6f (best draw %.6f); all %.6f, limit %.6f",
                    before,
                    meetings,
                    candidates,
                    chosen / meetings,
                    degree / meetings,
                    random / meetings,
                    randomBest / meetings,
                    chosen,
                    ceiling);
        }
    }

    /** Compares as many meetings of each. */
    public static Figures compare(
            NetworkSnapshot snapshot, Dimension dimension, int unitDepth, int meetings, int draws) {
        MeetingQuestion question = new MeetingQuestion(
                dimension,
                unitDepth,
                snapshot.extent(),
                List.of(),
                meetings,
                java.util.Set.of(Visibility.COMPANY, Visibility.COMMUNITY),
                java.util.Set.of());
        Meetable meetable = new Meetable(snapshot, question);
        Grouping grouping = snapshot.grouping(dimension, snapshot.extent().to(), unitDepth);
        int[] groups = Meetings.counted(grouping, question, meetable);
        TieGraph graph = Meetings.network(snapshot, question, meetable);
        List<int[]> candidates = candidates(graph, groups, meetable);
        double before = efficiency(graph, groups);
        MeetingPlan plan = Meetings.compute(snapshot, question);
        List<int[]> chosen = plan.meetings().stream()
                .map(meeting -> meeting.sides().stream()
                        .mapToInt(side -> snapshot.vertex(side.person().id()).orElseThrow())
                        .toArray())
                .toList();
        List<int[]> byDegree = new ArrayList<>(candidates);
        byDegree.sort(Comparator.comparingInt(pair -> -graph.degree(pair[0]) - graph.degree(pair[1])));
        double[] drawn = LongStream.range(0, draws)
                .mapToDouble(seed ->
                        efficiency(with(graph, spread(shuffled(candidates, seed), chosen.size())), groups) - before)
                .toArray();
        return new Figures(
                before,
                efficiency(with(graph, chosen), groups) - before,
                efficiency(with(graph, spread(byDegree, chosen.size())), groups) - before,
                java.util.Arrays.stream(drawn).average().orElse(0),
                java.util.Arrays.stream(drawn).max().orElse(0),
                Objects.requireNonNullElse(plan.gainMax(), Double.NaN),
                candidates.size(),
                chosen.size());
    }

    private static List<int[]> candidates(TieGraph graph, int[] groups, Meetable meetable) {
        List<int[]> candidates = new ArrayList<>();
        for (int one = 0; one < groups.length; one++) {
            for (int other = one + 1; other < groups.length; other++) {
                if (groups[one] >= 0
                        && groups[other] >= 0
                        && groups[one] != groups[other]
                        && graph.slot(one, other) < 0
                        && meetable.mayTakePart(one)
                        && meetable.mayTakePart(other)
                        && meetable.mayMeet(one, other)) {
                    candidates.add(new int[] {one, other});
                }
            }
        }
        return candidates;
    }

    private static List<int[]> shuffled(List<int[]> candidates, long seed) {
        List<int[]> shuffled = new ArrayList<>(candidates);
        java.util.Collections.shuffle(shuffled, new java.util.Random(new SplittableRandom(seed).nextLong()));
        return shuffled;
    }

    /** The first of these, two of one person at most: the rule that chosen meetings keep too. */
    private static List<int[]> spread(List<int[]> order, int most) {
        List<int[]> spread = new ArrayList<>();
        for (int[] pair : order) {
            if (spread.size() < most && uses(spread, pair[0]) < 2 && uses(spread, pair[1]) < 2) {
                spread.add(pair);
            }
        }
        return spread;
    }

    private static long uses(List<int[]> pairs, int vertex) {
        return pairs.stream()
                .filter(pair -> pair[0] == vertex || pair[1] == vertex)
                .count();
    }

    private static TieGraph with(TieGraph graph, List<int[]> pairs) {
        return graph.plus(TieGraph.undirected(
                graph.people(),
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                pairs.stream().mapToDouble(_ -> 1).toArray(),
                IntStream.range(0, pairs.size()).map(_ -> 1).toArray()));
    }

    private static double efficiency(TieGraph graph, int[] groups) {
        return CrossGroupNearness.compute(graph, CrossGroupNearness.Parameters.defaults(groups))
                .efficiency();
    }
}
