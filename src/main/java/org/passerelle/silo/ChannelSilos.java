package org.passerelle.silo;

import org.jspecify.annotations.Nullable;

/**
 * Openness in one channel.
 *
 * @param ties pairs of people with a tie in it
 * @param externalInternal E-I index in it; null without ties
 */
public record ChannelSilos(
        String channel, int ties, @Nullable Double externalInternal) {}
