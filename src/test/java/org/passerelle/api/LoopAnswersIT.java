package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How needs are met. */
class LoopAnswersIT extends AskedDemonstration {
    @Test
    void loops_ofThePlantedOrganisation_areClosedByThePlantedClosers() throws Exception {
        JsonNode answer = ask("""
                { loopFigures(unitDepth: 2) {
                    whole { state figures { loops open answered closed stale closureRate { value low high }
                        toAnswer { median { hours low high } businessMedian { hours } p90 { hours } }
                        toClose { median { hours } } acrossShare { value low high } trend { change { low high } } } }
                    groups { state group { id } figures { loops } }
                    closers(first: 10) { person { id } loops askers across }
                    gaps { process state needs unanswered expected share { value } timesUsual recurrent }
                    nothing: value { hours }
                    value(hoursSavedPerLoop: 2, costPerHour: 50, currency: "EUR") { loops hours cost sentence } } }
                """, Map.of());
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
        JsonNode figures = answer.at("/data/loopFigures");
        System.out.printf("Loops of the demonstration: %s%n", figures);
        List<String> planted = texts(truth.at("/closers"), "");
        List<String> found = texts(figures.at("/closers"), "/person/id");
        assertThat(planted).isNotEmpty();
        assertThat(found.subList(0, planted.size())).containsExactlyInAnyOrderElementsOf(planted);
        String gap = truth.at("/recurrentGap/process").asString();
        String most = StreamSupport.stream(figures.at("/gaps").spliterator(), false)
                .max(Comparator.comparingInt(
                        (JsonNode each) -> each.at("/needs").asInt()))
                .orElseThrow()
                .at("/process")
                .asString();
        assertThat(most).isEqualTo(gap);
        JsonNode whole = figures.at("/whole/figures");
        int loops = whole.at("/loops").asInt();
        int states = 0;
        for (String state : List.of("open", "answered", "closed", "stale")) {
            states += whole.at("/" + state).asInt();
        }
        assertThat(states).isEqualTo(loops);
        int inUnits = 0;
        for (JsonNode group : figures.at("/groups")) {
            inUnits += group.at("/figures/loops").asInt();
        }
        assertThat(inUnits).isBetween(1, loops);
        assertThat(figures.at("/nothing").isNull()).isTrue();
        assertThat(figures.at("/value/hours").asDouble())
                .isEqualTo(2 * figures.at("/value/loops").asDouble());
        assertThat(figures.at("/value/sentence").asString()).startsWith("An assumption and not a measurement");
    }

    @Test
    void loops_waitingLongest_areOpenAndCanBeAskedAbout() throws Exception {
        JsonNode loops = ask("""
                { loops(filter: {state: [OPEN, STALE]}, by: WAITING_LONGEST, first: 5) { totalCount notReadable nodes {
                    id kind state subject snippet asker { id } opened answered closed evidence sentence
                    businessHoursWaiting closers { person { id } } topics { id } processes } } }
                """, Map.of()).at("/data/loops");
        assertThat(loops.at("/nodes").size()).as("%s", loops).isEqualTo(5);
        String last = "";
        for (JsonNode loop : loops.at("/nodes")) {
            assertThat(loop.at("/state").asString()).isIn("OPEN", "STALE");
            assertThat(loop.at("/closers").size()).isZero();
            assertThat(loop.at("/closed").isNull()).isTrue();
            assertThat(loop.at("/opened").asString()).isGreaterThanOrEqualTo(last);
            last = loop.at("/opened").asString();
        }
        JsonNode experts = ask(
                "query($q: ID!) { experts(question: $q, first: 3) { nodes { person { id } } } }",
                Map.of("q", loops.at("/nodes/0/id").asString()));
        assertThat(experts.at("/errors").isMissingNode()).as("%s", experts).isTrue();
    }

    @Test
    void loops_ofNoGroupOrZone_areRefusedClearly() throws Exception {
        String count = "{ loops(filter: {state: [CLOSED]}, first: 1) { totalCount notReadable } }";
        JsonNode all = ask(count, Map.of()).at("/data/loops");
        assertThat(all.at("/totalCount").asInt()).isPositive();
        JsonNode refused = ask("{ loops(filter: {unit: \"unit:nowhere\"}) { totalCount } }", Map.of());
        assertThat(refused.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_FOUND");
        JsonNode wrong = ask("{ loopFigures(businessHours: {zone: \"Mars\"}) { groupCount } }", Map.of());
        assertThat(wrong.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }
}
