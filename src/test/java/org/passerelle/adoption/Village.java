package org.passerelle.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedContributions.Place;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** A small company written down in a test: people in groups, what they said and liked. Day 0 is 2024-01-01. */
final class Village {
    static final LocalDate START = LocalDate.of(2024, 1, 1);

    private final TreeMap<String, Person> people = new TreeMap<>();
    private final TreeMap<String, Group> groups = new TreeMap<>();
    private final List<Membership> memberships = new ArrayList<>();
    private final List<ReportingLine> lines = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    private record Said(String by, int day, ContributionKind kind, Place place, String answered) {}

    /**
     * A chief, two heads and their people over 365 days. One head posts now and then in one of three clubs, others all the
     * time; newcomers come every day by a chance, in the week after the head by so much more.
     */
    static Village led(long seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        Village village =
                new Village().unit("top", "chief").line("head1", "chief").line("head2", "chief");
        village.unit("A", "head1")
                .unit("B", "head2")
                .line("staff", "head1")
                .unit("A", "staff")
                .line("crew", "head2");
        village.unit("B", "crew").posts("staff", 0);
        int newcomers = 0;
        for (int club = 0; club < 3; club++) {
            int after = -100;
            for (int day = 0; day < 365; day++) {
                if (random.nextDouble() < 0.3) {
                    village.says("staff", day, ContributionKind.POST, "club" + club, "s" + club + "-" + day);
                }
                if (day > 40 && random.nextDouble() < 0.02) {
                    village.says("head1", day, ContributionKind.POST, "club" + club, "h" + club + "-" + day);
                    after = day;
                }
                double chance = 0.08 + (day - after < 7 ? effect : 0);
                if (random.nextDouble() < chance) {
                    String name = "n" + newcomers++;
                    village.unit("A", name).says(name, day, ContributionKind.POST, "club" + club, name);
                }
            }
        }
        return village;
    }

    static LocalDate day(int number) {
        return START.plusDays(number);
    }

    Village person(String name, @Nullable Integer joined, @Nullable Integer left) {
        people.put(
                name,
                new Person(
                        name,
                        name,
                        null,
                        null,
                        joined == null ? null : day(joined),
                        left == null ? null : day(left),
                        false));
        return this;
    }

    /** People of one group for all time, separated by blanks. */
    Village group(String id, Dimension dimension, boolean own, String names) {
        groups.put(id, new Group(id, id, dimension, null, own));
        for (String name : names.split(" ", -1)) {
            people.putIfAbsent(name, new Person(name, name, null, null, null, null, false));
            memberships.add(new Membership(name, id, null, null, 1, true, null));
        }
        return this;
    }

    Village unit(String id, String names) {
        return group(id, Dimension.UNIT, true, names);
    }

    Village line(String name, String manager) {
        lines.add(new ReportingLine(name, manager, null, null, ReportingLine.Kind.LINE));
        return this;
    }

    Village says(String by, int day, ContributionKind kind, String community, String thread) {
        return says(by, day, kind, community, thread, "");
    }

    /** One contribution; whoever is answered may be nobody, the empty name. */
    Village says(String by, int day, ContributionKind kind, String community, String thread, String answered) {
        people.putIfAbsent(by, new Person(by, by, null, null, null, null, false));
        if (!community.isEmpty()) {
            groups.putIfAbsent(community, new Group(community, community, Dimension.COMMUNITY, null, true));
        }
        said.add(new Said(
                by, day, kind, new Place("network", community.isEmpty() ? null : community, thread), answered));
        return this;
    }

    /** Somebody posts by themselves. */
    Village posts(String by, int... days) {
        for (int day : days) {
            says(by, day, ContributionKind.POST, "", by + day);
        }
        return this;
    }

    Village tie(TieKind kind, String from, String to, int day) {
        ties.add(new Tie(
                from,
                to,
                kind,
                "network",
                Visibility.COMPANY,
                "test",
                new int[] {Math.toIntExact(day(day).toEpochDay())},
                new int[] {1},
                new float[] {1}));
        return this;
    }

    NetworkSnapshot snapshot() {
        return new NetworkSnapshot(
                "v1",
                Instant.EPOCH,
                new Chart(
                        List.copyOf(people.values()),
                        List.copyOf(groups.values()),
                        memberships,
                        List.of(),
                        lines,
                        List.of()),
                ties);
    }

    DatedContributions said(NetworkSnapshot snapshot) {
        DatedContributions.Builder builder = new DatedContributions.Builder();
        for (Said one : said) {
            builder.add(
                    snapshot.vertex(one.by()).orElseThrow(),
                    day(one.day()).atTime(12, 0).toInstant(ZoneOffset.UTC),
                    one.kind(),
                    one.place(),
                    snapshot.vertex(one.answered()).orElse(DatedContributions.NONE));
        }
        return builder.build();
    }

    /** Everything from the first day until a day, by units, for a reader with that floor. */
    AdoptionGround ground(int lastDay, int peopleMin) {
        NetworkSnapshot snapshot = snapshot();
        Window window = AdoptionQuestion.wholeMonths(new Window(START, day(lastDay)));
        return AdoptionGround.of(
                snapshot, said(snapshot), new AdoptionQuestion(Dimension.UNIT, 0, window, Set.of(), 2, peopleMin));
    }
}
