package org.passerelle.silo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Window;

/**
 * How far the groups of a dimension are apart: what every reader of the map needs. What takes longer is computed when
 * it is asked for ({@link SiloNulls}, {@link Clusters}, {@link ChannelOpenness}, {@link
 * SiloTrend}), from the same question.
 *
 * @param snapshot version of the data
 * @param question what was asked
 * @param parameters how it was computed, in the order in which to read them
 * @param groups in order of id
 * @param cells every pair of groups once, the diagonal included, in order of the two ids
 * @param wholeState whether figures of the whole can be shown
 * @param externalInternal E-I index of the whole; null unless shown, and without ties
 * @param modularity of the formal groups; null as the former
 */
public record SiloMap(
        String snapshot,
        SiloQuestion question,
        Map<String, String> parameters,
        List<SiloGroup> groups,
        List<SiloCell> cells,
        FigureState wholeState,
        @Nullable Double externalInternal,
        @Nullable Double modularity) {
    /** Copies what it is given. */
    public SiloMap {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        groups = List.copyOf(groups);
        cells = List.copyOf(cells);
    }

    /** The days looked at. */
    Window window() {
        return question.window();
    }
}
