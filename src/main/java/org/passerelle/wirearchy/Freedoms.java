package org.passerelle.wirearchy;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.GroupFluidity;
import org.passerelle.measure.Leiden;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * Freedom and fluidity of the clusters in which people work. Each part of the window is searched twice, from two
 * seeds: what two searches of the same exchange give is noise, and only fluidity above it is change. A person's unit is
 * the one held on most days of the part.
 */
final class Freedoms {
    private static final Leiden.Parameters SEARCH = Leiden.Parameters.defaults().withRuns(4);
    /** Runs on a part of many ties, where more would take too long. */
    private static final int RUNS_OF_MANY = 2;

    private static final Leiden.Parameters AGAIN = SEARCH.withSeed(SEARCH.seed() + 1);

    /** What an answer says of its clusters. */
    static final String CLUSTERS = "Leiden on tie strength, resolution " + SEARCH.resolution() + ", best of "
            + SEARCH.runs() + " runs from seed " + SEARCH.seed() + ", of " + RUNS_OF_MANY + " above " + Leiden.TIES_MANY
            + " ties; for the noise again from seed " + AGAIN.seed();

    private Freedoms() {}

    /** Searches every part of the window. */
    static WorkingGroups compute(NetworkSnapshot snapshot, WorkingGroups.Question question) {
        List<Window> windows = parts(snapshot.withData(question.about().window()), question.periods());
        List<int[]> clusters = new ArrayList<>();
        List<int[]> again = new ArrayList<>();
        List<WorkingGroups.WorkingPeriod> periods = new ArrayList<>();
        for (Window window : windows) {
            TieGraph graph = snapshot.graph(TieFilter.of(window)).undirected();
            int[] found = search(graph, SEARCH);
            clusters.add(found);
            again.add(search(graph, AGAIN));
            periods.add(period(snapshot, question.about(), window, found));
        }
        GroupFluidity.Result changes = GroupFluidity.compute(
                GroupFluidity.Parameters.defaults(new int[snapshot.people().size()], clusters)
                        .withAgain(again));
        List<WorkingGroups.WorkingStep> steps = new ArrayList<>();
        for (int part = 1; part < windows.size(); part++) {
            GroupFluidity.Step step = changes.steps().get(part - 1);
            steps.add(new WorkingGroups.WorkingStep(
                    windows.get(part - 1),
                    windows.get(part),
                    step.people(),
                    number(step.fluidity()),
                    number(step.noise())));
        }
        return new WorkingGroups(snapshot.version(), question, periods, steps);
    }

    /** The window in so many parts of equally many days, give or take one; fewer where it has fewer days. */
    static List<Window> parts(Window window, int parts) {
        long days = ChronoUnit.DAYS.between(window.from(), window.to()) + 1;
        long number = Math.min(parts, days);
        List<Window> windows = new ArrayList<>();
        for (long part = 0; part < number; part++) {
            windows.add(new Window(
                    window.from().plusDays(part * days / number),
                    window.from().plusDays((part + 1) * days / number - 1)));
        }
        return windows;
    }

    /** The cluster of everybody with a tie, -1 for the others. */
    private static int[] search(TieGraph graph, Leiden.Parameters parameters) {
        int[] clusters = Leiden.compute(graph, parameters.withRunsOfMany(RUNS_OF_MANY, graph))
                .clusters();
        Arrays.setAll(clusters, vertex -> graph.degree(vertex) > 0 ? clusters[vertex] : -1);
        return clusters;
    }

    private static WorkingGroups.WorkingPeriod period(
            NetworkSnapshot snapshot, WirearchyQuestion question, Window window, int[] clusters) {
        int[] units = snapshot.history(Dimension.UNIT, question.unitDepth(), window)
                .mainGrouping()
                .assignment();
        GroupFluidity.Freedom freedom = GroupFluidity.compute(
                        GroupFluidity.Parameters.defaults(units, List.of(clusters)))
                .windows()
                .getFirst();
        int people =
                (int) Arrays.stream(clusters).filter(cluster -> cluster >= 0).count();
        Map<Integer, Long> sizes = Arrays.stream(clusters)
                .filter(cluster -> cluster >= 0)
                .boxed()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        int several = (int) sizes.values().stream().filter(size -> size > 1).count();
        boolean defined = freedom.expected() > 0;
        return new WorkingGroups.WorkingPeriod(
                window,
                people,
                several,
                number(freedom.across()),
                number(freedom.expected()),
                defined ? number(freedom.freedom()) : null);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
