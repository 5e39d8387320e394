package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes with mandates, with managers who walk in, and how far closers of loops animate. */
class MandateAnswersIT extends AskedDemonstration {
    @Test
    void drownedCommunity_othersBeginLess_besideCommunitiesAlike() throws Exception {
        JsonNode dose = ask("""
                        query($id: ID!) { community(id: $id) { mandateDose { state figures {
                            appointed threads opened steered hours
                            appointments { day hours before after matched change matchedChange p }
                            together { events change matchedChange ratio p }
                            course { number threads matched } summary } } } }
                        """, Map.of("id", truth.at("/drowned/community").asString()))
                .at("/data/community/mandateDose");
        assertThat(dose.at("/state").asString()).isEqualTo("SHOWN");
        JsonNode figures = dose.at("/figures");
        JsonNode event = figures.at("/appointments/0");
        assertThat(event.at("/day").asString())
                .isEqualTo(truth.at("/drowned/from").asString());
        assertThat(event.at("/hours").asDouble())
                .isEqualTo(truth.at("/drowned/hoursPerWeek").asDouble());
        assertThat(event.at("/change").asDouble())
                .isLessThan(event.at("/matchedChange").asDouble());
        int before = 0;
        int after = 0;
        for (JsonNode period : figures.at("/course")) {
            int threads = period.at("/threads").asInt();
            before += period.at("/number").asInt() < 0 ? threads : 0;
            after += period.at("/number").asInt() > 0 ? threads : 0;
        }
        assertThat(before).isEqualTo(event.at("/before").asInt());
        assertThat(after).isEqualTo(event.at("/after").asInt());
        assertThat(figures.at("/steered").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void company_peersAndMandates_areTold() throws Exception {
        JsonNode animation = ask("""
                        { animation {
                            communityPeers { state figures { exchanges people peers { value low high } } }
                            mandateDose { state figures { communities appointed appointments { day } together { events } } } } }
                        """, Map.of()).at("/data/animation");
        assertThat(animation.at("/communityPeers/figures/peers/value").asDouble())
                .isBetween(0.0, 1.0);
        assertThat(animation.at("/mandateDose/figures/appointments")).isEmpty();
        assertThat(animation.at("/mandateDose/figures/communities").asInt()).isGreaterThan(2);
    }

    @Test
    void closersWhoAnimate_placeByPlace_areCounted() throws Exception {
        JsonNode overlaps = ask("""
                        { loopFigures(unitDepth: 2) { closersWhoAnimate(by: COMMUNITY, first: 5) {
                            whole { state figures { people closers animators first both any { mean low high p } alike { mean p } } }
                            groups { group { id } state figures { people first both any { mean } } } } } }
                        """, Map.of()).at("/data/loopFigures/closersWhoAnimate");
        JsonNode whole = overlaps.at("/whole/figures");
        assertThat(whole.at("/first").asInt()).isEqualTo(5);
        assertThat(whole.at("/both").asInt()).isBetween(0, 5);
        // Five of so many, twice.
        assertThat(whole.at("/any/mean").asDouble())
                .isEqualTo(25.0 / whole.at("/people").asInt(), org.assertj.core.api.Assertions.within(1e-9));
        assertThat(overlaps.at("/groups")).isNotEmpty();
        JsonNode refused = ask("{ loopFigures { closersWhoAnimate(by: TOPIC) { whole { state } } } }", Map.of());
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }
}
