package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.expert.RankedByMaps.Placed;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.HitColumns;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;

/** Two hundred drawn searches: people, threads and places by number come to what maps of their names come to. */
class RankingByNumbersTest {
    private static final Instant NOW = Instant.parse("2025-06-30T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final int SEEDS = 200;
    private static final List<ContributionKind> KINDS = List.of(ContributionKind.values());

    private static String person(int number) {
        return "p" + (10 + number);
    }

    private static Set<String> people(SplittableRandom random, int atMost) {
        Set<String> people = new TreeSet<>();
        for (int count = random.nextInt(atMost + 1); count > 0; count--) {
            people.add(person(random.nextInt(30)));
        }
        return people;
    }

    /** Best first and then by key, as a search answers; several share a score, a thread or a moment. */
    private static List<Hit> hits(SplittableRandom random) {
        List<Hit> hits = new ArrayList<>();
        for (int number = random.nextInt(80); number > 0; number--) {
            hits.add(new Hit(
                    "k" + (100 + number),
                    (1 + random.nextInt(6)) / 6.0,
                    person(random.nextInt(25)),
                    KINDS.get(random.nextInt(KINDS.size())),
                    NOW.minus(Duration.ofHours(random.nextInt(40) * 200L)),
                    "d" + random.nextInt(20),
                    random.nextInt(3) == 0 ? null : "c" + random.nextInt(4),
                    random.nextBoolean(),
                    random.nextInt(12),
                    random.nextInt(5) == 0,
                    List.copyOf(people(random, 2))));
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key));
        return hits;
    }

    private static Standing standing(SplittableRandom random) {
        Map<String, Double> answering = new HashMap<>();
        people(random, 12).forEach(person -> answering.put(person, random.nextDouble()));
        Map<String, Standing.Answers> given = new HashMap<>();
        people(random, 20)
                .forEach(person -> given.put(person, new Standing.Answers(random.nextInt(200), random.nextInt(4))));
        return new Standing(answering, person -> given.getOrDefault(person, Standing.Answers.NONE));
    }

    private static void isAsByMaps(List<Ranked> ranked, List<Placed> expected, String what) {
        assertThat(ranked)
                .as(what)
                .extracting(Ranked::personId)
                .containsExactlyElementsOf(
                        expected.stream().map(Placed::personId).toList());
        assertThat(ranked)
                .as(what)
                .extracting(Ranked::score)
                .containsExactlyElementsOf(expected.stream().map(Placed::score).toList());
        assertThat(ranked)
                .as(what)
                .extracting(each -> each.evidence().stream().map(Hit::key).toList())
                .containsExactlyElementsOf(expected.stream().map(Placed::keys).toList());
    }

    @Test
    void rank_byIdAndByVertex_isAsByMaps() {
        NetworkSnapshot snapshot = new NetworkSnapshot("1", Instant.EPOCH, company(new SplittableRandom(1)), List.of());
        Vertices vertices = new Vertices();
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Hit> hits = hits(random);
            Standing standing = standing(random);
            Set<String> gone = people(random, 5);
            Set<String> claiming = random.nextBoolean() ? people(random, 3) : Set.of();
            for (Ranking by : Ranking.values()) {
                String what = by + ", seed " + seed;
                Parameters parameters = Parameters.at(NOW).withRanking(by);
                List<Placed> expected =
                        RankedByMaps.rank(hits, person -> !gone.contains(person), claiming, standing, parameters);
                isAsByMaps(
                        ExpertSearch.rank(hits, person -> !gone.contains(person), claiming, standing, parameters),
                        expected,
                        what);
                HitColumns columns = HitColumns.of(hits).withPeople(claiming);
                Electorate electorate = Electorate.byVertex(
                        vertices.of(columns, snapshot),
                        snapshot,
                        vertex -> !gone.contains(snapshot.person(vertex).id()),
                        standing);
                isAsByMaps(ExpertSearch.rank(columns, claiming, electorate, parameters), expected, what);
            }
        }
    }

    private static @Nullable LocalDate maybe(SplittableRandom random, int from) {
        return random.nextInt(3) == 0 ? null : DAY.plusDays(from + random.nextInt(200));
    }

    /** Thirty people in units that nest, some in a circle, with days on which they belong there. */
    private static Chart company(SplittableRandom random) {
        List<Group> units = IntStream.range(0, 12)
                .mapToObj(number -> new Group("u" + number, "unit " + number, Dimension.UNIT, null, true))
                .toList();
        List<Person> people = IntStream.range(0, 30)
                .mapToObj(number ->
                        new Person(person(number), person(number), null, null, null, maybe(random, -100), false))
                .toList();
        List<Membership> memberships = new ArrayList<>();
        for (Person person : people) {
            for (int count = random.nextInt(4); count > 0; count--) {
                String unit = "u" + random.nextInt(12);
                memberships.add(
                        new Membership(person.id(), unit, maybe(random, -200), maybe(random, 0), 1, count == 1, null));
            }
        }
        List<GroupPart> parts = IntStream.range(0, 16)
                .mapToObj(_ -> new GroupPart(
                        "u" + random.nextInt(12), "u" + random.nextInt(12), maybe(random, -200), maybe(random, 0)))
                .toList();
        return new Chart(people, units, memberships, parts, List.of(), List.of());
    }

    @Test
    void roster_saysWhoBelongsWhere_asTheChartClimbs() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Chart chart = company(new SplittableRandom(seed));
            NetworkSnapshot snapshot = new NetworkSnapshot("1", Instant.EPOCH, chart, List.of());
            Roster roster = Roster.of(snapshot);
            for (LocalDate day : List.of(DAY.minusDays(120), DAY, DAY.plusDays(150))) {
                for (Person person : chart.people()) {
                    int vertex = roster.vertex(person.id());
                    for (Group unit : chart.groups(Dimension.UNIT)) {
                        boolean belongs = chart.belongs(
                                person.id(),
                                day,
                                own -> own.equals(unit.id())
                                        || chart.ancestors(own, day).contains(unit.id()));
                        assertThat(roster.within(vertex, unit.id(), day))
                                .as("%s in %s on %s, seed %d", person.id(), unit.id(), day, seed)
                                .isEqualTo(belongs);
                    }
                    assertThat(roster.hasLeft(vertex, day))
                            .isEqualTo(person.left() != null && person.left().isBefore(day));
                }
            }
            assertThat(roster.vertex("nobody")).isEqualTo(Roster.NOBODY);
            assertThat(roster.within(0, "no group", DAY)).isFalse();
        }
    }
}
