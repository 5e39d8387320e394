package org.passerelle.community;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Chart;

/**
 * How much of the exchange is between peers: neither is in the other's reporting line, directly or further up.
 * It is prompted where a manager of whoever answers opened the thread. Lines are those of the last day; only exchanges of two
 * people who are in some line count. Intervals draw blocks of two weeks anew ({@link Weeks}).
 *
 * @param exchanges that count
 * @param people who took part in them
 * @param peers share between peers, null without exchanges or with too few weeks
 * @param unprompted share of the exchanges between peers that no manager of whoever answers prompted, null likewise
 */
record CommunityPeers(
        int exchanges,
        int people,
        @Nullable Estimate peers,
        @Nullable Estimate unprompted) {
    /** The peer exchange among these. */
    static CommunityPeers of(Exchanges exchanges, Chart chart, LocalDate day) {
        return PeerWeeks.of(exchanges, chart, day).exchange();
    }
}
