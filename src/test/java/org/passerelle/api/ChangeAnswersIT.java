package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What changed, and what would if somebody left. */
class ChangeAnswersIT extends AskedDemonstration {
    @Test
    void simulate_theFirstBridgeLeaves_othersLoseAndSomebodyCarriesMore() throws Exception {
        JsonNode bridge = ask("{ bridges(unitDepth: 2, first: 1) { nodes { person { id } betweenness } } }", Map.of())
                .at("/data/bridges/nodes/0");
        JsonNode answer = ask("""
                query($p: ID!) { simulate(changes: [{remove: [$p]}], unitDepth: 2) {
                  provenance { snapshot window { from to } } summary
                  externalInternal { before after difference } crossSiloEfficiency { before after difference standardError }
                  groups { group { id } state permeability { before after } summary }
                  fragments { before after peopleCutOff cutOff { id } }
                  loads(first: 5) { person { id } shareBefore shareAfter difference sharedContacts summary } } }
                """, Map.of("p", bridge.at("/person/id").asString()));
        JsonNode simulation = answer.at("/data/simulate");
        assertThat(simulation.at("/crossSiloEfficiency/difference").asDouble()).isNegative();
        assertThat(simulation.at("/crossSiloEfficiency/standardError").isNull()).isTrue();
        assertThat(simulation.at("/groups").size()).isEqualTo(1);
        assertThat(simulation.at("/loads"))
                .anyMatch(load -> load.at("/difference").asDouble() > 0
                        && load.at("/sharedContacts").asInt() > 0);
        assertThat(ask("{ simulate(changes: [{remove: [\"nobody\"]}]) { summary } }", Map.of())
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void recordInitiative_keptInTheGraph_isListedAndCompared() throws Exception {
        String unit = ask("{ silos(unitDepth: 2) { groups { group { id } } } }", Map.of())
                .at("/data/silos/groups/0/group/id")
                .asString();
        JsonNode recorded = ask("""
                mutation($u: ID!) { recordInitiative(scope: [$u], from: "2025-07-01", goal: "Lunches") {
                  id goal from dimension at scope { id } } }
                """, Map.of("u", unit)).at("/data/recordInitiative");
        assertThat(recorded.at("/scope/0/id").asString()).isEqualTo(unit);
        JsonNode listed =
                ask("{ initiatives { nodes { id goal from } } }", Map.of()).at("/data/initiatives/nodes");
        assertThat(byId(listed, recorded.at("/id").asString()).at("/goal").asString())
                .isEqualTo("Lunches");
        JsonNode comparison =
                ask("""
                query($i: ID!) { compare(initiative: $i, unitDepth: 2) {
                  before { to } after { from } note deals summary
                  externalInternal { before after p adjustedP summary } activity { summary }
                  groups { state permeability { summary } } cellsCompared cells(first: 3) { kind observedOverExpected { p summary } }
                  bridges { appeared summary } crossSiloEfficiency { deals gap { change p } }
                  effect { kind summary gap { change p adjustedP } } } }
                """, Map.of("i", recorded.at("/id").asString())).at("/data/compare");
        assertThat(comparison.at("/before/to").asString()).isEqualTo("2025-06-30");
        assertThat(comparison.at("/after/from").asString()).isEqualTo("2025-07-01");
        assertThat(comparison.at("/note").isNull()).isTrue();
        assertThat(comparison.at("/effect").size()).isEqualTo(3);
        assertThat(comparison.at("/cellsCompared").asInt()).isPositive();
        assertThat(comparison.at("/externalInternal/adjustedP").isNumber()).isTrue();
        System.out.println("Compared halves of the demonstration: " + comparison);
        assertThat(comparison.at("/crossSiloEfficiency/deals").asInt()).isPositive();
    }
}
