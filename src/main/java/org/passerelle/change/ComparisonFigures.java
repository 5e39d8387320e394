package org.passerelle.change;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.passerelle.measure.BlockDeals;

/**
 * Every figure of a comparison, computed from the ties of some blocks of weeks; one thread's working arrays.
 *
 * <p>In this order: the E-I index of the whole; interactions a week; for each of {@link EffectFigure.Kind} the scope's, the
 * others' and the first less the second; the permeability of every group; observed over expected ties of every {@link
 * #cell}. Expected are the ties that everybody's number of ties would bring, as in {@link
 * org.passerelle.measure.MixingMatrix}. NaN where there are no ties, and where none are expected.
 */
final class ComparisonFigures implements BlockDeals.Figures {
    static final int EXTERNAL_INTERNAL = 0;
    static final int ACTIVITY = 1;
    private static final int EFFECT = 2;
    private static final int GROUPS = EFFECT + 3 * EffectFigure.Kind.values().length;

    private final BlockTies ties;
    private final boolean[] scope;
    private final int[] groups;
    private final int[] cells;
    private final double[] meanActivity;

    private final int[] degrees;
    private final int[] found;

    ComparisonFigures(BlockTies ties, boolean[] scope) {
        this.ties = ties;
        this.scope = scope.clone();
        this.groups = ties.history().stintGroups();
        this.cells = new int[ties.pairs()];
        Arrays.setAll(cells, pair -> cell(scope.length, groups[ties.from(pair)], groups[ties.to(pair)]));
        this.degrees = new int[groups.length];
        this.found = new int[cells(scope.length)];
        boolean[] all = new boolean[ties.blocksBefore() + ties.blocksAfter()];
        Arrays.fill(all, true);
        this.meanActivity = ties.interactions(all);
        Arrays.setAll(meanActivity, part -> meanActivity[part] / ties.weeks(all));
    }

    /** Number of cells of so many groups, the diagonal included. */
    static int cells(int groups) {
        return groups * (groups + 1) / 2;
    }

    /** The cell of two groups in either order, row by row. */
    static int cell(int groups, int one, int other) {
        int from = Math.min(one, other);
        return from * groups - from * (from - 1) / 2 + Math.max(one, other) - from;
    }

    /** Number of figures. */
    static int size(int groups) {
        return GROUPS + groups + cells(groups);
    }

    static int effect(EffectFigure.Kind kind) {
        return EFFECT + 3 * kind.place();
    }

    static int group(int group) {
        return GROUPS + group;
    }

    static int cellFigure(int groups, int cell) {
        return GROUPS + groups + cell;
    }

    /** Ties of every cell in some blocks. */
    int[] ties(boolean[] blocks) {
        count(blocks);
        return found.clone();
    }

    /** Stints of each group with a tie in some blocks. */
    int[] active(boolean[] blocks) {
        count(blocks);
        int[] active = new int[scope.length];
        for (int stint = 0; stint < degrees.length; stint++) {
            active[groups[stint]] += degrees[stint] > 0 ? 1 : 0;
        }
        return active;
    }

    @Override
    public double[] of(boolean[] blocks) {
        count(blocks);
        double[] expected = expected();
        double[] figures = new double[size(scope.length)];
        double[] internal = new double[scope.length];
        double[] external = new double[scope.length];
        // Of the scope and of the others: ties inside groups, across groups, and those expected across.
        double[][] parts = new double[2][3];
        for (int from = 0; from < scope.length; from++) {
            for (int to = from; to < scope.length; to++) {
                int cell = cell(scope.length, from, to);
                figures[cellFigure(scope.length, cell)] = found[cell] / expected[cell];
                double[] part = parts[scope[from] || scope[to] ? 0 : 1];
                if (from == to) {
                    internal[from] += found[cell];
                    part[0] += found[cell];
                } else {
                    external[from] += found[cell];
                    external[to] += found[cell];
                    part[1] += found[cell];
                    part[2] += expected[cell];
                }
            }
        }
        for (int group = 0; group < scope.length; group++) {
            figures[group(group)] = external[group] / (external[group] + internal[group]);
        }
        double inside = parts[0][0] + parts[1][0];
        double across = parts[0][1] + parts[1][1];
        figures[EXTERNAL_INTERNAL] = (across - inside) / (across + inside);
        double weeks = ties.weeks(blocks);
        double[] interactions = ties.interactions(blocks);
        figures[ACTIVITY] = (interactions[0] + interactions[1]) / weeks;
        effect(
                figures,
                EffectFigure.Kind.EXTERNAL_INTERNAL,
                part -> (parts[part][1] - parts[part][0]) / (parts[part][1] + parts[part][0]));
        effect(figures, EffectFigure.Kind.OBSERVED_OVER_EXPECTED, part -> parts[part][1] / parts[part][2]);
        effect(figures, EffectFigure.Kind.ACTIVITY, part -> interactions[part] / weeks / meanActivity[part]);
        return figures;
    }

    private static void effect(double[] figures, EffectFigure.Kind kind, IntToDoubleFunction figure) {
        int first = effect(kind);
        figures[first] = figure.applyAsDouble(0);
        figures[first + 1] = figure.applyAsDouble(1);
        figures[first + 2] = figures[first] - figures[first + 1];
    }

    private void count(boolean[] blocks) {
        Arrays.fill(degrees, 0);
        Arrays.fill(found, 0);
        long[] bits = ties.bits(blocks);
        for (int pair = 0; pair < cells.length; pair++) {
            if (ties.present(pair, bits)) {
                found[cells[pair]]++;
                degrees[ties.from(pair)]++;
                degrees[ties.to(pair)]++;
            }
        }
    }

    /** Ties expected in every cell when everybody keeps this number of ties. */
    private double[] expected() {
        int count = scope.length;
        double[] ends = new double[count];
        double[] squares = new double[count];
        double allEnds = 0;
        double allSquares = 0;
        for (int stint = 0; stint < degrees.length; stint++) {
            double degree = degrees[stint];
            ends[groups[stint]] += degree;
            squares[groups[stint]] += degree * degree;
            allEnds += degree;
            allSquares += degree * degree;
        }
        double pairings = (allEnds * allEnds - allSquares) / 2;
        double[] expected = new double[cells(count)];
        for (int from = 0; from < count && pairings > 0; from++) {
            expected[cell(count, from, from)] =
                    (ends[from] * ends[from] - squares[from]) / 2 / pairings * (allEnds / 2);
            for (int to = from + 1; to < count; to++) {
                expected[cell(count, from, to)] = ends[from] * ends[to] / pairings * (allEnds / 2);
            }
        }
        return expected;
    }
}
