package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passerelle.loop.LoopStatistics.LoopTrend;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;

class LoopStatisticsTest {
    private static final Instant AS_OF = Said.at(24 * 400);

    private static LoopGround ground() {
        List<Person> people = List.of(person("ann"), person("bob"), person("cid"), person("dan"));
        List<Group> groups = List.of(unit("unit:a"), unit("unit:b"));
        List<Membership> memberships =
                List.of(member("ann", "unit:a"), member("bob", "unit:a"), member("cid", "unit:b"));
        Chart chart = new Chart(people, groups, memberships, List.of(), List.of(), List.of());
        return new LoopGround(chart, Dimension.UNIT, 0, BusinessHours.USUAL.between(Said.START, AS_OF), AS_OF);
    }

    private static Person person(String id) {
        return new Person(id, id, null, null, null, null, true);
    }

    private static Group unit(String id) {
        return new Group(id, id, Dimension.UNIT, null, true);
    }

    private static Membership member(String person, String group) {
        return new Membership(person, group, null, null, 1, true, null);
    }

    private static List<Loop> loops(String... discussions) {
        List<Loop> loops = new ArrayList<>();
        for (String lines : discussions) {
            loops.addAll(LoopTracing.of(Said.discussion(lines), false, AS_OF));
        }
        return loops;
    }

    @Test
    void statistics_smallCompany_withItsArithmetic() {
        LoopStatistics figures = LoopStatistics.of(
                loops(
                        "0 ann QUESTION q\n2 bob ANSWER b >q =q",
                        "0 ann QUESTION q\n4 cid ANSWER b >q =q",
                        "0 ann QUESTION q\n6 dan ANSWER b >q =q",
                        "0 cid QUESTION q\n8 bob REPLY b >q",
                        "0 bob QUESTION q"),
                ground(),
                1);
        assertThat(List.of(figures.loops(), figures.askers(), figures.closers()))
                .containsExactly(5, 3, 3);
        assertThat(List.of(figures.open(), figures.answered(), figures.closed(), figures.stale()))
                .containsExactly(0, 1, 3, 1);
        assertThat(value(figures.closureRate())).isEqualTo(3 / 5.0);
        assertThat(value(figures.answerRate())).isEqualTo(4 / 5.0);
        // Of the two closers whose unit is known, one is of another.
        assertThat(value(figures.acrossShare())).isEqualTo(1 / 2.0);
        // Three in five are answered after six hours, four after eight, and nine in ten never.
        LoopStatistics.LoopTimes toAnswer = Objects.requireNonNull(figures.toAnswer());
        assertThat(toAnswer.median().hours()).isEqualTo(6);
        assertThat(toAnswer.p90().hours()).isNull();
        // Asked on Monday at 10 in Paris: six hours later it is 16 there.
        assertThat(toAnswer.businessMedian().hours()).isEqualTo(6);
        assertThat(figures.trend()).isNull();
    }

    private static double value(@org.jspecify.annotations.Nullable Estimate estimate) {
        return Objects.requireNonNull(estimate).value();
    }

    @Test
    void statistics_ofNothing_areNull() {
        LoopStatistics figures = LoopStatistics.of(List.of(), ground(), 1);
        assertThat(figures.closureRate()).isNull();
        assertThat(figures.toAnswer()).isNull();
        assertThat(figures.acrossShare()).isNull();
    }

    @Test
    void acrossShare_fewerClosersThanTheFloor_isWithheld() {
        List<Loop> loops = loops("0 ann QUESTION q\n4 cid ANSWER b >q =q");
        assertThat(LoopStatistics.of(loops, ground(), 2).acrossShare()).isNull();
        assertThat(LoopStatistics.of(loops, ground(), 1).acrossShare()).isNotNull();
    }

    @Test
    void trend_laterHalfCloses_isMoreThanChance() {
        List<Loop> loops = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            int hour = at * 24;
            String closing = at >= 20 ? "\n" + (hour + 5) + " bob ANSWER b >q =q" : "";
            loops.addAll(loops(hour + " ann QUESTION q" + closing));
        }
        LoopTrend trend = Objects.requireNonNull(LoopTrend.of(loops, AS_OF, 1));
        assertThat(trend.early().value()).isZero();
        assertThat(trend.late().value()).isEqualTo(1);
        assertThat(trend.change().low()).isPositive();
        assertThat(LoopTrend.of(loops, AS_OF, 2)).as("one asker only").isNull();
        // Needs of the last fourteen days cannot tell yet.
        assertThat(LoopTrend.of(loops, Said.at(24 * 20), 1)).isNull();
    }

    @Test
    void trend_publishedExample_isNewcombes() {
        // Newcombe 1998, table II, method 10: 56/70 less 48/80 is .2, from .0524 to .3339.
        Estimate late = Objects.requireNonNull(LoopStatistics.share(56, 70));
        Estimate early = Objects.requireNonNull(LoopStatistics.share(48, 80));
        Estimate change = LoopTrend.of(early, late).change();
        assertThat(change.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(change.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void gaps_subjectThatStaysUnanswered_isRecurrentAndOthersAreNot() {
        Map<String, List<Loop>> bySubject = new TreeMap<>();
        for (int at = 0; at < 40; at++) {
            String answer = "\n" + (at + 1) + " bob ANSWER b >q";
            for (String subject : List.of("pumps", "valves", "seals")) {
                boolean answered = subject.equals("seals") ? at % 4 == 0 : at % 8 != 0;
                bySubject
                        .computeIfAbsent(subject, _ -> new ArrayList<>())
                        .addAll(loops(at + " ann QUESTION q" + (answered ? answer : "")));
            }
        }
        List<LoopGaps.Gap> gaps = LoopGaps.of(bySubject, AS_OF);
        LoopGaps.Gap first = gaps.getFirst();
        assertThat(first.key()).isEqualTo("seals");
        assertThat(first.recurrent()).isTrue();
        assertThat(first.unanswered()).isEqualTo(30);
        // Elsewhere 10 of 80 stay unanswered.
        assertThat(first.expected()).isCloseTo(40 * 10 / 80.0, within(1e-9));
        assertThat(first.timesUsual()).isEqualTo(1.0);
        assertThat(gaps.subList(1, 3)).noneMatch(LoopGaps.Gap::recurrent);
    }

    @Test
    void gaps_onlySubject_cannotBeCompared() {
        Map<String, List<Loop>> one = Map.of("pumps", loops("0 ann QUESTION q"));
        LoopGaps.Gap gap = LoopGaps.of(one, AS_OF).getFirst();
        assertThat(gap.recurrent()).isFalse();
        assertThat(gap.timesUsual()).isNull();
    }

    @Test
    void closers_whoHelpedMost_comeFirstWithWhomTheyHelped() {
        List<LoopClosers.Closer> closers = LoopClosers.of(
                loops(
                        "0 ann QUESTION q\n4 cid ANSWER b >q =q",
                        "0 bob QUESTION q\n4 cid ANSWER b >q =q",
                        "0 cid QUESTION q\n4 ann ANSWER b >q =q",
                        "0 ann QUESTION q\n4 ann REPLY b >q SOLVED"),
                ground());
        assertThat(closers).extracting(LoopClosers.Closer::personId).containsExactly("cid", "ann");
        assertThat(closers.getFirst().across()).isEqualTo(2);
        assertThat(closers.getFirst().askers()).isEqualTo(2);
        assertThat(closers.getFirst().helped())
                .extracting(helped -> helped.group().id() + helped.loops())
                .containsExactly("unit:a2");
    }

    @Test
    void order_waitingLongest_beginsWithTheOldestOpenOne() {
        List<Loop> loops = new ArrayList<>(loops(
                "9 ann QUESTION open2",
                "0 ann QUESTION closed\n4 cid ANSWER b >closed =closed",
                "5 bob QUESTION open1"));
        loops.sort(LoopPlaces.order(LoopOrder.WAITING_LONGEST));
        assertThat(loops).extracting(Loop::key).containsExactly("open1", "open2", "closed");
        loops.sort(LoopPlaces.order(LoopOrder.SLOWEST));
        assertThat(loops).extracting(Loop::key).containsExactly("closed", "open1", "open2");
        loops.sort(LoopPlaces.order(LoopOrder.NEWEST));
        assertThat(loops).extracting(Loop::key).containsExactly("open2", "open1", "closed");
    }
}
