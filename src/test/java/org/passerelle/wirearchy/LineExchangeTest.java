package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.SmallOrganisation.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

/** How much of the exchange between units rests on managers, and the index made of it. */
class LineExchangeTest {
    private static final LineQuestion QUESTION = question(days(0, 99), 0);
    /** Sums of small whole numbers, divided: only rounding differs. */
    private static final Offset<Double> ROUNDING = within(1e-12);

    private static LineQuestion question(Window window, int unitDepth) {
        return new LineQuestion(new WirearchyQuestion(window, unitDepth), 1);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Top over Ann and Bob, Ann over Cid, Bob over Dan; units N (top), A and B. */
    private static SmallOrganisation twoBranches() {
        return new SmallOrganisation()
                .unit("N", "top")
                .unit("A", "ann cid")
                .unit("B", "bob dan")
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann")
                .line("dan", "bob");
    }

    private static LineReliance reliance(SmallOrganisation organisation) {
        return LineExchange.of(organisation.snapshot(), QUESTION).reliance();
    }

    private static WirearchyIndex index(SmallOrganisation organisation) {
        return LineExchange.of(organisation.snapshot(), QUESTION).index();
    }

    private static double there(@Nullable Double value) {
        return Objects.requireNonNull(value);
    }

    private static double part(WirearchyIndex index, String name) {
        return index.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void nobodyNoPlacesAndOneUnit_noFigures() {
        LineReliance nobody = reliance(new SmallOrganisation());
        assertThat(nobody.across()).isZero();
        assertThat(nobody.betweenManagers()).isNull();
        assertThat(nobody.managers()).isNull();
        assertThat(index(new SmallOrganisation()).value()).isNull();
        LineReliance placeless = reliance(
                new SmallOrganisation().unit("A", "ann").unit("B", "bob").mail("ann", "bob", 1));
        assertThat(placeless.across()).isZero();
        WirearchyIndex oneUnit = index(
                new SmallOrganisation().unit("A", "ann bob").line("ann", "bob").mail("ann", "bob", 1));
        assertThat(oneUnit.value()).isNull();
        assertThat(oneUnit.expectedAcross()).isNull();
        assertThat(oneUnit.parts()).isEmpty();
    }

    @Test
    void twoBranches_theArithmetic() {
        SmallOrganisation organisation = twoBranches()
                .mail("ann", "bob", 1, 2, 3)
                .mail("top", "ann", 1)
                .mail("cid", "dan", 8)
                .mail("cid", "bob", 9)
                .mail("ann", "cid", 15, 16);
        LineReliance reliance = reliance(organisation);
        // Across: ann-bob 3, top-ann 1, cid-dan 1, cid-bob 1; inside ann-cid 2.
        assertThat(reliance.across()).isEqualTo(6);
        assertThat(reliance.betweenManagers()).isCloseTo(4 / 6.0, ROUNDING);
        assertThat(reliance.oneManager()).isCloseTo(1 / 6.0, ROUNDING);
        assertThat(reliance.direct()).isCloseTo(1 / 6.0, ROUNDING);
        assertThat(reliance.alongTheLine()).isCloseTo(1 / 6.0, ROUNDING);
        // Managers hold 9 of 12 ends.
        assertThat(reliance.expected()).isCloseTo(9 / 12.0 * (9 / 12.0), ROUNDING);
        assertThat(reliance.managers()).isCloseTo(3 / 5.0, ROUNDING);
        WirearchyIndex index = index(organisation);
        // Ends: ann 6 and cid 4 in A, bob 4 and dan 1 in B, top 1; all 16. Pairs of others' ends 256 - 70;
        // in one unit 100 - 52 and 25 - 17.
        double expected = 1 - (48 + 8) / 186.0;
        assertThat(index.expectedAcross()).isCloseTo(expected, ROUNDING);
        // 6 of 8 across is more than chance gives, and at most 1 counts.
        assertThat(6 / 8.0).isGreaterThan(expected);
        assertThat(part(index, "ACROSS_UNITS")).isEqualTo(1);
        assertThat(part(index, "OFF_THE_LINE")).isCloseTo(1 - 3 / 8.0, ROUNDING);
        assertThat(part(index, "WITHOUT_MANAGERS")).isCloseTo(1 / 6.0, ROUNDING);
        assertThat(index.parts()).hasSize(3);
        assertThat(index.value()).isCloseTo(100 * (1 + 5 / 8.0 + 1 / 6.0) / 3, within(1e-9));
        // The first day with data is 1, the last 16.
        assertThat(index.weeks()).isEqualTo(3);
        assertThat(index.low()).isNull();
    }

    @Test
    void manyWeeks_intervalAroundTheIndexAndItsParts() {
        SmallOrganisation organisation = twoBranches();
        for (int week = 0; week < 14; week++) {
            organisation.mail("ann", week % 3 == 0 ? "bob" : "cid", 7 * week).mail("cid", "dan", 7 * week + 1);
        }
        WirearchyIndex index = index(organisation);
        assertThat(index.weeks()).isEqualTo(14);
        assertThat(index.value()).isBetween(there(index.low()), there(index.high()));
        assertThat(there(index.low())).isLessThan(there(index.high()));
        assertThat(index.parts())
                .allSatisfy(part -> assertThat(part.value()).isBetween(there(part.low()), there(part.high())));
        assertThat(LineExchange.of(organisation.snapshot(), QUESTION).index()).isEqualTo(index);
    }

    @Test
    void managerWhoMovesUnit_isStillTheManager() {
        // Ann is over Cid all the time; from day 50 she sits in B, so that their exchange crosses units.
        LineReliance reliance = reliance(new SmallOrganisation()
                .member("ann", "A", null, 49)
                .member("ann", "B", 50, null)
                .unit("A", "cid")
                .unit("B", "dan")
                .line("cid", "ann")
                .line("dan", "ann")
                .mail("ann", "cid", 10, 60)
                .mail("dan", "ann", 70)
                .mail("dan", "cid", 80));
        // Across: ann-cid on day 60 and dan-cid on day 80.
        assertThat(reliance.across()).isEqualTo(2);
        assertThat(reliance.alongTheLine()).isEqualTo(.5);
        assertThat(reliance.oneManager()).isEqualTo(.5);
        assertThat(reliance.direct()).isEqualTo(.5);
        assertThat(reliance.managers()).isCloseTo(1 / 3.0, ROUNDING);
    }

    @Test
    void reorganisationAfterTheWindow_doesNotRewriteThePast() {
        SmallOrganisation before = twoBranches().mail("cid", "bob", 1).mail("ann", "bob", 2);
        SmallOrganisation after = new SmallOrganisation()
                .unit("N", "top")
                .member("ann", "A", null, 9)
                .member("ann", "B", 10, null)
                .unit("A", "cid")
                .unit("B", "bob dan")
                .line("ann", "top")
                .line("bob", "top")
                .line("cid", "ann", null, 9)
                .line("cid", "bob", 10, null)
                .line("dan", "bob")
                .mail("cid", "bob", 1)
                .mail("ann", "bob", 2);
        LineQuestion first = question(days(0, 9), 0);
        assertThat(LineExchange.of(after.snapshot(), first).reliance())
                .isEqualTo(LineExchange.of(before.snapshot(), first).reliance());
        assertThat(LineExchange.of(after.snapshot(), first).index())
                .isEqualTo(LineExchange.of(before.snapshot(), first).index());
    }

    @Test
    void unitDepth_unitsOfOneDivision_areOne() {
        SmallOrganisation organisation = twoBranches()
                .part("A", "X", null, null)
                .part("B", "X", null, null)
                .part("N", "Y", null, null)
                .mail("ann", "bob", 1)
                .mail("ann", "top", 2);
        assertThat(reliance(organisation).across()).isEqualTo(2);
        LineReliance divisions = LineExchange.of(organisation.snapshot(), question(days(0, 99), 1))
                .reliance();
        assertThat(divisions.across()).isEqualTo(1);
        assertThatThrownBy(() -> new WirearchyQuestion(days(0, 9), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Counts by walking the chart of every exchange's day: slow and obvious. */
    private static double[] counted(NetworkSnapshot snapshot, Window window) {
        double[] counts = new double[6];
        Chart chart = snapshot.chart();
        snapshot.exchanges(TieFilter.of(window), (from, to, day, interactions, _) -> {
            LocalDate date = LocalDate.ofEpochDay(day);
            String one = snapshot.person(from).id();
            String other = snapshot.person(to).id();
            String unit = unit(chart, one, date);
            String otherUnit = unit(chart, other, date);
            boolean placed = placed(chart, one, date) && placed(chart, other, date);
            if (!placed || unit.isEmpty() || otherUnit.isEmpty()) {
                return;
            }
            int managers = (chart.reports(one, date).isEmpty() ? 0 : 1)
                    + (chart.reports(other, date).isEmpty() ? 0 : 1);
            boolean line = above(chart, one, other, date) || above(chart, other, one, date);
            counts[4] += interactions;
            counts[5] += line ? interactions : 0;
            if (!unit.equals(otherUnit)) {
                counts[managers] += interactions;
                counts[3] += line ? interactions : 0;
            }
        });
        return counts;
    }

    private static String unit(Chart chart, String person, LocalDate day) {
        return chart.groupOf(person, Dimension.UNIT, day, 0).map(Group::id).orElse("");
    }

    private static boolean placed(Chart chart, String person, LocalDate day) {
        return chart.manager(person, day).isPresent()
                || !chart.reports(person, day).isEmpty();
    }

    private static boolean above(Chart chart, String upper, String lower, LocalDate day) {
        TreeSet<String> seen = new TreeSet<>();
        for (String up = chart.manager(lower, day).orElse("");
                !up.isEmpty() && seen.add(up);
                up = chart.manager(up, day).orElse("")) {
            if (up.equals(upper)) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomOrganisation_countsAreTheChartsDayByDay(long seed) {
        NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
        Window window = snapshot.withData(days(20, 79));
        double[] counts = counted(snapshot, window);
        double across = counts[0] + counts[1] + counts[2];
        LineExchange exchange = LineExchange.of(snapshot, question(window, 0));
        LineReliance reliance = exchange.reliance();
        assertThat(reliance.across()).as("seed " + seed).isEqualTo(across);
        List<@Nullable Double> shares = new ArrayList<>();
        shares.add(reliance.direct());
        shares.add(reliance.oneManager());
        shares.add(reliance.betweenManagers());
        shares.add(reliance.alongTheLine());
        for (int share = 0; share < 4 && across > 0; share++) {
            assertThat(there(shares.get(share)))
                    .as("seed " + seed + ", share " + share)
                    .isCloseTo(counts[share] / across, ROUNDING);
        }
        WirearchyIndex index = exchange.index();
        if (index.value() != null && across > 0) {
            assertThat(part(index, "OFF_THE_LINE")).isCloseTo(1 - counts[5] / counts[4], within(1e-9));
            assertThat(part(index, "WITHOUT_MANAGERS")).isCloseTo(counts[0] / across, within(1e-9));
            assertThat(part(index, "ACROSS_UNITS"))
                    .isCloseTo(Math.min(1, across / counts[4] / there(index.expectedAcross())), within(1e-9));
        }
    }

    @Test
    void realCompanyWithoutUnits_nothingAcross() {
        NetworkSnapshot snapshot = SharedOrganisations.manufacturing();
        LineExchange exchange = LineExchange.of(snapshot, question(snapshot.extent(), 0));
        assertThat(exchange.reliance().across()).isZero();
        assertThat(exchange.index().value()).isNull();
    }
}
