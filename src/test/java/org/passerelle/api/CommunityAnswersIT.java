package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which communities live, who animates them, and how they are taken up. */
class CommunityAnswersIT extends AskedDemonstration {
    @Test
    void communities_plantedAnimators_areFoundAndTheBroadcasterIsNot() throws Exception {
        JsonNode communities = ask("""
                        { communities(first: 50) { nodes {
                            id health { state } contributors
                            selfRegulation { share interval { low high } threads withoutFirst { contributions kept expected matched p } }
                            managersWhoAnimate { state managers { of } others { of } }
                            animators(first: 3) { nodes { person { id } significant parts { name value } } } } } }
                        """, Map.of()).at("/data/communities/nodes");
        int found = 0;
        for (JsonNode planted : truth.at("/animators")) {
            JsonNode community = byId(communities, planted.at("/community").asString());
            String animator = planted.at("/person").asString();
            for (JsonNode node : community.at("/animators/nodes")) {
                found += node.at("/person/id").asString().equals(animator)
                                && node.at("/significant").asBoolean()
                        ? 1
                        : 0;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(truth.at("/animators").size() - 1);
        for (JsonNode community : communities) {
            JsonNode managers = community.at("/managersWhoAnimate");
            if (managers.at("/state").asString().equals("SHOWN")) {
                assertThat(managers.at("/managers/of").asInt()
                                + managers.at("/others/of").asInt())
                        .isEqualTo(community.at("/contributors").asInt());
            }
            JsonNode alone = community.at("/selfRegulation");
            if (alone.at("/interval").isObject()) {
                assertThat(alone.at("/share").asDouble())
                        .isBetween(
                                alone.at("/interval/low").asDouble(),
                                alone.at("/interval/high").asDouble());
            }
        }
        JsonNode broadcast =
                byId(communities, truth.at("/broadcaster/community").asString());
        assertThat(texts(broadcast.at("/animators/nodes"), "/person/id"))
                .doesNotContain(truth.at("/broadcaster/person").asString());
        assertThat(byId(communities, truth.at("/dyingCommunity").asString())
                        .at("/health/state")
                        .asString())
                .isEqualTo("DYING");
        assertThat(byId(communities, truth.at("/quietCommunity").asString())
                        .at("/health/state")
                        .asString())
                .isEqualTo("QUIET");
    }

    @Test
    void communities_needs_areThoseOfTheLoops() throws Exception {
        JsonNode answer = ask("""
                        { communities(first: 50) { nodes { id health { needs needsAnswered } } }
                          loopFigures(by: COMMUNITY) { groups { group { id } state figures { loops answerRate { value } } } } }
                        """, Map.of());
        JsonNode communities = answer.at("/data/communities/nodes");
        int compared = 0;
        for (JsonNode figure : answer.at("/data/loopFigures/groups")) {
            if (figure.at("/state").asString().equals("SHOWN")) {
                JsonNode health =
                        byId(communities, figure.at("/group/id").asString()).at("/health");
                assertThat(health.at("/needs").asInt())
                        .isEqualTo(figure.at("/figures/loops").asInt());
                assertThat(health.at("/needsAnswered").asDouble())
                        .isCloseTo(figure.at("/figures/answerRate/value").asDouble(), within(1e-12));
                compared++;
            }
        }
        assertThat(compared).as("%s", answer).isGreaterThan(5);
    }

    @Test
    void communities_whatTheyRestOn_isShownWithItsReasons() throws Exception {
        JsonNode communities = ask("""
                        { communities(first: 30, by: FRAGILITY) { nodes {
                            id contributors fragility kind kindInferred { kind reasons }
                            personas { persona state people rule }
                            mandates { state figures { people appointed natural both } }
                            mirror { state figures { inside expected index { value low high } } }
                            communityPeers { state figures { peers { value } } }
                            absences { absences matched } sparkedBy { id }
                            selfRegulation { withoutAppointed { kept expected } }
                            animators(first: 2) { nodes { score beforeRank persona newcomer external
                              rankInterval { state } legitimacy { kind legitimate reason }
                              parts { name evidence(first: 2) { contribution at sentence } } } } } } }
                        """, Map.of()).at("/data/communities/nodes");
        assertThat(communities).isNotEmpty();
        double before = Double.POSITIVE_INFINITY;
        int supported = 0;
        for (JsonNode community : communities) {
            double fragility = community.at("/fragility").isNull()
                    ? Double.NEGATIVE_INFINITY
                    : community.at("/fragility").asDouble();
            assertThat(fragility).isLessThanOrEqualTo(before);
            before = fragility;
            int people = 0;
            for (JsonNode persona : community.at("/personas")) {
                people += persona.at("/people").asInt();
            }
            assertThat(people).isEqualTo(community.at("/contributors").asInt());
            assertThat(community.at("/kindInferred/reasons")).isNotEmpty();
            for (JsonNode animator : community.at("/animators/nodes")) {
                assertThat(animator.at("/score").asDouble())
                        .isLessThanOrEqualTo(animator.at("/beforeRank").asDouble());
                for (JsonNode part : animator.at("/parts")) {
                    supported += part.at("/evidence").size();
                }
            }
        }
        assertThat(supported).isGreaterThan(communities.size());
        assertThat(ask("{ animation { state communities contributors natural topTenth units { state } } }", Map.of())
                        .at("/data/animation/natural")
                        .asInt())
                .isGreaterThanOrEqualTo(truth.at("/animators").size() - 1);
    }

    @Test
    void offerToAnimate_madeAndWithdrawn_isSeenAndGone() throws Exception {
        String community = truth.at("/animators").get(0).at("/community").asString();
        String person = truth.at("/animators").get(0).at("/person").asString();
        String query =
                "query($c: ID!, $p: ID) { community(id: $c) { candidates { person { id } contributions recognisedBy }"
                        + " mine(from: $p) { offered natural animator { rank } advice } } }";
        String offer =
                "mutation($c: ID!, $p: ID, $o: AnimationOffer!) { offerToAnimate(community: $c, from: $p, offer: $o) }";
        assertThat(ask(query, Map.of("c", community, "p", person)).at("/data/community/candidates"))
                .isEmpty();
        ask(offer, Map.of("c", community, "p", person, "o", "OFFERED"));
        JsonNode offered = ask(query, Map.of("c", community, "p", person)).at("/data/community");
        assertThat(offered.at("/candidates/0/person/id").asString()).isEqualTo(person);
        assertThat(offered.at("/candidates/0/recognisedBy").asInt()).isPositive();
        assertThat(offered.at("/mine/offered").asBoolean()).isTrue();
        assertThat(offered.at("/mine/animator/rank").asInt()).isPositive();
        ask(offer, Map.of("c", community, "p", person, "o", "WITHDRAWN"));
        assertThat(ask(query, Map.of("c", community, "p", person)).at("/data/community/candidates"))
                .isEmpty();
        assertThat(ask(offer, Map.of("c", "community:none", "p", person, "o", "OFFERED"))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void adoption_plantedSponsor_isFoundAmongWholeMonths() throws Exception {
        JsonNode adoption = ask("""
                        { adoption {
                            summary months { month complete people stages { stage state people } }
                            groups { group { id } state newcomers { state newcomers } }
                            newcomers { state active { days share { value low high } } }
                            leadership { state p difference { low } places { community { id } adjusted } }
                            contagion(neighbours: LINE) { state summary }
                            converters(neighbours: UNIT) { nodes { person { id } adjusted } }
                        } }""", Map.of()).at("/data/adoption");

        assertThat(adoption.at("/months")).hasSize(12);
        adoption.at("/months").forEach(month -> {
            List<Integer> counts = StreamSupport.stream(month.at("/stages").spliterator(), false)
                    .filter(stage -> !stage.at("/stage").asString().equals("READING"))
                    .map(stage -> stage.at("/people").asInt())
                    .toList();
            assertThat(counts).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(month.at("/people").asInt()).isGreaterThanOrEqualTo(counts.getFirst());
            assertThat(month.at("/stages/1/state").asString()).isEqualTo("NO_DATA");
        });
        assertThat(adoption.at("/leadership/p").asDouble()).isLessThan(0.01);
        assertThat(adoption.at("/leadership/difference/low").asDouble()).isPositive();
        assertThat(adoption.at("/leadership/places/0/community/id").asString()).isEqualTo("community:ameliorations");
        assertThat(adoption.at("/newcomers/active/0/share/value").asDouble()).isBetween(0.0, 1.0);
        assertThat(adoption.at("/contagion/state").asString()).isEqualTo("SHOWN");
    }
}
