package org.passerelle.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.measure.RankInterval;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Window;

class BridgeRanksTest {
    /** Fifteen weeks. */
    private static final Window WINDOW = days(0, 104);

    private static final int[] EVERY_WEEK =
            IntStream.range(0, 15).map(week -> 7 * week).toArray();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    private static BridgeRanks.Result ranks(NetworkSnapshot snapshot, String... between) {
        BridgeQuestion question = new BridgeQuestion(Dimension.UNIT, 0, WINDOW, List.of(between));
        return BridgeRanks.compute(snapshot, question, Bridges.compute(snapshot, question));
    }

    private static SmallOrganisation twoTeams() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .unit("C", "x y");
        for (String team : List.of("a", "b")) {
            organisation
                    .mail(team + 1, team + 2, EVERY_WEEK)
                    .mail(team + 2, team + 3, EVERY_WEEK)
                    .mail(team + 3, team + 1, EVERY_WEEK);
        }
        return organisation;
    }

    @Test
    void compute_oneBrokerEveryWeek_surelyFirst() {
        BridgeRanks.Result ranks = ranks(twoTeams()
                .mail("a1", "x", EVERY_WEEK)
                .mail("x", "b1", EVERY_WEEK)
                .snapshot());
        assertThat(ranks.of("x")).isEqualTo(new RankInterval(RankInterval.State.READY, 1, 1));
        assertThat(ranks.of("nobody")).isEqualTo(RankInterval.NO_DATA);
    }

    @Test
    void compute_twoBrokersOfOneWeekEach_eitherMayBeFirst() {
        BridgeRanks.Result ranks = ranks(twoTeams()
                .mail("a1", "x", 1)
                .mail("x", "b1", 1)
                .mail("a1", "y", 50)
                .mail("y", "b1", 50)
                .snapshot());
        for (String broker : List.of("x", "y")) {
            assertThat(ranks.of(broker).low()).isEqualTo(1);
            assertThat(ranks.of(broker).high()).isGreaterThan(2);
        }
    }

    @Test
    void compute_betweenTwoGroups_ranksTheEndsOfTies() {
        NetworkSnapshot snapshot = twoTeams()
                .mail("a1", "b1", EVERY_WEEK)
                .mail("a1", "b2", EVERY_WEEK)
                .mail("x", "a1", EVERY_WEEK)
                .mail("x", "b3", EVERY_WEEK)
                .snapshot();
        assertThat(ranks(snapshot, "A", "B").of("a1")).isEqualTo(new RankInterval(RankInterval.State.READY, 1, 1));
    }

    @Test
    void compute_threeWeeks_noData() {
        NetworkSnapshot snapshot = new SmallOrganisation()
                .unit("A", "a")
                .unit("B", "b")
                .mail("a", "c", 1)
                .mail("c", "b", 20)
                .snapshot();
        assertThat(ranks(snapshot).of("c")).isEqualTo(RankInterval.NO_DATA);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void compute_randomOrganisation_intervalsHoldTheRankAndAreTheSameAgain(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        BridgeQuestion question = new BridgeQuestion(Dimension.UNIT, 0, WINDOW);
        List<Bridge> bridges = Bridges.compute(snapshot, question);
        BridgeRanks.Result ranks = BridgeRanks.compute(snapshot, question, bridges);
        assertThat(BridgeRanks.compute(snapshot, question, bridges)).isEqualTo(ranks);
        for (Bridge bridge : bridges) {
            RankInterval interval = ranks.of(bridge.person().id());
            assertThat(interval.low()).isLessThanOrEqualTo(bridge.rank());
            assertThat(interval.high()).isGreaterThanOrEqualTo(bridge.rank());
        }
    }

    /** Two teams of six and twelve people between, each in contact with everybody in some weeks, at a rate of their own. */
    private static NetworkSnapshot between(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int number = 0; number < 12; number++) {
            String broker = "m" + (10 + number);
            organisation.unit("C", broker);
            for (int contact = 0; contact < 6; contact++) {
                organisation.unit("A", "a" + contact).unit("B", "b" + contact);
                organisation.mail("a" + contact, broker, weeks(random, .01 + .01 * number));
                organisation.mail(broker, "b" + contact, weeks(random, .01 + .01 * number));
            }
        }
        return organisation
                .mail("a0", "a1", EVERY_WEEK)
                .mail("b0", "b1", EVERY_WEEK)
                .snapshot();
    }

    /** How often the interval from fifteen weeks holds the median rank of a hundred such fifteen weeks. */
    @Test
    void compute_manyFifteenWeeks_holdTheUsualRank() {
        Map<String, List<Integer>> ranks = new TreeMap<>();
        for (long seed = 1001; seed <= 1100; seed++) {
            for (Bridge bridge : Bridges.compute(between(seed), new BridgeQuestion(Dimension.UNIT, 0, WINDOW))) {
                ranks.computeIfAbsent(bridge.person().id(), _ -> new ArrayList<>())
                        .add(bridge.rank());
            }
        }
        int held = 0;
        int asked = 0;
        double width = 0;
        for (long seed = 1; seed <= 20; seed++) {
            BridgeRanks.Result found = ranks(between(seed));
            for (int number = 2; number < 12; number++) {
                String broker = "m" + (10 + number);
                List<Integer> usual =
                        ranks.getOrDefault(broker, List.of()).stream().sorted().toList();
                Integer low = found.of(broker).low();
                Integer high = found.of(broker).high();
                if (low != null && high != null) {
                    int median = usual.get(usual.size() / 2);
                    asked++;
                    held += low <= median && median <= high ? 1 : 0;
                    width += high - low;
                }
            }
        }
        System.out.printf(
                "REPORT rank intervals: %d of %d hold the usual rank, mean width %.1f%n", held, asked, width / asked);
        assertThat(asked).isGreaterThan(150);
        assertThat(held / (double) asked).isGreaterThan(.85);
    }

    private static int[] weeks(SplittableRandom random, double rate) {
        return IntStream.range(0, 15)
                .filter(_ -> random.nextDouble() < rate)
                .map(week -> 7 * week)
                .toArray();
    }
}
