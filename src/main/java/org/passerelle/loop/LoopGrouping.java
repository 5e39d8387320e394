package org.passerelle.loop;

/** By what loops are put together. */
enum LoopGrouping {
    /** The group of who asked, along the dimension, on the day of the need. */
    UNIT,
    /** Where it was asked. */
    COMMUNITY,
    /** What it is about. */
    TOPIC,
    /** The business process it concerns. */
    PROCESS,
    /** The month in which it was asked. */
    MONTH
}
