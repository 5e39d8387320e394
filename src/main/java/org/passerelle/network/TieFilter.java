package org.passerelle.network;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which interactions a graph is made of.
 *
 * @param window days that count
 * @param kinds kinds of tie that count
 * @param visibilities who could read them
 * @param channels channels that count; empty means all
 * @param interactionsMin fewest interactions, in the window and both ways together, that make a tie
 */
public record TieFilter(
        Window window, Set<TieKind> kinds, Set<Visibility> visibilities, Set<String> channels, int interactionsMin) {
    /** Copies the sets. */
    public TieFilter {
        kinds = Set.copyOf(kinds);
        visibilities = Set.copyOf(visibilities);
        channels = Set.copyOf(channels);
        if (interactionsMin < 1) {
            throw new IllegalArgumentException("interactionsMin must be at least 1, not " + interactionsMin);
        }
    }

    /** Everything that happened in the window. */
    public static TieFilter of(Window window) {
        return new TieFilter(window, EnumSet.allOf(TieKind.class), EnumSet.allOf(Visibility.class), Set.of(), 1);
    }

    /** The same, through these channels only. */
    public TieFilter withChannels(Set<String> channels) {
        return new TieFilter(window, kinds, visibilities, channels, interactionsMin);
    }

    /** The same, what these readers could read only. */
    public TieFilter withVisibilities(Set<Visibility> visibilities) {
        return new TieFilter(window, kinds, visibilities, channels, interactionsMin);
    }
}
