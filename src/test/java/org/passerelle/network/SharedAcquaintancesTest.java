package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Acquaintances.Acquaintance;
import org.passerelle.network.SharedAcquaintances.SharingExtent;

/** Introductions over ties that the reader could not read, where both people agreed to it. */
class SharedAcquaintancesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Set<Visibility> COMPANY = Set.of(Visibility.COMPANY);
    private static final List<SharingExtent> EXTENTS = List.of(SharingExtent.values());
    private static final List<Visibility> VISIBILITIES = List.of(Visibility.values());

    @Test
    void path_overACommunity_isThereWhereBothAgreed_andSaysNothingOfIt() {
        Acquaintances.Path path = onlyPath(
                of("ann-bob COMMUNITY", "bob-cid COMPANY"),
                Map.of("ann", SharingExtent.COMMUNITIES, "bob", SharingExtent.COMMUNITIES));
        assertThat(path.people()).extracting(Person::id).containsExactly("ann", "bob", "cid");
        Acquaintance hidden = path.steps().getFirst();
        assertThat(hidden.shared()).isTrue();
        assertThat(hidden.exchanges()).isNull();
        assertThat(hidden.since()).isNull();
        assertThat(hidden.sentence()).doesNotContainPattern("\\d|private|communit|20");
        assertThat(path.steps().getLast()).isEqualTo(new Acquaintance(4, DAY.minusDays(40)));
    }

    @Test
    void path_whereOneAgreed_isNot() {
        Acquaintances acquaintances = of("ann-bob COMMUNITY", "bob-cid COMMUNITY");
        for (String alone : List.of("ann", "bob", "cid")) {
            assertThat(acquaintances
                            .with(Map.of(alone, SharingExtent.COMMUNITIES))
                            .path("ann", "cid"))
                    .as(alone)
                    .isEmpty();
        }
        Map<String, SharingExtent> ends = Map.of("ann", SharingExtent.COMMUNITIES, "cid", SharingExtent.COMMUNITIES);
        assertThat(acquaintances.with(ends).path("ann", "cid"))
                .as("the tie of each end is also bob's")
                .isEmpty();
    }

    @Test
    void path_overPrivateExchanges_isNever() {
        Map<String, SharingExtent> all = Map.of("ann", SharingExtent.COMMUNITIES, "bob", SharingExtent.COMMUNITIES);
        assertThat(of("ann-bob PRIVATE").with(all).path("ann", "bob")).isEmpty();
        assertThat(of("ann-bob COMMUNITY").with(all).path("ann", "bob")).hasSize(1);
    }

    @Test
    void step_thatTheReaderCouldReadAnyway_keepsItsOwnFigures() {
        Map<String, SharingExtent> agreed = Map.of("ann", SharingExtent.COMMUNITIES, "bob", SharingExtent.COMMUNITIES);
        Acquaintances.Path path = of("ann-bob COMPANY", "ann-bob PRIVATE", "ann-bob COMMUNITY")
                .with(agreed)
                .path("ann", "bob")
                .getFirst();
        assertThat(path.steps()).containsExactly(new Acquaintance(4, DAY.minusDays(40)));
    }

    @Test
    void exchanges_thatAreTooFewToRead_countTogetherWithSharedOnes() {
        Map<String, SharingExtent> agreed = Map.of("ann", SharingExtent.COMMUNITIES, "bob", SharingExtent.COMMUNITIES);
        List<Tie> ties = List.of(
                tie("ann", "bob", Visibility.COMPANY, 1),
                tie("bob", "ann", Visibility.COMMUNITY, 1),
                tie("bob", "ann", Visibility.PRIVATE, 9));
        Acquaintances acquaintances = new Acquaintances(snapshot(ties), DAY, COMPANY);
        assertThat(acquaintances.with(agreed).path("ann", "bob"))
                .as("two, not three")
                .isEmpty();
        List<Tie> more = new ArrayList<>(ties);
        more.add(tie("bob", "ann", Visibility.COMPANY, 1));
        Acquaintances enough = new Acquaintances(snapshot(more), DAY, COMPANY);
        assertThat(enough.path("ann", "bob")).isEmpty();
        assertThat(enough.with(agreed).path("ann", "bob").getFirst().steps())
                .containsExactly(new Acquaintance(null, null));
    }

    @Test
    void agreement_takenBack_isGoneAtOnce() {
        Acquaintances acquaintances = of("ann-bob COMMUNITY");
        Map<String, SharingExtent> both = Map.of("ann", SharingExtent.COMMUNITIES, "bob", SharingExtent.COMMUNITIES);
        assertThat(acquaintances.with(both).path("ann", "bob")).hasSize(1);
        assertThat(acquaintances.with(Map.of("ann", SharingExtent.COMMUNITIES)).path("ann", "bob"))
                .isEmpty();
        assertThat(acquaintances.with(both).with(Map.of()).path("ann", "bob")).isEmpty();
        assertThat(acquaintances.with(both).with(both).path("ann", "bob")).hasSize(1);
    }

    @Test
    void agreement_ofSomebodyUnknown_changesNothing() {
        Acquaintances acquaintances = of("ann-bob COMPANY");
        assertThat(acquaintances.with(Map.of("gone", SharingExtent.COMMUNITIES)).graph())
                .isSameAs(acquaintances.graph());
    }

    @Test
    void agreements_onRandomNetworks_areAsIfWhatBothAgreedToCouldBeRead() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int people = 2 + random.nextInt(8);
            List<Tie> ties = randomTies(random, people);
            Map<String, SharingExtent> agreed = new HashMap<>();
            IntStream.range(0, people)
                    .forEach(person -> agreed.put("p" + person, EXTENTS.get(random.nextInt(EXTENTS.size()))));
            // The oracle reads what both agreed to as if it had been said to the whole company.
            List<Tie> read = ties.stream()
                    .map(tie -> agreed(tie.fromId(), tie, agreed) && agreed(tie.toId(), tie, agreed)
                            ? tie(tie.fromId(), tie.toId(), Visibility.COMPANY, tie.counts()[0])
                            : tie)
                    .toList();
            TieGraph expected = snapshot(read).acquaintances(DAY, COMPANY);
            TieGraph found =
                    new Acquaintances(snapshot(ties), DAY, COMPANY).with(agreed).graph();
            assertThat(found.offsets()).as("seed " + seed).isEqualTo(expected.offsets());
            assertThat(found.neighbours()).as("seed " + seed).isEqualTo(expected.neighbours());
            assertThat(found.interactionCounts()).as("seed " + seed).isEqualTo(expected.interactionCounts());
            // Sums of the same numbers in another order.
            assertThat(found.strengths()).as("seed " + seed).containsExactly(expected.strengths(), within(1e-9));
        }
    }

    private static boolean agreed(String person, Tie tie, Map<String, SharingExtent> agreed) {
        return agreed.getOrDefault(person, SharingExtent.NONE).covers(tie.visibility());
    }

    private static List<Tie> randomTies(Random random, int people) {
        List<Tie> ties = new ArrayList<>();
        for (int number = 0; number < 3 * people; number++) {
            int from = random.nextInt(people);
            int to = random.nextInt(people);
            if (from != to) {
                Visibility visibility = VISIBILITIES.get(random.nextInt(3));
                ties.add(tie("p" + from, "p" + to, visibility, 1 + random.nextInt(3)));
            }
        }
        return ties;
    }

    private static Acquaintances.Path onlyPath(Acquaintances acquaintances, Map<String, SharingExtent> agreed) {
        assertThat(acquaintances.path("ann", "cid")).isEmpty();
        List<Acquaintances.Path> paths = acquaintances.with(agreed).path("ann", "cid");
        assertThat(paths).hasSize(1);
        return paths.getFirst();
    }

    /** "ann-bob PRIVATE": twice each way. */
    private static Acquaintances of(String... pairs) {
        List<Tie> ties = Stream.of(pairs)
                .flatMap(pair -> {
                    Visibility visibility = Visibility.valueOf(pair.substring(8));
                    return Stream.of(
                            tie(pair.substring(0, 3), pair.substring(4, 7), visibility, 2),
                            tie(pair.substring(4, 7), pair.substring(0, 3), visibility, 2));
                })
                .toList();
        return new Acquaintances(snapshot(ties), DAY, COMPANY);
    }

    private static Tie tie(String from, String to, Visibility visibility, int times) {
        int day = Math.toIntExact(DAY.minusDays(40).toEpochDay());
        return new Tie(
                from, to, TieKind.REPLIED, "chat", visibility, "s", new int[] {day}, new int[] {times}, new float[] {
                    times
                });
    }

    private static NetworkSnapshot snapshot(List<Tie> ties) {
        List<Person> people = Stream.concat(
                        Stream.of("ann", "bob", "cid"),
                        ties.stream().flatMap(tie -> Stream.of(tie.fromId(), tie.toId())))
                .distinct()
                .map(id -> new Person(id, id, null, null, null, null, false))
                .toList();
        return new NetworkSnapshot(
                "1", Instant.EPOCH, new Chart(people, List.of(), List.of(), List.of(), List.of(), List.of()), ties);
    }
}
