package org.passerelle.network;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which groups figures may be told of: one rule for every answer, so that what one withholds no other gives away. A group is
 * withheld when fewer people than the floor are in it or took part; it has no data when nobody, or fewer than a tenth, took
 * part.
 *
 * <p>What few people exchange can be had by subtraction as well; {@link ToldUnits} says which groups are withheld for that.
 */
public final class ToldGroups {
    private static final int ACTIVE_SHARE = 10;

    private final Telling[] tellings;
    private final boolean[] few;
    private final boolean whole;

    private ToldGroups(Telling[] tellings, boolean[] few, boolean whole) {
        this.tellings = tellings;
        this.few = few;
        this.whole = whole;
    }

    /** What may be told of a group; of two that both have to be told, the later one counts. */
    public enum Telling {
        /** Its figures. */
        TOLD,
        /** That too few of its people are in the data to say anything. */
        NO_DATA,
        /** Nothing: too few people stand behind it, or it would give another one away. */
        WITHHELD
    }

    /**
     * The groups of a network.
     *
     * @param filter what counts as exchange, that of the network
     * @param unitDepth as in {@link Chart#groupOf}, that of the network's history
     * @param peopleMin fewest people in a group, and fewest of them who took part; 1 withholds nothing
     */
    public static ToldGroups of(
            NetworkSnapshot snapshot, StintNetwork network, TieFilter filter, int unitDepth, int peopleMin) {
        return of(snapshot, network.history(), network.active(), filter, unitDepth, peopleMin);
    }

    /**
     * The groups of a history.
     *
     * @param filter what counts as exchange
     * @param took the stints in which somebody exchanged with anybody
     * @param unitDepth as in {@link Chart#groupOf}, that of the history
     * @param peopleMin fewest people in a group, and fewest of them who took part; 1 withholds nothing
     */
    public static ToldGroups of(
            NetworkSnapshot snapshot,
            GroupHistory history,
            BitSet took,
            TieFilter filter,
            int unitDepth,
            int peopleMin) {
        int[] people = history.sizes();
        int[] active = new int[people.length];
        took.stream().forEach(stint -> active[history.groupOf(stint)]++);
        return alone(people, active, peopleMin)
                .without(ToldUnits.of(snapshot, filter, history.dimension(), peopleMin), history.groups(), unitDepth);
    }

    /** What may be told of each group by itself, before anything is thought of that could be had by subtraction. */
    public static ToldGroups alone(int[] people, int[] active, int peopleMin) {
        Telling[] tellings = new Telling[people.length];
        boolean[] few = new boolean[people.length];
        for (int group = 0; group < tellings.length; group++) {
            tellings[group] = alone(people[group], active[group], peopleMin);
            few[group] = tellings[group] == Telling.WITHHELD || (active[group] > 0 && active[group] < peopleMin);
        }
        return new ToldGroups(tellings, few, true);
    }

    private static Telling alone(int people, int active, int peopleMin) {
        if (people > 0 && people < peopleMin) {
            return Telling.WITHHELD;
        }
        if (active == 0 || (long) active * ACTIVE_SHARE < people) {
            return Telling.NO_DATA;
        }
        return active < peopleMin ? Telling.WITHHELD : Telling.TOLD;
    }

    /** What may be told where both have to be. */
    public ToldGroups and(ToldGroups other) {
        Telling[] both = new Telling[tellings.length];
        boolean[] either = new boolean[both.length];
        for (int group = 0; group < both.length; group++) {
            both[group] = later(tellings[group], other.tellings[group]);
            either[group] = few[group] || other.few[group];
        }
        return new ToldGroups(both, either, whole && other.whole);
    }

    /** The same, where only what the other withholds counts of it: its lack of data is what was asked about. */
    public ToldGroups unlessWithheld(ToldGroups other) {
        Telling[] both = tellings.clone();
        boolean[] either = few.clone();
        for (int group = 0; group < both.length; group++) {
            if (other.tellings[group] == Telling.WITHHELD) {
                both[group] = Telling.WITHHELD;
                either[group] = true;
            }
        }
        return new ToldGroups(both, either, whole && other.whole);
    }

    /**
     * The same, without those that would give another one away.
     *
     * @param groups one for each position
     * @param unitDepth as in {@link Chart#groupOf}
     */
    public ToldGroups without(ToldUnits units, List<Group> groups, int unitDepth) {
        Telling[] less = tellings.clone();
        boolean[] withheld = few.clone();
        for (int group = 0; group < less.length; group++) {
            if (units.withheld(groups.get(group).id(), unitDepth)) {
                less[group] = Telling.WITHHELD;
                withheld[group] = true;
            }
        }
        return new ToldGroups(less, withheld, whole && units.wholeTold(unitDepth));
    }

    /** What may be told of a group. */
    public Telling telling(int group) {
        return tellings[group];
    }

    /** What may be told of two groups together. */
    public Telling telling(int group, int other) {
        return later(tellings[group], tellings[other]);
    }

    private static Telling later(Telling one, Telling other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Whether figures of the whole may be told that count ties by whether they stay inside a group. */
    public boolean whole() {
        return whole;
    }

    /** Whether the group may be named where somebody's ties with it are told: enough of its people took part. */
    public boolean of(int group) {
        return tellings[group] == Telling.TOLD || (tellings[group] == Telling.NO_DATA && !few[group]);
    }

    /** Whether every one of these may. */
    public boolean all(int... groups) {
        return Arrays.stream(groups).allMatch(this::of);
    }
}
