package org.passerelle.silo;

import java.util.List;
import org.passerelle.network.NetworkSnapshot;

/** The channels of a map for benchmarks of other rooms. */
public final class ChannelDifferences {
    private ChannelDifferences() {}

    /** Every channel beside all together. */
    public static List<ChannelSilos> of(NetworkSnapshot snapshot, SiloQuestion question) {
        return ChannelOpenness.compute(snapshot, question);
    }

    /** The E-I index of all, of groups dealt anew, and its z. */
    public static ScoresByGroup dealt(NetworkSnapshot snapshot, SiloQuestion question) {
        return SiloNulls.externalInternalByLabels(snapshot, question);
    }
}
