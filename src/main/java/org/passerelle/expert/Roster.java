package org.passerelle.expert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Dated;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;

/**
 * Who belongs where, and since when somebody is gone, by vertex and by number of the group: a search asks it of thousands
 * of people. Made once for a snapshot, for all days.
 */
final class Roster {
    static final int NOBODY = -1;
    private static final int NOWHERE = -1;

    private final NetworkSnapshot snapshot;
    private final int[] lastDays;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Stretches memberships;
    private final Stretches parts;

    private record Kept() {}

    /** The roster of a snapshot. */
    static Roster of(NetworkSnapshot snapshot) {
        return snapshot.derived(new Kept(), Roster.class, () -> new Roster(snapshot));
    }

    private Roster(NetworkSnapshot snapshot) {
        this.snapshot = snapshot;
        List<Person> people = snapshot.people();
        lastDays = people.stream()
                .mapToInt(person -> day(person.left(), Integer.MAX_VALUE))
                .toArray();
        memberships = new Stretches();
        for (Person person : people) {
            for (Membership membership : snapshot.chart().membershipsEver(person.id())) {
                memberships.add(number(membership.groupId()), membership);
            }
            memberships.endList();
        }
        parts = parts();
    }

    /** The wholes of every group, in the order of the numbers, which those of wholes lengthen. */
    private Stretches parts() {
        Map<String, List<GroupPart>> byGroup = new HashMap<>();
        for (GroupPart part : snapshot.chart().partsEver()) {
            number(part.groupId());
            number(part.wholeId());
            byGroup.computeIfAbsent(part.groupId(), _ -> new ArrayList<>()).add(part);
        }
        String[] ids = new String[groups.size()];
        groups.forEach((id, number) -> ids[number] = id);
        Stretches wholes = new Stretches();
        for (String id : ids) {
            byGroup.getOrDefault(id, List.of()).forEach(part -> wholes.add(number(part.wholeId()), part));
            wholes.endList();
        }
        return wholes;
    }

    private int number(String groupId) {
        Integer known = groups.putIfAbsent(groupId, groups.size());
        return known == null ? groups.size() - 1 : known;
    }

    private static int day(@Nullable LocalDate day, int open) {
        return day == null ? open : Math.toIntExact(day.toEpochDay());
    }

    /** The vertex of a person; {@link #NOBODY} of whoever is not in the data. */
    int vertex(String personId) {
        return snapshot.vertex(personId).orElse(NOBODY);
    }

    /** Whether somebody was gone before that day. */
    boolean hasLeft(int vertex, LocalDate day) {
        return lastDays[vertex] < day.toEpochDay();
    }

    /** Whether somebody belongs on that day to a group or to a part of it, as {@code Chart.ancestors} climbs. */
    boolean within(int vertex, String groupId, LocalDate day) {
        int whole = groups.getOrDefault(groupId, NOWHERE);
        int on = Math.toIntExact(day.toEpochDay());
        if (whole == NOWHERE) {
            return false;
        }
        for (int at = memberships.start(vertex); at < memberships.end(vertex); at++) {
            if (memberships.holds(at, on) && climbs(memberships.groups[at], whole, on)) {
                return true;
            }
        }
        return false;
    }

    private boolean climbs(int from, int whole, int day) {
        int group = from;
        // A circle of parts ends here.
        for (int steps = 0; group != NOWHERE && steps <= groups.size(); steps++) {
            if (group == whole) {
                return true;
            }
            group = whole(group, day);
        }
        return false;
    }

    private int whole(int group, int day) {
        for (int at = parts.start(group); at < parts.end(group); at++) {
            if (parts.holds(at, day)) {
                return parts.groups[at];
            }
        }
        return NOWHERE;
    }

    /** Lists of groups with the days on which each holds, laid out one after the other. */
    private static final class Stretches {
        private int[] ends = new int[64];
        private int[] groups = new int[64];
        private int[] froms = new int[64];
        private int[] untils = new int[64];
        private int lists;
        private int size;

        void add(int group, Dated dated) {
            if (size == groups.length) {
                groups = Arrays.copyOf(groups, 2 * size);
                froms = Arrays.copyOf(froms, 2 * size);
                untils = Arrays.copyOf(untils, 2 * size);
            }
            groups[size] = group;
            froms[size] = day(dated.from(), Integer.MIN_VALUE);
            untils[size] = day(dated.until(), Integer.MAX_VALUE);
            size++;
        }

        void endList() {
            if (lists == ends.length) {
                ends = Arrays.copyOf(ends, 2 * lists);
            }
            ends[lists++] = size;
        }

        int start(int list) {
            return list == 0 ? 0 : ends[list - 1];
        }

        int end(int list) {
            return ends[list];
        }

        boolean holds(int at, int day) {
            return froms[at] <= day && day <= untils[at];
        }
    }
}
