package org.passerelle.wirearchy;

/** What an edge of a drawing is; in the order in which edges are kept when there are too many. */
public enum EdgeKind {
    /** One reports to the other. */
    REPORTING,
    /** People exchanged. */
    OBSERVED
}
