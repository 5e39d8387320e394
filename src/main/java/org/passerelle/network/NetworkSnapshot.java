package org.passerelle.network;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The whole network at one version of the store: the chart, and every tie with its days. Immutable, so a
 * question that holds one never sees a mix of two versions. Vertices are the people of the chart in id
 * order.
 */
public final class NetworkSnapshot {
    private static final int VIEWS_MAX = 8;
    /** An acquaintance is an exchange both ways, at least this often in twelve months. */
    public static final int ACQUAINTANCE_INTERACTIONS_MIN = 3;

    private final String version;
    private final Instant takenAt;
    private final Chart chart;
    private final Map<Record, SoftReference<Object>> views = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Record, SoftReference<Object>> eldest) {
            return size() > VIEWS_MAX;
        }
    };
    private final List<Person> people;
    private final Map<String, Integer> vertices;
    private final DatedTies ties;
    private final Window extent;

    /** The same from ties in any order; each must be between people of the chart. */
    public NetworkSnapshot(String version, Instant takenAt, Chart chart, List<Tie> ties) {
        this(version, takenAt, chart, dated(chart, ties));
    }

    /** Takes over the ties; their vertices are the chart's people in id order. */
    public NetworkSnapshot(String version, Instant takenAt, Chart chart, DatedTies ties) {
        this.version = version;
        this.takenAt = takenAt;
        this.chart = chart;
        this.people = chart.people();
        if (ties.people() != people.size()) {
            throw new IllegalArgumentException(
                    "The ties are between " + ties.people() + " people, the chart has " + people.size());
        }
        vertices = numbered(people);
        this.ties = ties;
        this.extent = extent(ties);
    }

    private static Map<String, Integer> numbered(List<Person> people) {
        Map<String, Integer> vertices = HashMap.newHashMap(people.size());
        for (Person person : people) {
            vertices.put(person.id(), vertices.size());
        }
        return vertices;
    }

    private static DatedTies dated(Chart chart, List<Tie> ties) {
        Map<String, Integer> vertices = numbered(chart.people());
        DatedTies.Builder builder = new DatedTies.Builder(ties.size(), ties.size());
        for (Tie tie : ties) {
            builder.tie(end(vertices, tie.fromId()), end(vertices, tie.toId()), builder.origin(tie.origin()));
            for (int record = 0; record < tie.days().length; record++) {
                builder.record(tie.days()[record], tie.counts()[record], tie.shares()[record]);
            }
        }
        return builder.build(vertices.size());
    }

    private static int end(Map<String, Integer> vertices, String personId) {
        Integer vertex = vertices.get(personId);
        if (vertex == null) {
            throw new IllegalArgumentException("A tie ends at somebody who is not in the chart: " + personId);
        }
        return vertex;
    }

    private static Window extent(DatedTies ties) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int tie = 0; tie < ties.size(); tie++) {
            if (ties.recordStart(tie) < ties.recordEnd(tie)) {
                first = Math.min(first, ties.day(ties.recordStart(tie)));
                last = Math.max(last, ties.day(ties.recordEnd(tie) - 1));
            }
        }
        return first > last ? Window.EVER : new Window(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last));
    }

    /**
     * What is derived from this snapshot alone and is needed by many questions, kept while memory allows: a few views asked
     * for last. Two threads may both derive one, and the two are the same.
     *
     * @param key what it is and what it depends on, a record
     */
    public <V> V derived(Record key, Class<V> type, Supplier<V> derive) {
        synchronized (views) {
            SoftReference<Object> kept = views.get(key);
            Object known = kept == null ? null : kept.get();
            if (known != null) {
                return type.cast(known);
            }
        }
        V view = derive.get();
        synchronized (views) {
            views.put(key, new SoftReference<>(view));
        }
        return view;
    }

    /** What {@link #history} depends on. */
    private record HistoryOf(Dimension dimension, int unitDepth, Window window) {}

    /**
     * Who belonged where along a dimension on every day of a window: {@link GroupHistory#of}. The chart is read once for
     * all days with data, and a part of them is cut from that.
     */
    public GroupHistory history(Dimension dimension, int unitDepth, Window window) {
        if (extent.covers(window) && !extent.equals(window)) {
            return history(dimension, unitDepth, extent).within(window);
        }
        return derived(
                new HistoryOf(dimension, unitDepth, window),
                GroupHistory.class,
                () -> GroupHistory.of(chart, dimension, unitDepth, window));
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

    /** Every tie with its days, by vertex. */
    public DatedTies ties() {
        return ties;
    }

    /** What one person did towards another, in the order of kind, channel, visibility and source. */
    public List<Tie> ties(String fromId, String toId) {
        Integer from = vertices.get(fromId);
        Integer to = vertices.get(toId);
        List<Tie> found = new ArrayList<>();
        if (from != null && to != null) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                if (ties.to(tie) == to) {
                    found.add(tie(from, tie));
                }
            }
        }
        return found;
    }

    /** A tie of {@link #ties()} with the ids of its two people. */
    public Tie tie(int from, int tie) {
        int records = ties.recordEnd(tie) - ties.recordStart(tie);
        int[] days = new int[records];
        int[] counts = new int[records];
        float[] shares = new float[records];
        for (int index = 0; index < records; index++) {
            int record = ties.recordStart(tie) + index;
            days[index] = ties.day(record);
            counts[index] = ties.interactions(record);
            shares[index] = ties.share(record);
        }
        TieOrigin origin = ties.origins().get(ties.origin(tie));
        return new Tie(
                person(from).id(),
                person(ties.to(tie)).id(),
                origin.kind(),
                origin.channel(),
                origin.visibility(),
                origin.source(),
                days,
                counts,
                shares);
    }

    /** The channels through which people exchanged. */
    public SortedSet<String> channels() {
        SortedSet<String> channels = new TreeSet<>();
        ties.origins().forEach(origin -> channels.add(origin.channel()));
        return channels;
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
        boolean[] passes = passes(filter);
        int fromDay = filter.window().fromEpochDay();
        int toDay = filter.window().toEpochDay();
        TieRows rows = new TieRows(people.size(), ties.size());
        for (int from = 0; from < people.size(); from++) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                if (!passes[ties.origin(tie)]) {
                    continue;
                }
                int interactions = 0;
                double shares = 0;
                int end = ties.recordEnd(tie);
                for (int record = ties.recordFrom(tie, fromDay); record < end && ties.day(record) <= toDay; record++) {
                    interactions += ties.interactions(record);
                    shares += ties.share(record);
                }
                // A survey may say "not at all": no strength, no tie.
                if (interactions > 0 && shares > 0) {
                    rows.add(ties.to(tie), shares, interactions);
                }
            }
            rows.endRow();
        }
        TieGraph graph = rows.graph(Orientation.DIRECTED);
        return filter.interactionsMin() == 1 ? graph : atLeast(graph, filter.interactionsMin(), false);
    }

    private boolean[] passes(TieFilter filter) {
        boolean[] passes = new boolean[ties.origins().size()];
        for (int number = 0; number < passes.length; number++) {
            TieOrigin origin = ties.origins().get(number);
            passes[number] = filter.kinds().contains(origin.kind())
                    && filter.visibilities().contains(origin.visibility())
                    && (filter.channels().isEmpty() || filter.channels().contains(origin.channel()));
        }
        return passes;
    }

    /**
     * Shows every day of every tie that passes the filter, in the order of {@link #ties()} and then of days;
     * {@code interactionsMin} does not apply to single days.
     */
    public void exchanges(TieFilter filter, ExchangeVisitor visitor) {
        boolean[] passes = passes(filter);
        int fromDay = filter.window().fromEpochDay();
        int toDay = filter.window().toEpochDay();
        for (int from = 0; from < people.size(); from++) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                if (!passes[ties.origin(tie)]) {
                    continue;
                }
                int end = ties.recordEnd(tie);
                for (int record = ties.recordFrom(tie, fromDay); record < end && ties.day(record) <= toDay; record++) {
                    // A survey may say "not at all": no strength, no exchange.
                    if (ties.share(record) > 0) {
                        visitor.exchanged(
                                from, ties.to(tie), ties.day(record), ties.interactions(record), ties.share(record));
                    }
                }
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
         * @param strength sum of the interactions' shares, above 0
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
        TieGraph back = graph.reversed();
        TieRows rows = new TieRows(graph.people(), graph.neighbours().length);
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            int in = back.rowStart(vertex);
            for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
                while (in < back.rowEnd(vertex) && back.neighbour(in) < graph.neighbour(slot)) {
                    in++;
                }
                boolean mutual = in < back.rowEnd(vertex) && back.neighbour(in) == graph.neighbour(slot);
                int interactions = graph.interactionCount(slot) + (mutual ? back.interactionCount(in) : 0);
                if (interactions >= interactionsMin && (mutual || !bothWays)) {
                    rows.add(graph.neighbour(slot), graph.strength(slot), graph.interactionCount(slot));
                }
            }
            rows.endRow();
        }
        return rows.graph(Orientation.DIRECTED);
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
}
