package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Passerelle;
import org.passerelle.introduction.MeetingsCompared;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSource;
import org.passerelle.store.StoreStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole server over a real database, asked about the invented organisation whose truth is known. */
@SpringBootTest(
        classes = {Passerelle.class, AnswersIT.Inspection.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.demo=true", "passerelle.open=true"})
@DirtiesContext
class AnswersIT {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path home;

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private StoreStart start;

    private JsonNode truth = JSON.nullNode();

    @DynamicPropertySource
    static void inTheTemporaryHome(DynamicPropertyRegistry registry) {
        registry.add("passerelle.home", () -> home.toString());
    }

    @BeforeEach
    void awaitTheDemonstration() throws Exception {
        start.ready().get(15, TimeUnit.MINUTES);
        truth = JSON.readTree(Files.readString(home.resolve("invented/truth.json")));
    }

    /** Keeps what Spring for GraphQL finds when it holds the code against schema.graphqls. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Inspection {
        private final AtomicReference<SchemaReport> report = new AtomicReference<>();

        @Bean
        GraphQlSourceBuilderCustomizer inspected() {
            return builder -> builder.inspectSchemaMappings(report::set);
        }
    }

    @Test
    void schemaInspection_ofTheWholeServer_findsNothing(@Autowired Inspection inspection) {
        SchemaReport report = inspection.report.get();
        assertThat(report).isNotNull();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes()).isEmpty();
    }

    @Test
    void experts_plantedTopics_areAmongTheFirst() throws Exception {
        double reciprocal = 0;
        int questions = 0;
        for (JsonNode topic : truth.at("/experts")) {
            List<String> planted = texts(topic.at("/experts"), "");
            for (String language : List.of("fr", "en")) {
                for (String term : texts(topic.at("/terms/" + language), "")) {
                    List<String> found = texts(
                            ask(
                                            "query($a: String!) { experts(about: $a) { nodes { person { id } } } }",
                                            Map.of("a", term))
                                    .at("/data/experts/nodes"),
                            "/person/id");
                    int rank = 1;
                    while (rank <= found.size() && !planted.contains(found.get(rank - 1))) {
                        rank++;
                    }
                    reciprocal += rank <= found.size() ? 1.0 / rank : 0;
                    questions++;
                }
            }
        }
        System.out.printf(
                "Experts of the demonstration: %d questions, MRR@10 %.3f%n", questions, reciprocal / questions);
        // Measured .785; the margin is for other wordings of the invented texts.
        assertThat(reciprocal / questions).isGreaterThan(0.7);
    }

    @Test
    void experts_outsideAUnit_areElsewhereAndReachable() throws Exception {
        JsonNode topic = truth.at("/experts/cavitation");
        String unit = topic.at("/obviousUnit").asString();
        String asker = firstMember(unit);
        JsonNode answer = ask("""
                query($a: String!, $unit: ID!, $from: ID!) {
                  experts(about: $a, filter: {outsideUnitOf: $unit}, from: $from) {
                    nodes {
                      rank score distance
                      person { id name memberships { group { id } } }
                      silos { id }
                      introductionPath { people { id } via }
                      evidence(first: 2) { contribution snippet at reactions resolving community { id } }
                      parts { text recognition recency reach }
                    }
                    provenance { snapshot method parameters { name value } window { from to } }
                  }
                }
                """, Map.of("a", topic.at("/terms/en/0").asString(), "unit", unit, "from", asker));
        JsonNode nodes = answer.at("/data/experts/nodes");
        assertThat(nodes.size()).as("%s", answer).isPositive();
        int paths = 0;
        for (JsonNode node : nodes) {
            assertThat(texts(node.at("/person/memberships"), "/group/id")).doesNotContain(unit);
            assertThat(node.at("/person/id").asString()).isNotEqualTo(asker);
            assertThat(node.at("/evidence").size()).isPositive();
            for (String part : List.of("text", "recognition", "recency", "reach")) {
                assertThat(node.at("/parts/" + part).asDouble()).isBetween(0.0, 1.0);
            }
            List<String> path = texts(node.at("/introductionPath/people"), "/id");
            if (!path.isEmpty()) {
                paths++;
                assertThat(path)
                        .startsWith(asker)
                        .endsWith(node.at("/person/id").asString());
                assertThat(path.size()).isBetween(2, 4);
                assertThat(texts(node.at("/introductionPath/via"), ""))
                        .hasSize(path.size() - 1)
                        .allMatch(via -> via.matches("\\d+ exchanges since [A-Z][a-z]+ \\d{4}"));
            }
        }
        assertThat(paths).isPositive();
    }

    @Test
    void experts_earlierWindow_showNothingLater() throws Exception {
        JsonNode answer = ask(
                "{ experts(about: \"cavitation\", filter: {window: {to: \"2025-05-31\"}}) { nodes { evidence(first: 10) { at } } } }",
                Map.of());
        List<String> moments = new ArrayList<>();
        answer.at("/data/experts/nodes").forEach(node -> moments.addAll(texts(node.at("/evidence"), "/at")));
        assertThat(moments).isNotEmpty().allMatch(at -> at.compareTo("2025-06-01") < 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name:*", "\\\"unclosed", "a AND (", "folded:[* TO *]", "cavitation~2 -text:x", "day:[* TO 2]"})
    void experts_queryLanguage_isTakenLiterally(String about) throws Exception {
        JsonNode answer = ask("query($a: String!) { experts(about: $a) { nodes { rank } } }", Map.of("a", about));
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!?"})
    void experts_withoutWords_isBadUserInput(String about) throws Exception {
        JsonNode answer = ask("query($a: String!) { experts(about: $a) { nodes { rank } } }", Map.of("a", about));
        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void silos_cellsOfOnePair_areThatOfTheWholeMap() throws Exception {
        String query =
                "query($b: [ID!]) { silos(unitDepth: 3) { cells(between: $b) { from { id } to { id } state ties } } }";
        JsonNode all = ask("{ silos(unitDepth: 3) { cells { from { id } to { id } state ties } } }", Map.of())
                .at("/data/silos/cells");
        for (JsonNode cell : List.of(all.get(0), all.get(1))) {
            List<String> pair =
                    List.of(cell.at("/to/id").asString(), cell.at("/from/id").asString());
            assertThat(ask(query, Map.of("b", pair)).at("/data/silos/cells"))
                    .singleElement()
                    .isEqualTo(cell);
        }
        assertThat(ask(query, Map.of("b", List.of(all.get(0).at("/from/id").asString(), "unit:nowhere")))
                        .at("/data/silos/cells"))
                .isEmpty();
        assertThat(ask(query, Map.of("b", List.of("unit:nowhere")))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void groups_ofALevel_arePartOfThoseOfTheLevelAbove() throws Exception {
        JsonNode divisions = ask("{ silos(unitDepth: 2) { groups { group { id above { above { id } } } } } }", Map.of())
                .at("/data/silos/groups");
        List<String> above = texts(
                ask("{ silos(unitDepth: 3) { groups { group { above { id } } } } }", Map.of())
                        .at("/data/silos/groups"),
                "/group/above/id");
        assertThat(divisions).allSatisfy(division -> assertThat(
                        division.at("/group/above/above").isNull())
                .as("the root is part of nothing: %s", division)
                .isTrue());
        assertThat(above).containsAnyElementsOf(texts(divisions, "/group/id"));
        JsonNode sites = ask("{ silos(dimension: SITE) { groups { group { above { id } } } } }", Map.of())
                .at("/data/silos/groups");
        assertThat(sites)
                .isNotEmpty()
                .allSatisfy(site -> assertThat(site.at("/group/above").isNull()).isTrue());
    }

    @Test
    void bridges_betweenTheSidesOfAPlantedSilo_beginWithThePlantedPeople() throws Exception {
        String query = "query($b: [ID!]) { bridges(between: $b, first: 3) { nodes { rank person { id } summary } } }";
        for (JsonNode silo : truth.at("/silos")) {
            List<String> units = texts(silo.at("/units"), "");
            List<String> planted = new ArrayList<>();
            for (JsonNode bridge : truth.at("/bridges")) {
                if (texts(bridge.at("/units"), "").equals(units)) {
                    planted.add(bridge.at("/person").asString());
                }
            }
            JsonNode answer = ask(query, Map.of("b", units));
            assertThat(planted).hasSize(2);
            assertThat(texts(answer.at("/data/bridges/nodes"), "/person/id")).containsAll(planted);
        }
        assertThat(ask(query, Map.of("b", List.of("unit:essais")))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("BAD_USER_INPUT");
        assertThat(ask(query, Map.of("b", List.of("unit:essais", "unit:nowhere")))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void introductions_betweenTheSidesOfAPlantedSilo_joinTheTwoOverAnAcquaintance() throws Exception {
        String query = "query($b: [ID!]) { introductions(between: $b, first: 3) { efficiency pairs gain gainMax"
                + " meetings { rank people { id } groups { id } gain waysShortened stepsBefore sentence"
                + " sharedSubjects { id name } introduction { people { id } via busy } } leftOut { gone busy }"
                + " provenance { parameters { name value } } } }";
        for (JsonNode silo : truth.at("/silos")) {
            List<String> units = texts(silo.at("/units"), "");
            JsonNode answer = ask(query, Map.of("b", units));
            JsonNode plan = answer.at("/data/introductions");
            assertThat(plan.at("/meetings").size()).as("%s", answer).isPositive();
            double gain = 0;
            for (JsonNode meeting : plan.at("/meetings")) {
                List<String> path = texts(meeting.at("/introduction/people"), "/id");
                assertThat(texts(meeting.at("/groups"), "/id")).containsExactlyInAnyOrderElementsOf(units);
                assertThat(path)
                        .startsWith(meeting.at("/people/0/id").asString())
                        .endsWith(meeting.at("/people/1/id").asString());
                assertThat(path.size()).isBetween(3, 4);
                assertThat(meeting.at("/waysShortened").asInt()).isPositive();
                gain += meeting.at("/gain").asDouble();
            }
            assertThat(plan.at("/gain").asDouble()).isCloseTo(gain, within(1e-12));
            assertThat(plan.at("/gainMax").asDouble()).isGreaterThanOrEqualTo(gain);
        }
    }

    @Test
    void transverseTopics_ofTheDemonstration_comeWithGroupsThatHaveNotMet() throws Exception {
        JsonNode answer = ask("""
                        { transverseTopics(dimension: UNIT, unitDepth: 2, first: 10) { nodes { topic { id name people }
                            people pairs met separation p pCorrected z expected { value low high }
                            groups { group { id } people } apart { from { id } to { id } pairs }
                            meetings { people { id unit { id } } groups { id } introduction { people { id } } }
                            meetingsWithheld sentence } provenance { parameters { name value } } } }
                        """, Map.of());
        JsonNode topics = answer.at("/data/transverseTopics/nodes");
        assertThat(topics.size()).as("%s", answer).isPositive();
        double last = 0;
        for (JsonNode topic : topics) {
            assertThat(topic.at("/p").asDouble())
                    .isBetween(last, topic.at("/pCorrected").asDouble());
            last = topic.at("/p").asDouble();
            int people = 0;
            for (JsonNode group : topic.at("/groups")) {
                assertThat(group.at("/people").asInt()).isGreaterThanOrEqualTo(2);
                people += group.at("/people").asInt();
            }
            assertThat(people).isEqualTo(topic.at("/people").asInt());
            assertThat(topic.at("/apart").size()).isPositive();
            assertThat(topic.at("/met").asDouble())
                    .isBetween(0.0, topic.at("/pairs").asDouble() - 1);
            assertThat(topic.at("/meetingsWithheld").asInt()).isZero();
            for (JsonNode meeting : topic.at("/meetings")) {
                assertThat(texts(meeting.at("/groups"), "/id")).hasSize(2).doesNotHaveDuplicates();
                assertThat(texts(meeting.at("/introduction/people"), "/id").size())
                        .isBetween(3, 4);
            }
        }
    }

    private HttpResponse<String> export(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/export/" + address))
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silos.csv?unitDepth=2",
                "groups.csv?dimension=SITE",
                "bridges.csv?first=150",
                "bridge-ties.csv?first=30&kind=LOCAL",
                "network.csv",
                "nodes.csv?granularity=PERSON&first=50",
                "wirearchy.csv",
                "introductions.csv?first=3",
                "transverse-topics.csv?unitDepth=2",
                "compare.csv?beforeTo=2025-03-31&afterFrom=2025-04-01"
            })
    void export_everyTable_hasItsRows(String address) throws Exception {
        HttpResponse<String> answer = export(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines.length).as(answer.body()).isGreaterThan(2);
        assertThat(lines[0]).endsWith("snapshot,window_from,window_to");
        assertThat(lines[lines.length - 1]).isEmpty();
        if (address.contains("first=150")) {
            assertThat(lines).as("pages are put together").hasSize(152);
        }
    }

    @Test
    void export_silos_saysWhatTheApiSays() throws Exception {
        JsonNode cells = ask("{ silos(dimension: SITE) { cells { from { id } to { id } state ties } } }", Map.of())
                .at("/data/silos/cells");
        String[] lines = export("silos.csv?dimension=SITE").body().split("\r\n");
        assertThat(lines).hasSize(cells.size() + 1);
        for (int line = 1; line < lines.length; line++) {
            JsonNode cell = cells.get(line - 1);
            String[] values = lines[line].split(",", -1);
            assertThat(List.of(values[0], values[2], values[4], values[5]))
                    .containsExactly(
                            cell.at("/from/id").asString(),
                            cell.at("/to/id").asString(),
                            cell.at("/state").asString(),
                            cell.at("/ties").isNull() ? "" : cell.at("/ties").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silos.gexf?dimension=SITE",
                "bridges.gexf?first=20",
                "bridge-ties.gexf?first=20",
                "network.gexf?granularity=PERSON&first=50",
                "wirearchy.gexf",
                "introductions.gexf?first=3",
                "compare.gexf?beforeTo=2025-03-31&afterFrom=2025-04-01"
            })
    void export_everyNetwork_isWellFormedAndItsEdgesHaveEnds(String address) throws Exception {
        HttpResponse<String> answer = export(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
        NodeList nodes = document.getElementsByTagNameNS("http://www.gexf.net/1.2draft", "node");
        Set<String> ids = new HashSet<>();
        for (int place = 0; place < nodes.getLength(); place++) {
            assertThat(ids.add(((Element) nodes.item(place)).getAttribute("id")))
                    .isTrue();
        }
        NodeList edges = document.getElementsByTagNameNS("http://www.gexf.net/1.2draft", "edge");
        assertThat(edges.getLength()).isPositive();
        for (int place = 0; place < edges.getLength(); place++) {
            Element edge = (Element) edges.item(place);
            assertThat(ids).contains(edge.getAttribute("source"), edge.getAttribute("target"));
        }
    }

    @Test
    void export_thatCannotBe_saysWhy() throws Exception {
        for (String address : List.of("everything.csv", "groups.gexf", "silos.csv?snapshot=gone")) {
            assertThat(export(address).statusCode()).as(address).isEqualTo(404);
        }
        for (String address : List.of(
                "silos.csv?first=3", "silos.csv?unitDepth=deep", "silos.csv?dimension=SHOE", "bridges.csv?first=0")) {
            HttpResponse<String> refused = export(address);
            assertThat(refused.statusCode()).as(address).isEqualTo(400);
            assertThat(refused.body()).startsWith("BAD_USER_INPUT: ");
        }
    }

    @Test
    void introductions_wholeDemonstration_beatRandomAndDegree(@Autowired NetworkSource source) {
        MeetingsCompared.Figures figures = MeetingsCompared.compare(source.snapshot(), Dimension.UNIT, 0, 5, 20);
        System.out.printf("Introductions of the demonstration: %s%n", figures);
        assertThat(figures.meetings()).isEqualTo(5);
        assertThat(figures.chosen()).isGreaterThan(figures.degree()).isGreaterThan(figures.randomBest());
    }

    @Test
    void bridgesAndTies_ofThePlantedOrganisation_sayWhatRestsOnThem() throws Exception {
        JsonNode bridges = ask("""
                        { bridges(first: 5, by: RISK, filter: { aloneMin: 1, named: true }) { nodes {
                            rank workload risk { connects alone share sentence } rankInterval { state }
                            successors { person { id } knowsHere knowsThere sentence } } } }
                        """, Map.of()).at("/data/bridges/nodes");
        assertThat(bridges.size()).isEqualTo(5);
        int last = Integer.MAX_VALUE;
        for (JsonNode bridge : bridges) {
            int alone = bridge.at("/risk/alone").asInt();
            assertThat(alone)
                    .isBetween(1, Math.min(last, bridge.at("/risk/connects").asInt()));
            assertThat(bridge.at("/risk/sentence").asString()).endsWith(".");
            assertThat(bridge.at("/rankInterval/state").asString()).isIn("PENDING", "READY");
            for (JsonNode successor : bridge.at("/successors")) {
                assertThat(successor.at("/knowsHere").asInt()).isPositive();
                assertThat(successor.at("/knowsThere").asInt()).isPositive();
            }
            last = alone;
        }
        JsonNode ties = ask("""
                        { carrying: bridgeTies(kind: CARRYING, first: 3) { nodes { betweenness acrossGroups use { before } } }
                          local: bridgeTies(kind: LOCAL, first: 3) { nodes { span } }
                          fading: bridgeTies(kind: FADING, first: 3) { nodes { use { q } } } }
                        """, Map.of()).at("/data");
        assertThat(ties.at("/carrying/nodes/0/betweenness").asDouble())
                .isGreaterThanOrEqualTo(ties.at("/carrying/nodes/1/betweenness").asDouble());
        assertThat(ties.at("/carrying/nodes/0/acrossGroups").asBoolean()).isTrue();
        ties.at("/local/nodes")
                .forEach(tie -> assertThat(tie.at("/span").asInt(3)).isGreaterThan(2));
        ties.at("/fading/nodes")
                .forEach(tie -> assertThat(tie.at("/use/q").asDouble()).isLessThanOrEqualTo(.05));
    }

    @Test
    void heldBy_betweenTheSidesOfAPlantedSilo_aPlantedPersonIsAmongThem() throws Exception {
        String query = "query($b: [ID!]!) { silos { heldBy(between: $b) { state strength"
                + " directly { people persons(first: 100) { id } } byAnyWay { people } } } }";
        for (JsonNode silo : truth.at("/silos")) {
            List<String> units = texts(silo.at("/units"), "");
            JsonNode hold = ask(query, Map.of("b", units)).at("/data/silos/heldBy");
            List<String> planted = new ArrayList<>();
            for (JsonNode bridge : truth.at("/bridges")) {
                if (texts(bridge.at("/units"), "").equals(units)) {
                    planted.add(bridge.at("/person").asString());
                }
            }
            // Either end of a tie cuts it, so the other planted person may be spared where her contacts are few.
            assertThat(texts(hold.at("/directly/persons"), "/id")).containsAnyElementsOf(planted);
            assertThat(hold.at("/directly/people").asInt())
                    .isEqualTo(texts(hold.at("/directly/persons"), "/id").size());
            assertThat(hold.at("/byAnyWay/people").asInt())
                    .isGreaterThanOrEqualTo(hold.at("/directly/people").asInt());
        }
    }

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
                .max(java.util.Comparator.comparingInt(
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

    @Test
    void communities_whatTheyRestOn_isShownWithItsReasons() throws Exception {
        JsonNode communities = ask("""
                        { communities(first: 30, by: FRAGILITY) { nodes {
                            id contributors fragility kind kindInferred { kind reasons }
                            personas { persona state people rule }
                            mandates { state figures { people appointed natural both } }
                            mirror { state figures { inside expected index { value low high } } }
                            peerExchange { state figures { peers { value } } }
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
    void people_allPages_holdEverybodyOnce() throws Exception {
        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = Map.of();
        boolean more = true;
        while (more) {
            JsonNode page = ask(
                            "query($after: String) { people(first: 100, after: $after) { totalCount nodes { id unit { id } }"
                                    + " pageInfo { endCursor hasNextPage } } }",
                            variables)
                    .at("/data/people");
            seen.addAll(texts(page.at("/nodes"), "/id"));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            variables = Map.of("after", page.at("/pageInfo/endCursor").asString());
            assertThat(seen.size()).isLessThanOrEqualTo(page.at("/totalCount").asInt());
        }
        assertThat(seen).hasSizeGreaterThan(400).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void dataset_demonstration_saysWhoIsMissing() throws Exception {
        JsonNode dataset = ask(
                        "{ dataset { people contributions ties extent { from to } coverage { channel month people }"
                                + " contributors { group { id } people contributors state } } }",
                        Map.of())
                .at("/data/dataset");
        assertThat(dataset.at("/people").asInt()).isGreaterThan(400);
        assertThat(dataset.at("/extent/to").asString()).isEqualTo("2025-12-31");
        assertThat(texts(dataset.at("/contributors"), "/state")).contains("SHOWN", "NO_DATA");
    }

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

    private String firstMember(String unit) throws Exception {
        return ask("query($g: ID!) { people(filter: {group: $g}, first: 1) { nodes { id } } }", Map.of("g", unit))
                .at("/data/people/nodes/0/id")
                .asString();
    }

    private static JsonNode byId(JsonNode nodes, String id) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.at("/id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array, String pointer) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.at(pointer).asString())
                .toList();
    }

    private static final String CORRECT = "mutation($t: String!, $a: ExpertiseAction!, $f: ID) {"
            + " correctExpertise(topic: $t, action: $a, from: $f) { id topics { nodes { topic { id name } state declared"
            + " evidenceCount passages { snippet } } } } }";
    private static final String WHO =
            "query($a: String!) { experts(about: $a) { nodes { person { id } declared { name } } } }";

    @Test
    void correctExpertise_hideAddAndReset_holdAtOnceForProfilesAndExperts() throws Exception {
        JsonNode first = ask(WHO, Map.of("a", "cavitation")).at("/data/experts/nodes/0/person/id");
        JsonNode topic = ask(
                        "{ topics(near: \"cavitation\", first: 1) { nodes { id name people } totalCount } }", Map.of())
                .at("/data/topics/nodes/0");
        assertThat(topic.at("/name").asString()).containsIgnoringCase("cavitation");
        Map<String, Object> hide = Map.of("t", topic.at("/id").asString(), "a", "HIDE", "f", first.asString());
        JsonNode hidden = ask(CORRECT, hide);
        assertThat(texts(hidden.at("/data/correctExpertise/topics/nodes"), "/topic/id"))
                .isNotEmpty()
                .doesNotContain(topic.at("/id").asString());
        assertThat(texts(ask(WHO, Map.of("a", "cavitation")).at("/data/experts/nodes"), "/person/id"))
                .isNotEmpty()
                .doesNotContain(first.asString());
        ask(CORRECT, Map.of("t", topic.at("/id").asString(), "a", "RESET", "f", first.asString()));
        assertThat(texts(ask(WHO, Map.of("a", "cavitation")).at("/data/experts/nodes"), "/person/id"))
                .contains(first.asString());
        JsonNode added = ask(CORRECT, Map.of("t", "Xylophone tuning", "a", "ADD", "f", first.asString()));
        assertThat(added.at("/data/correctExpertise/topics/nodes").toString()).contains("Xylophone tuning", "ADDED");
        JsonNode found = ask(WHO, Map.of("a", "xylophone tuning")).at("/data/experts/nodes");
        assertThat(texts(found, "/person/id")).containsExactly(first.asString());
        assertThat(found.at("/0/declared/0/name").asString()).isEqualTo("Xylophone tuning");
        ask(CORRECT, Map.of("t", "Xylophone tuning", "a", "ADD", "f", first.asString()));
        String id = ask("{ topics(name: \"xylo\") { nodes { id } } }", Map.of())
                .at("/data/topics/nodes/0/id")
                .asString();
        ask(CORRECT, Map.of("t", id, "a", "RESET", "f", first.asString()));
        assertThat(ask(WHO, Map.of("a", "xylophone tuning"))
                        .at("/data/experts/nodes")
                        .size())
                .isZero();
    }

    @Test
    void correctExpertise_ofNobodyOrNothing_isRefusedClearly() throws Exception {
        String someone = ask("{ people(first: 1) { nodes { id } } }", Map.of())
                .at("/data/people/nodes/0/id")
                .asString();
        assertThat(code(ask(CORRECT, Map.of("t", "topic:none", "a", "HIDE", "f", someone))))
                .isEqualTo("NOT_FOUND");
        assertThat(code(ask(CORRECT, Map.of("t", "welding", "a", "ADD")))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(ask(CORRECT, Map.of("t", "welding", "a", "ADD", "f", "nobody"))))
                .isEqualTo("NOT_FOUND");
        for (String words : List.of("the of", "😀", "x".repeat(81), "one two four six welds pipes seams joints")) {
            assertThat(code(ask(CORRECT, Map.of("t", words, "a", "ADD", "f", someone))))
                    .as(words)
                    .isEqualTo("BAD_USER_INPUT");
        }
        assertThat(code(ask("{ topics(name: \"\") { totalCount } }", Map.of()))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(ask("{ topics(name: \"a\", near: \"b\") { totalCount } }", Map.of())))
                .isEqualTo("BAD_USER_INPUT");
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/extensions/code").asString();
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

    @Test
    void overview_ofTheDemonstration_saysWhatWasPlantedAndStaysTheSame() throws Exception {
        JsonNode overview = overview("ENGLISH");
        List<String> ids = texts(overview.at("/items"), "/id");

        assertThat(overview.at("/window/from").asString()).isEqualTo("2025-07-01");
        assertThat(overview.at("/before/to").asString()).isEqualTo("2025-06-30");
        assertThat(ids).hasSizeBetween(3, 7).doesNotHaveDuplicates();
        assertThat(texts(overview.at("/items"), "/section")).contains("AT_RISK", "THANKS");
        for (JsonNode item : overview.at("/items")) {
            assertThat(item.at("/certainty").asDouble()).isBetween(0.5, 1.0);
            assertThat(item.at("/sentence").asString()).isNotBlank();
            for (JsonNode person : item.at("/who")) {
                assertThat(item.at("/sentence").asString())
                        .doesNotContain(person.at("/name").asString());
            }
            // The way one level down is a query that is answered.
            JsonNode down = ask(item.at("/query").asString(), Map.of());
            assertThat(down.at("/errors").isMissingNode()).as("%s", down).isTrue();
        }
        assertThat(overview("ENGLISH")).isEqualTo(overview);
        JsonNode french = overview("FRENCH");
        assertThat(texts(french.at("/items"), "/id")).isEqualTo(ids);
        assertThat(texts(french.at("/items"), "/sentence"))
                .doesNotContainAnyElementsOf(texts(overview.at("/items"), "/sentence"));
    }

    @Test
    void overview_windowWithoutAnythingBefore_isRefused() throws Exception {
        JsonNode answer = ask("{ overview(window: {from: \"2025-01-01\", to: \"2025-06-30\"}) { state } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void report_ofTheOverview_isServedAsPageAndPrinted() throws Exception {
        JsonNode overview = overview("FRENCH");

        HttpResponse<String> page = report("html?language=fr");
        HttpResponse<String> printed = report("pdf?language=fr&links=none");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Le réseau en un coup d&#39;œil");
        for (String figure : texts(overview.at("/items"), "/figure")) {
            assertThat(page.body()).contains(figure.replace("&", "&amp;"));
        }
        assertThat(printed.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(report("html?language=de").statusCode()).isEqualTo(400);
        assertThat(report("html?links=javascript:alert(1)").statusCode()).isEqualTo(400);
        assertThat(report("html?from=2025-01-01").body()).startsWith("BAD_USER_INPUT");
    }

    private HttpResponse<String> report(String what) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/report/overview." + what))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The overview, once it has been worked out. */
    private JsonNode overview(String language) {
        return org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(5))
                .until(
                        () -> ask(
                                        "query($l: Language!) { overview(language: $l) { state before { to } window { from }"
                                                + " items { id section sentence figure certainty certaintyReason people"
                                                + " priority who { name } view query } quiet { sentence } lookedAt left } }",
                                        Map.of("l", language))
                                .at("/data/overview"),
                        overview -> overview.at("/state").asString().equals("READY"));
    }

    private JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
