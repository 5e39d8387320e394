package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One number from 0 to 100 for how far an organisation works as a wirearchy, to follow over time, never to rank people
 * or companies; it says less than its parts, so it comes after them and with them. Ours; no paper.
 *
 * <p>The index is 100 times the plain mean of its parts, each 0 to 1, leaving out those for which there are no data:
 * <ul>
 *   <li>{@link Part#ACROSS_UNITS}: share of the exchange that crosses units over the share that chance would bring,
 *       at most 1
 *   <li>{@link Part#OFF_THE_LINE}: share of the exchange that does not follow a reporting line
 *   <li>{@link Part#WITHOUT_MANAGERS}: share of the exchange across units with no manager at either end
 *   <li>{@link Part#SELF_REGULATED}: share of the threads that live without the animators ({@link SelfRegulation})
 * </ul>
 * All four are sums over weeks, so the intervals of parts and index draw the same weeks ({@link Weeks}). A plain mean, so
 * that everybody can redo it; an index of 60 beside one of 50 from other parts says nothing. O(draws weeks). No data:
 * NaN.
 */
public final class WirearchyIndex {
    private static final int COUNTS = 6;

    private WirearchyIndex() {}

    /** What the index is made of. */
    public enum Part {
        /** Exchange between units. */
        ACROSS_UNITS,
        /** Exchange between people of whom neither reports to the other. */
        OFF_THE_LINE,
        /** Exchange between units among people who lead nobody. */
        WITHOUT_MANAGERS,
        /** Threads that animators do not keep alive. */
        SELF_REGULATED
    }

    /**
     * What happened in a week.
     *
     * @param exchange between people with a unit and a place in the reporting tree
     * @param across of it, between units
     * @param alongTheLine of it, between somebody and a manager above
     * @param acrossWithManager of that across, with a manager at an end
     * @param threads started
     * @param livingThreads of those, the ones that live without the animators
     */
    public record Week(
            double exchange,
            double across,
            double alongTheLine,
            double acrossWithManager,
            double threads,
            double livingThreads) {
        /** Refuses parts above their whole. */
        public Week {
            boolean fits = across <= exchange
                    && alongTheLine <= exchange
                    && acrossWithManager <= across
                    && livingThreads <= threads
                    && Math.min(Math.min(alongTheLine, acrossWithManager), livingThreads) >= 0;
            if (!fits) {
                throw new IllegalArgumentException(
                        "Parts of a week are 0 or more and at most their whole, not " + across + " and " + alongTheLine
                                + " of " + exchange + ", " + acrossWithManager + " of " + across + ", "
                                + livingThreads + " of " + threads);
            }
        }

        private double[] counts() {
            return new double[] {exchange, across, alongTheLine, acrossWithManager, threads, livingThreads};
        }
    }

    /**
     * The weeks, in order.
     *
     * @param expectedAcross share of the exchange that would cross units by chance, above 0 and at most 1
     */
    public record Parameters(List<Week> weeks, double expectedAcross, Weeks.Parameters draws) {
        /** Copies. */
        public Parameters {
            weeks = List.copyOf(weeks);
            if (!(expectedAcross > 0 && expectedAcross <= 1)) {
                throw new IllegalArgumentException("expectedAcross is above 0 and at most 1, not " + expectedAcross);
            }
        }

        /** With the usual draws of weeks. */
        public static Parameters defaults(List<Week> weeks, double expectedAcross) {
            return new Parameters(weeks, expectedAcross, Weeks.Parameters.defaults());
        }

        /** The same with other draws. */
        public Parameters withDraws(Weeks.Parameters other) {
            return new Parameters(weeks, expectedAcross, other);
        }
    }

    /** A part, 0 to 1, with its interval. */
    public record Value(Part part, Weeks.Interval value) {}

    /**
     * The answer.
     *
     * @param index 0 to 100, with its interval
     * @param parts in their order, those without data NaN
     */
    public record Result(Weeks.Interval index, List<Value> parts) {}

    /** The index and its parts. */
    public static Result compute(Parameters parameters) {
        double[][] weeks = parameters.weeks().stream().map(Week::counts).toArray(double[][]::new);
        double expected = parameters.expectedAcross();
        List<Value> values = new ArrayList<>();
        for (Part part : Part.values()) {
            values.add(new Value(part, Weeks.interval(weeks, sums -> value(part, sums, expected), parameters.draws())));
        }
        return new Result(
                Weeks.interval(weeks, sums -> index(sums, expected), parameters.draws()), List.copyOf(values));
    }

    /** Whether the index changed from the one stretch of weeks to the other: {@link Weeks#change}. */
    public static Weeks.Change change(Parameters before, Parameters after) {
        double[][] first = before.weeks().stream().map(Week::counts).toArray(double[][]::new);
        double[][] second = after.weeks().stream().map(Week::counts).toArray(double[][]::new);
        if (before.expectedAcross() != after.expectedAcross()) {
            throw new IllegalArgumentException("Both stretches have one expectedAcross, not " + before.expectedAcross()
                    + " and " + after.expectedAcross());
        }
        return Weeks.change(first, second, sums -> index(sums, after.expectedAcross()), after.draws());
    }

    private static double index(double[] sums, double expectedAcross) {
        return 100
                * Arrays.stream(Part.values())
                        .mapToDouble(part -> value(part, sums, expectedAcross))
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
    }

    private static double value(Part part, double[] sums, double expectedAcross) {
        double[] of = sums.length == 0 ? new double[COUNTS] : sums;
        return switch (part) {
            case ACROSS_UNITS -> Math.min(1, of[1] / of[0] / expectedAcross);
            case OFF_THE_LINE -> 1 - of[2] / of[0];
            case WITHOUT_MANAGERS -> 1 - of[3] / of[1];
            case SELF_REGULATED -> of[5] / of[4];
        };
    }
}
