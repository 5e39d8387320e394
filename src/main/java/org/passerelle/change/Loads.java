package org.passerelle.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.measure.SampledBetweenness;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.passerelle.network.TieGraph;

/**
 * Who would have to carry what somebody who leaves carried, and whom new ties would relieve: people whose share of the
 * shortest paths between groups changes most, largest change first, of equals in order of id.
 *
 * <p>Paths between people who stay, before and after. In a large network they start from some people drawn at random, the
 * same before and after, so the error of the difference is at most the root of both errors' squares.
 */
public final class Loads {
    /** Most people who are told. */
    static final int SHIFTS_MAX = 100;

    /** Sources times slots up to which paths are followed: some tenths of a second. */
    private static final long SLOTS_AFFORDABLE = 130_000_000;

    private static final int SOURCES_MIN = 64;

    private Loads() {}

    /** The people whose load changes most. */
    public static List<LoadShift> compute(SimulationGround ground, SimulationQuestion question) {
        AlteredNetwork altered = AlteredNetwork.of(ground, question.alterations());
        TieGraph before = ground.graph();
        TieGraph after = altered.graph();
        boolean[] staying = Simulations.staying(ground, altered, after);
        int sources =
                Math.clamp(SLOTS_AFFORDABLE / Math.max(1, before.neighbours().length), SOURCES_MIN, Integer.MAX_VALUE);
        SampledBetweenness.Parameters parameters =
                SampledBetweenness.Parameters.defaults().withSources(sources);
        SampledBetweenness.Result first = SampledBetweenness.compute(
                before,
                parameters.acrossGroups(
                        Simulations.only(staying, ground.grouping().assignment())));
        SampledBetweenness.Result second =
                SampledBetweenness.compute(after, parameters.acrossGroups(Simulations.only(staying, altered.groups())));
        double[] difference = new double[staying.length];
        Arrays.setAll(difference, vertex -> second.shares()[vertex] - first.shares()[vertex]);
        int[] shared = sharedContacts(before, altered);
        List<LoadShift> shifts = new ArrayList<>();
        IntStream.range(0, staying.length)
                .filter(vertex -> staying[vertex] && Math.abs(difference[vertex]) > 1e-12)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer vertex) -> -Math.abs(difference[vertex])))
                .limit(SHIFTS_MAX)
                .forEach(vertex -> shifts.add(shift(ground, after, vertex, first, second, shared[vertex])));
        return shifts;
    }

    private static LoadShift shift(
            SimulationGround ground,
            TieGraph after,
            int vertex,
            SampledBetweenness.Result first,
            SampledBetweenness.Result second,
            int shared) {
        double before = first.shares()[vertex];
        double later = second.shares()[vertex];
        boolean exact = first.standardErrors()[vertex] == 0 && second.standardErrors()[vertex] == 0;
        // Two shares that look the same would say that nothing moves.
        int digits = Math.abs(later - before) < 0.002 ? 2 : 1;
        return new LoadShift(
                ground.snapshot().person(vertex),
                before,
                later,
                later - before,
                exact ? null : Math.hypot(error(first, vertex), error(second, vertex)),
                ground.graph().degree(vertex),
                after.degree(vertex),
                shared,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "Porterait " + Wording.percent(later, digits, in)
                                + " des plus courts chemins entre groupes au lieu de "
                                + Wording.percent(before, digits, in)
                                + (shared > 0
                                        ? ", et connaît " + Wording.count(shared, "contact", "contacts")
                                                + " de ceux qui partent."
                                        : ".")
                        : "Would carry " + Wording.percent(later, digits, in)
                                + " of the shortest paths between groups instead of "
                                + Wording.percent(before, digits, in)
                                + (shared > 0
                                        ? ", and knows " + Wording.count(shared, "contact", "contacts")
                                                + " of those who leave."
                                        : ".")));
    }

    /** The standard error of a share: that of the score by the same number of pairs. */
    private static double error(SampledBetweenness.Result result, int vertex) {
        double score = result.scores()[vertex];
        return score == 0 ? 0 : result.standardErrors()[vertex] * result.shares()[vertex] / score;
    }

    /** For everybody how many distinct contacts they have in common with somebody who leaves. */
    private static int[] sharedContacts(TieGraph before, AlteredNetwork altered) {
        boolean[] orphaned = new boolean[before.people()];
        for (int vertex = 0; vertex < orphaned.length; vertex++) {
            for (int slot = before.rowStart(vertex); altered.hasLeft(vertex) && slot < before.rowEnd(vertex); slot++) {
                orphaned[before.neighbour(slot)] = !altered.hasLeft(before.neighbour(slot));
            }
        }
        int[] shared = new int[orphaned.length];
        for (int vertex = 0; vertex < orphaned.length; vertex++) {
            for (int slot = before.rowStart(vertex); slot < before.rowEnd(vertex); slot++) {
                shared[vertex] += orphaned[before.neighbour(slot)] ? 1 : 0;
            }
        }
        return shared;
    }
}
