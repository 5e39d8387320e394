package org.passerelle.wirearchy;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import org.passerelle.network.Dimension;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.ToldUnits;
import org.passerelle.network.Window;

/**
 * Who stands behind what is told of exchange by lines and units, and whether that is enough.
 *
 * <p>What is told are sums of the pieces counted here: between managers, with one manager, without any; along a line, across
 * units and within one; and with a manager, across units, off the line. One can be had from the others, so either each has
 * enough people at both its ends, or nobody at all, or nothing is told. All of it counts what stays inside units, those
 * withheld included, so it follows the rule for figures of the whole ({@link ToldUnits}), of everybody and of those with a
 * place in the reporting tree alone: the difference of the two is what people without a place exchange, who must be enough
 * as well.
 */
final class BehindLines {
    private enum Piece {
        BETWEEN_MANAGERS,
        ONE_MANAGER,
        DIRECT,
        ALONG_ACROSS,
        MANAGED_OFF_THE_LINE,
        ALONG_INSIDE,
        INSIDE_OFF_THE_LINE
    }

    /**
     * One of the two.
     *
     * @param manages whether the person manages anybody on the day
     * @param above whether the person is above the other in the reporting tree
     */
    record End(int vertex, boolean manages, boolean above) {}

    private final NetworkSnapshot snapshot;
    private final TieFilter filter;
    private final GroupHistory own;
    private final BitSet active = new BitSet();
    private final BitSet withoutPlace = new BitSet();
    /** By piece, the people at its upper or managing end, and those at the other. */
    private final Map<Piece, BitSet[]> ends = new EnumMap<>(Piece.class);

    BehindLines(NetworkSnapshot snapshot, Window window) {
        this.snapshot = snapshot;
        this.filter = TieFilter.of(window);
        this.own = snapshot.history(Dimension.UNIT, 0, window);
    }

    /** An exchange that is not counted because somebody has no place. */
    void leftOut(int source, boolean sourceWithout, int target, boolean targetWithout) {
        if (sourceWithout) {
            withoutPlace.set(source);
        }
        if (targetWithout) {
            withoutPlace.set(target);
        }
    }

    /** An exchange that is counted. */
    void took(End source, End target, int day, boolean across) {
        active.set(own.stintOn(source.vertex(), day));
        active.set(own.stintOn(target.vertex(), day));
        boolean along = source.above() || target.above();
        if (across) {
            boolean managed = source.manages() || target.manages();
            boolean both = source.manages() && target.manages();
            alike(both ? Piece.BETWEEN_MANAGERS : managed ? Piece.ONE_MANAGER : Piece.DIRECT, source, target);
            if (along) {
                ordered(Piece.ALONG_ACROSS, source, target, source.above());
            } else if (managed) {
                alike(Piece.MANAGED_OFF_THE_LINE, source, target);
            }
        } else if (along) {
            ordered(Piece.ALONG_INSIDE, source, target, source.above());
        } else {
            alike(Piece.INSIDE_OFF_THE_LINE, source, target);
        }
    }

    /** Managers at one end, where one of the two alone is; else both are at both ends. */
    private void alike(Piece piece, End source, End target) {
        if (source.manages() == target.manages()) {
            ordered(piece, source, target, true);
            ordered(piece, source, target, false);
        } else {
            ordered(piece, source, target, source.manages());
        }
    }

    private void ordered(Piece piece, End source, End target, boolean sourceFirst) {
        BitSet[] both = ends.computeIfAbsent(piece, _ -> new BitSet[] {new BitSet(), new BitSet()});
        both[sourceFirst ? 0 : 1].set(source.vertex());
        both[sourceFirst ? 1 : 0].set(target.vertex());
    }

    /** Whether all of it may be told. */
    boolean told(int unitDepth, int peopleMin) {
        if (peopleMin <= 1) {
            return true;
        }
        for (BitSet[] both : ends.values()) {
            if (!enough(both[0], peopleMin) || !enough(both[1], peopleMin)) {
                return false;
            }
        }
        return enough(withoutPlace, peopleMin)
                && ToldUnits.of(snapshot, filter, Dimension.UNIT, peopleMin).wholeTold(unitDepth)
                && ToldUnits.of(snapshot, own, active, filter, peopleMin).wholeTold(unitDepth);
    }

    private static boolean enough(BitSet people, int peopleMin) {
        return people.isEmpty() || people.cardinality() >= peopleMin;
    }
}
