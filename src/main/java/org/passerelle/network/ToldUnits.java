package org.passerelle.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
 * <p>It hides amounts, not their absence: where two withheld groups have no tie with a third between them, both have none.
 * O(people depth + exchanges).
 */
public final class ToldUnits {
    private static final String DIRECT = "/";

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final int peopleMin;

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

        boolean few(int peopleMin) {
            return (people > 0 && people < peopleMin) || (active > 0 && active < peopleMin);
        }
    }

    /**
     * Those of a dimension in a window.
     *
     * @param filter what counts as exchange
     * @param peopleMin fewest people in a group, and fewest of them who took part; 1 withholds nothing
     */
    public static ToldUnits of(NetworkSnapshot snapshot, TieFilter filter, Dimension dimension, int peopleMin) {
        ToldUnits units = new ToldUnits(peopleMin);
        if (peopleMin > 1) {
            GroupHistory history = snapshot.history(dimension, 0, filter.window());
            Part all = units.tree(snapshot.chart(), history, active(snapshot, history, filter));
            units.join(all, false);
        }
        return units;
    }

    private static BitSet active(NetworkSnapshot snapshot, GroupHistory history, TieFilter filter) {
        BitSet active = new BitSet();
        snapshot.exchanges(filter, (from, to, day, _, _) -> {
            int source = history.stintOn(from, day);
            int target = history.stintOn(to, day);
            if (source >= 0) {
                active.set(source);
            }
            if (target >= 0) {
                active.set(target);
            }
        });
        return active;
    }

    /** Counts everybody in their unit and in every one above it; stints are in order of people. */
    private Part tree(Chart chart, GroupHistory history, BitSet active) {
        Part all = new Part("");
        List<List<Part>> chains = new ArrayList<>();
        for (Group group : history.groups()) {
            List<Part> chain = new ArrayList<>();
            List<String> above = history.dimension() == Dimension.UNIT
                    ? chart.ancestors(group.id(), history.window().to()).reversed()
                    : List.of();
            Part whole = all;
            for (String id : above) {
                depths.put(id, chain.size() + 1);
                whole = within(whole, id);
                chain.add(whole);
            }
            depths.put(group.id(), chain.size() + 1);
            whole = within(whole, group.id());
            chain.add(whole);
            chain.add(within(whole, group.id() + DIRECT));
            chains.add(chain);
        }
        for (int stint = 0; stint < history.stints(); stint++) {
            for (Part part : chains.get(history.groupOf(stint))) {
                part.count(history.personOf(stint), active.get(stint));
            }
        }
        return all;
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

    /**
     * Whether nothing may be told of a group because it would give another one away.
     *
     * @param unitDepth as in {@link Chart#groupOf}
     */
    public boolean withheld(String groupId, int unitDepth) {
        boolean whole = unitDepth > 0 && depths.getOrDefault(groupId, 0) >= unitDepth;
        Part part = parts.get(whole ? groupId : groupId + DIRECT);
        return part != null && part.joined;
    }
}
