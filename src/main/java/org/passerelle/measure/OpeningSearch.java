package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph;

/** The search for the next new tie of {@link OpeningTies}, with the network as it has become by those before. */
final class OpeningSearch {
    /** People over whom bounds are taken in a large network. */
    private static final int PROBES = 4_096;
    /** Candidates computed at each step in a large network, and people drawn from the smaller side of each. */
    private static final int COMPUTED = 12;

    private static final int SOURCES = 8;
    private static final int SOURCES_OF_WINNER = 32;
    /** Bounds and gains are sums in another order, which differ by rounding. */
    private static final double ROUNDING = 1e-9;

    /** Gains that differ by rounding are equal, and then the first pair is chosen. */
    private static final Comparator<Found> BEST_FIRST = Comparator.comparingDouble(
                    (Found found) -> -Math.rint(found.gain().added() / ROUNDING))
            .thenComparingInt(Found::one)
            .thenComparingInt(Found::other);

    private final int[] people;
    private final boolean exact;
    private final OpeningTies.Parameters parameters;
    private final StepColumns columns;
    private final int[] takingPart;
    private final int[] probes;
    private final int[] used;
    private TieGraph graph;

    OpeningSearch(TieGraph graph, int[] people, boolean exact, OpeningTies.Parameters parameters) {
        this.graph = graph;
        this.people = people;
        this.exact = exact;
        this.parameters = parameters;
        this.used = new int[graph.people()];
        int[] eligible = Arrays.stream(people)
                .filter(vertex -> parameters.candidates().mayTakePart(vertex))
                .toArray();
        this.takingPart = exact ? eligible : evenly(eligible);
        this.columns = StepColumns.of(graph, exact ? people : takingPart, parameters.threads());
        this.probes =
                exact ? people : CrossGroupNearness.drawn(people, PROBES, Seeds.of(parameters.seed(), people.length));
    }

    /** A candidate with its gain. */
    record Found(int one, int other, int stepsBefore, TieGains.Gain gain) {}

    /** Those with most ties of each group, one group after the other, until there are enough. */
    private int[] evenly(int[] eligible) {
        int[] groups = parameters.groups();
        int[][] members = Groups.members(assigned(eligible), Groups.count(groups));
        int[][] byDegree = Arrays.stream(members)
                .map(group -> IntStream.of(group)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer vertex) -> -graph.degree(vertex))
                                .thenComparingInt(vertex -> vertex))
                        .mapToInt(Integer::intValue)
                        .toArray())
                .toArray(int[][]::new);
        List<Integer> chosen = new ArrayList<>();
        int most = Math.min(parameters.columnsMax(), eligible.length);
        for (int place = 0; chosen.size() < most; place++) {
            int here = place;
            // With more groups than places the best connected are taken, not the groups that come first by id.
            Arrays.stream(byDegree)
                    .filter(group -> here < group.length)
                    .map(group -> group[here])
                    .sorted(Comparator.comparingInt((Integer vertex) -> -graph.degree(vertex))
                            .thenComparingInt(vertex -> vertex))
                    .limit(most - chosen.size())
                    .forEach(chosen::add);
        }
        return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private int[] assigned(int[] eligible) {
        int[] assigned = new int[graph.people()];
        Arrays.fill(assigned, -1);
        for (int vertex : eligible) {
            assigned[vertex] = parameters.groups()[vertex];
        }
        return assigned;
    }

    /** What no set of candidate ties can exceed; of the network as it is before the first. */
    OpeningCeiling ceiling() {
        return OpeningCeiling.of(columns, people, takingPart, parameters.groups());
    }

    /** The candidate that adds most; null where none adds anything. */
    @Nullable
    Found best(int step) {
        return exact ? bestExactly() : bestOfThePromising(step);
    }

    private boolean isCandidate(int one, int other) {
        return parameters.groups()[one] != parameters.groups()[other]
                && used[one] < parameters.perPersonMax()
                && used[other] < parameters.perPersonMax()
                && columns.steps(columns.columnOf(one), other) > 1
                && parameters.candidates().mayMeet(one, other);
    }

    private @Nullable Found bestExactly() {
        AtomicReference<@Nullable Found> best = new AtomicReference<>();
        Tasks.run(
                takingPart.length,
                parameters.threads(),
                () -> {
                    TieGains gains = new TieGains(columns, people, parameters.groups());
                    return number -> {
                        int one = takingPart[number];
                        for (int next = number + 1; next < takingPart.length; next++) {
                            int other = takingPart[next];
                            if (isCandidate(one, other)) {
                                compute(one, other, gains, best);
                            }
                        }
                    };
                },
                Progress.NONE);
        return best.get();
    }

    private void compute(int one, int other, TieGains gains, AtomicReference<@Nullable Found> best) {
        int column = columns.columnOf(one);
        int otherColumn = columns.columnOf(other);
        double bound = gains.bound(column, otherColumn, probes);
        Found known = best.get();
        // Equal is computed too: of equals the first pair is chosen, whichever thread came first.
        if (bound == 0 || (known != null && bound < known.gain().added() * (1 - ROUNDING))) {
            return;
        }
        TieGains.Gain gain = gains.gain(column, otherColumn, Integer.MAX_VALUE, 0, OpeningSearch::noSearch);
        if (gain.added() > 0) {
            Found found = new Found(one, other, columns.steps(column, other), gain);
            best.accumulateAndGet(
                    found,
                    (held, came) -> held == null || (came != null && BEST_FIRST.compare(came, held) < 0) ? came : held);
        }
    }

    private static byte[] noSearch(int vertex) {
        throw new IllegalStateException("Everybody with a group has a column, but " + vertex + " has none");
    }

    private record Promising(int one, int other, double bound) {}

    private @Nullable Found bestOfThePromising(int step) {
        List<Promising> promising = promising();
        TieGraph here = graph;
        List<Found> computed = Tasks.map(promising.size(), parameters.threads(), number -> {
            Promising candidate = promising.get(number);
            return found(candidate.one(), candidate.other(), SOURCES, Seeds.of(parameters.seed(), 2L * step), here);
        });
        return computed.stream()
                .min(BEST_FIRST)
                .map(winner -> found(
                        winner.one(),
                        winner.other(),
                        SOURCES_OF_WINNER,
                        Seeds.of(parameters.seed(), 2L * step + 1),
                        here))
                .filter(winner -> winner.gain().added() > 0)
                .orElse(null);
    }

    private Found found(int one, int other, int sources, long seed, TieGraph here) {
        int column = columns.columnOf(one);
        ShortestPaths paths = new ShortestPaths(here, PathLength.STEPS);
        TieGains.Gain gain = new TieGains(columns, people, parameters.groups())
                .gain(
                        column,
                        columns.columnOf(other),
                        sources,
                        seed,
                        vertex -> StepColumns.column(paths, vertex, here.people()));
        return new Found(one, other, columns.steps(column, other), gain);
    }

    /** The candidates with the highest bounds over the probes, highest first. */
    private List<Promising> promising() {
        Comparator<Promising> highestFirst = Comparator.comparingDouble((Promising candidate) -> -candidate.bound())
                .thenComparingInt(Promising::one)
                .thenComparingInt(Promising::other);
        List<List<Promising>> rows = Tasks.map(takingPart.length, parameters.threads(), number -> {
            TieGains gains = new TieGains(columns, people, parameters.groups());
            int one = takingPart[number];
            return IntStream.range(number + 1, takingPart.length)
                    .map(next -> takingPart[next])
                    .filter(other -> isCandidate(one, other))
                    .mapToObj(other -> new Promising(
                            one, other, gains.bound(columns.columnOf(one), columns.columnOf(other), probes)))
                    .filter(candidate -> candidate.bound() > 0)
                    .sorted(highestFirst)
                    .limit(COMPUTED)
                    .toList();
        });
        return rows.stream()
                .flatMap(List::stream)
                .sorted(highestFirst)
                .limit(COMPUTED)
                .toList();
    }

    /** Adds a tie for the steps that follow. */
    void add(Found found) {
        used[found.one()]++;
        used[found.other()]++;
        columns.add(found.one(), found.other());
        if (!exact) {
            graph = graph.plus(TieGraph.undirected(
                    graph.people(), new int[] {found.one()}, new int[] {found.other()}, new double[] {1}, new int[] {1
                    }));
        }
    }
}
