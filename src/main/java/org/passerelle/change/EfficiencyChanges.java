package org.passerelle.change;

import java.util.Arrays;
import java.util.List;
import org.passerelle.measure.BlockDeals;
import org.passerelle.measure.CrossGroupNearness;
import org.passerelle.measure.DrawnNearness;
import org.passerelle.network.Bilingual;
import org.passerelle.network.NetworkSnapshot;

/**
 * Whether people of different groups came nearer to each other, beyond what weeks dealt at random bring. Steps need
 * whole people, so a person is in the group held longest over both windows; those with a tie in either window count.
 *
 * <p>Every deal searches two networks, so there are fewer deals than for the other figures, none in a
 * network of more than some hundred thousand ties, and at most 256 people are asked, the same in every deal.
 */
public final class EfficiencyChanges {
    private static final int DEALS_MAX = 199;
    /** With fewer, nothing can come out below 0.05. */
    private static final int DEALS_MIN = 39;

    private static final int TIES_DEALT_MAX = 8_000_000;
    private static final int SOURCES = 256;
    private static final Bilingual TOO_FEW_WEEKS = new Bilingual(
            "there are too few weeks to tell whether that is more than chance",
            "il y a trop peu de semaines pour dire si c’est plus que le hasard");
    private static final Bilingual TOO_LARGE = new Bilingual(
            "the network is too large to search it for weeks dealt anew, so it is not told whether that is more than chance",
            "le réseau est trop grand pour le parcourir avec des semaines redistribuées, on ne dit donc pas si c’est plus que le hasard");

    private EfficiencyChanges() {}

    /** Compares. */
    public static EfficiencyChange compute(NetworkSnapshot snapshot, ComparisonQuestion question) {
        return compute(snapshot, question, TIES_DEALT_MAX);
    }

    /** The same with so many ties in all deals together. */
    static EfficiencyChange compute(NetworkSnapshot snapshot, ComparisonQuestion question, int tiesDealtMax) {
        ComparisonGround ground = ComparisonGround.of(snapshot, question);
        BlockTies ties = ground.ties();
        int affordable = Math.min(DEALS_MAX, tiesDealtMax / Math.max(1, ties.pairs()));
        boolean enoughWeeks = ties.blocksBefore() > 1 && ties.blocksAfter() > 1;
        int deals = enoughWeeks && affordable >= DEALS_MIN ? affordable : 0;
        Bilingual undealt = enoughWeeks ? TOO_LARGE : TOO_FEW_WEEKS;
        Nearness nearness = new Nearness(ground);
        List<BlockDeals.Change> changes = BlockDeals.compute(
                BlockDeals.Parameters.defaults(ties.blocksBefore(), ties.blocksAfter())
                        .withDeals(deals),
                () -> nearness);
        BlockDeals.Change whole = changes.getFirst();
        FigureChange all = change(
                new Bilingual(
                        "The nearness of people of different groups (mean of 1/steps)",
                        "La proximité des personnes de groupes différents (moyenne de 1/pas)"),
                whole,
                undealt);
        if (question.scope().isEmpty() || ground.scopeWithheld()) {
            return new EfficiencyChange(all, null, null, null, deals);
        }
        return new EfficiencyChange(
                all,
                change(
                        new Bilingual(
                                "Where it was tried, the nearness to people of other groups",
                                "Là où l’on a essayé, la proximité aux personnes d’autres groupes"),
                        changes.get(1),
                        undealt),
                change(
                        new Bilingual(
                                "Elsewhere, the nearness to people of other groups",
                                "Ailleurs, la proximité aux personnes d’autres groupes"),
                        changes.get(2),
                        undealt),
                change(new Bilingual("The gap between the two", "L’écart entre les deux"), changes.get(3), undealt),
                deals);
    }

    private static FigureChange change(Bilingual name, BlockDeals.Change change, Bilingual undealt) {
        return FigureChange.of(name, change, change.p(), undealt);
    }

    /** The four figures of some blocks: the whole, the scope, the others, and the scope less the others. */
    private static final class Nearness implements BlockDeals.Figures {
        private final BlockTies ties;
        private final boolean[] scope;
        private final boolean[] others;
        private final DrawnNearness drawn;

        private Nearness(ComparisonGround ground) {
            this.ties = ground.ties();
            int[] groups = ties.history().mainGrouping().assignment().clone();
            boolean[] tied = new boolean[groups.length];
            int[] from = new int[ties.pairs()];
            int[] to = new int[ties.pairs()];
            for (int pair = 0; pair < from.length; pair++) {
                from[pair] = ties.history().personOf(ties.from(pair));
                to[pair] = ties.history().personOf(ties.to(pair));
                tied[from[pair]] = true;
                tied[to[pair]] = true;
            }
            this.scope = new boolean[groups.length];
            this.others = new boolean[groups.length];
            for (int vertex = 0; vertex < groups.length; vertex++) {
                groups[vertex] = tied[vertex] ? groups[vertex] : -1;
                scope[vertex] = groups[vertex] >= 0 && ground.scope()[groups[vertex]];
                others[vertex] = groups[vertex] >= 0 && !scope[vertex];
            }
            this.drawn = new DrawnNearness(
                    from, to, CrossGroupNearness.Parameters.defaults(groups).withSources(SOURCES));
        }

        @Override
        public double[] of(boolean[] blocks) {
            return of(new boolean[][] {blocks})[0];
        }

        @Override
        public double[][] of(boolean[][] choices) {
            long[] holding = BlockTies.holding(choices);
            long all = -1L >>> (Long.SIZE - choices.length);
            // Deals are shared out among threads already; the two windows themselves, in a large network, are not.
            int threads = choices.length <= 2 ? choices.length : 1;
            return Arrays.stream(drawn.of(choices.length, pair -> ties.present(pair, holding, all), threads))
                    .map(this::figures)
                    .toArray(double[][]::new);
        }

        private double[] figures(CrossGroupNearness.Result near) {
            double tried = near.among(scope);
            double elsewhere = near.among(others);
            return new double[] {near.value(), tried, elsewhere, tried - elsewhere};
        }
    }
}
