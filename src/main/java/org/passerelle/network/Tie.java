package org.passerelle.network;

import java.util.Arrays;

/**
 * What one person did towards another, one kind through one channel, day by day.
 *
 * @param fromId who acts
 * @param toId towards whom; never the same person
 * @param days days with at least one interaction, ascending, as days since 1970-01-01
 * @param counts interactions of each day
 * @param shares sum over the day's interactions of 1/recipients
 */
public record Tie(
        String fromId,
        String toId,
        TieKind kind,
        String channel,
        Visibility visibility,
        String source,
        int[] days,
        int[] counts,
        float[] shares) {
    /** Refuses a tie to oneself and arrays of different lengths. */
    public Tie {
        if (fromId.equals(toId)) {
            throw new IllegalArgumentException("A tie needs two people");
        }
        if (days.length != counts.length || days.length != shares.length) {
            throw new IllegalArgumentException("Days, counts and shares must have one length, not " + days.length + ", "
                    + counts.length + " and " + shares.length);
        }
    }

    /** What sort of act it stands for, and where it was told. */
    public TieOrigin origin() {
        return new TieOrigin(kind, channel, visibility, source);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tie tie
                && fromId.equals(tie.fromId)
                && toId.equals(tie.toId)
                && kind == tie.kind
                && channel.equals(tie.channel)
                && visibility == tie.visibility
                && source.equals(tie.source)
                && Arrays.equals(days, tie.days)
                && Arrays.equals(counts, tie.counts)
                && Arrays.equals(shares, tie.shares);
    }

    @Override
    public int hashCode() {
        return (fromId.hashCode() * 31 + toId.hashCode()) * 31 + Arrays.hashCode(days);
    }
}
