package org.passerelle.loop;

/** What sort of need. */
enum LoopKind {
    /** Somebody asks. */
    QUESTION,
    /** Somebody says that something does not work. */
    PROBLEM,
    /** Somebody suggests something. */
    IDEA,
    /** The source calls it a ticket. */
    TICKET
}
