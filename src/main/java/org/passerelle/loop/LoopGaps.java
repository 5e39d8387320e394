package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.ManyTests;

/**
 * Subjects whose needs stay unanswered. Of the needs that are at least {@link #DAYS} days old, those without an answer in
 * so many days are counted; expected is what the share elsewhere would give. A gap is recurrent where as many or more would
 * come in fewer than one case in twenty by the binomial distribution, after the correction of Benjamini and Hochberg over
 * all subjects. Needs are taken for independent of each other.
 */
final class LoopGaps {
    static final int DAYS = 14;
    private static final double CHANCE_MAX = 0.05;

    private LoopGaps() {}

    /**
     * One subject.
     *
     * @param key its topic's id or its process's name
     * @param askers people who had these needs
     * @param needs that are old enough
     * @param unanswered of these
     * @param expected how many of them would be, if the share were that of the other subjects
     * @param share unanswered / needs
     * @param timesUsual needs over the mean of the other subjects, null without others
     * @param adjusted chance of as many, corrected for the number of subjects
     * @param recurrent whether that is below 0.05
     */
    record Gap(
            String key,
            int askers,
            int needs,
            int unanswered,
            double expected,
            Estimate share,
            @Nullable Double timesUsual,
            double adjusted,
            boolean recurrent) {}

    /** The subjects with unanswered needs: recurrent gaps first, then most unanswered, then in order of key. */
    static List<Gap> of(Map<String, List<Loop>> bySubject, Instant asOf) {
        Instant youngest = asOf.minus(Duration.ofDays(DAYS));
        List<Counts> subjects = new ArrayList<>();
        bySubject.forEach((key, loops) -> subjects.add(counts(key, loops, youngest)));
        subjects.removeIf(subject -> subject.needs() == 0);
        long needs = subjects.stream().mapToLong(Counts::needs).sum();
        long unanswered = subjects.stream().mapToLong(Counts::unanswered).sum();
        double[] chances = new double[subjects.size()];
        double[] elsewhere = new double[subjects.size()];
        for (int at = 0; at < chances.length; at++) {
            Counts subject = subjects.get(at);
            long others = needs - subject.needs();
            elsewhere[at] = others == 0 ? Double.NaN : (double) (unanswered - subject.unanswered()) / others;
            chances[at] = others == 0 ? Double.NaN : atLeast(subject.unanswered(), subject.needs(), elsewhere[at]);
        }
        double[] adjusted = ManyTests.falseDiscoveries(chances);
        List<Gap> gaps = new ArrayList<>();
        for (int at = 0; at < chances.length; at++) {
            if (subjects.get(at).unanswered() > 0) {
                gaps.add(gap(subjects.get(at), elsewhere[at], adjusted[at], needs, subjects.size()));
            }
        }
        gaps.sort(Comparator.comparing(Gap::recurrent)
                .reversed()
                .thenComparing(Gap::unanswered, Comparator.reverseOrder())
                .thenComparing(Gap::key));
        return gaps;
    }

    private record Counts(String key, int askers, int needs, int unanswered) {}

    private static Counts counts(String key, List<Loop> loops, Instant youngest) {
        List<Loop> old = loops.stream()
                .filter(loop -> !loop.openedAt().isAfter(youngest))
                .toList();
        int unanswered = 0;
        for (Loop loop : old) {
            Instant answer = loop.firstAnswer();
            unanswered += answer == null || answer.isAfter(loop.openedAt().plus(Duration.ofDays(DAYS))) ? 1 : 0;
        }
        int askers = (int) old.stream().map(Loop::askerId).distinct().count();
        return new Counts(key, askers, old.size(), unanswered);
    }

    private static Gap gap(Counts subject, double elsewhere, double adjusted, long needs, int subjects) {
        boolean alone = Double.isNaN(elsewhere);
        double usual = alone ? Double.NaN : (double) (needs - subject.needs()) / (subjects - 1);
        Estimate share = LoopStatistics.share(subject.unanswered(), subject.needs());
        return new Gap(
                subject.key(),
                subject.askers(),
                subject.needs(),
                subject.unanswered(),
                alone ? subject.unanswered() : elsewhere * subject.needs(),
                share == null ? new Estimate(0, 0, 1) : share,
                alone ? null : Double.valueOf(subject.needs() / usual),
                alone ? 1 : adjusted,
                !alone && adjusted < CHANCE_MAX);
    }

    /** The chance of at least so many of n, each with that chance. */
    static double atLeast(int counted, int of, double chance) {
        if (counted == 0) {
            return 1;
        }
        if (chance <= 0 || chance >= 1) {
            return chance >= 1 ? 1 : 0;
        }
        double log = of * Math.log1p(-chance);
        double below = 0;
        for (int so = 0; so < counted; so++) {
            below += Math.exp(log);
            log += Math.log(of - so) - Math.log(so + 1.0) + Math.log(chance) - Math.log1p(-chance);
        }
        return Math.clamp(1 - below, 0.0, 1.0);
    }
}
