package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.SelfRegulation.Parameters;
import org.passerelle.measure.SelfRegulation.Result;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Activity.Act;

/**
 * What of a community lives without its natural animators, by {@link org.passerelle.measure.SelfRegulation}: a thread
 * does when somebody else started it and at least one more person who is none of them spoke in it. It assumes that
 * nobody would step in for them.
 *
 * @param share of the threads, null without threads
 * @param interval the same with its interval over weeks, null where fewer than two weeks have threads
 * @param trend change of the share in a year, null where fewer than two weeks have threads
 * @param threads threads in the window
 * @param withoutFirst what would remain without the first animator, null without one
 * @param withoutAppointed what would remain without all appointed ones, null where none of them contributed
 */
public record SelfRegulation(
        @Nullable Double share,
        @Nullable Estimate interval,
        @Nullable Estimate trend,
        int threads,
        @Nullable Removal withoutFirst,
        @Nullable Removal withoutAppointed) {
    /** How many animators are left out. */
    public static final int ANIMATORS = 3;

    private static final long SEED = 20250101L;
    private static final double WEEKS_A_YEAR = 365.25 / 7;

    /**
     * What would remain without one person, beside others of like volume.
     *
     * @param contributions the person's
     * @param kept share of the others' replies in threads that would live on
     * @param expected the mean of the same without each of the matched people
     * @param matched how many people of like volume there are
     * @param p share of them, the person included, without whom no more would remain
     */
    public record Removal(
            int contributions,
            @Nullable Double kept,
            @Nullable Double expected,
            int matched,
            @Nullable Double p) {
        private static Removal of(org.passerelle.measure.SelfRegulation.Removal removal) {
            return new Removal(
                    removal.contributions(),
                    number(removal.kept()),
                    number(removal.expected()),
                    removal.matched().size(),
                    number(removal.p()));
        }
    }

    /**
     * Leaves the first {@value #ANIMATORS} of these people, strongest first, out of those acts; apart from that, the
     * appointed ones.
     */
    public static SelfRegulation without(List<String> animatorIds, Set<String> appointedIds, List<Act> acts) {
        Threads threads = Threads.of(acts);
        boolean[] animators = new boolean[threads.people.size()];
        animatorIds.stream().limit(ANIMATORS).mapToInt(threads.people::indexOf).forEach(person -> {
            if (person >= 0) {
                animators[person] = true;
            }
        });
        List<int[]> speakers = new ArrayList<>();
        int[] weeks = new int[threads.threads()];
        for (int thread = 0; thread < weeks.length; thread++) {
            int start = threads.threadStart[thread];
            speakers.add(Arrays.copyOfRange(threads.speaker, start, threads.threadStart[thread + 1]));
            weeks[thread] = Math.floorDiv(threads.day[start], 7);
        }
        Parameters parameters = Parameters.defaults(speakers, weeks, animators);
        Result result = org.passerelle.measure.SelfRegulation.compute(parameters);
        int first = animatorIds.isEmpty() ? -1 : threads.people.indexOf(animatorIds.getFirst());
        int[] appointed = appointedIds.stream()
                .mapToInt(threads.people::indexOf)
                .filter(person -> person >= 0)
                .sorted()
                .toArray();
        return new SelfRegulation(
                number(result.share().value()),
                estimate(result.share(), 1),
                estimate(result.trend(), WEEKS_A_YEAR),
                weeks.length,
                first < 0 ? null : Removal.of(org.passerelle.measure.SelfRegulation.removal(parameters, first)),
                appointed.length == 0
                        ? null
                        : Removal.of(org.passerelle.measure.SelfRegulation.removal(parameters, appointed, SEED)));
    }

    /** The same without the figure on the appointed ones: it would speak of few people who are known. */
    SelfRegulation withoutAppointedFigure() {
        return new SelfRegulation(share, interval, trend, threads, withoutFirst, null);
    }

    private static @Nullable Estimate estimate(Weeks.Interval interval, double times) {
        return Double.isNaN(interval.value()) || Double.isNaN(interval.low()) || Double.isNaN(interval.high())
                ? null
                : Estimate.holding(interval.value() * times, interval.low() * times, interval.high() * times);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
