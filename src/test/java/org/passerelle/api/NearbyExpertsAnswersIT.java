package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is found by topic and not by words is told apart, has evidence, and never stands in for nobody. */
class NearbyExpertsAnswersIT extends AskedDemonstration {
    private static final String WHO =
            "query($a: String!, $by: Ranking!) { experts(about: $a, by: $by, first: 100) { nodes {"
                    + " person { id } parts { text nearby } nearbyTopics { id name } evidence(first: 3) { contribution snippet } }"
                    + " nobody { reason } } }";

    private JsonNode experts(String about, String by) throws Exception {
        JsonNode answer = ask(WHO, Map.of("a", about, "by", by));
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/data/experts");
    }

    @Test
    void experts_byTopic_areToldApart_andShowWhatTheyWrote() throws Exception {
        int near = 0;
        for (JsonNode topic : truth.at("/experts")) {
            String term = topic.at("/terms/fr/0").asString();
            List<String> byWords = texts(experts(term, "RECENCY").at("/nodes"), "/person/id");
            for (JsonNode node : experts(term, "NETWORK").at("/nodes")) {
                boolean byTopic = !node.at("/nearbyTopics").isEmpty();
                assertThat(node.at("/parts/nearby").asDouble() > 0)
                        .as("%s", node)
                        .isEqualTo(byTopic);
                if (byTopic) {
                    near++;
                    assertThat(node.at("/parts/text").asDouble()).isZero();
                    assertThat(node.at("/evidence").size()).isPositive();
                    assertThat(node.at("/nearbyTopics").size()).isLessThanOrEqualTo(3);
                    assertThat(byWords).doesNotContain(node.at("/person/id").asString());
                }
            }
        }
        assertThat(near).as("people found by topic").isPositive();
    }

    @Test
    void experts_ofWhatNobodySpeaksOf_areNobodyStill() throws Exception {
        JsonNode answer = experts("zzyqx flurbnog", "NETWORK");
        assertThat(answer.at("/nodes")).isEmpty();
        assertThat(answer.at("/nobody/reason").asString()).isEqualTo("NOT_IN_USE");
    }
}
