package org.passerelle.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The formal organisation with its dates: people, groups and how they nest, memberships, reporting
 * lines and appointments. Every question is asked for a day, so that an exchange is judged by the chart
 * of its day. Immutable; lists are in id order.
 */
public final class Chart {
    /** Group id of one's own side of the border. */
    public static final String INSIDE = "border:inside";
    /** Group id of customers, partners and everybody else. */
    public static final String OUTSIDE = "border:outside";

    /** In order of id; found by hash, because a search asks for thousands. */
    private final Map<String, Person> people = new LinkedHashMap<>();

    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, List<Membership>> membershipsByPerson = new HashMap<>();
    private final Map<String, List<Membership>> membershipsByGroup = new HashMap<>();
    private final Map<String, List<GroupPart>> partsByChild = new HashMap<>();
    private final Map<String, List<ReportingLine>> linesByPerson = new HashMap<>();
    private final Map<String, List<ReportingLine>> linesByManager = new HashMap<>();
    private final List<GroupPart> parts;
    private final List<Appointment> appointments;

    /** Indexes the given facts; a fact about somebody or some group that is not listed is refused. */
    public Chart(
            List<Person> people,
            List<Group> groups,
            List<Membership> memberships,
            List<GroupPart> parts,
            List<ReportingLine> lines,
            List<Appointment> appointments) {
        people.stream()
                .sorted(Comparator.comparing(Person::id))
                .forEach(person -> this.people.put(person.id(), person));
        groups.forEach(group -> this.groups.put(group.id(), group));
        for (Membership membership : memberships) {
            known(this.people, membership.personId(), "person");
            known(this.groups, membership.groupId(), "group");
            add(membershipsByPerson, membership.personId(), membership);
            add(membershipsByGroup, membership.groupId(), membership);
        }
        for (GroupPart part : parts) {
            known(this.groups, part.groupId(), "group");
            known(this.groups, part.wholeId(), "group");
            add(partsByChild, part.groupId(), part);
        }
        for (ReportingLine line : lines) {
            known(this.people, line.personId(), "person");
            known(this.people, line.managerId(), "person");
            add(linesByPerson, line.personId(), line);
            add(linesByManager, line.managerId(), line);
        }
        membershipsByPerson
                .values()
                .forEach(list -> list.sort(Comparator.comparing(Membership::primary)
                        .reversed()
                        .thenComparing(Membership::share, Comparator.reverseOrder())
                        .thenComparing(Membership::groupId)));
        membershipsByGroup.values().forEach(list -> list.sort(Comparator.comparing(Membership::personId)));
        partsByChild.values().forEach(list -> list.sort(Comparator.comparing(GroupPart::wholeId)));
        linesByPerson.values().forEach(list -> list.sort(Comparator.comparing(ReportingLine::managerId)));
        linesByManager.values().forEach(list -> list.sort(Comparator.comparing(ReportingLine::personId)));
        this.parts = parts.stream()
                .sorted(Comparator.comparing(GroupPart::groupId).thenComparing(GroupPart::wholeId))
                .toList();
        this.appointments = appointments.stream()
                .sorted(Comparator.comparing(Appointment::communityId).thenComparing(Appointment::personId))
                .toList();
    }

    /** A chart of nobody. */
    public static Chart empty() {
        return new Chart(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Everybody, in id order. */
    public List<Person> people() {
        return List.copyOf(people.values());
    }

    /** The person of that id. */
    public Optional<Person> person(String id) {
        return Optional.ofNullable(people.get(id));
    }

    /** The group of that id. */
    public Optional<Group> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** The groups of a dimension, in id order; BORDER has its two derived groups. */
    public List<Group> groups(Dimension dimension) {
        if (dimension == Dimension.BORDER) {
            return List.of(
                    new Group(INSIDE, "inside", Dimension.BORDER, null, true),
                    new Group(OUTSIDE, "outside", Dimension.BORDER, null, false));
        }
        return groups.values().stream()
                .filter(group -> group.dimension() == dimension)
                .toList();
    }

    /** Where the person belongs on that day, primary first, all dimensions together. */
    public List<Membership> memberships(String personId, LocalDate day) {
        return membershipsByPerson.getOrDefault(personId, List.of()).stream()
                .filter(membership -> membership.holdsOn(day))
                .toList();
    }

    /** Whether the person belongs on that day to a group that passes; for asking about thousands, with no list made. */
    public boolean belongs(String personId, LocalDate day, Predicate<String> groupId) {
        for (Membership membership : membershipsByPerson.getOrDefault(personId, List.of())) {
            if (membership.holdsOn(day) && groupId.test(membership.groupId())) {
                return true;
            }
        }
        return false;
    }

    /** Every membership the person ever had, primary first, all dimensions together. */
    public List<Membership> membershipsEver(String personId) {
        return Collections.unmodifiableList(membershipsByPerson.getOrDefault(personId, List.of()));
    }

    /** Who belongs directly to the group on that day, in id order. */
    public List<Membership> members(String groupId, LocalDate day) {
        return membershipsByGroup.getOrDefault(groupId, List.of()).stream()
                .filter(membership -> membership.holdsOn(day))
                .toList();
    }

    /** Everybody who ever belonged directly to the group, in id order. */
    public List<Membership> membersEver(String groupId) {
        return Collections.unmodifiableList(membershipsByGroup.getOrDefault(groupId, List.of()));
    }

    /** The group's ancestors on that day, nearest first; a circle is cut where it closes. */
    public List<String> ancestors(String groupId, LocalDate day) {
        List<String> ancestors = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(groupId));
        String current = groupId;
        while (true) {
            String whole = partsByChild.getOrDefault(current, List.of()).stream()
                    .filter(part -> part.holdsOn(day))
                    .map(GroupPart::wholeId)
                    .findFirst()
                    .orElse("");
            if (whole.isEmpty() || !seen.add(whole)) {
                return ancestors;
            }
            ancestors.add(whole);
            current = whole;
        }
    }

    /**
     * The one group of a person along a dimension on a day: the primary membership's, raised to a depth.
     *
     * @param depth 0 for the direct group; d &gt; 0 for its ancestor at depth d under the roots (1 = the
     *     roots themselves); a shallower group stands for itself. Other dimensions than UNIT ignore it.
     */
    public Optional<Group> groupOf(String personId, Dimension dimension, LocalDate day, int depth) {
        if (dimension == Dimension.BORDER) {
            List<Group> border = groups(Dimension.BORDER);
            boolean own =
                    groupOf(personId, Dimension.COMPANY, day, 0).map(Group::own).orElse(true);
            return Optional.of(own ? border.get(0) : border.get(1));
        }
        Optional<Group> direct = memberships(personId, day).stream()
                .map(membership -> groups.get(membership.groupId()))
                .filter(group -> group.dimension() == dimension)
                .findFirst();
        return direct.isEmpty() || depth <= 0 ? direct : raised(direct.get(), day, depth);
    }

    /** The group at a depth that a group is in on a day, as {@link #groupOf}; {@code depth} above 0. */
    Optional<Group> raised(Group direct, LocalDate day, int depth) {
        List<String> chain = new ArrayList<>(ancestors(direct.id(), day).reversed());
        chain.add(direct.id());
        return group(chain.get(Math.min(depth, chain.size()) - 1));
    }

    /**
     * Steps up from the two people's groups to their lowest common group: 0 in one group, the larger of
     * the two climbs otherwise; empty where one belongs nowhere, {@link Integer#MAX_VALUE} without common group.
     */
    public Optional<Integer> siloDistance(String personId, String otherId, Dimension dimension, LocalDate day) {
        Optional<Group> one = groupOf(personId, dimension, day, 0);
        Optional<Group> other = groupOf(otherId, dimension, day, 0);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        List<String> up = new ArrayList<>(List.of(one.get().id()));
        List<String> across = new ArrayList<>(List.of(other.get().id()));
        if (dimension != Dimension.BORDER) {
            up.addAll(ancestors(one.get().id(), day));
            across.addAll(ancestors(other.get().id(), day));
        }
        for (int steps = 0; steps < up.size(); steps++) {
            int found = across.indexOf(up.get(steps));
            if (found >= 0) {
                return Optional.of(Math.max(steps, found));
            }
        }
        return Optional.of(Integer.MAX_VALUE);
    }

    /** The person's manager in the line on that day. */
    public Optional<String> manager(String personId, LocalDate day) {
        return linesByPerson.getOrDefault(personId, List.of()).stream()
                .filter(line -> line.kind() == ReportingLine.Kind.LINE && line.holdsOn(day))
                .map(ReportingLine::managerId)
                .findFirst();
    }

    /** Who reports to the person in the line on that day, in id order. */
    public List<String> reports(String managerId, LocalDate day) {
        return linesByManager.getOrDefault(managerId, List.of()).stream()
                .filter(line -> line.kind() == ReportingLine.Kind.LINE && line.holdsOn(day))
                .map(ReportingLine::personId)
                .toList();
    }

    /** All reporting lines that hold on that day, in id order of who reports. */
    public List<ReportingLine> lines(LocalDate day) {
        return people.keySet().stream()
                .flatMap(id -> linesByPerson.getOrDefault(id, List.of()).stream())
                .filter(line -> line.holdsOn(day))
                .toList();
    }

    /** Every reporting line the person ever had, in id order of the managers. */
    public List<ReportingLine> linesEver(String personId) {
        return Collections.unmodifiableList(linesByPerson.getOrDefault(personId, List.of()));
    }

    /** How groups ever nested, by group and whole. */
    public List<GroupPart> partsEver() {
        return parts;
    }

    /** All appointments, by community and person. */
    public List<Appointment> appointments() {
        return appointments;
    }

    private static void known(Map<String, ?> index, String id, String what) {
        if (!index.containsKey(id)) {
            throw new IllegalArgumentException("The chart speaks of an unknown " + what + ": " + id);
        }
    }

    private static <T> void add(Map<String, List<T>> index, String key, T value) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }
}
