package org.passerelle.community;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.RankInterval;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.NetworkSnapshot;

/**
 * How far the ranks of {@link AnimatorScores} depend on the weeks one happened to look at.
 *
 * <p>The days from the first act to the last are cut into periods of two weeks, or longer ones where that gives more than
 * {@value #PERIODS_MAX}; as many are drawn again, with replacement, and everybody is scored and ranked by what followed in
 * them, against what the same volume drew in them when speakers were permuted. The interval is where 95 % of the ranks lie
 * ({@link Weeks#ends}), widened to hold the rank itself. What follows a contribution counts in the period in which it
 * followed. O(permutations x acts + draws x people x periods).
 */
final class AnimatorRanks {
    static final int DRAWS = 200;
    static final int PERIODS_MAX = 52;
    private static final int PERIOD_WEEKS_MIN = 2;
    private static final int DAYS_A_WEEK = 7;
    private static final Weeks.Parameters WEEKS =
            Weeks.Parameters.defaults().withDraws(DRAWS).withBlock(1);

    /** What an answer says of it. */
    static final String DESCRIPTION = "periods of " + PERIOD_WEEKS_MIN + " weeks or more, at most " + PERIODS_MAX
            + ", drawn again " + DRAWS + " times, seed " + WEEKS.seed();

    private final Threads threads;
    private final int[] period;
    private final int periods;
    private final int[] below;
    private final double[][] observed = new double[PartCounts.PARTS][];
    private final double[][] expected = new double[PartCounts.PARTS][];
    private final int[] volumes;
    private final int[] weeks;
    private final int[] allWeeks;

    /** The intervals by id of the person; empty with fewer than two periods. */
    record Result(Map<String, RankInterval> intervals) {
        Result {
            intervals = Map.copyOf(intervals);
        }

        RankInterval of(String personId) {
            return intervals.getOrDefault(personId, RankInterval.NO_DATA);
        }
    }

    private AnimatorRanks(Threads threads, int[] below) {
        this.threads = threads;
        this.below = below;
        int first = Arrays.stream(threads.day).min().orElse(0);
        int last = Arrays.stream(threads.day).max().orElse(0);
        int span = (last - first) / DAYS_A_WEEK + 1;
        int length = Math.max(PERIOD_WEEKS_MIN, Math.ceilDiv(span, PERIODS_MAX));
        this.periods = Math.ceilDiv(span, length);
        this.period = Arrays.stream(threads.day)
                .map(day -> (day - first) / (DAYS_A_WEEK * length))
                .toArray();
        int cells = threads.people.size() * periods;
        this.volumes = new int[cells];
        this.weeks = new int[cells];
        this.allWeeks = new int[periods];
        int[] lastWeek = new int[threads.people.size()];
        Arrays.fill(lastWeek, -1);
        int lastOfAll = -1;
        for (int position : threads.byTime) {
            int person = threads.speaker[position];
            int week = (threads.day[position] - first) / DAYS_A_WEEK;
            volumes[person * periods + period[position]]++;
            weeks[person * periods + period[position]] += lastWeek[person] == week ? 0 : 1;
            allWeeks[period[position]] += lastOfAll == week ? 0 : 1;
            lastWeek[person] = week;
            lastOfAll = week;
        }
    }

    /**
     * Ranks everybody anew in every draw.
     *
     * @param ranked the answer whose ranks are asked about, in order
     */
    static Result compute(
            List<Act> acts, Set<String> knownBefore, NetworkSnapshot snapshot, LocalDate day, List<Scored> ranked) {
        Threads threads = Threads.of(Turns.of(acts));
        AnimatorRanks ranks = new AnimatorRanks(threads, FormalRank.below(snapshot.chart(), threads.people, day));
        if (ranks.periods < 2) {
            return new Result(Map.of());
        }
        ranks.count(threads.among(knownBefore), new Strangers(snapshot, threads.people, day), Parameters.defaults());
        return ranks.result(ranked);
    }

    private void count(boolean[] known, Strangers strangers, Parameters parameters) {
        PartCounts counter = new PartCounts(threads, strangers, known, period, periods);
        int[][] counts = counter.count(threads.speaker);
        for (int part = 0; part < PartCounts.PARTS; part++) {
            observed[part] = Arrays.stream(counts[part]).asDoubleStream().toArray();
            expected[part] = new double[observed[part].length];
        }
        SplittableRandom random = new SplittableRandom(parameters.seed());
        int[] speaker = threads.speaker.clone();
        for (int permutation = 0; permutation < parameters.permutations(); permutation++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The answer is no longer waited for");
            }
            AnimatorScores.shuffle(threads, speaker, random);
            int[][] dealt = counter.count(speaker);
            for (int part = 0; part < PartCounts.PARTS; part++) {
                for (int cell = 0; cell < expected[part].length; cell++) {
                    expected[part][cell] += dealt[part][cell] / (double) parameters.permutations();
                }
            }
        }
    }

    private Result result(List<Scored> ranked) {
        int[] followed = ranked.stream()
                .mapToInt(scored -> java.util.Collections.binarySearch(threads.people, scored.personId()))
                .toArray();
        int[][] times = Weeks.times(periods, WEEKS);
        List<RankInterval> found = RankInterval.ofDraws(
                followed,
                IntStream.rangeClosed(1, followed.length).toArray(),
                DRAWS,
                draw -> scores(times[draw]),
                periods);
        Map<String, RankInterval> intervals = new HashMap<>();
        for (int place = 0; place < found.size(); place++) {
            intervals.put(ranked.get(place).personId(), found.get(place));
        }
        return new Result(intervals);
    }

    /** Scores of everybody in one draw of periods. */
    private double[] scores(int[] times) {
        int people = threads.people.size();
        double[][] sums = new double[2 * PartCounts.PARTS][people];
        int[] volume = new int[people];
        int[] active = new int[people];
        int all = 0;
        int allVolume = 0;
        for (int number = 0; number < periods; number++) {
            all += times[number] * allWeeks[number];
        }
        for (int person = 0; person < people; person++) {
            for (int number = 0; number < periods; number++) {
                int cell = person * periods + number;
                volume[person] += times[number] * volumes[cell];
                active[person] += times[number] * weeks[cell];
                for (int part = 0; part < PartCounts.PARTS && times[number] > 0; part++) {
                    sums[part][person] += times[number] * observed[part][cell];
                    sums[PartCounts.PARTS + part][person] += times[number] * expected[part][cell];
                }
            }
            allVolume += volume[person];
        }
        double[] scores = new double[people];
        boolean[] steady = new boolean[people];
        int shown = 1;
        for (int part = 0; part < PartCounts.PARTS; part++) {
            shown += Arrays.stream(sums[part]).anyMatch(sum -> sum > 0) ? 1 : 0;
        }
        for (int person = 0; person < people; person++) {
            if (volume[person] > 0) {
                // A part without any event gives nobody anything, so that only the mean has to know.
                double sum = AnimatorScoring.keeps(active[person], volume[person], all);
                for (int part = 0; part < PartCounts.PARTS; part++) {
                    sum += AnimatorScoring.net(sums[part][person], sums[PartCounts.PARTS + part][person]);
                }
                double presence = AnimatorScoring.presence(active[person], all);
                steady[person] = presence >= 1;
                scores[person] = sum / shown * (1 - volume[person] / (double) allVolume) * presence;
            }
        }
        double slope = FormalRank.slope(scores, below, steady);
        for (int person = 0; person < people; person++) {
            scores[person] = Math.max(0, scores[person] - slope * FormalRank.rank(below[person]));
        }
        return scores;
    }
}
