package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.SolvedSums;

/** What somebody learns who asks for the map at every depth and solves for what was withheld. */
class WithheldTest {
    private static final int FLOOR = 5;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Divisions of departments of teams, of 1 to 12 people each, some of whom exchange with anybody. */
    private static SmallOrganisation company(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation company = new SmallOrganisation();
        List<String> names = new ArrayList<>();
        for (int division = 0; division < 2 + random.nextInt(2); division++) {
            for (int department = 0; department < 1 + random.nextInt(3); department++) {
                String whole = "d" + division + department;
                company.part(whole, "v" + division, null, null);
                for (int team = 0; team < random.nextInt(4); team++) {
                    company.part(whole + team, whole, null, null);
                    join(company, random, whole + team, names);
                }
                if (random.nextInt(2) == 0) {
                    join(company, random, whole, names);
                }
            }
            if (random.nextInt(3) == 0) {
                join(company, random, "v" + division, names);
            }
        }
        for (int tie = 0; tie < 6 * names.size(); tie++) {
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            // A third never writes nor is written to.
            if (one.hashCode() % 3 != 0 && other.hashCode() % 3 != 0 && !one.equals(other)) {
                company.mail(one, other, random.nextInt(90));
            }
        }
        return company;
    }

    private static void join(SmallOrganisation company, SplittableRandom random, String unit, List<String> names) {
        int people = 1 + random.nextInt(12);
        for (int person = 0; person < people; person++) {
            names.add("p" + (100 + names.size()));
            company.member(names.getLast(), unit, null, null);
        }
    }

    /** What is known of the ties of pairs of teams, as equations: one row of numbers each. */
    private static final class Known {
        private final TreeMap<String, Integer> places = new TreeMap<>();
        private final List<long[]> rows = new ArrayList<>();
        private final NetworkSnapshot snapshot;

        Known(NetworkSnapshot snapshot) {
            this.snapshot = snapshot;
            for (String one : teams(0).keySet()) {
                for (String other : teams(0).keySet()) {
                    if (one.compareTo(other) <= 0) {
                        places.put(one + " " + other, places.size());
                    }
                }
            }
        }

        /** The teams of each group at a depth. */
        Map<String, Set<String>> teams(int depth) {
            TreeMap<String, Set<String>> teams = new TreeMap<>();
            for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
                String id = snapshot.person(vertex).id();
                String team = snapshot.chart()
                        .groupOf(id, Dimension.UNIT, SmallOrganisation.day(50), 0)
                        .orElseThrow()
                        .id();
                String group = snapshot.chart()
                        .groupOf(id, Dimension.UNIT, SmallOrganisation.day(50), depth)
                        .orElseThrow()
                        .id();
                teams.computeIfAbsent(group, _ -> new HashSet<>()).add(team);
            }
            return teams;
        }

        private static Set<String> of(Map<String, Set<String>> teams, String group) {
            return teams.getOrDefault(group, Set.of());
        }

        int place(String one, String other) {
            return places.getOrDefault(one.compareTo(other) <= 0 ? one + " " + other : other + " " + one, -1);
        }

        /** That a sum of pairs of teams is known. */
        void sum(Set<String> some, Set<String> others) {
            long[] row = new long[places.size()];
            for (String one : some) {
                for (String other : others) {
                    row[place(one, other)] = 1;
                }
            }
            rows.add(row);
        }

        /** How many ties there are; an index tells it by its fraction, and other answers do. */
        void all() {
            Set<String> all = teams(0).keySet();
            sum(all, all);
        }

        /** What stays inside the groups of a depth: what an index of the whole tells where all ties are known. */
        void inside(int depth) {
            long[] row = new long[places.size()];
            for (Set<String> own : teams(depth).values()) {
                for (String one : own) {
                    own.forEach(other -> row[place(one, other)] = 1);
                }
            }
            rows.add(row);
        }

        /** Whether the index of the whole was told. */
        boolean askWhole(int depth) {
            SiloQuestion question = new SiloQuestion(Dimension.UNIT, depth, days(0, 99), Set.of(), FLOOR);
            boolean told = Silos.compute(snapshot, question).externalInternal() != null;
            if (told) {
                inside(depth);
            }
            return told;
        }

        /** What the map says of groups at a depth: cells, and ties of a group with all others. */
        void ask(int depth) {
            Map<String, Set<String>> teams = teams(depth);
            SiloMap map =
                    Silos.compute(snapshot, new SiloQuestion(Dimension.UNIT, depth, days(0, 99), Set.of(), FLOOR));
            for (SiloCell cell : map.cells()) {
                if (cell.state() == FigureState.SHOWN) {
                    sum(of(teams, cell.from().id()), of(teams, cell.to().id()));
                }
            }
            Set<String> all = teams(0).keySet();
            for (SiloGroup group : map.groups()) {
                if (group.permeability() != null) {
                    Set<String> own = of(teams, group.group().id());
                    Set<String> others = new HashSet<>(all);
                    others.removeAll(own);
                    sum(own, others);
                }
            }
        }

        /** Pairs of teams whose ties can be computed: those that a sum of rows leaves alone. */
        Set<String> solved() {
            SolvedSums known = new SolvedSums();
            rows.forEach(known::know);
            Set<String> solved = new HashSet<>();
            places.forEach((pair, place) -> {
                long[] alone = new long[places.size()];
                alone[place] = 1;
                if (known.knows(alone)) {
                    solved.add(pair);
                }
            });
            return solved;
        }
    }

    /** Teams of which fewer people than the floor took part, or are. */
    private static Set<String> small(NetworkSnapshot snapshot, Known known) {
        Set<String> small = new HashSet<>();
        SiloMap map = Silos.compute(snapshot, new SiloQuestion(Dimension.UNIT, 0, days(0, 99), Set.of(), 1));
        for (SiloGroup group : map.groups()) {
            int active = group.activePeople() == null ? 0 : group.activePeople();
            if (active > 0 && Math.min(group.people(), active) < FLOOR) {
                small.add(group.group().id());
            }
        }
        assertThat(known.teams(0).keySet()).containsAll(small);
        return small;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mapsOfEveryDepth_solvedTogether_tellNothingOfFewPeople(long seed) {
        NetworkSnapshot snapshot = company(seed).snapshot();
        Known known = new Known(snapshot);
        for (int depth = 0; depth <= 3; depth++) {
            known.ask(depth);
        }
        Set<String> small = small(snapshot, known);
        assertThat(known.solved().stream()
                        .filter(pair -> Stream.of(pair.split(" ", -1)).anyMatch(small::contains)))
                .as("seed " + seed)
                .isEmpty();
    }

    /** An attacker's harvest: the solved pairs that concern a small team. */
    private static boolean attacked(Known known, Set<String> small) {
        return known.solved().stream()
                .anyMatch(pair -> Stream.of(pair.split(" ", -1)).anyMatch(small::contains));
    }

    /** Maps, the number of all ties, and the index of the whole at every depth at which it is told. */
    @ParameterizedTest
    @MethodSource("seeds")
    void wholeAtEveryDepth_solvedTogether_tellsNothingOfFewPeople(long seed) {
        NetworkSnapshot snapshot = company(seed).snapshot();
        Known known = new Known(snapshot);
        known.all();
        for (int depth = 0; depth <= 4; depth++) {
            known.ask(depth);
            known.askWhole(depth);
        }
        assertThat(attacked(known, small(snapshot, known))).as("seed " + seed).isFalse();
    }

    /** What it costs, and that there is something to withhold: were every depth told, many companies would fall. */
    @Test
    void wholeAtEveryDepth_toldAlways_wouldTell() {
        int fall = 0;
        int told = 0;
        int safe = 0;
        int depths = 0;
        int none = 0;
        for (long seed : seeds().toArray()) {
            NetworkSnapshot snapshot = company(seed).snapshot();
            Known always = new Known(snapshot);
            Known ruled = new Known(snapshot);
            always.all();
            ruled.all();
            int toldHere = 0;
            for (int depth = 0; depth <= 3; depth++) {
                always.ask(depth);
                ruled.ask(depth);
                always.inside(depth);
                depths++;
                toldHere += ruled.askWhole(depth) ? 1 : 0;
            }
            Set<String> small = small(snapshot, always);
            boolean falls = attacked(always, small);
            fall += falls ? 1 : 0;
            told += toldHere;
            safe += falls ? 0 : 4 - toldHere;
            none += toldHere == 0 ? 1 : 0;
        }
        System.out.printf(
                "REPORT whole: told always, %d of 200 companies tell of few people; by the rule none, at %d of %d depths the"
                        + " whole is told, at none in %d companies; %d depths are withheld where no attack succeeds%n",
                fall, told, depths, none, safe);
        assertThat(fall).isGreaterThan(20);
        assertThat(told).isGreaterThan(depths / 4);
    }

    @Test
    void solver_oneTeamLeftOut_findsIt() {
        // The proof that the solver can find something: three teams, all sums but one known.
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a")
                .unit("B", "b")
                .unit("C", "c")
                .mail("a", "b", 1)
                .snapshot();
        Known known = new Known(snapshot);
        known.sum(Set.of("A"), Set.of("B"));
        known.sum(Set.of("A"), Set.of("B", "C"));
        assertThat(known.solved()).containsExactlyInAnyOrder("A B", "A C");
    }

    @Test
    void map_fewPeopleOfALargeGroup_noDataAndAnotherIsWithheld() {
        // Sixty people of whom three are in the data: too few to say anything, and their ties would be what is left
        // over.
        SmallOrganisation company = new SmallOrganisation();
        for (int person = 0; person < 60; person++) {
            company.unit("floor", "f" + (10 + person));
            company.unit(person < 30 ? "A" : "B", "p" + (10 + person));
        }
        for (int person = 0; person < 60; person++) {
            company.mail("p" + (10 + person), "p" + (10 + (person * 7 + 1) % 60), 1);
        }
        SiloMap map = Silos.compute(
                company.mail("f10", "p10", 1)
                        .mail("f11", "p20", 1)
                        .mail("f12", "p50", 2)
                        .snapshot(),
                new SiloQuestion(Dimension.UNIT, 0, days(0, 9), Set.of(), FLOOR));
        assertThat(map.groups())
                .extracting(SiloGroup::state)
                .containsExactly(FigureState.SUPPRESSED, FigureState.SHOWN, FigureState.NO_DATA);
        assertThat(map.groups().getFirst().activePeople()).isNull();
    }
}
