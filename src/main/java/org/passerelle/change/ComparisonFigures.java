package org.passerelle.change;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;
import org.passerelle.measure.BlockDeals;
import org.passerelle.measure.TieDraws;

/**
 * Every figure of a comparison, computed from the ties of some blocks of weeks.
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
    private final TieDraws draws;
    private final double[] meanActivity;

    ComparisonFigures(BlockTies ties, TieDraws draws, boolean[] scope) {
        this.ties = ties;
        this.draws = draws;
        this.scope = scope.clone();
        this.groups = ties.history().stintGroups();
        boolean[] all = new boolean[ties.blocksBefore() + ties.blocksAfter()];
        Arrays.fill(all, true);
        this.meanActivity = ties.interactions(all);
        Arrays.setAll(meanActivity, part -> meanActivity[part] / ties.weeks(all));
    }

    /** The cell of two groups in either order, row by row. */
    static int cell(int groups, int one, int other) {
        return TieDraws.cell(groups, one, other);
    }

    /** Number of figures. */
    static int size(int groups) {
        return GROUPS + groups + TieDraws.cells(groups);
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
        return draw(new boolean[][] {blocks})[0].ties();
    }

    /** Stints of each group with a tie in some blocks. */
    int[] active(boolean[] blocks) {
        BitSet tied = new BitSet();
        long[] bits = ties.bits(blocks);
        for (int pair = 0; pair < ties.pairs(); pair++) {
            if (ties.present(pair, bits)) {
                tied.set(ties.from(pair));
                tied.set(ties.to(pair));
            }
        }
        int[] active = new int[scope.length];
        tied.stream().forEach(stint -> active[groups[stint]]++);
        return active;
    }

    @Override
    public double[] of(boolean[] blocks) {
        return of(new boolean[][] {blocks})[0];
    }

    @Override
    public double[][] of(boolean[][] choices) {
        TieDraws.Draw[] drawn = draw(choices);
        double[][] figures = new double[choices.length][];
        Arrays.setAll(figures, choice -> figures(choices[choice], drawn[choice]));
        return figures;
    }

    private TieDraws.Draw[] draw(boolean[][] choices) {
        long[] holding = BlockTies.holding(choices);
        long all = -1L >>> (Long.SIZE - choices.length);
        return draws.of(choices.length, pair -> ties.present(pair, holding, all));
    }

    private double[] figures(boolean[] blocks, TieDraws.Draw drawn) {
        int[] found = drawn.ties();
        double[] expected = drawn.expected();
        double[] figures = new double[size(scope.length)];
        double[] internal = new double[scope.length];
        double[] external = new double[scope.length];
        // Of the scope and of the others: ties inside groups, across groups, and those expected across.
        double[][] parts = new double[2][3];
        for (int from = 0, cell = 0; from < scope.length; from++) {
            for (int to = from; to < scope.length; to++, cell++) {
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
}
