package org.passerelle.loop;

/** How far a need has come. */
enum LoopState {
    /** Nobody answered, or what was answered did not help. */
    OPEN,
    /** Somebody answered, and nothing says whether it helped. */
    ANSWERED,
    /** Something says that the need is met. */
    CLOSED,
    /** Open, and nothing was said for thirty days. */
    STALE
}
