/**
 * What does a published measure say of a network? One final class per measure, pure: {@code static
 * Result compute(TieGraph, Parameters)} with its formula, paper, complexity and edge cases; open {@link
 * org.passerelle.measure.Betweenness} for the pattern. Imports {@code network}, JGraphT and CWTS only.
 *
 * <ul>
 *   <li>Position of a person: {@link org.passerelle.measure.Betweenness}, {@link
 *       org.passerelle.measure.Closeness}, {@link org.passerelle.measure.PageRank}, {@link
 *       org.passerelle.measure.Coreness}, {@link org.passerelle.measure.Clustering}, {@link
 *       org.passerelle.measure.Constraint}, {@link org.passerelle.measure.CutPeople}, {@link
 *       org.passerelle.measure.Brokerage}.
 *   <li>Groups: {@link org.passerelle.measure.MixingMatrix}, {@link org.passerelle.measure.ExternalInternal},
 *       {@link org.passerelle.measure.Modularity}, {@link org.passerelle.measure.Leiden}, {@link
 *       org.passerelle.measure.PartitionAgreement}, {@link org.passerelle.measure.MinimumCut}.
 *   <li>Hierarchy: {@link org.passerelle.measure.ReportingDistance}, {@link
 *       org.passerelle.measure.KrackhardtHierarchy}.
 * </ul>
 */
@NullMarked
package org.passerelle.measure;

import org.jspecify.annotations.NullMarked;
