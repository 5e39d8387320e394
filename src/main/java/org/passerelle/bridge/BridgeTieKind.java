package org.passerelle.bridge;

/** Which ties between groups are asked for. */
public enum BridgeTieKind {
    /** Those whose loss would separate people. */
    SEPARATING,
    /** Those over which shortest paths between groups lead. */
    CARRYING,
    /** Those whose ends share no contact. */
    LOCAL,
    /** Those that are used less and less. */
    FADING
}
