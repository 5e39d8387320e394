package org.passerelle.bridge;

/**
 * Gould-Fernandez brokerage roles: counts of ordered pairs of others whom the person joins and who have no tie of
 * their own in that direction.
 *
 * @param coordinator all three in one group
 * @param itinerant both others in one group, the person in another
 * @param representative from the person's own group to another
 * @param gatekeeper from another group to the person's own
 * @param liaison three different groups
 */
public record BrokerageRoles(int coordinator, int itinerant, int representative, int gatekeeper, int liaison) {}
