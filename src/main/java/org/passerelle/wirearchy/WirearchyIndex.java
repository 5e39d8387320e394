package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number from 0 to 100 for how far work departs from lines and units, after its parts and never without them.
 *
 * @param snapshot version of the data
 * @param question what was asked
 * @param told whether enough people stand behind all of it ({@link BehindLines}); where not, nothing else is there
 * @param value mean of the parts; null without exchange, and with one unit only
 * @param low lower end of its 95 % interval from weeks drawn again; null with fewer than four weeks
 * @param high upper end
 * @param weeks weeks of the window
 * @param expectedAcross share of the exchange that would cross units by chance; null as the value
 * @param parts those with data, in their order
 */
public record WirearchyIndex(
        String snapshot,
        LineQuestion question,
        boolean told,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        int weeks,
        @Nullable Double expectedAcross,
        List<IndexPart> parts) {
    /** Copies the parts. */
    public WirearchyIndex {
        parts = List.copyOf(parts);
    }

    /**
     * One part, 0 to 1.
     *
     * @param low lower end of its 95 % interval; null with fewer than four weeks
     */
    public record IndexPart(
            String name,
            double value,
            @Nullable Double low,
            @Nullable Double high) {}
}
