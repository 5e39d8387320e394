package org.passerelle.silo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.measure.MinimumCut;
import org.passerelle.measure.MinimumCut.Ways;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * Finds what holds two groups of a map together. A chain passes through whole people, so here a person belongs to
 * the group held longest in the window. Withheld is what the map withholds of the two groups' cell, and what would
 * rest on fewer people by that rule than on the map.
 */
final class Holds {
    private Holds() {}

    /** A group that was asked for is not on the map. */
    static final class UnknownGroup extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownGroup(String id) {
            super("No group '" + id + "' on this map; its `groups` lists those there are.");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Cuts the two groups apart, with the fewest people and with the weakest ties.
     *
     * @param between ids of two different groups; of cuts equally small the one nearer to the first is taken
     */
    static SiloHold compute(NetworkSnapshot snapshot, SiloMap map, List<String> between) {
        SiloQuestion question = map.question();
        FigureState state = cell(map, between).state();
        if (state != FigureState.SHOWN) {
            return SiloHold.withheld(state);
        }
        Grouping grouping = snapshot.history(
                        question.dimension(), question.unitDepth(), snapshot.withData(question.window()))
                .mainGrouping();
        int[] pair = between.stream().mapToInt(id -> position(grouping, id)).toArray();
        int fewest =
                Arrays.stream(pair).map(group -> grouping.sizes()[group]).min().orElseThrow();
        if (fewest == 0 || fewest < question.peopleMin()) {
            return SiloHold.withheld(fewest == 0 ? FigureState.NO_DATA : FigureState.SUPPRESSED);
        }
        TieFilter filter = TieFilter.of(snapshot.withData(question.window())).withChannels(question.channels());
        TieGraph graph = snapshot.graph(filter).undirected();
        MinimumCut.Parameters any = MinimumCut.Parameters.defaults(grouping.assignment(), pair[0], pair[1]);
        MinimumCut.Result byAnyWay = MinimumCut.compute(graph, any);
        MinimumCut.Result directly = MinimumCut.compute(graph, any.withWays(Ways.DIRECT));
        return new SiloHold(state, holders(snapshot, directly), holders(snapshot, byAnyWay), byAnyWay.strength());
    }

    private static Holders holders(NetworkSnapshot snapshot, MinimumCut.Result cut) {
        return Holders.of(Arrays.stream(cut.people()).mapToObj(snapshot::person).toList());
    }

    private static SiloCell cell(SiloMap map, List<String> between) {
        for (String id : between) {
            if (map.groups().stream().noneMatch(group -> group.group().id().equals(id))) {
                throw new UnknownGroup(id);
            }
        }
        return map.cells().stream()
                .filter(cell -> !cell.from().equals(cell.to())
                        && between.contains(cell.from().id())
                        && between.contains(cell.to().id()))
                .findFirst()
                .orElseThrow();
    }

    private static int position(Grouping grouping, String id) {
        return IntStream.range(0, grouping.groups().size())
                .filter(group -> grouping.groups().get(group).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownGroup(id));
    }
}
