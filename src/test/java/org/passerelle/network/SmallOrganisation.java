package org.passerelle.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A small organisation written down in a test: people, units with dates, managers with dates and exchanges by
 * day. Days are numbers, from 0 = 2024-01-01.
 */
public final class SmallOrganisation {
    /** Day 0. */
    public static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Group> groups = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<GroupPart> parts = new ArrayList<>();
    private final List<ReportingLine> lines = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();

    /** The day of a number. */
    public static LocalDate day(int number) {
        return START.plusDays(number);
    }

    /** Days from one number to another, both included. */
    public static Window days(int from, int to) {
        return new Window(day(from), day(to));
    }

    /** People of one unit for all time: {@code unit("A", "ann bob")}. */
    public SmallOrganisation unit(String unit, String names) {
        for (String name : names.split(" ", -1)) {
            member(name, unit, null, null);
        }
        return this;
    }

    /** Somebody in a unit from a day until a day, null for open ends. */
    public SmallOrganisation member(String name, String unit, @Nullable Integer from, @Nullable Integer until) {
        person(name);
        groups.putIfAbsent(unit, new Group(unit, unit, Dimension.UNIT, null, true));
        memberships.add(new Membership(name, unit, date(from), date(until), 1, true, null));
        return this;
    }

    /** Somebody who belongs nowhere, or is seen for the first time. */
    public SmallOrganisation person(String name) {
        people.putIfAbsent(name, new Person(name, name, null, null, null, null, false));
        return this;
    }

    /** A unit within another from a day until a day. */
    public SmallOrganisation part(String unit, String whole, @Nullable Integer from, @Nullable Integer until) {
        groups.putIfAbsent(unit, new Group(unit, unit, Dimension.UNIT, null, true));
        groups.putIfAbsent(whole, new Group(whole, whole, Dimension.UNIT, null, true));
        parts.add(new GroupPart(unit, whole, date(from), date(until)));
        return this;
    }

    /** A line for all time: {@code line("ann", "bob")} lets Ann report to Bob. */
    public SmallOrganisation line(String name, String manager) {
        return line(name, manager, null, null);
    }

    /** A line from a day until a day. */
    public SmallOrganisation line(String name, String manager, @Nullable Integer from, @Nullable Integer until) {
        person(name);
        person(manager);
        lines.add(new ReportingLine(name, manager, date(from), date(until), ReportingLine.Kind.LINE));
        return this;
    }

    /** One mail to one person on each of these days. */
    public SmallOrganisation mail(String from, String to, int... days) {
        return exchange("mail", from, to, days);
    }

    /** One act towards one person through a channel on each of these days, ascending. */
    public SmallOrganisation exchange(String channel, String from, String to, int... days) {
        person(from);
        person(to);
        int[] epochDays = new int[days.length];
        int[] counts = new int[days.length];
        float[] shares = new float[days.length];
        for (int position = 0; position < days.length; position++) {
            epochDays[position] = Math.toIntExact(day(days[position]).toEpochDay());
            counts[position] = 1;
            shares[position] = 1;
        }
        ties.add(new Tie(from, to, TieKind.ADDRESSED, channel, Visibility.COMPANY, "test", epochDays, counts, shares));
        return this;
    }

    /** The snapshot of all this. */
    public NetworkSnapshot snapshot() {
        Chart chart = new Chart(
                List.copyOf(people.values()), List.copyOf(groups.values()), memberships, parts, lines, List.of());
        return new NetworkSnapshot("v1", Instant.EPOCH, chart, ties);
    }

    /** The same organisation with everybody renamed. */
    public SmallOrganisation renamed(Map<String, String> names) {
        SmallOrganisation other = new SmallOrganisation();
        people.keySet().forEach(name -> other.person(names.getOrDefault(name, name)));
        other.groups.putAll(groups);
        for (Membership member : memberships) {
            other.memberships.add(new Membership(
                    names.getOrDefault(member.personId(), member.personId()),
                    member.groupId(),
                    member.from(),
                    member.until(),
                    1,
                    true,
                    null));
        }
        other.parts.addAll(parts);
        for (ReportingLine line : lines) {
            other.lines.add(new ReportingLine(
                    names.getOrDefault(line.personId(), line.personId()),
                    names.getOrDefault(line.managerId(), line.managerId()),
                    line.from(),
                    line.until(),
                    line.kind()));
        }
        for (Tie tie : ties) {
            other.ties.add(new Tie(
                    names.getOrDefault(tie.fromId(), tie.fromId()),
                    names.getOrDefault(tie.toId(), tie.toId()),
                    tie.kind(),
                    tie.channel(),
                    tie.visibility(),
                    tie.source(),
                    tie.days(),
                    tie.counts(),
                    tie.shares()));
        }
        return other;
    }

    /** Names of everybody, in order. */
    public List<String> names() {
        return List.copyOf(people.keySet());
    }

    /**
     * An organisation that the seed decides: 8 to 40 people over 100 days in 2 to 6 units, a third of whom move
     * once, some of whom join late or belong nowhere; a tree of lines of which a fifth change once; and random
     * exchanges through two channels.
     */
    public static SmallOrganisation random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        int size = 8 + random.nextInt(33);
        int units = 2 + random.nextInt(5);
        for (int number = 0; number < size; number++) {
            String name = name(number);
            organisation.person(name);
            String unit = "unit" + random.nextInt(units);
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    int move = 1 + random.nextInt(99);
                    organisation.member(name, unit, null, move - 1);
                    organisation.member(name, "unit" + random.nextInt(units), move, null);
                }
                case 2 -> organisation.member(name, unit, random.nextInt(100), null);
                case 3 -> {
                    if (random.nextInt(3) > 0) {
                        organisation.member(name, unit, null, null);
                    }
                }
                default -> organisation.member(name, unit, null, null);
            }
            if (number > 0 && random.nextInt(8) > 0) {
                if (random.nextInt(5) == 0) {
                    int move = 1 + random.nextInt(99);
                    organisation.line(name, name(random.nextInt(number)), null, move - 1);
                    organisation.line(name, name(random.nextInt(number)), move, null);
                } else {
                    organisation.line(name, name(random.nextInt(number)));
                }
            }
        }
        exchanges(organisation, random, size);
        return organisation;
    }

    private static void exchanges(SmallOrganisation organisation, SplittableRandom random, int size) {
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                if (from != to && random.nextInt(6) == 0) {
                    TreeSet<Integer> days = new TreeSet<>();
                    for (int time = random.nextInt(6); time >= 0; time--) {
                        days.add(random.nextInt(100));
                    }
                    String channel = random.nextBoolean() ? "mail" : "chat";
                    organisation.exchange(
                            channel,
                            name(from),
                            name(to),
                            days.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        organisation.ties.sort(Comparator.comparing(Tie::fromId).thenComparing(Tie::toId));
    }

    private static String name(int number) {
        return String.format(java.util.Locale.ROOT, "p%02d", number);
    }

    private static @Nullable LocalDate date(@Nullable Integer number) {
        return number == null ? null : day(number);
    }
}
