package org.passerelle.demonstration;

/** What can be planted in an invented organisation; switched off, the same people act without it. */
public enum Pattern {
    /** Pairs of units that hardly speak to each other, and channels that show it too much or too little. */
    SILOS,
    /** A few people who know a topic, some of them outside the unit one would ask; others only talk of it. */
    EXPERTS,
    /** People who hold two silos together. */
    BRIDGES,
    /** One discreet person in each community after whom the others talk among themselves. */
    ANIMATORS,
    /** An appointed outsider to whom nobody answers. */
    BROADCASTER,
    /** People of every division who settle what falls between two units. */
    CLOSERS,
    /** A community whose questions stay without answer, and that ends. */
    DYING,
    /** A community that says little, and answers all. */
    QUIET,
    /** A member of the leadership after whose posts people write for the first time. */
    LEADER,
    /** A community that stops starting threads once somebody is paid to start them. */
    DROWNED,
    /** People of a unit who move to another in the middle of the year. */
    REORGANISATION,
    /** A business process whose needs come back again and again. */
    RECURRENT_GAP,
    /** Topics on which people of both units of a silo work without having met. */
    TRANSVERSE
}
