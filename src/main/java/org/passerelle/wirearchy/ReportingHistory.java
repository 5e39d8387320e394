package org.passerelle.wirearchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Window;

/**
 * Who stood where in the reporting tree on every day of a window. A person has a place on a day with a manager
 * or a report in the line; a line to oneself marks the top, and a circle of lines is cut at its first person.
 * Vertices are those of a snapshot of the same chart.
 */
final class ReportingHistory {
    private final Window window;
    private final ReportingTrie trie = new ReportingTrie();
    /** For each vertex the first days of its places, ascending. */
    private final int[][] starts;
    /** For each vertex and place its chain in the trie, {@link ReportingTrie#NOTHING} for no place. */
    private final int[][] chains;

    private ReportingHistory(Window window, int people) {
        this.window = window;
        this.starts = new int[people][0];
        this.chains = new int[people][0];
    }

    /** What stands for a person in a chain on a day: a number of theirs alone. */
    interface Elements {
        /** The number of the person's vertex on a day on which they have reports or not. */
        int of(int vertex, int day, boolean manages);
    }

    /** The history of everybody in the chart. */
    static ReportingHistory of(Chart chart, Window window) {
        return of(chart, window, new TreeSet<>(), (vertex, _, _) -> vertex);
    }

    /** The same, where somebody has another place when they become or cease to be a manager. */
    static ReportingHistory ofManagers(Chart chart, Window window) {
        return of(chart, window, new TreeSet<>(), (vertex, _, manages) -> 2 * vertex + (manages ? 1 : 0));
    }

    /**
     * The same with the units of the day: somebody has another place when they, or anybody above them, are in another
     * unit, or become or cease to be a manager. So a place has one unit, and there are chains below it either on all
     * its days or on none.
     */
    static ReportingHistory of(Chart chart, GroupHistory units) {
        Window window = units.window();
        TreeSet<Integer> changes = new TreeSet<>();
        chart.partsEver().forEach(part -> addBounds(changes, first(part.from()), last(part.until()), window));
        for (Person person : chart.people()) {
            for (Membership membership : chart.membershipsEver(person.id())) {
                boolean unit = chart.group(membership.groupId())
                        .filter(group -> group.dimension() == units.dimension())
                        .isPresent();
                if (unit) {
                    addBounds(changes, first(membership.from()), last(membership.until()), window);
                }
            }
        }
        // Somebody without unit is the same one everywhere; stints take the numbers below.
        return of(chart, window, changes, (vertex, day, manages) -> {
            int stint = units.stintOn(vertex, day);
            return 2 * (stint < 0 ? units.stints() + vertex : stint) + (manages ? 1 : 0);
        });
    }

    private static ReportingHistory of(Chart chart, Window window, SortedSet<Integer> otherChanges, Elements elements) {
        List<Person> people = chart.people();
        Map<String, Integer> vertices = new HashMap<>();
        people.forEach(person -> vertices.put(person.id(), vertices.size()));
        List<List<Line>> lines = new ArrayList<>();
        TreeSet<Integer> changes = new TreeSet<>(otherChanges);
        changes.add(window.fromEpochDay());
        for (Person person : people) {
            List<Line> own = new ArrayList<>();
            for (ReportingLine line : chart.linesEver(person.id())) {
                Integer manager = vertices.get(line.managerId());
                if (line.kind() == ReportingLine.Kind.LINE && manager != null) {
                    own.add(Line.of(line, manager));
                    addBounds(changes, first(line.from()), last(line.until()), window);
                }
            }
            addBounds(changes, first(person.joined()), last(person.left()), window);
            lines.add(own);
        }
        ReportingHistory history = new ReportingHistory(window, people.size());
        for (int day : changes) {
            history.addDay(day, people, lines, elements);
        }
        return history;
    }

    private void addDay(int day, List<Person> people, List<List<Line>> lines, Elements elements) {
        int[] managers = new int[people.size()];
        boolean[] placed = new boolean[people.size()];
        Arrays.fill(managers, -1);
        for (int vertex = 0; vertex < managers.length; vertex++) {
            for (Line line : lines.get(vertex)) {
                if (line.holdsOn(day)) {
                    managers[vertex] = line.manager() == vertex ? -1 : line.manager();
                    placed[vertex] = true;
                    placed[line.manager()] = true;
                    break;
                }
            }
        }
        cutCircles(managers);
        boolean[] manages = new boolean[managers.length];
        for (int manager : managers) {
            if (manager >= 0) {
                manages[manager] = true;
            }
        }
        IntUnaryOperator element = vertex -> elements.of(vertex, day, manages[vertex]);
        int[] chainOf = new int[managers.length];
        Arrays.fill(chainOf, ReportingTrie.NOTHING);
        int[] path = new int[managers.length];
        for (int vertex = 0; vertex < managers.length; vertex++) {
            if (placed[vertex]) {
                chain(vertex, managers, chainOf, path, element);
            }
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        for (int vertex = 0; vertex < managers.length; vertex++) {
            boolean there = placed[vertex] && people.get(vertex).presentOn(date);
            addPlace(vertex, day, there ? chainOf[vertex] : ReportingTrie.NOTHING);
        }
    }

    /** Makes the first person of every circle a top. */
    private static void cutCircles(int[] managers) {
        int[] walk = new int[managers.length];
        for (int vertex = 0; vertex < managers.length; vertex++) {
            int current = vertex;
            while (current >= 0 && walk[current] == 0) {
                walk[current] = vertex + 1;
                current = managers[current];
            }
            if (current >= 0 && walk[current] == vertex + 1) {
                int first = current;
                for (int step = managers[current]; step != current; step = managers[step]) {
                    first = Math.min(first, step);
                }
                managers[first] = -1;
            }
        }
    }

    /** Gives the vertex and everybody above it their chains, from the top down. */
    private void chain(int vertex, int[] managers, int[] chainOf, int[] path, IntUnaryOperator element) {
        int length = 0;
        for (int current = vertex;
                current >= 0 && chainOf[current] == ReportingTrie.NOTHING;
                current = managers[current]) {
            path[length++] = current;
        }
        for (int step = length - 1; step >= 0; step--) {
            int manager = managers[path[step]];
            int above = manager < 0 ? ReportingTrie.NOTHING : chainOf[manager];
            chainOf[path[step]] = trie.chain(above, element.applyAsInt(path[step]));
        }
    }

    private void addPlace(int vertex, int day, int chain) {
        int[] known = chains[vertex];
        if (known.length == 0 || known[known.length - 1] != chain) {
            chains[vertex] = Arrays.copyOf(known, known.length + 1);
            chains[vertex][known.length] = chain;
            starts[vertex] = Arrays.copyOf(starts[vertex], known.length + 1);
            starts[vertex][known.length] = day;
        }
    }

    private static int first(@Nullable LocalDate from) {
        return from == null ? Integer.MIN_VALUE : Math.toIntExact(from.toEpochDay());
    }

    private static int last(@Nullable LocalDate until) {
        return until == null ? Integer.MAX_VALUE : Math.toIntExact(until.toEpochDay());
    }

    private static void addBounds(SortedSet<Integer> changes, int first, int last, Window window) {
        if (first > window.fromEpochDay() && first <= window.toEpochDay()) {
            changes.add(first);
        }
        if (last >= window.fromEpochDay() && last < window.toEpochDay()) {
            changes.add(last + 1);
        }
    }

    /** The chain of a person on a day of the window; {@link ReportingTrie#NOTHING} on a day without place. */
    int chainOn(int vertex, int day) {
        if (starts[vertex].length == 1) {
            return chains[vertex][0];
        }
        int place = Arrays.binarySearch(starts[vertex], day);
        return chains[vertex][Math.max(0, place >= 0 ? place : -place - 2)];
    }

    /** The window's first day, as days since 1970-01-01. */
    int firstDay() {
        return window.fromEpochDay();
    }

    /** The distance of two chains of one day. */
    int distance(int chain, int other) {
        return trie.distance(chain, other);
    }

    /** Number of chains. */
    int chains() {
        return trie.size();
    }

    /** The chain of the manager, {@link ReportingTrie#NOTHING} at the top. */
    int above(int chain) {
        return trie.above(chain);
    }

    /** Whether one chain's person is above the other's, both of one day; a chain has a larger number than its manager's. */
    boolean isAbove(int upper, int lower) {
        int place = lower;
        while (place > upper) {
            place = trie.above(place);
        }
        return place == upper && upper != lower;
    }

    /** Somebody's place from a day on. */
    interface PlaceVisitor {
        /** The chain is never {@link ReportingTrie#NOTHING}. */
        void place(int vertex, int firstDay, int chain);
    }

    /** Tells every place of everybody. */
    void places(PlaceVisitor visitor) {
        for (int vertex = 0; vertex < chains.length; vertex++) {
            for (int place = 0; place < chains[vertex].length; place++) {
                if (chains[vertex][place] != ReportingTrie.NOTHING) {
                    visitor.place(vertex, starts[vertex][place], chains[vertex][place]);
                }
            }
        }
    }

    /** Whether the person had a place on some day. */
    boolean placed(int vertex) {
        return Arrays.stream(chains[vertex]).anyMatch(chain -> chain != ReportingTrie.NOTHING);
    }

    /** Number of people who had a place on some day. */
    int people() {
        int people = 0;
        for (int vertex = 0; vertex < chains.length; vertex++) {
            people += placed(vertex) ? 1 : 0;
        }
        return people;
    }

    /** Number of people whose place changed: steps of the work that {@link #pairs} has to do for each. */
    int movers() {
        int movers = 0;
        for (int vertex = 0; vertex < chains.length; vertex++) {
            movers += chains[vertex].length > 1 ? 1 : 0;
        }
        return movers;
    }

    /** Pairs of people who were at each distance on some day; a pair that moved counts at each of its distances. */
    Map<Integer, Long> pairs() {
        int[] steady = new int[trie.size()];
        for (int[] own : chains) {
            if (own.length == 1 && own[0] != ReportingTrie.NOTHING) {
                steady[own[0]]++;
            }
        }
        Map<Integer, Long> pairs = trie.pairs(steady);
        for (int mover = 0; mover < chains.length; mover++) {
            for (int other = 0; other < chains.length && chains[mover].length > 1; other++) {
                // Two movers are counted once, by the first of them.
                if (chains[other].length == 1 || mover < other) {
                    addDistances(mover, other, pairs);
                }
            }
        }
        return pairs;
    }

    private void addDistances(int one, int other, Map<Integer, Long> pairs) {
        int left = 0;
        int right = 0;
        List<Integer> seen = new ArrayList<>(2);
        while (left < chains[one].length && right < chains[other].length) {
            int a = chains[one][left];
            int b = chains[other][right];
            if (a != ReportingTrie.NOTHING && b != ReportingTrie.NOTHING) {
                int distance = trie.distance(a, b);
                if (!seen.contains(distance)) {
                    seen.add(distance);
                    pairs.merge(distance, 1L, Long::sum);
                }
            }
            int leftEnd = end(one, left);
            int rightEnd = end(other, right);
            left += leftEnd <= rightEnd ? 1 : 0;
            right += rightEnd <= leftEnd ? 1 : 0;
        }
    }

    private int end(int vertex, int place) {
        return place + 1 < starts[vertex].length ? starts[vertex][place + 1] - 1 : window.toEpochDay();
    }

    /** A reporting line in numbers. */
    private record Line(int manager, int first, int last) {
        private static Line of(ReportingLine line, int manager) {
            return new Line(manager, ReportingHistory.first(line.from()), ReportingHistory.last(line.until()));
        }

        private boolean holdsOn(int day) {
            return first <= day && day <= last;
        }
    }
}
