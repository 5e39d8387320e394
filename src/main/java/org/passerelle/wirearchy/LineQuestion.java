package org.passerelle.wirearchy;

/**
 * How much of the exchange between units follows lines, and goes through managers.
 *
 * @param peopleMin fewest people who must stand behind everything that is told; 1 withholds nothing
 */
public record LineQuestion(WirearchyQuestion about, int peopleMin) {}
