package org.passerelle.silo;

import java.util.Arrays;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.StintNetwork;

/** How many people of each group are behind its figures, and whether these can be shown. */
final class Coverage {
    private static final int ACTIVE_SHARE = 10;

    private final int[] people;
    private final int[] active;
    private final FigureState[] states;

    private Coverage(int[] people, int[] active, FigureState[] states) {
        this.people = people;
        this.active = active;
        this.states = states;
    }

    /**
     * NO_DATA where nobody, or fewer than a tenth, took part; SUPPRESSED below the floor. One suppressed group
     * alone could be computed from what the other groups exchange outside, so a second, the smallest, joins it.
     */
    static Coverage of(StintNetwork network, int peopleMin) {
        GroupHistory history = network.history();
        int[] people = history.sizes();
        int[] active = new int[people.length];
        network.active().stream().forEach(stint -> active[history.groupOf(stint)]++);
        FigureState[] states = new FigureState[people.length];
        for (int group = 0; group < states.length; group++) {
            states[group] = state(people[group], active[group], peopleMin);
        }
        long suppressed = Arrays.stream(states)
                .filter(state -> state == FigureState.SUPPRESSED)
                .count();
        if (suppressed == 1) {
            int smallest = -1;
            for (int group = 0; group < states.length; group++) {
                if (states[group] == FigureState.SHOWN && (smallest < 0 || people[group] < people[smallest])) {
                    smallest = group;
                }
            }
            if (smallest >= 0) {
                states[smallest] = FigureState.SUPPRESSED;
            }
        }
        return new Coverage(people, active, states);
    }

    private static FigureState state(int people, int active, int peopleMin) {
        if (people < peopleMin) {
            return FigureState.SUPPRESSED;
        }
        if (active == 0 || (long) active * ACTIVE_SHARE < people) {
            return FigureState.NO_DATA;
        }
        return active < peopleMin ? FigureState.SUPPRESSED : FigureState.SHOWN;
    }

    int people(int group) {
        return people[group];
    }

    int active(int group) {
        return active[group];
    }

    FigureState state(int group) {
        return states[group];
    }

    /** What can be shown of two groups together; a group that is withheld wins over one without data. */
    FigureState state(int group, int other) {
        if (states[group] == FigureState.SUPPRESSED || states[other] == FigureState.SUPPRESSED) {
            return FigureState.SUPPRESSED;
        }
        return states[group] == FigureState.NO_DATA ? FigureState.NO_DATA : states[other];
    }
}
