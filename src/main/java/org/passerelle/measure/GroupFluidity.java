package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How freely people group: freedom, how far the groups in which they work cross the formal units, and fluidity, how
 * much those groups change from one window to the next.
 *
 * <p>The two words are those of Darren Edge, Jonathan Larson and others, Workgroup mapping: visual analysis of
 * collaboration culture, 2020, arXiv:2005.00402. They measure fluidity by network machine learning on the ties of
 * successive windows; ours asks the same of the groups themselves and needs no model:
 * <ul>
 *   <li>freedom: the chance that two members of one group, drawn at random, are of different units, over that of
 *       any two people: 0 when groups stay inside units, 1 when units do not matter. Of a group, and of all pairs
 *       of colleagues in groups.
 *   <li>fluidity: of the people whom somebody shares a group with in either window, the share that is not in
 *       both (1 - Jaccard), averaged over the people seen in both windows, and counting only those. Somebody alone in
 *       both has nothing that changes: 0.
 * </ul>
 *
 * <p>A clustering differs from itself with another seed, so fluidity never starts at 0: where {@code again}, a second
 * clustering of each window, is given, {@code noise} says what it gives between the two clusterings of one window, and
 * only what lies above is change. O(n log n) a window. Nobody in both windows, or no groups of two: NaN.
 */
public final class GroupFluidity {
    private GroupFluidity() {}

    /**
     * The groups in which people work, window by window.
     *
     * @param units formal unit of every person, -1 for none
     * @param windows for each window the group of every person, -1 for none
     * @param again the same with another seed; none, or as many as windows
     */
    public record Parameters(int[] units, List<int[]> windows, List<int[]> again) {
        /** Copies; refuses windows of other people. */
        public Parameters {
            units = units.clone();
            windows = windows.stream().map(int[]::clone).toList();
            again = again.stream().map(int[]::clone).toList();
            for (List<int[]> cuts : List.of(windows, again)) {
                for (int[] cut : cuts) {
                    if (cut.length != units.length) {
                        throw new IllegalArgumentException(
                                "A window has one group for each of " + units.length + " people, not " + cut.length);
                    }
                }
            }
            if (!again.isEmpty() && again.size() != windows.size()) {
                throw new IllegalArgumentException(
                        "A second clustering of each of " + windows.size() + " windows, not of " + again.size());
            }
        }

        /** Without a second clustering. */
        public static Parameters defaults(int[] units, List<int[]> windows) {
            return new Parameters(units, windows, List.of());
        }

        /** The same with a second clustering of every window. */
        public Parameters withAgain(List<int[]> clusterings) {
            return new Parameters(units, windows, clusterings);
        }
    }

    /**
     * The freedom of one window.
     *
     * @param groups by group; NaN without two members who have units
     * @param across share of the pairs of members that are of different units
     * @param expected share of all pairs of people in groups that are
     * @param freedom across / expected
     */
    public record Freedom(double[] groups, double across, double expected, double freedom) {}

    /**
     * What changed from one window to the next.
     *
     * @param people seen in both
     * @param fluidity 0 to 1
     * @param noise the mean of what two clusterings of each of the two windows give; NaN without second ones
     */
    public record Step(int people, double fluidity, double noise) {}

    /** By window, and from window to window. */
    public record Result(List<Freedom> windows, List<Step> steps) {}

    /** Freedom of every window and fluidity between them. */
    public static Result compute(Parameters parameters) {
        List<int[]> windows = parameters.windows();
        List<Freedom> freedoms = windows.stream()
                .map(window -> freedom(window, parameters.units()))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int window = 1; window < windows.size(); window++) {
            Step step = step(windows.get(window - 1), windows.get(window));
            double noise = Double.NaN;
            if (!parameters.again().isEmpty()) {
                noise = (noise(parameters, window - 1) + noise(parameters, window)) / 2;
            }
            steps.add(new Step(step.people(), step.fluidity(), noise));
        }
        return new Result(freedoms, List.copyOf(steps));
    }

    private static double noise(Parameters parameters, int window) {
        return step(parameters.windows().get(window), parameters.again().get(window))
                .fluidity();
    }

    private static Freedom freedom(int[] groups, int[] units) {
        int groupCount = Groups.count(groups);
        int unitCount = Groups.count(units);
        double[] pairs = new double[groupCount];
        double[] inside = new double[groupCount];
        int[] sizes = new int[groupCount];
        int[] unitSizes = new int[unitCount];
        for (Map.Entry<Long, Integer> cell : cells(groups, units).entrySet()) {
            double people = cell.getValue();
            int group = (int) (cell.getKey() >>> 32);
            inside[group] += people * (people - 1);
            sizes[group] += cell.getValue();
            unitSizes[(int) (long) cell.getKey()] += cell.getValue();
        }
        double all = Arrays.stream(sizes).asLongStream().sum();
        double together = 0;
        for (double size : unitSizes) {
            together += size * (size - 1);
        }
        double expected = 1 - together / (all * (all - 1));
        double allPairs = 0;
        double allInside = 0;
        double[] freedoms = new double[groupCount];
        for (int group = 0; group < groupCount; group++) {
            pairs[group] = sizes[group] * (sizes[group] - 1.0);
            allPairs += pairs[group];
            allInside += inside[group];
            freedoms[group] = (1 - inside[group] / pairs[group]) / expected;
        }
        double across = 1 - allInside / allPairs;
        return new Freedom(freedoms, across, expected, across / expected);
    }

    private static Step step(int[] before, int[] after) {
        Map<Long, Integer> cells = cells(before, after);
        int[] beforeSizes = new int[Groups.count(before)];
        int[] afterSizes = new int[Groups.count(after)];
        cells.forEach((cell, people) -> {
            beforeSizes[(int) (cell >>> 32)] += people;
            afterSizes[(int) (long) cell] += people;
        });
        double changed = 0;
        int people = 0;
        for (Map.Entry<Long, Integer> cell : cells.entrySet()) {
            int there = cell.getValue();
            int either = beforeSizes[(int) (cell.getKey() >>> 32)] + afterSizes[(int) (long) cell.getKey()] - there - 1;
            people += there;
            changed += either == 0 ? 0 : there * (1 - (there - 1.0) / either);
        }
        return new Step(people, changed / people, Double.NaN);
    }

    /** How many people have each pair of groups; sorted, so that sums are added in one order. */
    private static Map<Long, Integer> cells(int[] first, int[] second) {
        Map<Long, Integer> cells = new TreeMap<>();
        for (int person = 0; person < first.length; person++) {
            if (first[person] >= 0 && second[person] >= 0) {
                cells.merge(((long) first[person] << 32) | second[person], 1, Integer::sum);
            }
        }
        return cells;
    }
}
