package org.passerelle.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Visibility;

/** Two units around ann and bob that only cid of a third knows both of. */
class MeetingsTest {
    static SmallOrganisation twoStars() {
        SmallOrganisation company = new SmallOrganisation()
                .unit("Purchasing", "ann ann1 ann2 ann3 ann4")
                .unit("Research", "bob bob1 bob2 bob3 bob4")
                .unit("Quality", "cid cid1");
        for (int number = 1; number <= 4; number++) {
            acquainted(company, "ann", "ann" + number);
            acquainted(company, "bob", "bob" + number);
        }
        acquainted(company, "cid", "ann");
        acquainted(company, "cid", "bob");
        return acquainted(company, "cid", "cid1");
    }

    static SmallOrganisation acquainted(SmallOrganisation company, String one, String other) {
        return company.mail(one, other, 1, 2).mail(other, one, 3);
    }

    private static MeetingQuestion question(int meetings, String... notSuggested) {
        return new MeetingQuestion(
                Dimension.UNIT,
                0,
                SmallOrganisation.days(0, 30),
                List.of(),
                meetings,
                Set.of(Visibility.COMPANY),
                Set.of(notSuggested));
    }

    private static MeetingPlan plan(SmallOrganisation company, MeetingQuestion question) {
        return Meetings.compute(company.snapshot(), question);
    }

    private static List<String> names(Meeting meeting) {
        return meeting.sides().stream().map(side -> side.person().name()).toList();
    }

    private static Meeting.Introduction introduction(Meeting meeting) {
        return Objects.requireNonNull(meeting.introduction());
    }

    private static List<String> everybody(MeetingPlan plan) {
        List<String> names = new ArrayList<>();
        plan.meetings().forEach(meeting -> names.addAll(names(meeting)));
        return names;
    }

    @Test
    void meetings_twoStars_joinTheirMiddlesOverTheSharedAcquaintance() {
        MeetingPlan plan = plan(twoStars(), question(1));
        Meeting meeting = plan.meetings().getFirst();
        assertThat(names(meeting)).containsExactly("ann", "bob");
        assertThat(introduction(meeting).people()).extracting(Person::name).containsExactly("ann", "cid", "bob");
        assertThat(introduction(meeting).via()).allMatch(via -> via.equals("3 exchanges since January 2024"));
        assertThat(meeting.stepsBefore()).isEqualTo(2);
        // Every pair of the two units: 5 x 5. To Quality nothing is nearer than it was.
        assertThat(meeting.waysShortened()).isEqualTo(25);
        assertThat(plan.gain()).isEqualTo(meeting.gain());
        assertThat(plan.gainMax()).isGreaterThanOrEqualTo(meeting.gain() - 1e-12);
    }

    @Test
    void meetings_oneDoesNotWantToBeSuggested_isLeftOutButCounted() {
        MeetingPlan plan = plan(twoStars(), question(5, "ann"));
        assertThat(everybody(plan)).isNotEmpty().doesNotContain("ann");
        assertThat(plan.leftOut().notSuggested()).isEqualTo(1);
        assertThat(plan.efficiency()).isEqualTo(plan(twoStars(), question(5)).efficiency());
        for (Meeting meeting : plan.meetings()) {
            assertThat(introduction(meeting).between()).extracting(Person::name).doesNotContain("ann");
        }
    }

    @Test
    void meetings_introducerDoesNotWantToBeAsked_arePairsOfOthers() {
        // Without cid nobody could introduce ann and bob: only cid's own circle can still be widened.
        for (Meeting meeting : plan(twoStars(), question(5, "cid")).meetings()) {
            assertThat(names(meeting)).doesNotContainSequence("ann", "bob");
            assertThat(introduction(meeting).between()).extracting(Person::name).doesNotContain("cid");
        }
    }

    @Test
    void meetings_whoReportsToWhom_areNotIntroduced() {
        MeetingPlan plan = plan(twoStars().line("ann", "bob"), question(1));
        assertThat(names(plan.meetings().getFirst())).isNotEqualTo(List.of("ann", "bob"));
    }

    @Test
    void meetings_whoIsAskedALot_isLeftOut() {
        SmallOrganisation company = twoStars();
        int[] days = java.util.stream.IntStream.range(4, 30).toArray();
        company.mail("ann1", "ann", days).mail("ann2", "ann", days);
        MeetingPlan plan = plan(company, question(5));
        assertThat(plan.leftOut().busy()).isEqualTo(1);
        assertThat(everybody(plan)).doesNotContain("ann");
    }

    @Test
    void meetings_onePersonInManyGoodPairs_isInTwoAtMost() {
        List<String> names = everybody(plan(twoStars(), question(20)));
        assertThat(names).isNotEmpty();
        for (String name : Set.copyOf(names)) {
            assertThat(names.stream().filter(name::equals).count()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void meetings_betweenTwoGroups_countTheirPairsOnly() {
        MeetingQuestion all = question(1);
        MeetingQuestion two = new MeetingQuestion(
                all.dimension(), 0, all.window(), List.of("Research", "Purchasing"), 1, all.readable(), Set.of());
        assertThat(plan(twoStars(), two).pairs()).isEqualTo(25);
        assertThat(plan(twoStars(), all).pairs()).isEqualTo(25 + 2 * 10);
        MeetingQuestion unknown = new MeetingQuestion(
                all.dimension(), 0, all.window(), List.of("Research", "Nowhere"), 1, all.readable(), Set.of());
        assertThatThrownBy(() -> plan(twoStars(), unknown))
                .isInstanceOf(Meetings.UnknownGroup.class)
                .hasMessageContaining("Nowhere");
    }

    @Test
    void meetings_oneGroupOnly_areNone() {
        MeetingPlan plan = plan(acquainted(new SmallOrganisation().unit("A", "ann bob"), "ann", "bob"), question(3));
        assertThat(plan.meetings()).isEmpty();
        assertThat(plan.pairs()).isZero();
    }
}
