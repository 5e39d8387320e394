package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * How much of the exchange between units rests on managers: where only they talk across, units know each other
 * through the line alone; in a wirearchy people go directly.
 *
 * <p>Over the ties whose two ends are in different units: the share between two managers, the share along a reporting
 * line (one end is the other's manager, or the manager's manager, and so on), the share with a manager at either
 * end, and the share between two people who are neither. As everybody may have ties, {@code expected} is the share
 * between two managers that the numbers of ties across of managers and others would bring; observed over expected
 * above 1 is reliance on the line beyond managers' being busy. Ours; no paper. Directed ties each count once.
 *
 * <p>Somebody is a manager when they are somebody's superior. Managers of managers are found by climbing at most
 * {@value #LEVELS_MAX} levels, so circles end. Time O(m levels), memory O(n). Nobody across: NaN.
 */
public final class LineReliance {
    /** No chart is deeper. */
    public static final int LEVELS_MAX = 64;

    private LineReliance() {}

    /**
     * The chart.
     *
     * @param units unit of every vertex, -1 for none: their ties do not count
     * @param superior manager of every vertex; -1, or oneself, for somebody at the top
     */
    public record Parameters(int[] units, int[] superior, Amount amount) {
        /** Copies the chart. */
        public Parameters {
            units = units.clone();
            superior = superior.clone();
            if (units.length != superior.length) {
                throw new IllegalArgumentException(
                        "As many superiors as units: " + units.length + ", not " + superior.length);
            }
            for (int up : superior) {
                if (up < -1 || up >= superior.length) {
                    throw new IllegalArgumentException(
                            "A manager is a vertex below " + superior.length + ", or -1, not " + up);
                }
            }
        }

        /** Counted by interactions. */
        public static Parameters defaults(int[] units, int[] superior) {
            return new Parameters(units, superior, Amount.INTERACTIONS);
        }

        /** The same with another amount. */
        public Parameters withAmount(Amount what) {
            return new Parameters(units, superior, what);
        }
    }

    /**
     * The answer; shares of {@code across}, NaN where that is 0.
     *
     * @param across amount between units
     * @param betweenManagers share whose two ends are both managers
     * @param expected the same, had managers and others kept their amounts across and met by chance
     * @param alongTheLine share in which one end is above the other in the reporting tree
     * @param oneManager share with one manager
     * @param direct share without any manager
     * @param managers share of the people with a unit who are managers
     */
    public record Result(
            double across,
            double betweenManagers,
            double expected,
            double alongTheLine,
            double oneManager,
            double direct,
            double managers) {}

    /** The shares. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        int[] units = parameters.units();
        Groups.count(graph, units);
        boolean[] manages = managers(parameters.superior());
        GroupedTies ties = GroupedTies.of(graph, units);
        double[] byManagers = new double[3];
        double line = 0;
        double managersEnds = 0;
        for (int tie = 0; tie < ties.size(); tie++) {
            int from = ties.from()[tie];
            int to = ties.to()[tie];
            if (units[from] != units[to]) {
                double much = parameters.amount().of(graph, ties.slots()[tie]);
                int managers = (manages[from] ? 1 : 0) + (manages[to] ? 1 : 0);
                byManagers[managers] += much;
                managersEnds += managers * much;
                line += above(parameters.superior(), from, to) || above(parameters.superior(), to, from) ? much : 0;
            }
        }
        double across = byManagers[0] + byManagers[1] + byManagers[2];
        double share = managersEnds / (2 * across);
        int people = 0;
        int managing = 0;
        for (int vertex = 0; vertex < units.length; vertex++) {
            people += units[vertex] >= 0 ? 1 : 0;
            managing += units[vertex] >= 0 && manages[vertex] ? 1 : 0;
        }
        return new Result(
                across,
                byManagers[2] / across,
                share * share,
                line / across,
                byManagers[1] / across,
                byManagers[0] / across,
                (double) managing / people);
    }

    private static boolean[] managers(int[] superior) {
        boolean[] manages = new boolean[superior.length];
        for (int person = 0; person < superior.length; person++) {
            if (superior[person] >= 0 && superior[person] != person) {
                manages[superior[person]] = true;
            }
        }
        return manages;
    }

    private static boolean above(int[] superior, int upper, int lower) {
        int up = superior[lower];
        for (int level = 0; level < LEVELS_MAX && up >= 0; level++) {
            if (up == upper) {
                return true;
            }
            up = superior[up] == up ? -1 : superior[up];
        }
        return false;
    }
}
