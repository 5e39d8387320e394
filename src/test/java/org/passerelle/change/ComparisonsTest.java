package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.api.NotFound;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

class ComparisonsTest {
    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final int WEEKS = 12;
    private static final Window BEFORE = SmallOrganisation.days(0, 7 * WEEKS - 1);
    private static final Window AFTER = SmallOrganisation.days(7 * WEEKS, 14 * WEEKS - 1);

    private static ComparisonQuestion question(Window before, Window after, int peopleMin, String... scope) {
        return new ComparisonQuestion(Dimension.UNIT, 0, before, after, List.of(scope), peopleMin);
    }

    private static WindowComparison compare(NetworkSnapshot snapshot, String... scope) {
        return Comparisons.compute(snapshot, question(BEFORE, AFTER, 1, scope));
    }

    /** Two units; ann meets cid of the other one in the second window only, and dan no more. */
    private static SmallOrganisation two() {
        return new SmallOrganisation()
                .unit("A", "ann bob")
                .unit("B", "cid dan")
                .unit("C", "eve")
                .mail("ann", "bob", 1, 90)
                .mail("cid", "dan", 2, 95)
                .mail("ann", "cid", 100)
                .mail("bob", "eve", 20);
    }

    @Test
    void twoWindows_theirArithmetic() {
        WindowComparison result = compare(two().snapshot());
        // Before: two ties inside, one across; after: two inside, one across.
        assertThat(result.externalInternal().before()).isCloseTo(-1 / 3.0, ROUNDING);
        assertThat(result.externalInternal().after()).isCloseTo(-1 / 3.0, ROUNDING);
        assertThat(result.activity().before()).isCloseTo(3 / 12.0, ROUNDING);
        assertThat(result.weeksBefore()).isEqualTo(12);
        assertThat(result.cells())
                .extracting(cell -> cell.from().id() + cell.to().id() + " " + cell.kind())
                .containsExactlyInAnyOrder("AA STAYED", "BB STAYED", "AB APPEARED");
        // C is not in the second window's data: its cells cannot be told, and neither is there anything of it alone.
        assertThat(result.cellsWithheld()).isEqualTo(3);
        assertThat(result.groups().getLast().state()).isEqualTo(FigureState.NO_DATA);
        CellChange appeared = result.cells().stream()
                .filter(cell -> cell.kind() == CellChange.Kind.APPEARED)
                .findFirst()
                .orElseThrow();
        assertThat(appeared.tiesAfter()).isEqualTo(1);
        assertThat(appeared.observedOverExpected().summary().english())
                .contains("no ties between A and B, now there are 1");
        // Numbers of ties 2 1 2 1: pairs of different people weigh (36 - 10) / 2 = 13, A with B 3 3 = 9, of 3 ties.
        assertThat(appeared.observedOverExpected().after()).isCloseTo(1 / (9 / 13.0 * 3), ROUNDING);
    }

    @Test
    void fewWeeks_figuresWithoutTests_andItSaysSo() {
        WindowComparison none = Comparisons.compute(
                two().snapshot(), question(SmallOrganisation.days(0, 20), SmallOrganisation.days(80, 110), 1));
        assertThat(Objects.requireNonNull(none.note()).english()).contains("fewer than 4 weeks");
        assertThat(none.deals()).isZero();
        assertThat(none.externalInternal().p()).isNull();
        assertThat(none.externalInternal().summary().english()).contains("too few weeks");
        WindowComparison few = Comparisons.compute(
                two().snapshot(), question(SmallOrganisation.days(0, 41), SmallOrganisation.days(70, 111), 1));
        assertThat(Objects.requireNonNull(few.note()).english()).contains("20 ways");
        assertThat(compare(two().snapshot()).note()).isNull();
    }

    @Test
    void overlappingWindows_unknownScope_refused() {
        assertThatThrownBy(() -> question(BEFORE, BEFORE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> compare(two().snapshot(), "Z")).isInstanceOf(NotFound.class);
    }

    @Test
    void smallGroups_withheldInBothPlaces() {
        WindowComparison result = Comparisons.compute(
                two().snapshot(), question(SmallOrganisation.days(0, 59), SmallOrganisation.days(60, 120), 2, "C"));
        assertThat(result.groups())
                .filteredOn(group -> group.state() == FigureState.SUPPRESSED)
                .hasSize(2);
        assertThat(result.groups())
                .filteredOn(group -> group.state() != FigureState.SHOWN)
                .allMatch(group -> group.permeability() == null);
        assertThat(result.cells())
                .extracting(cell -> cell.from().id() + cell.to().id())
                .containsExactly("BB");
        // What was tried in a group that is withheld is not told either.
        assertThat(result.effect()).isEmpty();
    }

    @Test
    void randomOrganisations_asRecountedDayByDay() {
        for (long seed = 0; seed < 60; seed++) {
            NetworkSnapshot snapshot = SmallOrganisation.random(seed).snapshot();
            Window before = SmallOrganisation.days(0, 41);
            Window after = SmallOrganisation.days(50, 98);
            WindowComparison result = Comparisons.compute(snapshot, question(before, after, 1));
            Recount first = new Recount(snapshot, before);
            Recount second = new Recount(snapshot, after);
            String where = "seed " + seed;
            check(where, result.externalInternal().before(), first.externalInternal());
            check(where, result.externalInternal().after(), second.externalInternal());
            for (CellChange cell : result.cells()) {
                String from = cell.from().id();
                String to = cell.to().id();
                assertThat(cell.tiesBefore()).as(where).isEqualTo(first.ties(from, to));
                assertThat(cell.tiesAfter()).as(where).isEqualTo(second.ties(from, to));
                check(where, cell.observedOverExpected().before(), first.ties(from, to) / first.expected(from, to));
                check(where, cell.observedOverExpected().after(), second.ties(from, to) / second.expected(from, to));
            }
            for (GroupChange group : result.groups()) {
                if (group.permeability() != null) {
                    check(
                            where,
                            group.permeability().before(),
                            first.permeability(group.group().id()));
                    check(
                            where,
                            group.permeability().after(),
                            second.permeability(group.group().id()));
                }
            }
        }
    }

    private static void check(String where, @Nullable Double found, double expected) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            assertThat(found).as(where).isNull();
        } else {
            assertThat(found).as(where).isNotNull().satisfies(value -> assertThat(Objects.requireNonNull(value))
                    .isCloseTo(expected, ROUNDING));
        }
    }

    /** The ties of one window, day by day from the chart. */
    private static final class Recount {
        private final TreeSet<String> pairs = new TreeSet<>();
        private final Map<String, Integer> degrees = new HashMap<>();

        Recount(NetworkSnapshot snapshot, Window window) {
            snapshot.exchanges(TieFilter.of(window), (from, to, day, _, _) -> {
                String one = place(snapshot, from, day);
                String other = place(snapshot, to, day);
                if (!one.isEmpty() && !other.isEmpty()) {
                    pairs.add(one.compareTo(other) < 0 ? one + " " + other : other + " " + one);
                }
            });
            for (String pair : pairs) {
                for (String end : pair.split(" ", -1)) {
                    degrees.merge(end, 1, Integer::sum);
                }
            }
        }

        private static String place(NetworkSnapshot snapshot, int vertex, int day) {
            String id = snapshot.person(vertex).id();
            return snapshot.chart()
                    .groupOf(id, Dimension.UNIT, LocalDate.ofEpochDay(day), 0)
                    .map(Group::id)
                    .map(group -> id + "@" + group)
                    .orElse("");
        }

        private static boolean joins(String pair, String from, String to) {
            String[] ends = pair.split(" ", -1);
            return (ends[0].endsWith("@" + from) && ends[1].endsWith("@" + to))
                    || (ends[0].endsWith("@" + to) && ends[1].endsWith("@" + from));
        }

        private static boolean inside(String pair) {
            String[] ends = pair.split(" ", -1);
            return joins(
                    pair, ends[0].substring(ends[0].indexOf('@') + 1), ends[0].substring(ends[0].indexOf('@') + 1));
        }

        double externalInternal() {
            long internal = pairs.stream().filter(Recount::inside).count();
            return (pairs.size() - 2.0 * internal) / pairs.size();
        }

        double permeability(String group) {
            long touching = pairs.stream()
                    .filter(pair -> pair.contains("@" + group + " ") || pair.endsWith("@" + group))
                    .count();
            return (touching - (double) ties(group, group)) / touching;
        }

        int ties(String from, String to) {
            return (int) pairs.stream().filter(pair -> joins(pair, from, to)).count();
        }

        double expected(String from, String to) {
            double here = 0;
            double all = 0;
            List<String> people = new ArrayList<>(degrees.keySet());
            for (int one = 0; one < people.size(); one++) {
                for (int other = one + 1; other < people.size(); other++) {
                    double product = (double) degrees.getOrDefault(people.get(one), 0)
                            * degrees.getOrDefault(people.get(other), 0);
                    all += product;
                    here += joins(people.get(one) + " " + people.get(other), from, to) ? product : 0;
                }
            }
            return here / all * pairs.size();
        }
    }

    /**
     * Four units over 24 weeks: inside a unit every pair exchanges about every eighth week, across every fortieth; from
     * week 12 on, A and B as many times as often as {@code opened} says.
     */
    private static NetworkSnapshot company(long seed, int size, double opened) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        List<String> units = List.of("A", "B", "C", "D");
        for (int person = 0; person < 4 * size; person++) {
            organisation.unit(units.get(person / size), name(person));
        }
        for (int one = 0; one < 4 * size; one++) {
            for (int other = one + 1; other < 4 * size; other++) {
                // Some pairs see each other often, others hardly ever.
                double often = (one / size == other / size ? 0.25 : 0.05) * random.nextDouble();
                List<Integer> days = new ArrayList<>();
                for (int week = 0; week < 2 * WEEKS; week++) {
                    boolean planted = week >= WEEKS && one / size == 0 && other / size == 1;
                    if (random.nextDouble() < (planted ? often * opened : often)) {
                        days.add(7 * week + random.nextInt(7));
                    }
                }
                if (!days.isEmpty()) {
                    organisation.mail(
                            name(one),
                            name(other),
                            days.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        return organisation.snapshot();
    }

    private static String name(int person) {
        return "p" + (10 + person);
    }

    @Test
    void companiesWithoutChange_falseAlarmsAsOftenAsSaid() {
        int whole = 0;
        int effect = 0;
        int anyCell = 0;
        int companies = 200;
        for (long seed = 0; seed < companies; seed++) {
            WindowComparison result = compare(company(seed, 10, 1), "A");
            whole += Objects.requireNonNull(result.externalInternal().p()) <= 0.05 ? 1 : 0;
            effect += Objects.requireNonNull(result.effect().getFirst().gap().p()) <= 0.05 ? 1 : 0;
            anyCell += result.cells().getFirst().observedOverExpected().significant() ? 1 : 0;
        }
        System.out.printf(
                "REPORT compare without change, of %d companies: E-I %d, initiative's E-I %d, any of 10 pairs %d%n",
                companies, whole, effect, anyCell);
        // Nominal 10 of 200 each; four deviations of chance are 12.
        assertThat(whole).isLessThanOrEqualTo(22);
        assertThat(effect).isLessThanOrEqualTo(22);
        assertThat(anyCell).isLessThanOrEqualTo(22);
        assertThat(whole + effect + anyCell).isPositive();
    }

    @Test
    void plantedOpening_isFoundWhereItIs() {
        int found = 0;
        int initiative = 0;
        int others = 0;
        int right = 0;
        for (long seed = 0; seed < 20; seed++) {
            WindowComparison result = compare(company(seed, 20, 8), "A", "B");
            for (CellChange cell : result.cells()) {
                boolean planted = cell.from().id().equals("A") && cell.to().id().equals("B");
                boolean significant = cell.observedOverExpected().significant();
                found += planted && significant ? 1 : 0;
                others += !planted && significant ? 1 : 0;
            }
            EffectFigure openness = result.effect().getFirst();
            boolean wider = Objects.requireNonNull(openness.gap().change()) > 0;
            right += wider ? 1 : 0;
            initiative += wider && openness.gap().significant() ? 1 : 0;
        }
        System.out.printf(
                "REPORT compare with A and B opened eight times: pair found in %d of 20, initiative in %d, other pairs %d of"
                        + " 180%n",
                found, initiative, others);
        assertThat(found).isGreaterThanOrEqualTo(18);
        assertThat(right).isGreaterThanOrEqualTo(19);
        // Measured 9: the control is 40 people, and the other pairs of A and B carry most of the scope's ties. Without
        // any
        // change five or more of 20 come once in a thousand times at most.
        assertThat(initiative).isGreaterThanOrEqualTo(5);
    }

    @Test
    void plantedOpening_bringsPeopleNearer() {
        EfficiencyChange change = EfficiencyChanges.compute(company(1, 20, 8), question(BEFORE, AFTER, 1, "A", "B"));
        assertThat(change.deals()).isEqualTo(199);
        assertThat(Objects.requireNonNull(change.whole().change())).isPositive();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(change.gap()).change()))
                .isPositive();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(change.gap()).p()))
                .isLessThan(0.05);
        EfficiencyChange tooLarge = EfficiencyChanges.compute(company(1, 20, 8), question(BEFORE, AFTER, 1), 100);
        assertThat(tooLarge.deals()).isZero();
        assertThat(tooLarge.whole().summary().english()).contains("too large").doesNotContain("too few weeks");
        EfficiencyChange none = EfficiencyChanges.compute(company(1, 20, 1), question(BEFORE, AFTER, 1));
        assertThat(none.scope()).isNull();
        assertThat(Objects.requireNonNull(none.whole().p())).isGreaterThan(0.05);
    }

    @Test
    void bridgesThatCameAndWent_areTold() {
        SmallOrganisation organisation = new SmallOrganisation();
        for (int person = 0; person < 40; person++) {
            organisation.unit(person < 20 ? "A" : "B", name(person));
        }
        // Everybody knows the next in a ring of the unit; one person links the units, another in each window.
        for (int person = 0; person < 40; person++) {
            int next = person == 19 ? 0 : person == 39 ? 20 : person + 1;
            organisation.mail(name(person), name(next), 3, 90);
        }
        for (int other = 20; other < 40; other++) {
            organisation.mail(name(0), name(other), 5).mail(name(10), name(other), 100);
        }
        List<BridgeChange> changes = BridgeChanges.compute(organisation.snapshot(), question(BEFORE, AFTER, 1));
        assertThat(changes)
                .filteredOn(BridgeChange::appeared)
                .extracting(change -> change.person().id())
                .contains(name(10));
        assertThat(changes)
                .filteredOn(change -> !change.appeared())
                .extracting(change -> change.person().id())
                .contains(name(0));
        assertThat(changes.getFirst().rankAfter()).isEqualTo(1);
    }
}
