package org.passerelle.wirearchy;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Weeks;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * How much of what is said in threads is between peers: neither is above the other on the day. It is prompted where the
 * thread was opened by somebody above whoever answers. Only answers of two people with a place in the tree count. Intervals
 * draw blocks of two weeks anew ({@link Weeks}).
 *
 * @param exchanges answers that count
 * @param people who gave or got one
 * @param peers share between peers; null without answers, and in fewer than four weeks
 * @param unprompted share of these that nobody above whoever answers prompted; null likewise
 */
record PeerFigures(
        int exchanges,
        int people,
        @Nullable Estimate peers,
        @Nullable Estimate unprompted) {
    private static final int WEEK_DAYS = 7;

    /** The answers given in a window. */
    static PeerFigures compute(NetworkSnapshot snapshot, DatedContributions contributions, Window asked) {
        Window window = snapshot.withData(asked);
        ThreadTurns turns = ThreadTurns.of(snapshot, contributions, window);
        int first = window.fromEpochDay();
        double[][] weeks = new double[(window.toEpochDay() - first) / WEEK_DAYS + 1][3];
        BitSet people = new BitSet();
        int exchanges = 0;
        for (int thread = 0; thread < turns.threads(); thread++) {
            for (int turn = turns.start(thread); turn < turns.end(thread); turn++) {
                if (turns.day(turn) < first || !turns.known(turn)) {
                    continue;
                }
                exchanges++;
                people.set(turns.person(turn));
                people.set(turns.answered(turn));
                double[] week = weeks[(turns.day(turn) - first) / WEEK_DAYS];
                week[0]++;
                if (turns.peers(turn)) {
                    int opener = turns.place(turns.person(turns.start(thread)), turn);
                    week[1]++;
                    week[2] += turns.isAbove(opener, turns.place(turns.person(turn), turn)) ? 0 : 1;
                }
            }
        }
        return new PeerFigures(exchanges, people.cardinality(), share(weeks, 1, 0), share(weeks, 2, 1));
    }

    private static @Nullable Estimate share(double[][] weeks, int part, int whole) {
        Weeks.Interval share = Weeks.interval(
                weeks, sums -> sums[whole] == 0 ? Double.NaN : sums[part] / sums[whole], Weeks.Parameters.defaults());
        return Double.isNaN(share.value()) || Double.isNaN(share.low())
                ? null
                : Estimate.holding(share.value(), share.low(), share.high());
    }
}
