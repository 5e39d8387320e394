package org.passerelle.wirearchy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Brokerage;
import org.passerelle.measure.Closeness;
import org.passerelle.measure.Clustering;
import org.passerelle.measure.Constraint;
import org.passerelle.measure.Coreness;
import org.passerelle.measure.CutPeople;
import org.passerelle.measure.Eigenvector;
import org.passerelle.measure.ExternalInternal;
import org.passerelle.measure.Hits;
import org.passerelle.measure.PageRank;
import org.passerelle.measure.PathShares;
import org.passerelle.measure.StructuralDiversity;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieKind;
import org.passerelle.network.Window;

/**
 * Everybody's position in a window, over the whole network and not only over what is drawn. PageRank, authority and
 * hub follow ties from who seeks to who is sought; brokerage follows them from who acts; the others ignore
 * direction. Results that several measures share are computed once. For one thread at a time.
 */
final class Positions {
    /** How far the ends lie from an estimate, in standard errors. */
    private static final double STANDARD_ERRORS = 2;

    private final NetworkSnapshot snapshot;
    private final Window window;
    private final TieGraph ties;
    private final int[] groups;
    private @Nullable TieGraph seeking;
    private Closeness.@Nullable Result closeness;
    private Hits.@Nullable Result hits;
    private Constraint.@Nullable Result constraint;
    private Brokerage.@Nullable Result brokerage;

    /**
     * Positions in that window.
     *
     * @param ties its network without direction
     * @param groups group of every vertex, -1 for none
     */
    Positions(NetworkSnapshot snapshot, Window window, TieGraph ties, int[] groups) {
        this.snapshot = snapshot;
        this.window = window;
        this.ties = ties;
        this.groups = groups.clone();
    }

    /**
     * One figure for every vertex, NaN where it is not defined.
     *
     * @param errors standard error of each; empty where the figures are exact
     */
    record Figures(double[] values, double[] errors) {
        static Figures exact(double[] values) {
            return new Figures(values, new double[0]);
        }

        /** Two standard errors below the figure, NaN where it is exact. */
        double low(int vertex) {
            return errors.length == 0 ? Double.NaN : Math.max(0, values[vertex] - STANDARD_ERRORS * errors[vertex]);
        }

        /** Two standard errors above it. */
        double high(int vertex) {
            return errors.length == 0 ? Double.NaN : values[vertex] + STANDARD_ERRORS * errors[vertex];
        }
    }

    private Figures each(IntToDoubleFunction figure) {
        double[] values = new double[ties.people()];
        Arrays.setAll(values, figure);
        return Figures.exact(values);
    }

    Figures degree() {
        return each(ties::degree);
    }

    Figures strength() {
        return each(vertex -> {
            double total = 0;
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                total += ties.strength(slot);
            }
            return total;
        });
    }

    Figures betweenness() {
        return betweenness(new int[0]);
    }

    Figures betweennessAcrossGroups() {
        return betweenness(groups);
    }

    private Figures betweenness(int[] across) {
        PathShares.Result paths =
                PathShares.compute(ties, PathShares.Parameters.defaults().acrossGroups(across));
        return new Figures(paths.shares(), paths.standardErrors());
    }

    Closeness.Result closeness() {
        Closeness.Result known = closeness;
        if (known == null) {
            known = Closeness.compute(ties, Closeness.Parameters.defaults());
            closeness = known;
        }
        return known;
    }

    Figures pageRank() {
        return Figures.exact(
                PageRank.compute(seeking(), PageRank.Parameters.defaults()).scores());
    }

    Hits.Result hits() {
        Hits.Result known = hits;
        if (known == null) {
            known = Hits.compute(seeking(), Hits.Parameters.defaults());
            hits = known;
        }
        return known;
    }

    Figures eigenvector() {
        return Figures.exact(
                Eigenvector.compute(ties, Eigenvector.Parameters.defaults()).scores());
    }

    Figures coreness() {
        int[] cores = Coreness.compute(ties, Coreness.Parameters.defaults()).cores();
        return each(vertex -> cores[vertex]);
    }

    Figures clustering() {
        return Figures.exact(
                Clustering.compute(ties, Clustering.Parameters.defaults()).local());
    }

    Constraint.Result constraint() {
        Constraint.Result known = constraint;
        if (known == null) {
            known = Constraint.compute(ties, Constraint.Parameters.defaults());
            constraint = known;
        }
        return known;
    }

    Figures structuralDiversity() {
        int[] circles = StructuralDiversity.compute(ties, StructuralDiversity.Parameters.defaults())
                .circles();
        return each(vertex -> circles[vertex]);
    }

    Figures cutPerson() {
        boolean[] cut = CutPeople.compute(ties, CutPeople.Parameters.defaults()).cut();
        return each(vertex -> cut[vertex] ? 1 : 0);
    }

    Figures externalInternal() {
        return Figures.exact(ExternalInternal.compute(
                        ties, ExternalInternal.Parameters.defaults(groups).withPermutations(0))
                .people());
    }

    Figures role(Brokerage.Role role) {
        Brokerage.Result known = brokerage;
        if (known == null) {
            TieGraph acting = snapshot.graph(TieFilter.of(window));
            known = Brokerage.compute(acting, Brokerage.Parameters.defaults(groups));
            brokerage = known;
        }
        Brokerage.Result counts = known;
        return each(vertex -> groups[vertex] < 0 ? Double.NaN : counts.count(vertex, role));
    }

    /** The network from who seeks to who is sought. */
    private TieGraph seeking() {
        TieGraph known = seeking;
        if (known == null) {
            known = acts(TieKind.Seeker.ACTOR).plus(acts(TieKind.Seeker.TARGET).reversed());
            seeking = known;
        }
        return known;
    }

    private TieGraph acts(TieKind.Seeker seeker) {
        Set<TieKind> kinds = EnumSet.allOf(TieKind.class).stream()
                .filter(kind -> kind.seeks() == seeker)
                .collect(Collectors.toSet());
        TieFilter all = TieFilter.of(window);
        return snapshot.graph(new TieFilter(window, kinds, all.visibilities(), all.channels(), 1));
    }
}
