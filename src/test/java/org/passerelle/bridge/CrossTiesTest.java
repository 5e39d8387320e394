package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;

class CrossTiesTest {
    private static List<BridgeTie> ties(NetworkSnapshot snapshot, BridgeTieKind kind) {
        return CrossTies.compute(snapshot, new BridgeQuestion(Dimension.UNIT, 0, days(0, 363)))
                .ties()
                .getOrDefault(kind, List.of());
    }

    private static List<String> named(List<BridgeTie> ties) {
        return ties.stream().map(tie -> tie.from().id() + "-" + tie.to().id()).toList();
    }

    @Test
    void compute_nobody_noTies() {
        assertThat(CrossTies.compute(
                                new SmallOrganisation().snapshot(), new BridgeQuestion(Dimension.UNIT, 0, days(0, 9)))
                        .ties()
                        .values())
                .containsOnly(List.of());
    }

    @Test
    void compute_ringOfTwoTeams_theArithmetic() {
        // a1-a2 and b1-b2 inside; a1-b1 and a2-b2 across, and each the way round of the other.
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a1 a2")
                .unit("B", "b1 b2")
                .mail("a1", "a2", 1)
                .mail("b1", "b2", 1)
                .mail("a1", "b1", 1)
                .mail("a2", "b2", 1)
                .snapshot();
        List<BridgeTie> carrying = ties(snapshot, BridgeTieKind.CARRYING);
        // Four pairs: its own ends, and half of the two that are two steps apart.
        assertThat(carrying).extracting(BridgeTie::betweenness).containsExactly(.5, .5);
        assertThat(carrying).extracting(BridgeTie::betweennessInterval).containsOnlyNulls();
        List<BridgeTie> local = ties(snapshot, BridgeTieKind.LOCAL);
        assertThat(named(local)).containsExactly("a1-b1", "a2-b2");
        assertThat(local).extracting(BridgeTie::span).containsExactly(3, 3);
        assertThat(local).extracting(BridgeTie::separates).containsExactly(0, 0);
        assertThat(local).extracting(BridgeTie::use).containsOnlyNulls();
    }

    @Test
    void compute_sharedContact_isNoLocalBridgeAndTheLongestWayIsFirst() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a1 a2")
                .unit("B", "b1 b2 b3")
                .mail("a1", "a2", 1)
                .mail("a1", "b1", 1)
                .mail("a2", "b1", 1)
                .mail("a2", "b2", 1)
                .mail("b2", "b3", 1)
                .snapshot();
        assertThat(named(ties(snapshot, BridgeTieKind.LOCAL))).containsExactly("a2-b2");
        assertThat(ties(snapshot, BridgeTieKind.LOCAL).getFirst().separates()).isEqualTo(2);
        assertThat(ties(snapshot, BridgeTieKind.LOCAL).getFirst().span()).isNull();
    }

    /** Two teams of ten with ties across in random weeks of a year; the first {@code fading} of them end in the middle. */
    private static SmallOrganisation year(long seed, int fading) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int number = 0; number < 10; number++) {
            organisation.unit("A", "a" + number).unit("B", "b" + number);
        }
        int count = 0;
        for (int from = 0; from < 10; from++) {
            for (int to = 0; to < 10; to++) {
                double rate = .1 + .6 * random.nextDouble();
                boolean ends = count++ < fading;
                organisation.mail(
                        "a" + from,
                        "b" + to,
                        IntStream.range(0, 52)
                                .filter(week ->
                                        ends ? week < 26 && random.nextDouble() < .8 : random.nextDouble() < rate)
                                .map(week -> 7 * week)
                                .toArray());
            }
        }
        return organisation;
    }

    @Test
    void fading_plantedTies_foundWithTheirUse() {
        List<BridgeTie> found = ties(year(1, 5).snapshot(), BridgeTieKind.FADING);
        assertThat(named(found)).containsAll(List.of("a0-b0", "a0-b1", "a0-b2", "a0-b3", "a0-b4"));
        assertThat(found).hasSizeLessThanOrEqualTo(6);
        TieUse use = Objects.requireNonNull(found.getFirst().use());
        assertThat(use.after()).isZero();
        assertThat(use.before()).isGreaterThan(8);
        // From the first day of the year to the Monday of its last week.
        assertThat(use.beforeOf() + use.afterOf()).isEqualTo(358 / 14);
        assertThat(use.q()).isLessThan(CrossTies.FALSE_DISCOVERIES);
    }

    @Test
    void fading_nothingChanges_seldomAnyFound() {
        int alarms = 0;
        for (long seed = 1; seed <= 40; seed++) {
            alarms += ties(year(seed, 0).snapshot(), BridgeTieKind.FADING).isEmpty() ? 0 : 1;
        }
        // Two expected at 5 %; more than six once in a hundred times.
        assertThat(alarms).isLessThanOrEqualTo(6);
    }

    @Test
    void compute_realInstitution_figuresAreConsistent() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        BridgeQuestion question = new BridgeQuestion(Dimension.UNIT, 0, snapshot.extent());
        long started = System.nanoTime();
        CrossTies.Result result = CrossTies.compute(snapshot, question);
        double seconds = (System.nanoTime() - started) / 1e9;
        List<BridgeTie> carrying = result.ties().getOrDefault(BridgeTieKind.CARRYING, List.of());
        List<BridgeTie> local = result.ties().getOrDefault(BridgeTieKind.LOCAL, List.of());
        List<BridgeTie> fading = result.ties().getOrDefault(BridgeTieKind.FADING, List.of());
        System.out.printf(
                "REPORT ties across groups: %d carry paths, first %.4f of them; %d local bridges; %d fading; %.3f s%n",
                carrying.size(), carrying.getFirst().betweenness(), local.size(), fading.size(), seconds);
        assertThat(carrying).hasSize(CrossTies.TIES_MAX);
        assertThat(carrying).allSatisfy(tie -> assertThat(tie.acrossGroups()).isTrue());
        assertThat(local).isNotEmpty();
        assertThat(fading).allSatisfy(tie -> {
            TieUse use = Objects.requireNonNull(tie.use());
            assertThat((double) use.after() / use.afterOf()).isLessThan((double) use.before() / use.beforeOf());
        });
    }
}
