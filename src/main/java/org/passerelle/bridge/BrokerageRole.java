package org.passerelle.bridge;

/** What a broker is to the groups, in the order in which they are told. */
public enum BrokerageRole {
    /** All three in one group. */
    COORDINATOR,
    /** Both others in one group, the person in another. */
    ITINERANT,
    /** From the person's own group to another. */
    REPRESENTATIVE,
    /** From another group to the person's own. */
    GATEKEEPER,
    /** Three different groups. */
    LIAISON
}
