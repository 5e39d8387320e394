/**
 * What does a published measure say of a network? One final class per measure, pure: {@code static
 * Result compute(TieGraph, Parameters)} with its formula, paper, complexity and edge cases; open {@code
 * Betweenness} for the pattern. Imports {@code network}, JGraphT and CWTS only.
 */
@NullMarked
package org.passerelle.measure;

import org.jspecify.annotations.NullMarked;
