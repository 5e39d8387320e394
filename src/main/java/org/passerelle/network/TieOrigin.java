package org.passerelle.network;

import java.util.Comparator;

/**
 * What sort of act a tie stands for, through which channel, readable by whom, and which source told of it.
 * Two people have one tie for each.
 */
public record TieOrigin(TieKind kind, String channel, Visibility visibility, String source)
        implements Comparable<TieOrigin> {
    private static final Comparator<TieOrigin> ORDER = Comparator.comparing(TieOrigin::kind)
            .thenComparing(TieOrigin::channel)
            .thenComparing(TieOrigin::visibility)
            .thenComparing(TieOrigin::source);

    @Override
    public int compareTo(TieOrigin other) {
        return ORDER.compare(this, other);
    }
}
