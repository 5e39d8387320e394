package org.passerelle.silo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;

/**
 * Openness in one channel.
 *
 * @param ties pairs of people with a tie in it; null unless shown
 * @param externalInternal E-I index in it; null unless shown, and without ties
 * @param externalInternalInterval where it lies in other weeks; null as the former, and in fewer than four weeks
 * @param difference the index less that of all channels together, in the same weeks; null as the former
 * @param sentence what that says
 */
public record ChannelSilos(
        String channel,
        FigureState state,
        @Nullable Integer ties,
        @Nullable Double externalInternal,
        @Nullable Estimate externalInternalInterval,
        @Nullable Estimate difference,
        String sentence) {
    /** Nothing can be shown. */
    static ChannelSilos withheld(String channel, FigureState state) {
        return new ChannelSilos(
                channel,
                state,
                null,
                null,
                null,
                null,
                state == FigureState.NO_DATA
                        ? "Nobody of these groups exchanged in " + channel + "."
                        : "Too few people exchanged in " + channel + " for a figure.");
    }

    /** What a difference says of the channel, as a sentence. */
    static String sentence(String channel, @Nullable Estimate difference) {
        if (difference == null) {
            return "Too little exchange in " + channel + " to compare it with all channels together.";
        }
        String size = String.format(
                Locale.ROOT,
                "%.2f (%.2f to %.2f)",
                Math.abs(difference.value()),
                Math.min(Math.abs(difference.low()), Math.abs(difference.high())),
                Math.max(Math.abs(difference.low()), Math.abs(difference.high())));
        if (difference.low() > 0) {
            return "Seen through " + channel + " alone the groups look more open than they are: E-I higher by " + size
                    + ". It understates silos.";
        }
        if (difference.high() < 0) {
            return "Seen through " + channel + " alone the groups look more closed than they are: E-I lower by " + size
                    + ". It overstates silos.";
        }
        return "No sure difference between " + channel + " and all channels together.";
    }
}
