package org.passerelle.network;

import org.jspecify.annotations.Nullable;

/**
 * A set of people along one dimension: a unit, a trade, a site, a company or a community.
 *
 * @param id stable key, unique over all dimensions, by convention {@code dimension:name} in lower case
 * @param kind what a community is for; null for every other dimension and where unknown
 * @param own for companies: whether it is one's own; true elsewhere
 */
public record Group(
        String id,
        String name,
        Dimension dimension,
        @Nullable CommunityKind kind,
        boolean own) {}
