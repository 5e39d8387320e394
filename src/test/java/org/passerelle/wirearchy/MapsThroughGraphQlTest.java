package org.passerelle.wirearchy;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.OptOutsInMemory;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** The real schema and the real controllers of the three maps over a small organisation, without a server. */
class MapsThroughGraphQlTest {
    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({
        "org.passerelle.api",
        "org.passerelle.privacy",
        "org.passerelle.silo",
        "org.passerelle.bridge",
        "org.passerelle.wirearchy"
    })
    static class Maps {
        @Bean
        OptOuts optOuts() {
            return OptOutsInMemory.of();
        }

        @Bean
        ContributionTimes times() {
            return snapshot -> new Talk(snapshot).say("t", 1, "ann bob ann cid").build();
        }

        @Bean
        NetworkSource source() {
            return new OneSnapshot(new SmallOrganisation()
                    .unit("A", "ann bob")
                    .unit("B", "cid dan")
                    .line("ann", "bob")
                    .line("bob", "cid")
                    .line("dan", "cid")
                    .mail("ann", "bob", 1, 2)
                    .mail("bob", "cid", 3)
                    .mail("cid", "dan", 4)
                    .snapshot());
        }
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(Maps.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Object ask(String query, String field) {
        ExecutionResult result = server.run(query, Reader.open(null));
        assertThat(result.getErrors()).isEmpty();
        Map<String, Object> data = result.getData();
        return Objects.requireNonNull(data.get(field));
    }

    private static String refusal(String query) {
        return server.refusal(query, Reader.open(null));
    }

    @Test
    void silos_everyField_answered() {
        Object silos = ask("""
                { silos { provenance { snapshot method parameters { name value } window { from to } }
                  groups { group { id name dimension } people activePeople state permeability externalInternal }
                  cells { from { id } to { id } state ties interactions density
                          observedOverExpected { value low high } }
                  externalInternal externalInternalExpected { value low high } modularity
                  clusters { clusters modularity adjustedMutualInformation normalisedMutualInformation stability
                             matches { group { id } parts } }
                  byChannel { channel ties externalInternal } } }
                """, "silos");
        assertThat(silos.toString())
                .contains("snapshot=v1", "from=2024-01-02", "to=2024-01-05")
                .contains("state=SHOWN, ties=1, interactions=2, density=1.0");
    }

    @Test
    void silos_everyHeavyField_answeredWhenSelected() {
        Object silos = ask("""
                { silos {
                  externalInternalByLabels { ...scores } externalInternalByDegrees { ...scores }
                  segregation { segregation { ...score } assortativity { ...score } homophily { ...group } }
                  modularityByLabels { ...score }
                  clusters { clusters consensus { clusters modularity adjustedMutualInformation certainty agreement
                    agreementMin agreementMax rounds unanimous groups { group { id } state certainty } } } } }
                fragment scores on ScoresByGroup { whole { ...score } groups { ...group } }
                fragment group on GroupScore { group { id } state score { ...score } }
                fragment score on ChanceScore { observed closedForm expected { value low high } z p }
                """, "silos");
        assertThat(silos.toString())
                // One tie of three across, and labels A A B B share one with 1/3: 1 - 2/3.
                .contains("observed=-0.3333333333333333, closedForm=0.33333333")
                .contains("homophily=[{group={id=A}, state=SHOWN, score={observed=0.49999")
                .contains("{group={id=A}, state=SHOWN, certainty=1.0}");
    }

    @Test
    void wirearchy_threadsAndShortcuts_answered() {
        Object wirearchy = ask("""
                { wirearchy {
                  managerEntries { provenance { method } rows { kind state entries matched others after expected
                    difference { value low high } sign sentence(language: FRENCH) } }
                  peerExchange { state figures { exchanges people peers { value } unprompted { value } } }
                  shortcuts { provenance { parameters { name value } } people sources onlyByTies ties farTies
                    whole { treeSteps steps shortened shortenedInterval { low } } sentence
                    cells { from { id } to { id } state way { treeSteps steps shortened } }
                    carrying { one { id } other { id } treeSteps carries carriesInterval { low } } } } }
                """, "wirearchy");
        assertThat(wirearchy.toString())
                // Bob, who manages ann, enters the thread; nothing is like it.
                .contains("kind=OWN_LINE, state=NO_DATA, entries=null")
                .contains("peerExchange={state=SHOWN, figures={exchanges=3, people=3")
                // Lines bob-ann, cid-bob, cid-dan are a path, and everybody exchanges along it.
                .contains("treeSteps=1.666", "shortened=0.0", "farTies=0", "carrying=[]");
    }

    @Test
    void sentences_askedInFrench_areFrenchAndEnglishOtherwise() {
        assertThat(ask("{ silos { byChannel { french: sentence(language: FRENCH) sentence } } }", "silos")
                        .toString())
                .contains("french=Le seul canal ici., sentence=The only channel here.");
        assertThat(ask(
                                "{ bridges { nodes { summary(language: FRENCH) risk { sentence(language: FRENCH) } } } }",
                                "bridges")
                        .toString())
                .contains("Relie A et B\u00a0: la seule paire")
                .contains("Relie une paire de personnes d’A et de B, que nul autre ne relie.");
    }

    @Test
    void wirearchy_threadsAndShortcutsBelowTheFloor_suppressed() {
        String shown = String.valueOf(
                server.run("""
                { wirearchy { peerExchange { state figures { exchanges } }
                    shortcuts { whole { steps } cells { state way { steps } } } } }
                """, new Reader(Role.CONSULTANT, null)).<Object>getData());
        assertThat(shown)
                .contains("peerExchange={state=SUPPRESSED, figures=null}", "whole=null", "{state=SUPPRESSED, way=null}")
                .doesNotContain("SHOWN");
    }

    @Test
    void silos_heavyFieldsBelowTheFloor_suppressed() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        String shown = String.valueOf(server.run("""
                { silos { segregation { homophily { state score { observed } } }
                    externalInternalByLabels { groups { state score { observed } } }
                    externalInternalByDegrees { groups { state score { observed } } }
                    clusters { matches { parts } consensus { groups { state certainty } } } } }
                """, consultant).<Object>getData());
        assertThat(shown)
                .contains("{state=SUPPRESSED, score=null}", "{state=SUPPRESSED, certainty=null}", "matches=[]")
                .doesNotContain("SHOWN")
                .doesNotContain("observed");
    }

    @Test
    void bridges_everyField_answeredAndPaged() {
        Object bridges = ask("""
                { bridges(first: 1) { provenance { snapshot } pageInfo { hasNextPage endCursor }
                  nodes { person { id name } rank betweenness constraint effectiveSize groupsReached cutPerson workload
                          structuralDiversity summary risk { connects alone share sentence }
                          rankInterval { state low high }
                          successors { person { id } knowsHere ofHere knowsThere ofThere workload sentence }
                          roles { role count groupsDealt { expected deviation z } randomGraph { expected deviation z } }
                          brokerage { coordinator itinerant representative gatekeeper liaison } } } }
                """, "bridges");
        assertThat(bridges.toString())
                .contains("hasNextPage=true", "id=bob", "rank=1", "cutPerson=true")
                .contains("structuralDiversity=2", "{role=COORDINATOR, count=0, groupsDealt={expected=")
                .contains("Links A and B: the only pair with a tie between them includes this person.");
        assertThat(bridges.toString())
                .contains(
                        "{connects=1, alone=1, share=1.0, sentence=Connects one pair of people of A and B, which nobody"
                                + " else connects.}")
                // Four days of data have no four weeks.
                .contains("rankInterval={state=PENDING, low=null, high=null}, successors=[]");
        Object ties = ask("{ bridgeTies { nodes { from { id } to { id } separates acrossGroups } } }", "bridgeTies");
        assertThat(ties.toString()).contains("{from={id=bob}, to={id=cid}, separates=2, acrossGroups=true}");
        Object local = ask("""
                { bridgeTies(kind: LOCAL) { nodes { from { id } to { id } separates betweenness span
                  betweennessInterval { low } use { before beforeOf after afterOf q } } } }
                """, "bridgeTies");
        assertThat(local.toString())
                .contains(
                        "[{from={id=bob}, to={id=cid}, separates=2, betweenness=1.0, span=null, betweennessInterval=null,"
                                + " use=null}]");
    }

    @Test
    void bridges_filters_chooseAndOrder() {
        assertThat(ask("{ bridges(filter: { group: \"B\" }, by: RISK) { nodes { person { id } } } }", "bridges")
                        .toString())
                .contains("id=cid")
                .doesNotContain("id=bob");
        assertThat(ask("{ bridges(filter: { aloneMin: 2 }) { nodes { rank } } }", "bridges")
                        .toString())
                .contains("nodes=[]");
        assertThat(ask(
                                "{ bridges(filter: { named: false, role: LIAISON }, by: WORKLOAD) { nodes { rank } } }",
                                "bridges")
                        .toString())
                .contains("nodes=[]");
        assertThat(refusal("{ bridges(filter: { aloneMin: -1 }) { nodes { rank } } }"))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ bridges(filter: { group: \"Z\" }) { nodes { rank } } }"))
                .startsWith("NOT_FOUND");
    }

    @Test
    void bridges_readerBelowTheFloor_groupsNeitherNamedNorChosen() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        assertThat(String.valueOf(server.run(
                                "{ bridges { nodes { summary risk { sentence } successors { sentence } } } }",
                                consultant)
                        .<Object>getData()))
                .contains("too small to be told", "pair of people of different groups")
                .doesNotContain("Links A")
                .doesNotContain("of A and B");
        for (String query : List.of(
                "{ bridges(filter: { group: \"A\" }) { nodes { rank } } }",
                "{ bridges(between: [\"A\", \"B\"]) { nodes { rank } } }")) {
            ExecutionResult refused = server.run(query, consultant);
            assertThat(refused.getErrors()).hasSize(1);
            assertThat(refused.getErrors().getFirst().getExtensions()).containsEntry("code", "SUPPRESSED");
        }
    }

    @Test
    void silos_trendAndChannels_everyField() {
        assertThat(ask("""
                        { silos(window: { from: "2024-01-01", to: "2024-02-29" }) {
                          trend(months: 1) { window { from to } state externalInternal { value low high }
                            permeability { value } groups { group { id } state permeability { value low high } } }
                          byChannel { channel state ties externalInternal externalInternalInterval { low }
                            difference { value } sentence } } }
                        """, "silos").toString())
                // One week of data: figures without interval are not told.
                .contains("window={from=2024-01-01, to=2024-01-31}, state=SHOWN", "to=2024-02-29}, state=NO_DATA")
                .contains("{channel=mail, state=SHOWN, ties=3, externalInternal=-0.3333333333333333")
                .contains("sentence=The only channel here.");
        assertThat(refusal("{ silos { trend(months: 0) { state } } }")).startsWith("BAD_USER_INPUT");
    }

    @Test
    void wirearchy_everyField_answered() {
        Object wirearchy = ask("""
                { wirearchy { provenance { parameters { name value } } people activePeople alongTheLine linesUsed
                  byDistance { distance possiblePairs ties share rate observedOverExpected }
                  hierarchy { connectedness hierarchy efficiency leastUpperBound leastUpperBoundLow leastUpperBoundHigh
                              pairsDrawn }
                  lineReliance { provenance { method parameters { name value } window { from } } across betweenManagers
                                 expected oneManager direct alongTheLine managers }
                  workingGroups { provenance { parameters { name value } }
                    periods { window { from to } people clusters across expected freedom }
                    steps { from { from } to { to } people fluidity noise } }
                  wirearchyIndex { provenance { parameters { name value } } value low high weeks expectedAcross
                                   parts { name value low high } } } }
                """, "wirearchy");
        assertThat(wirearchy.toString())
                .contains("people=4, activePeople=4, alongTheLine=1.0, linesUsed=1.0")
                // Bob and Cid alone talk across, and both manage; Cid is above Bob.
                .contains("across=1.0, betweenManagers=1.0", "alongTheLine=1.0, managers=0.5")
                .contains("pairsDrawn=0", "{name=OFF_THE_LINE, value=0.0, low=null, high=null}")
                // Ann and Bob on days 1 to 2, the others on days 3 to 4: nobody but Bob in both.
                .contains("to={to=2024-01-05}, people=1,");
    }

    @Test
    void network_everyField_answered() {
        Object network = ask("""
                { network(granularity: PERSON) { provenance { parameters { name } } truncated
                  nodes { id label group { id } x y people
                          measures(names: ["degree", "betweenness", "coreness", "pageRank", "constraint"]) { name value } }
                  edges { from to kind strength } } }
                """, "network");
        assertThat(network.toString())
                .contains("{from=ann, to=bob, kind=REPORTING, strength=1.0}")
                .contains("{from=ann, to=bob, kind=OBSERVED, strength=2.0}")
                .contains("{name=degree, value=2.0}");
        assertThat(ask("{ network { nodes { id people } } }", "network").toString())
                .contains("{id=A, people=2}");
    }

    @Test
    void network_readerWithoutNames_seesPseudonymsOnly() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        String shown = String.valueOf(server.run(
                        "{ network(granularity: PERSON) { nodes { id label } edges { from to } }"
                                + " bridges { nodes { person { id name } } }"
                                + " bridgeTies { nodes { from { id } to { id } } } }",
                        consultant)
                .<Object>getData());
        assertThat(shown).contains("pseudonym:");
        for (String name : List.of("ann", "bob", "cid", "dan")) {
            assertThat(shown).doesNotContain(name);
        }
    }

    @Test
    void silos_readerBelowTheFloor_suppressedNotZero() {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        String shown = String.valueOf(
                server.run("{ silos { cells { state ties } } }", consultant).<Object>getData());
        assertThat(shown).contains("{state=SUPPRESSED, ties=null}").doesNotContain("SHOWN");
    }

    @Test
    void arguments_outOfRange_refusedWithTheirCode() {
        assertThat(refusal("{ silos(unitDepth: -1) { modularity } }")).startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ silos(channels: [\"smoke\"]) { modularity } }"))
                .startsWith("BAD_USER_INPUT")
                .contains("mail");
        assertThat(refusal("{ bridges(first: 101) { nodes { rank } } }")).startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ network(first: 2001) { truncated } }")).startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ wirearchy { lineReliance(unitDepth: 21) { across } } }"))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ wirearchy { wirearchyIndex(unitDepth: -1) { value } } }"))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ wirearchy { workingGroups(periods: 1) { steps { people } } } }"))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ wirearchy(snapshot: \"gone\") { people } }")).startsWith("NOT_FOUND");
        assertThat(
                        refusal(
                                "{ network(granularity: PERSON, first: 1) { nodes { measures(names: [\"charm\"]) { value } } } }"))
                .startsWith("BAD_USER_INPUT")
                .contains("degree, strength, betweenness, betweennessAcrossGroups, closeness");
    }
}
