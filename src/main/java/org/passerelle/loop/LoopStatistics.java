package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Proportion;
import org.passerelle.measure.SurvivalQuantiles;

/**
 * What can be said of some loops together. Shares have Wilson's interval; times are quantiles of censored waiting ({@link
 * SurvivalQuantiles}): a need that is not answered yet counts as waiting until the end of the data. Everything of no loop is
 * null.
 *
 * @param askers people who had these needs
 * @param closers people other than the asker who met them
 * @param closureRate share that is CLOSED, whatever their age
 * @param answerRate share that got any answer, or was closed
 * @param toAnswer from the need to the first answer or its closing
 * @param toClose from the need to its closing
 * @param acrossShare of those closed by somebody else whose group is known, those closed from another group
 */
record LoopStatistics(
        int loops,
        int askers,
        int closers,
        int open,
        int answered,
        int closed,
        int stale,
        @Nullable Estimate closureRate,
        @Nullable Estimate answerRate,
        @Nullable LoopTimes toAnswer,
        @Nullable LoopTimes toClose,
        @Nullable Estimate acrossShare,
        @Nullable LoopTrend trend) {
    static final long SEED = 20_260_101;

    /** The figures of these loops. */
    static LoopStatistics of(List<Loop> loops, LoopGround ground, int floor) {
        Map<LoopState, Integer> byState = new EnumMap<>(LoopState.class);
        Set<String> askers = new HashSet<>();
        Set<String> closers = new HashSet<>();
        int answered = 0;
        int across = 0;
        int known = 0;
        for (Loop loop : loops) {
            byState.merge(loop.state(), 1, Integer::sum);
            askers.add(loop.askerId());
            loop.closerIds().stream().filter(id -> !id.equals(loop.askerId())).forEach(closers::add);
            answered += loop.firstAnswer() == null ? 0 : 1;
            Boolean apart = ground.closedAcross(loop);
            known += apart == null ? 0 : 1;
            across += Boolean.TRUE.equals(apart) ? 1 : 0;
        }
        int closed = byState.getOrDefault(LoopState.CLOSED, 0);
        return new LoopStatistics(
                loops.size(),
                askers.size(),
                closers.size(),
                byState.getOrDefault(LoopState.OPEN, 0),
                byState.getOrDefault(LoopState.ANSWERED, 0),
                closed,
                byState.getOrDefault(LoopState.STALE, 0),
                share(closed, loops.size()),
                share(answered, loops.size()),
                times(loops, Loop::firstAnswer, ground),
                times(loops, Loop::closedAt, ground),
                closers.size() < floor ? null : share(across, known),
                LoopTrend.of(loops, ground.asOf(), floor));
    }

    static @Nullable Estimate share(int counted, int of) {
        if (of == 0) {
            return null;
        }
        Proportion share = Proportion.of(counted, of);
        return Estimate.holding(share.share(), share.low(), share.high());
    }

    private static @Nullable LoopTimes times(
            List<Loop> loops, Function<Loop, @Nullable Instant> end, LoopGround ground) {
        if (loops.isEmpty()) {
            return null;
        }
        double[] hours = new double[loops.size()];
        double[] business = new double[loops.size()];
        boolean[] ended = new boolean[loops.size()];
        for (int at = 0; at < hours.length; at++) {
            Loop loop = loops.get(at);
            Instant ends = end.apply(loop);
            ended[at] = ends != null;
            Instant seen = ends == null ? ground.asOf() : ends;
            hours[at] = LoopGround.hours(loop.openedAt(), seen);
            business[at] = ground.calendar().hours(loop.openedAt(), seen);
        }
        return LoopTimes.of(
                SurvivalQuantiles.compute(hours, ended, LoopTimes.DRAWN),
                SurvivalQuantiles.compute(business, ended, LoopTimes.DRAWN));
    }

    /** Times of an event. */
    record LoopTimes(LoopHours median, LoopHours p90, LoopHours businessMedian, LoopHours businessP90) {
        /** The median and what nine of ten take at most. */
        static final SurvivalQuantiles.Parameters DRAWN = SurvivalQuantiles.Parameters.of(SEED, 0.5, 0.9);

        static LoopTimes of(List<SurvivalQuantiles.Quantile> clock, List<SurvivalQuantiles.Quantile> business) {
            return new LoopTimes(
                    LoopHours.of(clock.getFirst()),
                    LoopHours.of(clock.getLast()),
                    LoopHours.of(business.getFirst()),
                    LoopHours.of(business.getLast()));
        }
    }

    /** A number of hours with its interval; null is beyond what the data reach. */
    record LoopHours(
            @Nullable Double hours,
            @Nullable Double low,
            @Nullable Double high) {
        static LoopHours of(SurvivalQuantiles.Quantile quantile) {
            return new LoopHours(finite(quantile.time()), finite(quantile.low()), finite(quantile.high()));
        }

        private static @Nullable Double finite(double hours) {
            return Double.isFinite(hours) ? Double.valueOf(hours) : null;
        }
    }

    /**
     * Whether needs are met sooner than before: of those that are old enough to tell, the share closed within {@link
     * #DAYS} days, in the earlier and the later half of their time. The interval of the difference is Robert Newcombe's
     * tenth, Interval estimation for the difference between independent proportions, 1998,
     * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I.
     */
    record LoopTrend(int days, Estimate early, Estimate late, Estimate change) {
        static final int DAYS = 14;
        private static final int EACH_MIN = 10;

        /** Null with fewer than ten needs, or fewer people than the floor, in a half. */
        static @Nullable LoopTrend of(List<Loop> loops, Instant asOf, int floor) {
            Instant youngest = asOf.minus(Duration.ofDays(DAYS));
            List<Loop> old = loops.stream()
                    .filter(loop -> !loop.openedAt().isAfter(youngest))
                    .sorted(Comparator.comparing(Loop::openedAt).thenComparing(Loop::key))
                    .toList();
            if (old.isEmpty()) {
                return null;
            }
            Instant first = old.getFirst().openedAt();
            Instant middle =
                    first.plus(Duration.between(first, old.getLast().openedAt()).dividedBy(2));
            List<Loop> early = old.stream()
                    .filter(loop -> loop.openedAt().isBefore(middle))
                    .toList();
            List<Loop> late = old.stream()
                    .filter(loop -> !loop.openedAt().isBefore(middle))
                    .toList();
            return isEnough(early, floor) && isEnough(late, floor) ? of(inTime(early), inTime(late)) : null;
        }

        private static boolean isEnough(List<Loop> loops, int floor) {
            return loops.size() >= EACH_MIN
                    && loops.stream().map(Loop::askerId).distinct().count() >= floor;
        }

        static Estimate inTime(List<Loop> loops) {
            int soon = 0;
            for (Loop loop : loops) {
                Instant closed = loop.closedAt();
                soon += closed != null && !closed.isAfter(loop.openedAt().plus(Duration.ofDays(DAYS))) ? 1 : 0;
            }
            Proportion share = Proportion.of(soon, loops.size());
            return Estimate.holding(share.share(), share.low(), share.high());
        }

        static LoopTrend of(Estimate early, Estimate late) {
            double change = late.value() - early.value();
            double down = Math.hypot(late.value() - late.low(), early.high() - early.value());
            double up = Math.hypot(late.high() - late.value(), early.value() - early.low());
            return new LoopTrend(DAYS, early, late, new Estimate(change, change - down, change + up));
        }
    }
}
