/**
 * What does a published measure say of a network, and how surely? One final class per measure, pure: {@code static
 * Result compute(TieGraph, Parameters)} with its formula, paper, complexity and edge cases; open {@link
 * org.passerelle.measure.Betweenness} for the pattern. Imports {@code network} and JGraphT only.
 *
 * <ul>
 *   <li>Position of a person: {@link org.passerelle.measure.Betweenness}, {@link
 *       org.passerelle.measure.SampledBetweenness}, {@link org.passerelle.measure.AdaptiveBetweenness}, {@link
 *       org.passerelle.measure.PathShares}, {@link org.passerelle.measure.Closeness}, {@link org.passerelle.measure.PathLengths}, {@link
 *       org.passerelle.measure.PageRank}, {@link org.passerelle.measure.Hits}, {@link
 *       org.passerelle.measure.Eigenvector}, {@link
 *       org.passerelle.measure.Coreness}, {@link org.passerelle.measure.Clustering}, {@link
 *       org.passerelle.measure.Constraint}, {@link org.passerelle.measure.StructuralDiversity}, {@link
 *       org.passerelle.measure.CutPeople}, {@link org.passerelle.measure.Brokerage}, {@link
 *       org.passerelle.measure.SoleConnections}.
 *   <li>Position of a tie: {@link org.passerelle.measure.TieBetweenness}, {@link
 *       org.passerelle.measure.LocalBridges}, {@link org.passerelle.measure.Fading}.
 *   <li>Parts of the network: {@link org.passerelle.measure.Components}, {@link
 *       org.passerelle.measure.LabelPropagation}.
 *   <li>Groups: {@link org.passerelle.measure.MixingMatrix}, {@link org.passerelle.measure.ExternalInternal},
 *       {@link org.passerelle.measure.ConfigurationModel}, {@link org.passerelle.measure.Segregation}, {@link
 *       org.passerelle.measure.GroupFluidity}, {@link org.passerelle.measure.Modularity}, {@link
 *       org.passerelle.measure.ExpectedModularity}, {@link org.passerelle.measure.ConstantPotts}, {@link
 *       org.passerelle.measure.Leiden}, {@link org.passerelle.measure.ClusterConsensus}, {@link
 *       org.passerelle.measure.PartitionAgreement}, {@link org.passerelle.measure.Agreement}, {@link
 *       org.passerelle.measure.MinimumCut}, {@link org.passerelle.measure.CrossGroupNearness}, {@link
 *       org.passerelle.measure.DrawnNearness}, {@link org.passerelle.measure.OpeningTies}.
 *   <li>Hierarchy: {@link org.passerelle.measure.ReportingDistance}, {@link
 *       org.passerelle.measure.KrackhardtHierarchy}, {@link org.passerelle.measure.LineReliance}, {@link
 *       org.passerelle.measure.ManagersWhoAnimate}, {@link org.passerelle.measure.SelfRegulation}, {@link
 *       org.passerelle.measure.WirearchyIndex}, {@link org.passerelle.measure.ShortenedPaths}.
 *   <li>Certainty: {@link org.passerelle.measure.Estimate}, {@link org.passerelle.measure.Expectation}, {@link org.passerelle.measure.Proportion}, {@link
 *       org.passerelle.measure.Weeks}, {@link org.passerelle.measure.MatchedWeeks}, {@link
 *       org.passerelle.measure.BlockDeals}, {@link org.passerelle.measure.TieDraws}, {@link org.passerelle.measure.StratifiedCounts}, {@link
 *       org.passerelle.measure.ManyTests}, {@link org.passerelle.measure.RankInterval}, {@link
 *       org.passerelle.measure.DyadicError}.
 *   <li>Beside JGraphT: {@link org.passerelle.measure.SecondOpinion}, {@link org.passerelle.measure.JGraphTView}.
 *   <li>Association: {@link org.passerelle.measure.RankCorrelation}, {@link org.passerelle.measure.MatchedEntries}, {@link
 *       org.passerelle.measure.PlaceboEvents}, {@link org.passerelle.measure.LaggedDose}.
 *   <li>How long people stay and needs wait: {@link org.passerelle.measure.KaplanMeier}, {@link
 *       org.passerelle.measure.SurvivalQuantiles}.
 * </ul>
 */
@NullMarked
package org.passerelle.measure;

import org.jspecify.annotations.NullMarked;
