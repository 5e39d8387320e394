package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long something lasts when not everybody could be watched to its end: Edward Kaplan and Paul Meier, Nonparametric
 * estimation from incomplete observations, 1958, doi:10.1080/01621459.1958.10501452.
 *
 * <p>For an organisation: of those who contribute for the first time, the share who still do so many days later, although
 * some began only last month. These are counted as long as they could be watched (censored), not left out and not taken
 * for lost.
 *
 * <pre>S(t) = product over days d &lt;= t on which somebody ended of (1 - ended(d) / atRisk(d))</pre>
 *
 * Whoever is censored on a day was at risk on it. The standard error is that of Major Greenwood, The natural duration of
 * cancer, 1926: {@code S sqrt(sum ended / (atRisk (atRisk - ended)))}. The interval of 95 % is taken on the scale
 * {@code log(-log S)} (John Kalbfleisch and Ross Prentice, The Statistical Analysis of Failure Time Data, 2002,
 * doi:10.1002/9781118032985), so it stays inside 0 to 1. Where S is 1 or 0 that scale has no interval: its other end is then
 * where such a result has a chance of 2.5 % among those at risk (exact for the binomial), and never wider than the step
 * before. It takes people for independent, and censoring for unrelated to ending.
 *
 * <p>Time O(n log n), memory O(n). Nobody: no steps, and every day is unknown.
 */
public final class KaplanMeier {
    /** The 97.5 % point of the normal distribution. */
    private static final double NORMAL = 1.959963984540054;

    private static final double TAIL = 0.025;

    private KaplanMeier() {}

    /**
     * The curve from a day on until the next step.
     *
     * @param day days since the beginning
     * @param atRisk people still watched and not ended just before; at least 1
     * @param ended those who ended on that day
     * @param survival share who last longer than that day
     * @param standardError by Greenwood
     * @param low lower end of the interval
     * @param high upper end of the interval
     */
    public record Step(
            int day, int atRisk, int ended, double survival, double standardError, double low, double high) {}

    /**
     * A whole curve.
     *
     * @param people how many were watched
     * @param ended how many of them ended
     * @param lastDay the longest that anybody was watched, -1 of nobody
     * @param steps days on which somebody ended, ascending
     */
    public record Curve(int people, int ended, int lastDay, List<Step> steps, List<Integer> watchedDays) {
        /** Copies the lists. */
        public Curve {
            steps = List.copyOf(steps);
            watchedDays = List.copyOf(watchedDays);
        }

        /** The curve on a day; empty after the longest anybody was watched, unless everybody had ended. */
        public Optional<Step> at(int day) {
            if (people == 0 || (day > lastDay && ended < people)) {
                return Optional.empty();
            }
            Step last = null;
            for (Step step : steps) {
                last = step.day() <= day ? step : last;
            }
            if (last != null && last.survival() < 1) {
                return Optional.of(
                        new Step(day, watched(day), 0, last.survival(), last.standardError(), last.low(), last.high()));
            }
            int watched = watched(day);
            return Optional.of(new Step(day, watched, 0, 1, 0, Math.pow(TAIL, 1.0 / watched), 1));
        }

        /** People watched until that day or longer. */
        private int watched(int day) {
            return (int) watchedDays.stream().filter(days -> days >= day).count();
        }
    }

    /**
     * The curve of these people.
     *
     * @param days how long each was watched, 0 or more
     * @param ended whether it then ended; otherwise nobody watched any longer
     */
    public static Curve compute(int[] days, boolean[] ended) {
        if (days.length != ended.length) {
            throw new IllegalArgumentException(
                    "days and ended have one entry a person, not " + days.length + " and " + ended.length);
        }
        if (Arrays.stream(days).anyMatch(day -> day < 0)) {
            throw new IllegalArgumentException("days are 0 or more");
        }
        Steps steps = new Steps();
        new ProductLimit(Arrays.stream(days).asDoubleStream().toArray(), ended).walk(steps);
        return new Curve(
                days.length,
                steps.ended,
                Arrays.stream(days).max().orElse(-1),
                steps.found,
                Arrays.stream(days).boxed().toList());
    }

    /** Adds error and interval to the steps of the walk. */
    private static final class Steps implements ProductLimit.Steps {
        private final List<Step> found = new ArrayList<>();
        private int ended;
        private double greenwood;
        private double highBefore = 1;

        @Override
        public void step(double time, int atRisk, int endedHere, double survival) {
            ended += endedHere;
            greenwood += (double) endedHere / atRisk / (atRisk - endedHere);
            Step step = KaplanMeier.step((int) time, atRisk, endedHere, survival, greenwood, highBefore);
            highBefore = step.high();
            found.add(step);
        }
    }

    private static Step step(int day, int atRisk, int ended, double survival, double greenwood, double highBefore) {
        if (ended == atRisk) {
            double high = Math.min(highBefore, 1 - Math.pow(TAIL, 1.0 / atRisk));
            return new Step(day, atRisk, ended, 0, 0, 0, high);
        }
        double error = Math.sqrt(greenwood);
        // The standard error of log(-log S) is that of log S over |log S|.
        double stretch = Math.exp(NORMAL * error / Math.abs(Math.log(survival)));
        return new Step(
                day,
                atRisk,
                ended,
                survival,
                survival * error,
                Math.pow(survival, stretch),
                Math.pow(survival, 1 / stretch));
    }
}
