package org.passerelle.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belonged to which group along one dimension on every day of a window, so that an exchange is judged by
 * the chart of its day. A <em>stint</em> is one person's time in one group within the window: somebody who moves
 * once has two. Stints are numbered by person and then group, so over a window without a move they are the
 * people who have a group. Vertices are those of a {@link NetworkSnapshot} of the same chart. Immutable.
 */
public final class GroupHistory {
    private final Dimension dimension;
    private final Window window;
    private final List<Group> groups;
    /** For each vertex the first days of its stays, ascending; the first is the window's first day. */
    private final int[][] stayStarts;
    /** For each vertex and stay the position of the group in {@link #groups}, -1 for none. */
    private final int[][] stayGroups;

    private final int[] stintOffsets;
    private final int[] stintGroups;
    private final int[] stintPeople;

    private GroupHistory(
            Dimension dimension, Window window, List<Group> groups, int[][] stayStarts, int[][] stayGroups) {
        this.dimension = dimension;
        this.window = window;
        this.groups = groups;
        this.stayStarts = stayStarts;
        this.stayGroups = stayGroups;
        this.stintOffsets = new int[stayStarts.length + 1];
        int[] found = new int[stayStarts.length];
        for (int vertex = 0; vertex < stayStarts.length; vertex++) {
            int[] distinct = distinct(stayGroups[vertex]);
            int end = stintOffsets[vertex] + distinct.length;
            if (end > found.length) {
                found = Arrays.copyOf(found, Math.max(end, 2 * found.length));
            }
            System.arraycopy(distinct, 0, found, stintOffsets[vertex], distinct.length);
            stintOffsets[vertex + 1] = end;
        }
        this.stintGroups = Arrays.copyOf(found, stintOffsets[stayStarts.length]);
        this.stintPeople = new int[stintGroups.length];
        for (int vertex = 0; vertex < stayStarts.length; vertex++) {
            Arrays.fill(stintPeople, stintOffsets[vertex], stintOffsets[vertex + 1], vertex);
        }
    }

    /** The groups of somebody's stays, ascending, each once; nearly everybody has one stay. */
    private static int[] distinct(int[] stays) {
        return stays.length == 1 && stays[0] >= 0
                ? stays
                : Arrays.stream(stays)
                        .filter(group -> group >= 0)
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /**
     * The history of everybody in the chart. Somebody who is not in the company on a day has no group on it.
     *
     * @param unitDepth as in {@link Chart#groupOf}
     */
    public static GroupHistory of(Chart chart, Dimension dimension, int unitDepth, Window window) {
        List<Person> people = chart.people();
        TreeSet<LocalDate> reshapings = new TreeSet<>();
        if (unitDepth > 0) {
            chart.partsEver().forEach(part -> addBounds(reshapings, part, window));
        }
        List<List<Optional<Group>>> stays = new ArrayList<>();
        int[][] starts = new int[people.size()][];
        TreeMap<String, Group> present = new TreeMap<>();
        Raised raised = new Raised(chart, unitDepth);
        for (int vertex = 0; vertex < people.size(); vertex++) {
            Person person = people.get(vertex);
            List<Integer> days = new ArrayList<>();
            List<Optional<Group>> of = new ArrayList<>();
            for (LocalDate day : changes(chart, person, reshapings, window)) {
                Optional<Group> group = person.presentOn(day)
                        ? chart.groupOf(person.id(), dimension, day, 0).flatMap(direct -> raised.of(direct, day))
                        : Optional.empty();
                if (of.isEmpty() || !of.getLast().equals(group)) {
                    days.add(Math.toIntExact(day.toEpochDay()));
                    of.add(group);
                    group.ifPresent(found -> present.put(found.id(), found));
                }
            }
            starts[vertex] = days.stream().mapToInt(Integer::intValue).toArray();
            stays.add(of);
        }
        Map<String, Integer> numbers = new HashMap<>();
        present.keySet().forEach(id -> numbers.put(id, numbers.size()));
        int[][] groups = stays.stream()
                .map(of -> of.stream()
                        .mapToInt(group -> group.map(found -> Objects.requireNonNull(numbers.get(found.id())))
                                .orElse(-1))
                        .toArray())
                .toArray(int[][]::new);
        return new GroupHistory(dimension, window, List.copyOf(present.values()), starts, groups);
    }

    /** Groups raised to a depth, each once for everybody in it. */
    private static final class Raised {
        /** What is asked. */
        private record Asked(String groupId, LocalDate day) {}

        private final Map<Asked, Optional<Group>> known = new HashMap<>();
        private final Chart chart;
        private final int depth;

        Raised(Chart chart, int depth) {
            this.chart = chart;
            this.depth = depth;
        }

        Optional<Group> of(Group direct, LocalDate day) {
            return depth <= 0 || direct.dimension() == Dimension.BORDER
                    ? Optional.of(direct)
                    : known.computeIfAbsent(
                            new Asked(direct.id(), day), asked -> chart.raised(direct, asked.day(), depth));
        }
    }

    /**
     * The same history over a part of its window, as {@link #of} gives it, without asking the chart again. O(people).
     *
     * @param part days that the window covers
     */
    public GroupHistory within(Window part) {
        if (!window.covers(part)) {
            throw new IllegalArgumentException("The history covers " + window + ", not " + part);
        }
        int first = part.fromEpochDay();
        int last = part.toEpochDay();
        int[] numbers = new int[groups.size()];
        for (int vertex = 0; vertex < stayStarts.length; vertex++) {
            for (int stay = stayOn(vertex, first); stay < stayEnd(vertex, last); stay++) {
                if (stayGroups[vertex][stay] >= 0) {
                    numbers[stayGroups[vertex][stay]] = 1;
                }
            }
        }
        List<Group> present = new ArrayList<>();
        for (int group = 0; group < numbers.length; group++) {
            boolean held = numbers[group] > 0;
            numbers[group] = held ? present.size() : -1;
            if (held) {
                present.add(groups.get(group));
            }
        }
        // Whoever stays shares these with all others who do.
        int[] begin = {first};
        int[][] alone = new int[present.size() + 1][];
        Arrays.setAll(alone, number -> new int[] {number - 1});
        int[][] starts = new int[stayStarts.length][];
        int[][] of = new int[stayStarts.length][];
        for (int vertex = 0; vertex < starts.length; vertex++) {
            int from = stayOn(vertex, first);
            int end = stayEnd(vertex, last);
            starts[vertex] = end - from == 1 ? begin : Arrays.copyOfRange(stayStarts[vertex], from, end);
            starts[vertex][0] = first;
            of[vertex] = end - from == 1
                    ? alone[1 + renumbered(numbers, stayGroups[vertex][from])]
                    : Arrays.stream(stayGroups[vertex], from, end)
                            .map(group -> renumbered(numbers, group))
                            .toArray();
        }
        return new GroupHistory(dimension, part, List.copyOf(present), starts, of);
    }

    private static int renumbered(int[] numbers, int group) {
        return group < 0 ? -1 : numbers[group];
    }

    /** The place after the last stay that begins by a day. */
    private int stayEnd(int vertex, int day) {
        return stayOn(vertex, day) + 1;
    }

    /** The place of the stay on a day of the window. */
    private int stayOn(int vertex, int day) {
        int[] starts = stayStarts[vertex];
        if (starts.length == 1) {
            return 0;
        }
        int stay = Arrays.binarySearch(starts, day);
        return Math.max(0, stay >= 0 ? stay : -stay - 2);
    }

    /** The window's first day and every later one on which the person's group may change. */
    private static SortedSet<LocalDate> changes(
            Chart chart, Person person, SortedSet<LocalDate> reshapings, Window window) {
        TreeSet<LocalDate> days = new TreeSet<>(reshapings);
        days.add(window.from());
        chart.membershipsEver(person.id()).forEach(membership -> addBounds(days, membership, window));
        LocalDate joined = person.joined();
        if (joined != null && window.contains(joined)) {
            days.add(joined);
        }
        LocalDate left = person.left();
        if (left != null && window.contains(left) && left.isBefore(window.to())) {
            days.add(left.plusDays(1));
        }
        return days;
    }

    private static void addBounds(SortedSet<LocalDate> days, Dated fact, Window window) {
        LocalDate from = fact.from();
        if (from != null && window.contains(from)) {
            days.add(from);
        }
        LocalDate until = fact.until();
        if (until != null && window.contains(until) && until.isBefore(window.to())) {
            days.add(until.plusDays(1));
        }
    }

    /** The dimension. */
    public Dimension dimension() {
        return dimension;
    }

    /** The days it covers. */
    public Window window() {
        return window;
    }

    /** The groups that had somebody on some day, in id order. */
    public List<Group> groups() {
        return groups;
    }

    /** Position of the person's group on a day of the window, given as days since 1970-01-01; -1 for none. */
    public int groupOn(int vertex, int day) {
        return stayGroups[vertex][stayOn(vertex, day)];
    }

    /** Whether the person is in one group, or in none, from the window's first day to its last. */
    boolean stays(int vertex) {
        return stayStarts[vertex].length == 1;
    }

    /** Number of stints. */
    public int stints() {
        return stintGroups.length;
    }

    /** The stint of a person on a day of the window; -1 on a day without group. */
    public int stintOn(int vertex, int day) {
        int group = groupOn(vertex, day);
        if (group >= 0 && stays(vertex)) {
            return stintOffsets[vertex];
        }
        return group < 0 ? -1 : Arrays.binarySearch(stintGroups, stintOffsets[vertex], stintOffsets[vertex + 1], group);
    }

    /** The vertex whose stint it is. */
    public int personOf(int stint) {
        return stintPeople[stint];
    }

    /** Position of the group of a stint. */
    public int groupOf(int stint) {
        return stintGroups[stint];
    }

    /** Position of the group of every stint. */
    public int[] stintGroups() {
        return stintGroups.clone();
    }

    /** Number of people who were in each group on some day. */
    public int[] sizes() {
        int[] sizes = new int[groups.size()];
        for (int group : stintGroups) {
            sizes[group]++;
        }
        return sizes;
    }

    /** Number of people with more than one stint. */
    public int movers() {
        int movers = 0;
        for (int vertex = 0; vertex < stayStarts.length; vertex++) {
            movers += stintOffsets[vertex + 1] - stintOffsets[vertex] > 1 ? 1 : 0;
        }
        return movers;
    }

    /**
     * One group for everybody, where a measure needs a person to be whole: the group held on most days of the
     * window, of equals the one held last; -1 for people who never had one.
     */
    public Grouping mainGrouping() {
        int[] main = new int[stayStarts.length];
        for (int vertex = 0; vertex < main.length; vertex++) {
            main[vertex] = mainGroup(vertex);
        }
        return new Grouping(dimension, groups, main);
    }

    private int mainGroup(int vertex) {
        Map<Integer, Integer> days = new HashMap<>();
        int[] starts = stayStarts[vertex];
        int main = -1;
        for (int stay = 0; stay < starts.length; stay++) {
            int end = stay + 1 < starts.length ? starts[stay + 1] : window.toEpochDay() + 1;
            int group = stayGroups[vertex][stay];
            if (group >= 0) {
                days.merge(group, end - starts[stay], Integer::sum);
            }
        }
        for (int group : stayGroups[vertex]) {
            if (group >= 0 && (main < 0 || days.getOrDefault(group, 0) >= days.getOrDefault(main, 0))) {
                main = group;
            }
        }
        return main;
    }
}
