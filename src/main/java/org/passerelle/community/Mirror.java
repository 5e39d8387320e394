package org.passerelle.community;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;

/**
 * Whether a community mirrors the chart: the share of its exchanges inside one unit, or one trade, over what is expected
 * of the same people when each answers as often and is answered as often, but whomever.
 *
 * <p>With person i's share f of the answers given and t of those received: expected = sum over groups of (F T - sum of f t
 * in the group) / (1 - sum of all f t), where F and T are the group's sums; nobody answers themselves. 1 is no mirror;
 * above 1 people keep to their own. Only exchanges of two people whose group is known count. The interval of observed over
 * expected draws blocks of two weeks anew ({@link Weeks#times}), {@value #DRAWS} times. Groups are those of the last day.
 * O(draws x exchanges).
 *
 * @param exchanges that count
 * @param people who took part in them
 * @param groups how many there are among them
 * @param inside share inside one group, null without exchanges
 * @param expected the same if people answered whomever, null without exchanges or with one group
 * @param index observed over expected with its interval, null where that cannot be told
 */
record Mirror(
        int exchanges,
        int people,
        int groups,
        @Nullable Double inside,
        @Nullable Double expected,
        @Nullable Estimate index) {
    private static final int DRAWS = 200;

    /** The mirror of a dimension; UNIT or TRADE. */
    static Mirror of(Exchanges exchanges, Chart chart, Dimension dimension, java.time.LocalDate day) {
        List<String> ids = exchanges.threads.people;
        Map<String, Integer> numbers = new HashMap<>();
        int[] group = ids.stream()
                .mapToInt(id -> chart.groupOf(id, dimension, day, 0)
                        .map(found -> numbers.computeIfAbsent(found.id(), _ -> numbers.size()))
                        .orElse(-1))
                .toArray();
        int[] answers = exchanges.answers().stream()
                .mapToInt(Integer::intValue)
                .filter(position -> group[exchanges.threads.speaker[position]] >= 0
                        && group[exchanges.answeredPerson(position)] >= 0)
                .toArray();
        if (answers.length == 0) {
            return new Mirror(0, 0, 0, null, null, null);
        }
        Pairs pairs = new Pairs(exchanges, answers, group, numbers.size());
        double[] whole = pairs.shares(null);
        boolean[] taking = pairs.taking();
        int people = 0;
        boolean[] present = new boolean[numbers.size()];
        for (int person = 0; person < taking.length; person++) {
            if (taking[person]) {
                people++;
                present[group[person]] = true;
            }
        }
        int groups = 0;
        for (boolean there : present) {
            groups += there ? 1 : 0;
        }
        boolean told = groups > 1 && whole[1] > 0;
        return new Mirror(
                answers.length, people, groups, whole[0], told ? whole[1] : null, told ? pairs.index(whole) : null);
    }

    /** Exchanges as pairs of numbers. */
    private record Pairs(int[] from, int[] to, int[] week, int weeks, int[] group, int groups) {
        Pairs(Exchanges exchanges, int[] answers, int[] group, int groups) {
            this(
                    Arrays.stream(answers)
                            .map(position -> exchanges.threads.speaker[position])
                            .toArray(),
                    Arrays.stream(answers).map(exchanges::answeredPerson).toArray(),
                    new int[answers.length],
                    span(exchanges, answers),
                    group,
                    groups);
            int first = first(exchanges, answers);
            for (int answer = 0; answer < answers.length; answer++) {
                week[answer] = Math.floorDiv(exchanges.threads.day[answers[answer]], 7) - first;
            }
        }

        private static int first(Exchanges exchanges, int[] answers) {
            return Arrays.stream(answers)
                    .map(position -> Math.floorDiv(exchanges.threads.day[position], 7))
                    .min()
                    .orElse(0);
        }

        private static int span(Exchanges exchanges, int[] answers) {
            int last = Arrays.stream(answers)
                    .map(position -> Math.floorDiv(exchanges.threads.day[position], 7))
                    .max()
                    .orElse(0);
            return last - first(exchanges, answers) + 1;
        }

        boolean[] taking() {
            boolean[] taking = new boolean[group.length];
            for (int answer = 0; answer < from.length; answer++) {
                taking[from[answer]] = true;
                taking[to[answer]] = true;
            }
            return taking;
        }

        /** Observed and expected share inside, each exchange counted as often as its week was drawn; once without times. */
        double[] shares(int @Nullable [] times) {
            double[] gives = new double[group.length];
            double[] receives = new double[group.length];
            double all = 0;
            double inside = 0;
            for (int answer = 0; answer < from.length; answer++) {
                int count = times == null ? 1 : times[week[answer]];
                gives[from[answer]] += count;
                receives[to[answer]] += count;
                all += count;
                inside += group[from[answer]] == group[to[answer]] ? count : 0;
            }
            if (all == 0) {
                return new double[] {Double.NaN, Double.NaN};
            }
            double[] giving = new double[groups];
            double[] receiving = new double[groups];
            double self = 0;
            for (int person = 0; person < group.length; person++) {
                if (group[person] >= 0) {
                    giving[group[person]] += gives[person] / all;
                    receiving[group[person]] += receives[person] / all;
                    self += gives[person] / all * (receives[person] / all);
                }
            }
            double expected = -self;
            for (int number = 0; number < groups; number++) {
                expected += giving[number] * receiving[number];
            }
            return new double[] {inside / all, self < 1 ? expected / (1 - self) : Double.NaN};
        }

        @Nullable
        Estimate index(double[] whole) {
            Weeks.Parameters parameters = Weeks.Parameters.defaults().withDraws(DRAWS);
            double blocks = (double) weeks / parameters.block();
            if (blocks < 2) {
                return null;
            }
            double[] drawn = Arrays.stream(Weeks.times(weeks, parameters))
                    .map(this::shares)
                    .mapToDouble(shares -> shares[1] > 0 ? shares[0] / shares[1] : Double.NaN)
                    .toArray();
            double value = whole[0] / whole[1];
            Weeks.Interval ends = Weeks.ends(value, drawn, blocks);
            return Double.isNaN(ends.low()) || Double.isNaN(ends.high())
                    ? null
                    : Estimate.holding(value, ends.low(), ends.high());
        }
    }
}
