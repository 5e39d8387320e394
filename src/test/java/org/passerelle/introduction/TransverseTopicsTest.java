package org.passerelle.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicDiscussions.Part;
import org.passerelle.network.Visibility;

class TransverseTopicsTest {
    private static final Topic VALVES = topic("valves");

    private static Topic topic(String id) {
        return new Topic(id, id, List.of(), 4, 4);
    }

    /** Each of these wrote in the discussion, where the reader could read it. */
    private static List<Part> parts(Topic topic, String discussion, String people) {
        return of(topic, discussion, people, true);
    }

    private static List<Part> of(Topic topic, String discussion, String people, boolean readable) {
        List<Part> parts = new ArrayList<>();
        for (String person : people.split(" ", -1)) {
            parts.add(new Part(topic, person, discussion, readable));
        }
        return parts;
    }

    private static List<Part> all(List<Part> some, List<Part> others) {
        List<Part> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static TransverseQuestion question(int groupPeopleMin, String... notSuggested) {
        return new TransverseQuestion(
                Dimension.UNIT,
                0,
                SmallOrganisation.days(0, 30),
                groupPeopleMin,
                Set.of(Visibility.COMPANY),
                Set.of(notSuggested));
    }

    private static List<TransverseTopic> topics(List<Part> parts, String... notSuggested) {
        return TransverseTopics.compute(MeetingsTest.twoStars().snapshot(), parts, question(2, notSuggested))
                .topics();
    }

    private static List<String> names(TransverseTopic topic, int meeting) {
        return topic.meetings().get(meeting).people().stream().map(Person::name).toList();
    }

    @Test
    void topic_ofTwoUnitsThatNeverMet_isTransverseWithItsMeeting() {
        TransverseTopic found = topics(all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "bob bob1")))
                .getFirst();
        assertThat(found.people()).isEqualTo(4);
        assertThat(found.pairs()).isEqualTo(4);
        assertThat(found.met()).isZero();
        assertThat(found.apart()).hasSize(1);
        assertThat(found.apart().getFirst().pairs()).isEqualTo(4);
        // Of each side the best connected two wrote once each: the first pair that a chain of acquaintances joins.
        assertThat(names(found, 0)).containsExactly("ann", "bob");
        assertThat(found.meetings()).hasSize(1);
    }

    @Test
    void topic_metByAMailOrInOneDiscussion_isNotTransverse() {
        assertThat(topics(parts(VALVES, "one", "ann ann1 bob bob1"))).isEmpty();
        // Cid exchanged with ann, so Quality and Purchasing are not apart.
        assertThat(topics(all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "cid cid1"))))
                .isEmpty();
    }

    @Test
    void topic_ofOnePersonInAUnit_doesNotLiveThere() {
        assertThat(topics(all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "bob"))))
                .isEmpty();
    }

    @Test
    void discussion_ofMoreThanFiftyPeople_bringsNobodyTogether() {
        SmallOrganisation company = new SmallOrganisation();
        StringBuilder everybody = new StringBuilder("a0");
        for (int number = 0; number < 30; number++) {
            company.unit("A", "a" + number).unit("B", "b" + number);
            everybody.append(number == 0 ? "" : " a" + number).append(" b").append(number);
        }
        company.mail("a0", "a1", 1);
        List<Part> parts = parts(VALVES, "one", everybody.toString());
        TransverseTopic found = TransverseTopics.compute(company.snapshot(), parts, question(2))
                .topics()
                .getFirst();
        assertThat(found.met()).isZero();
        assertThat(found.pairs()).isEqualTo(900);
        // Everybody of both groups is dealt every time: there is nothing to compare with.
        assertThat(found.p()).isEqualTo(1);
        assertThat(found.z()).isNull();
    }

    @Test
    void meetings_whoDoesNotWantToBeSuggested_isReplacedOrLeftOut() {
        List<Part> parts = all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "bob bob1"));
        for (TransverseTopic found : topics(parts, "ann")) {
            assertThat(found.people()).isEqualTo(4);
            for (int meeting = 0; meeting < found.meetings().size(); meeting++) {
                assertThat(names(found, meeting)).doesNotContain("ann");
            }
        }
        assertThat(topics(parts, "cid").getFirst().meetings()).isEmpty();
    }

    @Test
    void unreadableTexts_countFromTenPeopleOnly_andNameNobody() {
        List<Part> few = all(of(VALVES, "one", "ann ann1", false), of(VALVES, "other", "bob bob1", false));
        assertThat(topics(few)).isEmpty();
        List<Part> many = all(
                of(VALVES, "one", "ann ann1 ann2 ann3 ann4", false),
                of(VALVES, "other", "bob bob1 bob2 bob3 bob4", false));
        TransverseTopic found = topics(many).getFirst();
        assertThat(found.people()).isEqualTo(10);
        assertThat(found.meetings()).isEmpty();
    }

    @Test
    void expected_smallCompany_isTheMeanOverAllDeals() {
        // Two of three on either side; of the nine pairs across only a1-b1 met: 4/9 of the deals have it.
        SmallOrganisation company = new SmallOrganisation()
                .unit("A", "a1 a2 a3")
                .unit("B", "b1 b2 b3")
                .mail("a1", "b1", 1);
        List<Part> parts = all(
                all(parts(VALVES, "one", "a2 a3"), parts(VALVES, "two", "b2 b3")),
                all(parts(topic("bells"), "three", "a1"), parts(topic("bells"), "four", "b1")));
        TransverseTopic found = TransverseTopics.compute(company.snapshot(), parts, question(2))
                .topics()
                .getFirst();
        // 999 draws of a chance of 4/9: three standard errors are .047.
        assertThat(found.expected().value()).isCloseTo(4 / 9.0, within(.05));
        assertThat(found.p()).isCloseTo(5 / 9.0, within(.05));
    }

    @Test
    void p_topicsWithoutStructure_isHonestAndFindsAPlantedOne() {
        SplittableRandom random = new SplittableRandom(5);
        SmallOrganisation company = new SmallOrganisation();
        List<String> people = new ArrayList<>();
        for (int number = 0; number < 120; number++) {
            people.add((number < 60 ? "a" : "b") + number);
            company.unit(number < 60 ? "A" : "B", people.getLast());
        }
        // The first ten of either side have met nobody across; of the others each pair with chance .3.
        for (int one = 0; one < 60; one++) {
            for (int other = 60; other < 120; other++) {
                if ((one >= 10 || other >= 70) && random.nextDouble() < .3) {
                    company.mail(people.get(one), people.get(other), 1);
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            parts.addAll(parts(VALVES, "v" + person, people.get(person)));
            parts.addAll(parts(VALVES, "w" + person, people.get(60 + person)));
        }
        for (int topic = 0; topic < 400; topic++) {
            Topic dealt = topic("dealt" + topic);
            for (int draw = 0; draw < 16; draw++) {
                String person = people.get(draw % 2 * 60 + random.nextInt(60));
                parts.add(new Part(dealt, person, topic + " " + draw, true));
            }
        }
        TransverseTopics.Result result = TransverseTopics.compute(company.snapshot(), parts, question(2));
        assertThat(result.tested()).isEqualTo(401);
        assertThat(result.topics().getFirst().topic()).isEqualTo(VALVES);
        // Nobody of a hundred pairs met where chance gives thirty: no deal has as few.
        assertThat(result.topics().getFirst().p()).isEqualTo(1 / 20_000.0);
        assertThat(result.topics().getFirst().pCorrected()).isLessThan(.05);
        List<TopicDeals.Outcome> outcomes = outcomes(company, parts);
        long low = outcomes.stream().filter(outcome -> outcome.p() <= .05).count();
        // 400 topics at 5 %: 20 expected, 38 or more come once in 10,000 times.
        assertThat(low - 1).isLessThan(38);
    }

    private static List<TopicDeals.Outcome> outcomes(SmallOrganisation company, List<Part> parts) {
        NetworkSnapshot snapshot = company.snapshot();
        LivingTopics living = LivingTopics.of(
                snapshot, parts, snapshot.grouping(Dimension.UNIT, SmallOrganisation.day(1), 0), new BitSet(), 2);
        return TopicDeals.of(
                living,
                WhoHasMet.of(
                        snapshot,
                        SmallOrganisation.days(0, 30),
                        LivingTopics.together(snapshot, parts, WhoHasMet.DISCUSSION_MAX)));
    }

    @Test
    void shown_whoMayNotBeNamed_isCountedAndToldNowhere() {
        TransverseTopic found = topics(all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "bob bob1")))
                .getFirst();
        // The introducer's name could say who the two are: it must be allowed as well.
        ShownTopic shown = ShownTopic.of(found, person -> !person.name().equals("cid"));
        assertThat(shown.meetings()).isEmpty();
        assertThat(shown.meetingsWithheld()).isEqualTo(1);
        assertThat(shown.sentence().english())
                .contains("Nobody of Purchasing has met anybody of Research over it.")
                .doesNotContain("ann", "bob", "cid");
        assertThat(ShownTopic.of(found, _ -> true).meetingsWithheld()).isZero();
    }

    @Test
    void groups_areTheOnesOfTheLastDay() {
        TransverseTopic found = topics(all(parts(VALVES, "one", "ann ann1"), parts(VALVES, "other", "bob bob1")))
                .getFirst();
        assertThat(found.groups())
                .extracting(TransverseTopic.Side::group)
                .extracting(Group::id)
                .containsExactly("Purchasing", "Research");
    }
}
