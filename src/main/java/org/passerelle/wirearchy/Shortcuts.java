package org.passerelle.wirearchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.ShortenedPaths;
import org.passerelle.measure.TieBetweenness;
import org.passerelle.measure.Weeks;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;
import org.passerelle.network.ToldUnits;
import org.passerelle.network.Window;
import org.passerelle.wirearchy.ShortcutMap.ShortWay;
import org.passerelle.wirearchy.ShortcutMap.ShortcutTie;
import org.passerelle.wirearchy.ShortcutMap.UnitWay;

/**
 * By how much the ties of a window shorten the ways along the reporting lines of its last day, between every two units and
 * over all ({@link ShortenedPaths}), and which ties do it: those of people far apart in the tree over which most shortest
 * ways lead ({@link TieBetweenness} of lines and ties together). Ways may lead over people without a place in the tree; whose
 * ways are asked has one. A unit is the one held longest in the window. Nothing is told of a unit too few people stand behind.
 */
final class Shortcuts {
    /** Steps in the tree from which a tie is a shortcut: two people whose managers' managers are the same. */
    static final int FAR_STEPS = 4;

    /** Most ties that are told. */
    static final int TIES_MAX = 100;

    /** Most units of an answer. */
    static final int UNITS_MAX = 200;

    /** People whose ways are drawn in a large network, for each of the two measures. */
    private static final int SOURCES = 128;

    private Shortcuts() {}

    /** There are too many units at that depth. */
    static final class TooManyUnits extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        TooManyUnits(int units) {
            super("There are " + units + " units; shortcuts are told for at most " + UNITS_MAX
                    + ". Ask for a level nearer the roots (`unitDepth: 1` is theirs).");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Measures. */
    static ShortcutMap compute(NetworkSnapshot snapshot, ShortcutQuestion question) {
        Window window = snapshot.withData(question.about().window());
        LocalDate day = window.to();
        GroupHistory units = snapshot.history(Dimension.UNIT, question.about().unitDepth(), window);
        List<Group> groups = units.groups();
        if (groups.size() > UNITS_MAX) {
            throw new TooManyUnits(groups.size());
        }
        ReportingHistory lines = ReportingHistory.of(snapshot.chart(), new Window(day, day));
        TieGraph tree = tree(snapshot, lines);
        TieFilter filter = TieFilter.of(window);
        TieGraph ties = snapshot.graph(filter).undirected();
        TieGraph both = ties.plus(tree);
        // People with a place but without a unit count in the whole, as a group that is not listed.
        int[] assignment = units.mainGrouping().assignment();
        int[] places = new int[assignment.length];
        Arrays.setAll(
                places,
                vertex -> !lines.placed(vertex) ? -1 : assignment[vertex] < 0 ? groups.size() : assignment[vertex]);
        ShortenedPaths.Result ways = ShortenedPaths.compute(
                tree, both, ShortenedPaths.Parameters.defaults(places).withSources(SOURCES));
        ToldGroups told = told(snapshot, question, groups, places, filter);
        List<UnitWay> cells = new ArrayList<>();
        for (int from = 0; from < groups.size(); from++) {
            for (int to = from; to < groups.size(); to++) {
                boolean shown = told.all(from, to);
                ShortenedPaths.@Nullable Ways way =
                        shown && Math.max(from, to) < ways.groups() ? ways.cell(from, to) : null;
                cells.add(new UnitWay(groups.get(from), groups.get(to), shown, way == null ? null : way(way)));
            }
        }
        int people = (int) Arrays.stream(places).filter(place -> place >= 0).count();
        long asked = (long) ways.sources() * Math.max(0, people - 1);
        Carriers carriers = new Carriers(snapshot, lines, ties, day);
        return new ShortcutMap(
                snapshot.version(),
                question,
                people,
                ways.sources(),
                way(ways.whole()),
                asked == 0 ? null : (double) ways.whole().onlyByTies() / asked,
                cells,
                carriers.far(),
                carriers.all(),
                carriers.most(both));
    }

    /** The units of which enough people have a place and exchanged; whose ways are asked is whole, so a person has one unit. */
    private static ToldGroups told(
            NetworkSnapshot snapshot, ShortcutQuestion question, List<Group> groups, int[] places, TieFilter filter) {
        TieGraph ties = snapshot.graph(filter).undirected();
        int[] people = new int[groups.size()];
        int[] active = new int[groups.size()];
        for (int vertex = 0; vertex < places.length; vertex++) {
            if (places[vertex] >= 0 && places[vertex] < people.length) {
                people[places[vertex]]++;
                active[places[vertex]] += ties.degree(vertex) > 0 ? 1 : 0;
            }
        }
        return ToldGroups.alone(people, active, question.peopleMin())
                .without(
                        ToldUnits.of(snapshot, filter, Dimension.UNIT, question.peopleMin()),
                        groups,
                        question.about().unitDepth());
    }

    /** The lines of a day as ties. */
    private static TieGraph tree(NetworkSnapshot snapshot, ReportingHistory lines) {
        int day = lines.firstDay();
        int[] holders = new int[lines.chains()];
        Arrays.fill(holders, -1);
        lines.places((vertex, _, chain) -> holders[chain] = vertex);
        int[] from = new int[holders.length];
        int[] to = new int[holders.length];
        int size = 0;
        for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
            int chain = lines.chainOn(vertex, day);
            int above = chain == ReportingTrie.NOTHING ? ReportingTrie.NOTHING : lines.above(chain);
            if (above != ReportingTrie.NOTHING && holders[above] >= 0) {
                from[size] = vertex;
                to[size++] = holders[above];
            }
        }
        double[] strengths = new double[size];
        Arrays.fill(strengths, 1);
        return TieGraph.undirected(
                snapshot.people().size(), Arrays.copyOf(from, size), Arrays.copyOf(to, size), strengths, new int[size]);
    }

    private static @Nullable ShortWay way(ShortenedPaths.Ways way) {
        Weeks.Interval shortened = way.shortened();
        if (way.pairs() == 0) {
            return null;
        }
        return new ShortWay(
                way.sparseSteps(),
                way.steps(),
                // One person's ways alone show no spread: anything may be.
                Double.isNaN(shortened.low())
                        ? new Estimate(shortened.value(), 0, 1)
                        : Estimate.holding(shortened.value(), shortened.low(), shortened.high()));
    }

    /** The ties of people far apart in the tree. */
    private static final class Carriers {
        private final NetworkSnapshot snapshot;
        private final ReportingHistory lines;
        private final TieGraph ties;
        private final int day;
        private int far;
        private int all;

        Carriers(NetworkSnapshot snapshot, ReportingHistory lines, TieGraph ties, LocalDate day) {
            this.snapshot = snapshot;
            this.lines = lines;
            this.ties = ties;
            this.day = Math.toIntExact(day.toEpochDay());
            for (int vertex = 0; vertex < ties.people(); vertex++) {
                for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                    if (vertex < ties.neighbour(slot) && placed(vertex, ties.neighbour(slot))) {
                        all++;
                        far += distance(vertex, ties.neighbour(slot)) >= FAR_STEPS ? 1 : 0;
                    }
                }
            }
        }

        int far() {
            return far;
        }

        int all() {
            return all;
        }

        private boolean placed(int one, int other) {
            return lines.chainOn(one, day) != ReportingTrie.NOTHING
                    && lines.chainOn(other, day) != ReportingTrie.NOTHING;
        }

        private int distance(int one, int other) {
            return lines.distance(lines.chainOn(one, day), lines.chainOn(other, day));
        }

        /** Those over which most shortest ways lead; a line is none, though people exchange along it. */
        List<ShortcutTie> most(TieGraph both) {
            TieBetweenness.Result carried = TieBetweenness.compute(
                    both,
                    TieBetweenness.Parameters.defaults().withExactStepsMax(3e8).withSources(SOURCES));
            return IntStream.range(0, carried.scores().length)
                    .filter(tie -> {
                        int one = carried.from()[tie];
                        int other = carried.to()[tie];
                        return carried.scores()[tie] > 0
                                && ties.slot(one, other) >= 0
                                && placed(one, other)
                                && distance(one, other) >= FAR_STEPS;
                    })
                    .boxed()
                    .sorted((one, other) -> Double.compare(carried.scores()[other], carried.scores()[one]))
                    .limit(TIES_MAX)
                    .map(tie -> tie(carried, tie))
                    .toList();
        }

        private ShortcutTie tie(TieBetweenness.Result carried, int tie) {
            int one = carried.from()[tie];
            int other = carried.to()[tie];
            int steps = distance(one, other);
            return new ShortcutTie(
                    snapshot.person(one),
                    snapshot.person(other),
                    steps == ReportingTrie.APART ? null : steps,
                    carried.estimate(tie));
        }
    }
}
