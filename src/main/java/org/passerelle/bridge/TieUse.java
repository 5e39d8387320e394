package org.passerelle.bridge;

/**
 * How often a tie was used before and after the middle of a window.
 *
 * @param before fortnights with exchange in the first half
 * @param beforeOf fortnights of the first half
 * @param after fortnights with exchange in the second half
 * @param afterOf fortnights of the second half
 * @param q share of false findings one accepts when calling this tie fading, and all that fade more surely
 */
public record TieUse(int before, int beforeOf, int after, int afterOf, double q) {}
