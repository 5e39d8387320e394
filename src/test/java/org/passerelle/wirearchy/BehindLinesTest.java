package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import org.junit.jupiter.api.Test;
import org.passerelle.network.SmallOrganisation;

/** What somebody learns of few people who asks how much of the exchange between units rests on managers. */
class BehindLinesTest {
    private static final int FLOOR = 5;

    /** Two units of six people and their manager; each of six exchanges with one of the other unit. */
    private static SmallOrganisation company() {
        SmallOrganisation company = new SmallOrganisation();
        for (int person = 0; person < 6; person++) {
            company.unit("A", "a" + person).unit("B", "b" + person);
            company.line("a" + person, "alice").line("b" + person, "bert");
            company.mail("a" + person, "b" + person, person);
        }
        return company.unit("A", "alice").unit("B", "bert");
    }

    private static LineExchange asked(SmallOrganisation company, int peopleMin) {
        LineQuestion question = new LineQuestion(new WirearchyQuestion(days(0, 30), 0), peopleMin);
        return LineExchange.of(company.snapshot(), question);
    }

    @Test
    void enoughPeopleBehindEveryPiece_told() {
        LineReliance reliance = asked(company(), FLOOR).reliance();
        assertThat(reliance.told()).isTrue();
        assertThat(reliance.across()).isEqualTo(6);
        assertThat(reliance.direct()).isEqualTo(1);
    }

    @Test
    void twoManagersTalk_nothingIsTold_forTheRestWouldTellIt() {
        SmallOrganisation company = company().mail("alice", "bert", 7, 8);
        LineReliance reliance = asked(company, FLOOR).reliance();
        assertThat(reliance.told()).isFalse();
        assertThat(reliance.across()).isNull();
        assertThat(reliance.betweenManagers()).isNull();
        assertThat(reliance.expected()).isNull();
        assertThat(reliance.direct()).isNull();
        assertThat(reliance.managers()).isEqualTo(2 / 14.0);
        WirearchyIndex index = asked(company, FLOOR).index();
        assertThat(index.told()).isFalse();
        assertThat(index.value()).isNull();
        assertThat(index.parts()).isEmpty();
        assertThat(asked(company, 1).reliance().across()).isEqualTo(8);
    }

    @Test
    void onePersonWithoutPlace_isTheDifferenceFromTheMap_nothingIsTold() {
        SmallOrganisation company = company().unit("A", "guest").mail("guest", "b1", 9);
        assertThat(asked(company, FLOOR).reliance().told()).isFalse();
    }

    @Test
    void smallUnit_twoUnitsShareTheRest_nothingIsTold() {
        SmallOrganisation company =
                company().unit("C", "carl").line("carl", "bert").mail("carl", "a1", 9);
        assertThat(asked(company, FLOOR).reliance().told()).isFalse();
    }
}
