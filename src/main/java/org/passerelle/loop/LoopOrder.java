package org.passerelle.loop;

/** Which loops come first. */
enum LoopOrder {
    /** The latest needs. */
    NEWEST,
    /** Open ones, the oldest first; then answered ones, then closed ones. */
    WAITING_LONGEST,
    /** Closed ones that took longest; then the others, the oldest first. */
    SLOWEST
}
