package org.passerelle.bridge;

import org.passerelle.network.Person;

/**
 * A tie whose loss would separate people.
 *
 * @param from the end with the smaller id
 * @param separates people on the smaller side if the tie were lost
 * @param acrossGroups whether the two ends belong to different groups; false where one belongs to none
 */
public record BridgeTie(Person from, Person to, int separates, boolean acrossGroups) {}
