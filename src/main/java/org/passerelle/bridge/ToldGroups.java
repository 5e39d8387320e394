package org.passerelle.bridge;

import java.util.Arrays;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.StintNetwork;

/**
 * The groups that enough people stand behind for figures about them to be told, by the rule of the silo map: when only
 * one is withheld, the smallest other one is too, so that nothing can be computed from the rest.
 */
final class ToldGroups {
    private final boolean[] told;

    private ToldGroups(boolean[] told) {
        this.told = told;
    }

    /**
     * As of a window.
     *
     * @param peopleMin fewest people in a group, and fewest of them who took part
     */
    static ToldGroups of(StintNetwork network, int peopleMin) {
        GroupHistory history = network.history();
        int[] people = history.sizes();
        int[] active = new int[people.length];
        network.active().stream().forEach(stint -> active[history.groupOf(stint)]++);
        boolean[] told = new boolean[people.length];
        int withheld = 0;
        int smallest = -1;
        for (int group = 0; group < told.length; group++) {
            told[group] = peopleMin <= 1 || Math.min(people[group], active[group]) >= peopleMin;
            withheld += told[group] ? 0 : 1;
            if (told[group] && (smallest < 0 || people[group] < people[smallest])) {
                smallest = group;
            }
        }
        if (withheld == 1 && smallest >= 0) {
            told[smallest] = false;
        }
        return new ToldGroups(told);
    }

    /** Whether figures about the group may be told. */
    boolean of(int group) {
        return told[group];
    }

    /** Whether they may of every one of these. */
    boolean all(int... groups) {
        return Arrays.stream(groups).allMatch(group -> told[group]);
    }
}
