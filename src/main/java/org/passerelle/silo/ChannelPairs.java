package org.passerelle.silo;

import org.passerelle.measure.DyadicError;
import org.passerelle.network.GroupHistory;

/**
 * How uncertain it is that a channel's E-I index differs from that of all channels because of who happens to be close to
 * whom: a channel of little use sees rather the pairs that exchange most, and whether these are of one group is chance as
 * well. Weeks drawn again do not tell of it, for close pairs stay close. Pairs that share a person hang together ({@link
 * DyadicError}).
 */
final class ChannelPairs {
    private ChannelPairs() {}

    /**
     * The standard error of the difference of the two indices.
     *
     * @param channel ties of one channel, all of them among those of the whole
     */
    static double standardError(WeeklyTies channel, WeeklyTies whole, GroupHistory history) {
        double indexOfChannel = channel.tally().externalInternal();
        double indexOfWhole = whole.tally().externalInternal();
        int[] one = new int[whole.pairs()];
        int[] other = new int[whole.pairs()];
        double[] influence = new double[whole.pairs()];
        int place = 0;
        for (int pair = 0; pair < whole.pairs(); pair++) {
            one[pair] = history.personOf(whole.from(pair));
            other[pair] = history.personOf(whole.to(pair));
            double side = whole.isAcross(pair) ? 1 : -1;
            influence[pair] = -(side - indexOfWhole) / whole.pairs();
            // Both are in order of their ends.
            if (place < channel.pairs()
                    && channel.from(place) == whole.from(pair)
                    && channel.to(place) == whole.to(pair)) {
                influence[pair] += (side - indexOfChannel) / channel.pairs();
                place++;
            }
        }
        return DyadicError.compute(new DyadicError.Parameters(one, other, influence));
    }
}
