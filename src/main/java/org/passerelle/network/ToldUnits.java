package org.passerelle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups are withheld so that nobody can compute by subtraction what few people exchange: from the ties that a group has
 * outside, less those with each group that is told; or from a unit's figures, less those of its parts, which are had by asking
 * twice at two depths.
 *
 * <p>As in tables with totals (Leon Willenborg and Ton de Waal, Elements of statistical disclosure control, 2001,
 * doi:10.1007/978-1-4613-0121-9), from the whole downwards: where exactly one part of something that is told is withheld, the
 * smallest other part is too; and of a part that is withheld for that, one of its own parts is, so that their sum does not
 * give it back. What is decided depends on the window and not on the depth asked for, so that two depths agree. Units nest as
 * on the window's last day; members of a unit who are in none of its parts are a part of their own.
 *
 * <p>A figure of the whole counts what stays inside groups, those withheld included: beside what is told, their sum. So it is
 * withheld at a depth where fewer than {@value #HIDDEN_MIN} groups share that sum, or share what sets it apart from that of
 * another depth at which the whole is told.
 *
 * <p>What two windows tell can be subtracted as well, and a channel from all of them: a group is withheld where the window or
 * the channels leave a piece of it in which few took part ({@link ToldPieces}).
 *
 * <p>It hides amounts, not their absence: where two withheld groups have no tie with a third between them, both have none.
 * O(people depth + exchanges).
 */
public final class ToldUnits {
    /** Marks the members of a unit who are in none of its parts. */
    static final String DIRECT = "/";

    /** Two groups are one pair, whose ties would be all that is left. */
    private static final int HIDDEN_MIN = 3;

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final List<Set<String>> toldTogether = new ArrayList<>();
    private final int peopleMin;
    private Part all = new Part("");
    private int depthMax;

    private ToldUnits(int peopleMin) {
        this.peopleMin = peopleMin;
    }

    /** A unit with all its parts, or the members of a unit who are in none of them. */
    private static final class Part {
        private final String key;
        private final List<Part> within = new ArrayList<>();
        private int people;
        private int active;
        private int lastPerson = -1;
        private int lastActive = -1;
        private boolean joined;
        /** Whether the window, or the channels, leave a piece of it in which few took part. */
        private boolean cut;

        Part(String key) {
            this.key = key;
        }

        void count(int person, boolean tookPart) {
            people += person == lastPerson ? 0 : 1;
            lastPerson = person;
            if (tookPart) {
                active += person == lastActive ? 0 : 1;
                lastActive = person;
            }
        }

        /** The same people without the units around them that have no other part. */
        Part bare() {
            return within.size() == 1 ? within.getFirst().bare() : this;
        }

        boolean few(int peopleMin) {
            return (people > 0 && people < peopleMin) || (active > 0 && (active < peopleMin || cut));
        }
    }

    /**
     * Those of a dimension in a window.
     *
     * @param filter what counts as exchange
     * @param peopleMin fewest people in a group, and fewest of them who took part; 1 withholds nothing
     */
    public static ToldUnits of(NetworkSnapshot snapshot, TieFilter filter, Dimension dimension, int peopleMin) {
        if (peopleMin <= 1) {
            return new ToldUnits(peopleMin);
        }
        GroupHistory history = snapshot.history(dimension, 0, filter.window());
        return of(snapshot, history, active(snapshot, history, filter), filter, peopleMin);
    }

    /**
     * Those of which some took part, whatever that means.
     *
     * @param history of everybody's own groups in the filter's window
     * @param active the stints that took part
     */
    public static ToldUnits of(
            NetworkSnapshot snapshot, GroupHistory history, BitSet active, TieFilter filter, int peopleMin) {
        ToldUnits units = new ToldUnits(peopleMin);
        if (peopleMin > 1) {
            units.all = units.tree(snapshot.chart(), history, active);
            units.cut(snapshot, history.dimension(), filter);
            units.join(units.all, false);
            units.tellWholes();
        }
        return units;
    }

    /** Marks what the window or the channels cut. */
    private void cut(NetworkSnapshot snapshot, Dimension dimension, TieFilter filter) {
        boolean everyDay = filter.window().covers(snapshot.extent());
        if (everyDay && filter.channels().isEmpty()) {
            return;
        }
        ToldPieces pieces =
                ToldPieces.of(snapshot, dimension, peopleMin, !filter.channels().isEmpty());
        for (Part part : parts.values()) {
            part.cut = pieces.cuts(part.key, filter.window(), filter.channels());
        }
    }

    private static BitSet active(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter) {
        TookPart part = new TookPart(history);
        snapshot.exchanges(filter, part);
        return part.active;
    }

    /** The stints in which somebody exchanged. */
    private static final class TookPart implements NetworkSnapshot.ExchangeVisitor {
        private final GroupHistory history;
        private final BitSet active = new BitSet();
        private int lastFrom = -1;
        private int lastTo = -1;

        TookPart(GroupHistory history) {
            this.history = history;
        }

        @Override
        public void exchanged(int from, int to, int day, int interactions, double strength) {
            // Another day of the same two says nothing new where both stayed where they were.
            if (from == lastFrom && to == lastTo && history.stays(from) && history.stays(to)) {
                return;
            }
            lastFrom = from;
            lastTo = to;
            take(history.stintOn(from, day));
            take(history.stintOn(to, day));
        }

        private void take(int stint) {
            if (stint >= 0) {
                active.set(stint);
            }
        }
    }

    /** Counts everybody in their unit and in every one above it; stints are in order of people. */
    private Part tree(Chart chart, GroupHistory history, BitSet active) {
        Part whole = new Part("");
        List<List<Part>> chains = new ArrayList<>();
        for (Group group : history.groups()) {
            List<Part> chain = new ArrayList<>();
            List<String> above = history.dimension() == Dimension.UNIT
                    ? chart.ancestors(group.id(), history.window().to()).reversed()
                    : List.of();
            Part unit = whole;
            for (String id : above) {
                depths.put(id, chain.size() + 1);
                unit = within(unit, id);
                chain.add(unit);
            }
            depths.put(group.id(), chain.size() + 1);
            unit = within(unit, group.id());
            chain.add(unit);
            chain.add(within(unit, group.id() + DIRECT));
            depthMax = Math.max(depthMax, chain.size() - 1);
            chains.add(chain);
        }
        for (int stint = 0; stint < history.stints(); stint++) {
            for (Part part : chains.get(history.groupOf(stint))) {
                part.count(history.personOf(stint), active.get(stint));
            }
        }
        return whole;
    }

    private Part within(Part whole, String key) {
        return parts.computeIfAbsent(key, added -> {
            Part part = new Part(added);
            whole.within.add(part);
            return part;
        });
    }

    /** Withholds parts, from the whole downwards. */
    private void join(Part whole, boolean withheld) {
        long untold = whole.within.stream().filter(part -> part.few(peopleMin)).count();
        boolean givenAway = withheld ? untold == 0 : untold == 1;
        if (givenAway) {
            whole.within.stream()
                    .filter(part -> !part.few(peopleMin) && part.active > 0)
                    .min(Comparator.comparingInt((Part part) -> part.people).thenComparing(part -> part.key))
                    .ifPresent(part -> part.joined = true);
        }
        for (Part part : whole.within) {
            if (!part.few(peopleMin)) {
                join(part, part.joined);
            }
        }
    }

    /** Decides for every depth at once, from the roots down and everybody's own unit last, so that answers agree. */
    private void tellWholes() {
        for (int depth = 1; depth <= depthMax; depth++) {
            tellWhole(depth);
        }
        tellWhole(0);
    }

    private void tellWhole(int depth) {
        Set<String> hidden = hidden(depth);
        if (toldTogether.stream().allMatch(told -> several(hidden, told) && several(told, hidden))
                && several(hidden, Set.of())) {
            toldTogether.add(hidden);
        }
    }

    /** Whether none or enough of some are not among others. */
    private static boolean several(Set<String> some, Set<String> others) {
        long apart = some.stream().filter(key -> !others.contains(key)).count();
        return apart == 0 || apart >= HIDDEN_MIN;
    }

    /** The groups at a depth of which nothing is told though they took part. */
    private Set<String> hidden(int depth) {
        Set<String> hidden = new HashSet<>();
        hide(all, 0, depth, hidden);
        return hidden;
    }

    private void hide(Part unit, int level, int depth, Set<String> hidden) {
        for (Part part : unit.within) {
            boolean group = part.within.isEmpty() || level + 1 == depth;
            if (!group) {
                hide(part, level + 1, depth, hidden);
            } else if (part.active > 0 && (part.joined || part.few(peopleMin))) {
                hidden.add(part.bare().key);
            }
        }
    }

    /** Whether nothing may be told of a unit with all its parts, or of a group, wherever it stands. */
    public boolean hides(String groupId) {
        Part part = parts.get(groupId);
        return part != null && part.active > 0 && (part.joined || part.few(peopleMin));
    }

    /**
     * Whether figures of the whole may be told that count what stays inside groups and what does not.
     *
     * @param unitDepth as in {@link Chart#groupOf}
     */
    public boolean wholeTold(int unitDepth) {
        return peopleMin <= 1 || toldTogether.contains(hidden(unitDepth));
    }

    /**
     * Whether nothing may be told of a group because it would give another one away, or a part of itself: what few of it
     * exchange in some months, or through some channel.
     *
     * @param unitDepth as in {@link Chart#groupOf}
     */
    public boolean withheld(String groupId, int unitDepth) {
        boolean whole = unitDepth > 0 && depths.getOrDefault(groupId, 0) >= unitDepth;
        Part part = parts.get(whole ? groupId : groupId + DIRECT);
        return part != null && (part.joined || (part.cut && part.active > 0));
    }
}
