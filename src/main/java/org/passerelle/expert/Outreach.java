package org.passerelle.expert;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Dimension;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * From how many units people turn to somebody. Private exchanges are never looked at. Made once for a snapshot and a
 * window; its graph is built when it is first asked for.
 */
final class Outreach {
    private final NetworkSnapshot snapshot;
    private final Window window;
    private @Nullable Ground ground;

    Outreach(NetworkSnapshot snapshot, Window window) {
        this.snapshot = snapshot;
        this.window = window;
    }

    private record Ground(TieGraph exchanged, Grouping units) {}

    private synchronized Ground ground() {
        if (ground == null) {
            TieFilter answers = new TieFilter(
                    window,
                    EnumSet.of(TieKind.REPLIED, TieKind.FOLLOWED, TieKind.REACTED),
                    EnumSet.of(Visibility.COMPANY, Visibility.COMMUNITY),
                    Set.of(),
                    1);
            ground =
                    new Ground(snapshot.graph(answers).undirected(), snapshot.grouping(Dimension.UNIT, window.to(), 0));
        }
        return ground;
    }

    /**
     * Of all units but the person's own, those whose people the person answered, was answered by or had
     * reactions from: {@code log(1 + units) / log(1 + all other units)}; 0 where there is one unit only.
     */
    double reach(String personId) {
        Grouping units = ground().units();
        TieGraph exchanged = ground().exchanged();
        int person = snapshot.vertex(personId).orElse(-1);
        int others = units.groups().size() - 1;
        if (person < 0 || others < 1) {
            return 0;
        }
        BitSet found = new BitSet();
        for (int slot = exchanged.rowStart(person); slot < exchanged.rowEnd(person); slot++) {
            int unit = units.assignment()[exchanged.neighbour(slot)];
            if (unit >= 0 && unit != units.assignment()[person]) {
                found.set(unit);
            }
        }
        return Math.min(1, Math.log1p(found.cardinality()) / Math.log1p(others));
    }
}
