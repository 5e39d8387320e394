package org.passerelle.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.BlockDeals;
import org.passerelle.measure.ManyTests;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;

/**
 * What changed between the groups from one window to another, beyond what weeks dealt at random between the two windows
 * bring (docs/decisions/0041): the E-I index, activity, every group's permeability, every pair's observed over expected
 * ties; and, for an initiative, the same where it was tried beside where it was not.
 *
 * <p>Corrected for many tests: Holm for the whole and for an initiative's figures, Benjamini and Hochberg for the groups
 * and for the pairs of groups, each as one family.
 */
public final class Comparisons {
    private static final int DEALS_MAX = 999;
    private static final int DEALS_MIN = 199;
    /** Figures times deals that are kept: 32 MB. */
    private static final int DRAWN_MAX = 4_000_000;
    /** Ties times deals that are counted: a second or two. */
    private static final int COUNTED_MAX = 300_000_000;
    /** With fewer ways to deal, no change can come out below 0.05. */
    private static final double WAYS_MIN = 40;

    private Comparisons() {}

    /** Compares. */
    public static WindowComparison compute(NetworkSnapshot snapshot, ComparisonQuestion question) {
        ComparisonGround ground = ComparisonGround.of(snapshot, question);
        BlockTies ties = ground.ties();
        BlockDeals.Parameters parameters = BlockDeals.Parameters.defaults(ties.blocksBefore(), ties.blocksAfter())
                .withDeals(deals(ground));
        List<BlockDeals.Change> changes = BlockDeals.compute(parameters, ground::figures);
        boolean dealt = ties.blocksBefore() > 1 && ties.blocksAfter() > 1;
        double[] whole = ManyTests.anyFalse(new double[] {
            changes.get(ComparisonFigures.EXTERNAL_INTERNAL).tail(),
            changes.get(ComparisonFigures.ACTIVITY).tail()
        });
        List<CellChange> cells = cells(ground, changes);
        List<GroupChange> groups = groups(ground, changes);
        FigureChange externalInternal = ground.whole()
                ? FigureChange.of(
                        new Bilingual("The E-I index of the whole", "L’indice E-I de l’ensemble"),
                        changes.get(ComparisonFigures.EXTERNAL_INTERNAL),
                        whole[0])
                : FigureChange.withheld(Wording.WHOLE_WITHHELD);
        return new WindowComparison(
                snapshot.version(),
                question,
                ComparisonGround.weeks(question.before()),
                ComparisonGround.weeks(question.after()),
                note(ties),
                dealt ? parameters.deals() : 0,
                externalInternal,
                FigureChange.of(
                        new Bilingual("Interactions a week", "Le nombre d’échanges par semaine"),
                        changes.get(ComparisonFigures.ACTIVITY),
                        whole[1]),
                groups,
                cells,
                withheld(ground),
                question.scope().isEmpty() || ground.scopeWithheld() || !ground.whole() ? List.of() : effect(changes),
                summary(externalInternal, groups, cells));
    }

    private static int deals(ComparisonGround ground) {
        int figures = ComparisonFigures.size(ground.scope().length);
        int affordable = Math.min(
                DRAWN_MAX / figures, COUNTED_MAX / Math.max(1, ground.ties().pairs()));
        return Math.clamp(affordable, DEALS_MIN, DEALS_MAX);
    }

    /** What too few weeks cannot tell. */
    private static @Nullable Bilingual note(BlockTies ties) {
        int before = ties.blocksBefore();
        int after = ties.blocksAfter();
        if (before < 2 || after < 2) {
            return new Bilingual(
                    "A window has fewer than 4 weeks of data: figures are given, but nothing says whether they differ by"
                            + " more than chance.",
                    "Une période a moins de 4 semaines de données\u00a0: les chiffres sont donnés, mais rien ne dit s’ils"
                            + " diffèrent plus que par hasard.");
        }
        double ways = 1;
        for (int block = 1; block <= before && ways < WAYS_MIN; block++) {
            ways = ways * (after + block) / block;
        }
        long rounded = Math.round(ways);
        return ways >= WAYS_MIN
                ? null
                : new Bilingual(
                        "The windows are short: their blocks of two weeks can be dealt in " + rounded
                                + " ways only, too few for any change to be told from chance. Take 8 weeks or more on"
                                + " either side.",
                        "Les périodes sont courtes\u00a0: leurs blocs de deux semaines ne peuvent être redistribués que de "
                                + rounded
                                + " façons, trop peu pour distinguer un changement du hasard. Prenez 8 semaines"
                                + " ou plus de chaque côté.");
    }

    private static List<GroupChange> groups(ComparisonGround ground, List<BlockDeals.Change> changes) {
        List<Group> groups = ground.groups();
        double[] p = new double[groups.size()];
        Arrays.setAll(
                p,
                group -> ground.states()[group] == FigureState.SHOWN
                        ? changes.get(ComparisonFigures.group(group)).tail()
                        : Double.NaN);
        double[] adjusted = ManyTests.falseDiscoveries(p);
        List<GroupChange> result = new ArrayList<>();
        for (int group = 0; group < p.length; group++) {
            FigureState state = ground.states()[group];
            String unit = groups.get(group).name();
            Bilingual name = new Bilingual(
                    unit + ": the share of its ties that go out", unit + "\u00a0: la part de ses liens qui sortent");
            result.add(new GroupChange(
                    groups.get(group),
                    state,
                    state == FigureState.SHOWN
                            ? FigureChange.of(name, changes.get(ComparisonFigures.group(group)), adjusted[group])
                            : null));
        }
        return result;
    }

    /** A pair of groups with ties in either window, and its place. */
    private record Cell(int from, int to, int number) {}

    private static List<CellChange> cells(ComparisonGround ground, List<BlockDeals.Change> changes) {
        ComparisonFigures figures = ground.figures();
        boolean[] first = ComparisonGround.first(ground.ties());
        int[] before = figures.ties(first);
        int[] after = figures.ties(ComparisonGround.others(first));
        int count = ground.scope().length;
        List<Cell> cells = new ArrayList<>();
        for (int from = 0; from < count; from++) {
            for (int to = from; to < count; to++) {
                int cell = ComparisonFigures.cell(count, from, to);
                if (shown(ground, from, to) && before[cell] + after[cell] > 0) {
                    cells.add(new Cell(from, to, cell));
                }
            }
        }
        double[] p = new double[cells.size()];
        Arrays.setAll(p, place -> changes.get(
                        ComparisonFigures.cellFigure(count, cells.get(place).number()))
                .tail());
        double[] adjusted = ManyTests.falseDiscoveries(p);
        return IntStream.range(0, p.length)
                .mapToObj(place -> {
                    Cell cell = cells.get(place);
                    return cell(
                            ground,
                            cell,
                            before[cell.number()],
                            after[cell.number()],
                            changes.get(ComparisonFigures.cellFigure(count, cell.number())),
                            adjusted[place]);
                })
                .sorted(Comparator.comparingDouble((CellChange cell) ->
                                surely(cell.observedOverExpected().adjustedP()))
                        .thenComparingDouble(
                                cell -> surely(cell.observedOverExpected().p()))
                        .thenComparing(cell -> cell.from().id())
                        .thenComparing(cell -> cell.to().id()))
                .toList();
    }

    private static double surely(@Nullable Double p) {
        return p == null ? 2 : p;
    }

    private static CellChange cell(
            ComparisonGround ground, Cell cell, int before, int after, BlockDeals.Change change, double adjusted) {
        Group from = ground.groups().get(cell.from());
        Group to = ground.groups().get(cell.to());
        Bilingual where = from.equals(to)
                ? new Bilingual("within " + from.name(), "à l’intérieur " + Bilingual.frenchOf(from.name()))
                : new Bilingual(
                        "between " + from.name() + " and " + to.name(), "entre " + from.name() + " et " + to.name());
        CellChange.Kind kind =
                before == 0 ? CellChange.Kind.APPEARED : after == 0 ? CellChange.Kind.VANISHED : CellChange.Kind.STAYED;
        Bilingual ties =
                switch (kind) {
                    case STAYED ->
                        new Bilingual(
                                "Ties " + where.english() + " over those expected",
                                "Les liens " + where.french() + ", sur ceux qu’on attend\u00a0: leur nombre");
                    case APPEARED ->
                        new Bilingual(
                                "There were no ties " + where.english() + ", now there are " + after
                                        + "; over those expected",
                                "Il n’y avait aucun lien " + where.french() + ", il y en a " + after
                                        + "\u00a0; sur ceux qu’on attend, leur nombre");
                    case VANISHED ->
                        new Bilingual(
                                "There were " + before + " ties " + where.english()
                                        + ", now there are none; over those expected",
                                "Il y avait " + before + " liens " + where.french()
                                        + ", il n’y en a plus\u00a0; sur ceux qu’on attend, leur nombre");
                };
        return new CellChange(from, to, kind, before, after, FigureChange.of(ties, change, adjusted));
    }

    private static boolean shown(ComparisonGround ground, int from, int to) {
        return ground.states()[from].and(ground.states()[to]) == FigureState.SHOWN;
    }

    private static int withheld(ComparisonGround ground) {
        int withheld = 0;
        for (int from = 0; from < ground.scope().length; from++) {
            for (int to = from; to < ground.scope().length; to++) {
                withheld += shown(ground, from, to) ? 0 : 1;
            }
        }
        return withheld;
    }

    private static List<EffectFigure> effect(List<BlockDeals.Change> changes) {
        EffectFigure.Kind[] kinds = EffectFigure.Kind.values();
        double[] p = new double[kinds.length];
        Arrays.setAll(p, kind -> changes.get(ComparisonFigures.effect(kinds[kind]) + 2)
                .tail());
        double[] adjusted = ManyTests.anyFalse(p);
        List<EffectFigure> effect = new ArrayList<>();
        for (EffectFigure.Kind kind : kinds) {
            int first = ComparisonFigures.effect(kind);
            effect.add(EffectFigure.of(
                    kind, changes.get(first), changes.get(first + 1), changes.get(first + 2), adjusted[kind.place()]));
        }
        return effect;
    }

    private static Bilingual summary(FigureChange whole, List<GroupChange> groups, List<CellChange> cells) {
        long opened = groups.stream()
                .map(GroupChange::permeability)
                .filter(change -> change != null && change.significant())
                .count();
        long changed = cells.stream()
                .filter(cell -> cell.observedOverExpected().significant())
                .count();
        return whole.summary()
                .then(new Bilingual(
                        "Of " + Wording.count(groups.size(), "group ", "groups ") + opened
                                + (opened == 1 ? " opens or closes" : " open or close") + " beyond chance; of "
                                + Wording.count(cells.size(), "pair of groups ", "pairs of groups ") + changed
                                + (changed == 1 ? " changes." : " change."),
                        "Sur " + Wording.count(groups.size(), "groupe, ", "groupes, ") + opened
                                + (opened == 1 ? " s’ouvre ou se ferme" : " s’ouvrent ou se ferment")
                                + " au-delà du hasard\u00a0; sur "
                                + Wording.count(cells.size(), "paire de groupes, ", "paires de groupes, ") + changed
                                + (changed == 1 ? " change." : " changent.")));
    }
}
