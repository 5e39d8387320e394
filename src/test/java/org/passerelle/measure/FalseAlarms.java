package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.measure.Brokerage.Role;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * How often each of our p-values and intervals calls a difference where there is none, over small companies
 * without structure: some people are busier than others, but nobody cares for groups, weeks or animators. A p-value
 * of at most .05 should come in about 5 of 100; an interval of 95 % should miss as often. Run by hand; prints a table.
 * Arguments: number of companies (1,000) and the seed (1).
 */
final class FalseAlarms {
    private static final double NOMINAL = .05;
    private static final double NORMAL = 1.96;

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    private FalseAlarms() {}

    public static void main(String[] arguments) {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        System.out.printf(Locale.ROOT, "%d companies, seed %d, nominal %.0f %%%n", companies, seed, 100 * NOMINAL);
        run(companies, seed)
                .forEach((what, share) -> System.out.printf(
                        Locale.ROOT,
                        "| %-55s | %6d of %7d | %5.2f %% (%.2f to %.2f) |%n",
                        what,
                        share.counted(),
                        share.of(),
                        100 * share.share(),
                        100 * share.low(),
                        100 * share.high()));
    }

    /** The rates over so many companies. */
    static Map<String, Proportion> run(int companies, long seed) {
        FalseAlarms alarms = new FalseAlarms();
        for (int company = 0; company < companies; company++) {
            long own = Seeds.of(seed, company);
            SplittableRandom random = new SplittableRandom(own);
            double[] activity =
                    random.doubles(60).map(value -> Math.exp(2 * value)).toArray();
            Orientation orientation = company % 2 == 0 ? Orientation.UNDIRECTED : Orientation.DIRECTED;
            TieGraph graph = graph(random, activity, orientation);
            int[] groups = groups(random, activity.length);
            alarms.groups(graph, groups, own);
            alarms.brokers(graph, groups);
            alarms.weeks(random, own);
            alarms.community(random);
        }
        Map<String, Proportion> rates = new LinkedHashMap<>();
        alarms.counts.forEach((what, count) -> rates.put(what, Proportion.of(count[0], count[1])));
        return rates;
    }

    /** About 240 ties, each person met in proportion to their activity. */
    private static TieGraph graph(SplittableRandom random, double[] activity, Orientation orientation) {
        int[] from = new int[240];
        int[] to = new int[240];
        for (int tie = 0; tie < from.length; tie++) {
            from[tie] = draw(random, activity);
            to[tie] = draw(random, activity);
        }
        return SharedData.simple(activity.length, from, to, orientation);
    }

    private static int draw(SplittableRandom random, double[] share) {
        double left = random.nextDouble() * Arrays.stream(share).sum();
        int place = 0;
        while (place < share.length - 1 && left >= share[place]) {
            left -= share[place++];
        }
        return place;
    }

    /** Five groups of different sizes, whoever is in them. */
    private static int[] groups(SplittableRandom random, int people) {
        double[] shares = {1, 2, 3, 4, 5};
        return IntStream.range(0, people).map(_ -> draw(random, shares)).toArray();
    }

    private void groups(TieGraph graph, int[] groups, long seed) {
        ExternalInternal.Result index = ExternalInternal.compute(
                graph,
                ExternalInternal.Parameters.defaults(groups)
                        .withPermutations(199)
                        .withSeed(seed)
                        .withThreads(1));
        p("E-I of the whole, labels shuffled", index.whole().expected().p());
        index.groups()
                .forEach(score ->
                        p("E-I of a group, labels shuffled", score.expected().p()));
        z("E-I of the whole, exact mean and deviation, z", index.wholeExact().z());
        Segregation.Result segregation = Segregation.compute(
                graph,
                ExternalInternal.Parameters.defaults(groups)
                        .withPermutations(199)
                        .withSeed(seed)
                        .withThreads(1));
        p(
                "Freeman's segregation, labels shuffled",
                segregation.segregation().expected().p());
        p(
                "assortativity, labels shuffled",
                segregation.assortativity().expected().p());
        segregation
                .homophily()
                .forEach(score -> p(
                        "Coleman's homophily of a group, labels shuffled",
                        score.expected().p()));
        ConfigurationModel.Result rewired = ConfigurationModel.compute(
                graph,
                ConfigurationModel.Parameters.defaults(groups).withSeed(seed).withThreads(1));
        p("E-I of the whole, ties switched", rewired.whole().expected().p());
        rewired.groups()
                .forEach(score ->
                        p("E-I of a group, ties switched", score.expected().p()));
        MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(groups)).cells().stream()
                .filter(cell -> cell.from() <= cell.to() && cell.expected() >= 5)
                .forEach(cell -> add(
                        "observed over expected, interval without 1 (5 ties or more expected)",
                        cell.low() > 1 || cell.high() < 1));
    }

    private void brokers(TieGraph graph, int[] groups) {
        Brokerage.Result brokerage =
                Brokerage.compute(graph, Brokerage.Parameters.defaults(groups).withThreads(1));
        for (int vertex = 0; vertex < groups.length; vertex++) {
            for (Role role : Role.values()) {
                if (brokerage.expected(vertex, role) >= 5) {
                    z("brokerage of a person in a role (5 or more expected), z", brokerage.z(vertex, role));
                }
            }
        }
    }

    private void weeks(SplittableRandom random, long seed) {
        double[][] before = busyWeeks(random);
        double[][] after = busyWeeks(random);
        Weeks.Parameters draws = Weeks.Parameters.defaults().withDraws(399).withSeed(seed);
        p(
                "before and after, blocks of 2 weeks dealt",
                Weeks.change(before, after, sums -> sums[1] / sums[0], draws).p());
        Weeks.Interval interval = Weeks.interval(before, sums -> sums[1] / sums[0], draws);
        add("interval of 26 weeks, true share outside", interval.low() > .4 || interval.high() < .4);
    }

    /** 26 weeks; the volume of one drags on into the next, the share of 40 % holds. */
    private static double[][] busyWeeks(SplittableRandom random) {
        double[][] weeks = new double[26][];
        double volume = 40;
        for (int week = 0; week < weeks.length; week++) {
            volume = .6 * volume + 32 * random.nextDouble();
            int much = 5 + (int) volume;
            weeks[week] = new double[] {
                much, random.doubles(much).filter(value -> value < .4).count()
            };
        }
        return weeks;
    }

    private void community(SplittableRandom random) {
        double[] activity = random.doubles(60).map(value -> Math.exp(2 * value)).toArray();
        List<int[]> threads = new ArrayList<>();
        int[] week = new int[300];
        int[] volumes = new int[activity.length];
        for (int thread = 0; thread < week.length; thread++) {
            week[thread] = thread * 26 / week.length;
            threads.add(IntStream.range(0, 1 + random.nextInt(5))
                    .map(_ -> draw(random, activity))
                    .toArray());
            Arrays.stream(threads.getLast()).forEach(speaker -> volumes[speaker]++);
        }
        boolean[] animators = new boolean[activity.length];
        animators[0] = true;
        SelfRegulation.Parameters parameters = SelfRegulation.Parameters.defaults(threads, week, animators);
        Weeks.Interval trend = SelfRegulation.compute(parameters).trend();
        add("self-regulation, interval of the trend without 0", trend.low() > 0 || trend.high() < 0);
        int[] byVolume = IntStream.range(0, volumes.length)
                .boxed()
                .sorted((one, other) -> Integer.compare(volumes[other], volumes[one]))
                .mapToInt(Integer::intValue)
                .toArray();
        p(
                "removal of somebody of middle volume",
                SelfRegulation.removal(parameters, byVolume[30]).p());
        p(
                "removal of the one of most volume",
                SelfRegulation.removal(parameters, byVolume[0]).p());
    }

    private void p(String what, double value) {
        if (!Double.isNaN(value)) {
            add(what, value <= NOMINAL);
        }
    }

    private void z(String what, double value) {
        if (!Double.isNaN(value)) {
            add(what, Math.abs(value) > NORMAL);
        }
    }

    private void add(String what, boolean alarm) {
        long[] count = counts.computeIfAbsent(what, _ -> new long[2]);
        count[0] += alarm ? 1 : 0;
        count[1]++;
    }
}
