package org.passerelle.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The whole network at one version of the store: the chart, and every tie with its days. Immutable, so a
 * question that holds one never sees a mix of two versions. Vertices are the people of the chart in id
 * order.
 */
public final class NetworkSnapshot {
    /** An acquaintance is an exchange both ways, at least this often in twelve months. */
    public static final int ACQUAINTANCE_INTERACTIONS_MIN = 3;

    private final String version;
    private final Instant takenAt;
    private final Chart chart;
    private final List<Person> people;
    private final Map<String, Integer> vertices = new HashMap<>();
    private final List<Tie> ties;
    private final int[] tieFrom;
    private final int[] tieTo;
    private final Window extent;

    /** Takes over the ties, in any order; each must be between people of the chart. */
    public NetworkSnapshot(String version, Instant takenAt, Chart chart, List<Tie> ties) {
        this.version = version;
        this.takenAt = takenAt;
        this.chart = chart;
        this.people = chart.people();
        for (int vertex = 0; vertex < people.size(); vertex++) {
            vertices.put(people.get(vertex).id(), vertex);
        }
        this.ties = ties.stream()
                .sorted(Comparator.comparing(Tie::fromId)
                        .thenComparing(Tie::toId)
                        .thenComparing(Tie::kind)
                        .thenComparing(Tie::channel)
                        .thenComparing(Tie::visibility)
                        .thenComparing(Tie::source))
                .toList();
        // Every question asks for a graph, so the ends are looked up once.
        this.tieFrom = this.ties.stream().mapToInt(tie -> end(tie.fromId())).toArray();
        this.tieTo = this.ties.stream().mapToInt(tie -> end(tie.toId())).toArray();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (Tie tie : this.ties) {
            if (tie.days().length > 0) {
                first = Math.min(first, tie.days()[0]);
                last = Math.max(last, tie.days()[tie.days().length - 1]);
            }
        }
        this.extent = first > last ? Window.EVER : new Window(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
    }

    private int end(String personId) {
        Integer vertex = vertices.get(personId);
        if (vertex == null) {
            throw new IllegalArgumentException("A tie ends at somebody who is not in the chart: " + personId);
        }
        return vertex;
    }

    /** Moves with every load that ends; two snapshots of one version hold the same data. */
    public String version() {
        return version;
    }

    /** When it was read. */
    public Instant takenAt() {
        return takenAt;
    }

    /** The formal organisation. */
    public Chart chart() {
        return chart;
    }

    /** Everybody, by vertex. */
    public List<Person> people() {
        return people;
    }

    /** The person at a vertex. */
    public Person person(int vertex) {
        return people.get(vertex);
    }

    /** The vertex of a person. */
    public Optional<Integer> vertex(String personId) {
        return Optional.ofNullable(vertices.get(personId));
    }

    /** All ties, sorted by who acts, towards whom, kind, channel, visibility and source. */
    public List<Tie> ties() {
        return ties;
    }

    /** First to last day with an interaction; {@link Window#EVER} when there is none. */
    public Window extent() {
        return extent;
    }

    /** The part of a window in which there are interactions; the window itself where there are none. */
    public Window withData(Window window) {
        LocalDate from = window.from().isBefore(extent.from()) ? extent.from() : window.from();
        LocalDate to = window.to().isAfter(extent.to()) ? extent.to() : window.to();
        return to.isBefore(from) ? window : new Window(from, to);
    }

    /**
     * The interactions that pass the filter, as a directed graph from who acts: the strength is the sum of
     * shares, the count that of interactions. {@code interactionsMin} is over both directions together.
     */
    public TieGraph graph(TieFilter filter) {
        int fromDay = filter.window().fromEpochDay();
        int toDay = filter.window().toEpochDay();
        int[] from = new int[ties.size()];
        int[] to = new int[ties.size()];
        double[] strength = new double[ties.size()];
        int[] count = new int[ties.size()];
        int size = 0;
        for (int index = 0; index < tieFrom.length; index++) {
            Tie tie = ties.get(index);
            if (!filter.kinds().contains(tie.kind())
                    || !filter.visibilities().contains(tie.visibility())
                    || !(filter.channels().isEmpty() || filter.channels().contains(tie.channel()))) {
                continue;
            }
            int interactions = 0;
            double shares = 0;
            int[] days = tie.days();
            int record = Arrays.binarySearch(days, fromDay);
            for (record = record < 0 ? -record - 1 : record; record < days.length && days[record] <= toDay; record++) {
                interactions += tie.counts()[record];
                shares += tie.shares()[record];
            }
            if (interactions > 0) {
                from[size] = tieFrom[index];
                to[size] = tieTo[index];
                strength[size] = shares;
                count[size++] = interactions;
            }
        }
        TieGraph graph = TieGraph.directed(
                people.size(),
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(strength, size),
                Arrays.copyOf(count, size));
        return filter.interactionsMin() == 1 ? graph : atLeast(graph, filter.interactionsMin(), false);
    }

    /**
     * Shows every day of every tie that passes the filter, in the order of {@link #ties()} and then of days;
     * {@code interactionsMin} does not apply to single days.
     */
    public void exchanges(TieFilter filter, ExchangeVisitor visitor) {
        int fromDay = filter.window().fromEpochDay();
        int toDay = filter.window().toEpochDay();
        for (Tie tie : ties) {
            if (!filter.kinds().contains(tie.kind())
                    || !filter.visibilities().contains(tie.visibility())
                    || !(filter.channels().isEmpty() || filter.channels().contains(tie.channel()))) {
                continue;
            }
            int from = vertex(tie.fromId()).orElseThrow();
            int to = vertex(tie.toId()).orElseThrow();
            int[] days = tie.days();
            int record = Arrays.binarySearch(days, fromDay);
            for (record = record < 0 ? -record - 1 : record; record < days.length && days[record] <= toDay; record++) {
                visitor.exchanged(from, to, days[record], tie.counts()[record], tie.shares()[record]);
            }
        }
    }

    /** Sees what one person did towards another on one day through one channel. */
    @FunctionalInterface
    public interface ExchangeVisitor {
        /**
         * One day of one tie.
         *
         * @param day days since 1970-01-01
         * @param interactions how often that day
         * @param strength sum of the interactions' shares
         */
        void exchanged(int from, int to, int day, int interactions, double strength);
    }

    /**
     * Who knows whom on a day: exchange both ways, at least {@value #ACQUAINTANCE_INTERACTIONS_MIN}
     * interactions in the twelve months before, broadcasts and private exchanges never. Undirected.
     *
     * @param readable what the reader could read of it; PRIVATE is refused
     */
    public TieGraph acquaintances(LocalDate day, Set<Visibility> readable) {
        if (readable.contains(Visibility.PRIVATE)) {
            throw new IllegalArgumentException("Acquaintances never rest on private exchanges");
        }
        TieFilter filter =
                TieFilter.of(new Window(day.minusMonths(12).plusDays(1), day)).withVisibilities(readable);
        return atLeast(graph(filter), ACQUAINTANCE_INTERACTIONS_MIN, true).undirected();
    }

    private static TieGraph atLeast(TieGraph graph, int interactionsMin, boolean bothWays) {
        if (graph.orientation() != Orientation.DIRECTED) {
            throw new IllegalArgumentException("Interactions are counted on a directed graph");
        }
        int slots = graph.neighbours().length;
        int[] from = new int[slots];
        int[] to = new int[slots];
        double[] strength = new double[slots];
        int[] count = new int[slots];
        int size = 0;
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                int back = graph.slot(graph.neighbour(slot), vertex);
                int interactions = graph.interactionCount(slot) + (back < 0 ? 0 : graph.interactionCount(back));
                if (interactions >= interactionsMin && (back >= 0 || !bothWays)) {
                    from[size] = vertex;
                    to[size] = graph.neighbour(slot);
                    strength[size] = graph.strength(slot);
                    count[size++] = graph.interactionCount(slot);
                }
            }
        }
        return TieGraph.directed(
                graph.people(),
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.copyOf(strength, size),
                Arrays.copyOf(count, size));
    }

    /** Number of the group of every vertex along a dimension on a day, -1 for none, with the groups' order. */
    public Grouping grouping(Dimension dimension, LocalDate day, int unitDepth) {
        List<Optional<Group>> of = new ArrayList<>();
        TreeMap<String, Group> present = new TreeMap<>();
        for (Person person : people) {
            Optional<Group> group = chart.groupOf(person.id(), dimension, day, unitDepth);
            group.ifPresent(found -> present.put(found.id(), found));
            of.add(group);
        }
        List<String> order = List.copyOf(present.keySet());
        Map<String, Integer> numbers = new HashMap<>();
        order.forEach(id -> numbers.put(id, numbers.size()));
        int[] assignment = of.stream()
                .mapToInt(group ->
                        group.map(found -> numbers.getOrDefault(found.id(), -1)).orElse(-1))
                .toArray();
        return new Grouping(dimension, List.copyOf(present.values()), assignment);
    }

    /** Kinds of tie and how many interactions each has, for an account of what there is. */
    public Map<TieKind, Long> interactionsByKind() {
        Map<TieKind, Long> interactions = new EnumMap<>(TieKind.class);
        for (Tie tie : ties) {
            interactions.merge(
                    tie.kind(), Arrays.stream(tie.counts()).asLongStream().sum(), Long::sum);
        }
        return interactions;
    }
}
