package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.api.AskedServer.code;
import static org.passerelle.api.AskedServer.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.Passerelle;
import org.passerelle.ingest.Format;
import org.passerelle.ingest.Load;
import org.passerelle.ingest.LoadRequest;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.Person;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.passerelle.store.GraphHash;
import org.passerelle.store.GraphWriter;
import org.passerelle.store.Store;
import org.passerelle.store.StoreStart;
import org.passerelle.store.StoreVerification;
import org.passerelle.store.TestStores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole server about a works small enough that every answer can be told beforehand. */
@SpringBootTest(
        classes = {Passerelle.class, ExpertAnswersIT.MovableTime.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "passerelle.open=true")
@DirtiesContext
class ExpertAnswersIT {
    private static final String EXPERTS = "query($a: String, $q: ID, $from: ID, $f: ExpertFilter) {"
            + " experts(about: $a, question: $q, from: $from, filter: $f) { nodes { person { id } score parts { recognition }"
            + " languages site { id } workload { level askedLately ownUsual everybodysUsual }"
            + " introductionPath { people { id } busy } alternatives { people { id } via busy }"
            + " evidence(first: 5) { contribution subject subjectMarks { start end } snippet marks { start end } link"
            + " reactions helpful markedByMe } }"
            + " nobody { reason words similar withoutFilter communities { community { id } contributions } } } }";
    private static final String REQUEST =
            " { id state about message from { id } via { id } expert { id } waitsFor { id }"
                    + " answers { person { id } accepted message } }";

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private StoreStart start;

    @DynamicPropertySource
    static void overTheSharedDatabase(DynamicPropertyRegistry registry) {
        TestStores.Address address = TestStores.address();
        registry.add("passerelle.home", () -> folder.resolve("home").toString());
        registry.add("spring.neo4j.uri", address::uri);
        registry.add("spring.neo4j.authentication.username", () -> "neo4j");
        registry.add("spring.neo4j.authentication.password", address::password);
    }

    private static @Nullable Store loaded;

    private Store store;

    @Autowired
    private MovableTime time;

    /** The time of day, a minute later before every test, so that what a server remembers for seconds is read again. */
    @TestConfiguration(proxyBeanMethods = false)
    static class MovableTime {
        private final AtomicInteger minutes = new AtomicInteger();

        @Bean
        @Primary
        Clock movable() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    throw new UnsupportedOperationException("Everything here is UTC");
                }

                @Override
                public Instant instant() {
                    return Instant.now().plus(Duration.ofMinutes(minutes.get()));
                }
            };
        }
    }

    @BeforeEach
    void load() throws Exception {
        start.ready().get(5, TimeUnit.MINUTES);
        if (loaded == null) {
            Store scratch = TestStores.scratch();
            new SmallWorks(folder).load(scratch);
            loaded = scratch;
        }
        store = loaded;
        TestStores.forgetWords(store);
        time.minutes.incrementAndGet();
    }

    @Test
    void evidence_wordsThatMatched_areMarked_andLinked() throws Exception {
        JsonNode cid = expert(experts(Map.of("a", "pump cavitation")), "cid");
        JsonNode evidence = node(cid.at("/evidence"), "contribution", "works a-cid");
        assertThat(marked(evidence.at("/snippet"), evidence.at("/marks"))).containsExactly("cavitation", "pump");
        assertThat(marked(evidence.at("/subject"), evidence.at("/subjectMarks")))
                .containsExactly("Cavitation", "pump");
        assertThat(evidence.at("/link").asString()).isEqualTo("https://forum.example.org/a-cid");
        assertThat(texts(cid.at("/languages"), "")).containsExactlyInAnyOrder("en", "fr");
        assertThat(cid.at("/site/id").asString()).isEqualTo("site:lyon");
    }

    @Test
    void experts_whoLeft_isNotAmongThem_alsoForDaysWhenTheyWereThere() throws Exception {
        assertThat(people(experts(Map.of("a", "cavitation")))).containsExactlyInAnyOrder("cid", "dan", "fay", "hal");
        assertThat(people(experts(Map.of("a", "cavitation", "f", Map.of("window", Map.of("to", "2025-03-01"))))))
                .contains("cid")
                .doesNotContain("eve");
        assertThat(people(experts(Map.of("a", "cavitation", "f", Map.of("before", "2025-03-01T00:00:00Z")))))
                .as("as it would have been answered then")
                .contains("eve");
    }

    @Test
    void introduction_busyPerson_isSparedWhereThereIsAnotherWay() throws Exception {
        JsonNode cid = expert(experts(Map.of("a", "cavitation", "from", "ann")), "cid");
        assertThat(texts(cid.at("/introductionPath/people"), "/id")).containsExactly("ann", "bob", "cid");
        assertThat(cid.at("/introductionPath/busy").asBoolean()).isFalse();
        assertThat(cid.at("/alternatives").size()).isEqualTo(1);
        assertThat(texts(cid.at("/alternatives/0/people"), "/id")).containsExactly("ann", "dan", "cid");

        optOut("bob", "NOT_SUGGESTED");
        JsonNode withoutBob = expert(experts(Map.of("a", "cavitation", "from", "ann")), "cid");
        assertThat(texts(withoutBob.at("/introductionPath/people"), "/id")).containsExactly("ann", "dan", "cid");
        assertThat(withoutBob.at("/alternatives").size()).isZero();

        optOut("dan", "NOT_SUGGESTED");
        JsonNode onlyGus = expert(experts(Map.of("a", "cavitation", "from", "ann")), "cid");
        assertThat(texts(onlyGus.at("/introductionPath/people"), "/id")).containsExactly("ann", "gus", "cid");
        assertThat(onlyGus.at("/introductionPath/busy").asBoolean()).isTrue();
    }

    @Test
    void workload_isShown_andNoPartOfTheScore() throws Exception {
        JsonNode cid = expert(experts(Map.of("a", "cavitation")), "cid");
        assertThat(cid.at("/workload/level").asString()).isIn("LIGHT", "USUAL");
        assertThat(cid.at("/workload/everybodysUsual").asDouble()).isPositive();
    }

    @Test
    void optOut_holdsAtOnce_overALoad_andUntilTakenBack() throws Exception {
        assertThat(people(experts(Map.of("a", "cavitation")))).contains("fay");
        String hash = GraphHash.of(store);
        optOut("fay", "NOT_SUGGESTED");
        assertThat(people(experts(Map.of("a", "cavitation")))).doesNotContain("fay");
        assertThat(GraphHash.of(store)).as("what was loaded is as it was").isEqualTo(hash);
        assertThat(StoreVerification.faults(store)).isEmpty();
        new SmallWorks(folder).load(store);
        assertThat(people(experts(Map.of("a", "cavitation")))).doesNotContain("fay");
        assertThat(ask("{ optOut(from: \"fay\") }").at("/data/optOut").asString())
                .isEqualTo("NOT_SUGGESTED");
        optOut("fay", "NONE");
        assertThat(people(experts(Map.of("a", "cavitation")))).contains("fay");
        assertThat(code(ask("mutation { optOut(grade: NOT_SUGGESTED) }"))).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void optOut_ofAnAccountThatTurnsOutToBeSomebodyElses_followsThePerson() throws Exception {
        // Two accounts of one full name are one person, who is the organisation's once the chart is loaded.
        Path mails = Files.writeString(folder.resolve("mails.jsonl"), """
                {"id":"m1","at":"2025-03-03T09:00:00Z","by":"kim@example.org","by_name":"Kim Example","channel":"forum","visibility":"COMPANY","kind":"ANSWER","text":"Turbidity needs a filter."}
                """);
        Path mapping = Files.writeString(folder.resolve("mails.yml"), "source: mails\naccounts: MAIL\n");
        Load.run(
                LoadRequest.of(Format.JSONL, List.of(mails), folder.resolve("aside"))
                        .withMapping(mapping),
                new GraphWriter(store));
        time.minutes.incrementAndGet();
        String before = people(experts(Map.of("a", "turbidity"))).getFirst();
        share(before, "COMMUNITIES");
        optOut(before, "NOT_SUGGESTED");
        assertThat(people(experts(Map.of("a", "turbidity")))).isEmpty();

        Path chart = Files.createDirectories(folder.resolve("chart"));
        Files.writeString(chart.resolve("people.csv"), "id,name,addresses\nkim,Kim Example,kim@example.org\n");
        Load.run(LoadRequest.of(Format.ORGANISATION, List.of(chart), folder.resolve("aside")), new GraphWriter(store));
        time.minutes.incrementAndGet();
        assertThat(ask("{ person(id: \"kim\") { id } }").at("/data/person/id").asString())
                .isEqualTo("kim");
        assertThat(ask("query($p: ID!) { person(id: $p) { id } }", Map.of("p", before))
                        .at("/data/person")
                        .isNull())
                .isTrue();
        assertThat(ask("{ optOut(from: \"kim\") }").at("/data/optOut").asString())
                .isEqualTo("NOT_SUGGESTED");
        assertThat(ask("{ sharedAcquaintances(from: \"kim\") }")
                        .at("/data/sharedAcquaintances")
                        .asString())
                .isEqualTo("COMMUNITIES");
    }

    /** Ida knows bob by private letters only. */
    private void privateLetters() throws IOException {
        List<String> letters = new ArrayList<>();
        for (int letter = 0; letter < 4; letter++) {
            String by = letter % 2 == 0 ? "ida" : "bob";
            letters.add("""
                    {"id":"letter%d","at":"2025-09-0%dT09:00:00Z","by":"%s","channel":"mail","visibility":"PRIVATE","kind":"MESSAGE","recipients":["%s"]}
                    """.formatted(letter, letter + 1, by, by.equals("ida") ? "bob" : "ida")
                    .strip());
        }
        Path file = Files.write(folder.resolve("letters.jsonl"), letters);
        Path mapping = Files.writeString(folder.resolve("letters.yml"), "source: letters\naccounts: PERSON\n");
        Load.run(
                LoadRequest.of(Format.JSONL, List.of(file), folder.resolve("aside"))
                        .withMapping(mapping),
                new GraphWriter(store));
        time.minutes.incrementAndGet();
    }

    @Test
    void sharing_outlivesLoads_andNeverOpensPrivateExchanges() throws Exception {
        privateLetters();
        assertThat(idasWay().isNull()).as("nobody agreed").isTrue();
        String hash = GraphHash.of(store);
        String annsWay = way("ann").toString();
        share("ida", "COMMUNITIES");
        share("bob", "COMMUNITIES");
        assertThat(idasWay().isNull())
                .as("they know each other by letters only")
                .isTrue();
        assertThat(code(request("ida", "cid", List.of("bob")))).isEqualTo("BAD_USER_INPUT");
        assertThat(way("ann").toString()).as("nobody else's way is another").isEqualTo(annsWay);

        assertThat(GraphHash.of(store)).as("what was loaded is as it was").isEqualTo(hash);
        assertThat(StoreVerification.faults(store)).isEmpty();
        new SmallWorks(folder).load(store);
        time.minutes.incrementAndGet();
        assertThat(shared("bob")).isEqualTo("COMMUNITIES");
        share("bob", "NONE");
        assertThat(shared("bob")).isEqualTo("NONE");
        assertThat(shared("ida")).isEqualTo("COMMUNITIES");
        assertThat(code(ask("mutation { shareAcquaintances(extent: NONE) }"))).isEqualTo("BAD_USER_INPUT");
        share("ida", "NONE");
    }

    private String shared(String person) throws Exception {
        return ask("{ sharedAcquaintances(from: \"" + person + "\") }")
                .at("/data/sharedAcquaintances")
                .asString();
    }

    private JsonNode idasWay() throws Exception {
        return way("ida");
    }

    private JsonNode way(String asker) throws Exception {
        return expert(
                        ask(
                                "query($f: ID) { experts(about: \"cavitation\", from: $f) { nodes { person { id }"
                                        + " introductionPath { people { id } via steps { exchanges since shared } busy } } } }",
                                Map.of("f", asker)),
                        "cid")
                .at("/introductionPath");
    }

    private void share(String person, String extent) throws Exception {
        JsonNode answer = ask(
                "mutation($p: ID, $e: SharingExtent!) { shareAcquaintances(from: $p, extent: $e) }",
                Map.of("p", person, "e", extent));
        assertThat(answer.at("/data/shareAcquaintances").asString())
                .as("%s", answer)
                .isEqualTo(extent);
    }

    @Test
    void request_throughSomebody_goesFromOneToTheNext_andOnlyTheyAnswer() throws Exception {
        JsonNode made = request("ann", "cid", List.of("bob")).at("/data/requestIntroduction");
        String id = made.at("/id").asString();
        assertThat(made.at("/state").asString()).isEqualTo("WAITING");
        assertThat(made.at("/waitsFor/id").asString()).isEqualTo("bob");
        assertThat(requests("cid", "RECEIVED"))
                .as("it has not reached the expert")
                .isEmpty();
        assertThat(requests("bob", "RECEIVED")).containsExactly(id);
        assertThat(requests("ann", "SENT")).containsExactly(id);

        assertThat(code(answer(id, "cid", true))).as("not reached yet").isEqualTo("NOT_FOUND");
        assertThat(code(answer(id, "ida", true))).isEqualTo("NOT_FOUND");
        assertThat(code(answer(id, "ann", true))).isEqualTo("BAD_USER_INPUT");

        assertThat(answer(id, "bob", true).at("/data/answerRequest/waitsFor/id").asString())
                .isEqualTo("cid");
        assertThat(code(answer(id, "bob", true))).as("answered already").isEqualTo("BAD_USER_INPUT");
        assertThat(requests("cid", "RECEIVED")).containsExactly(id);
        new SmallWorks(folder).load(store);
        JsonNode accepted = answer(id, "cid", true).at("/data/answerRequest");
        assertThat(accepted.at("/state").asString()).isEqualTo("ACCEPTED");
        assertThat(texts(accepted.at("/answers"), "/person/id")).containsExactly("bob", "cid");
        assertThat(texts(accepted.at("/answers"), "/message")).containsExactly("With pleasure", "With pleasure");
        assertThat(requests("cid", "RECEIVED")).containsExactly(id);
    }

    @Test
    void request_declinedOrWithdrawn_reachesNobodyElse() throws Exception {
        String id = request("ann", "cid", List.of("bob"))
                .at("/data/requestIntroduction/id")
                .asString();
        assertThat(code(request("ann", "cid", List.of()))).as("one at a time").isEqualTo("BAD_USER_INPUT");
        assertThat(answer(id, "bob", false).at("/data/answerRequest/state").asString())
                .isEqualTo("DECLINED");
        assertThat(requests("cid", "RECEIVED")).isEmpty();

        String direct = request("ann", "cid", List.of())
                .at("/data/requestIntroduction/id")
                .asString();
        assertThat(requests("cid", "RECEIVED")).containsExactly(direct);
        assertThat(code(withdraw(direct, "cid"))).isEqualTo("BAD_USER_INPUT");
        assertThat(withdraw(direct, "ann").at("/data/withdrawRequest/state").asString())
                .isEqualTo("WITHDRAWN");
        assertThat(code(withdraw(direct, "ann"))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(answer(direct, "cid", true))).isEqualTo("NOT_FOUND");
        assertThat(requests("cid", "RECEIVED")).isEmpty();
        assertThat(requests("ann", "SENT")).hasSize(2);
    }

    @Test
    void request_thatNobodyCouldAnswer_isRefused() throws Exception {
        assertThat(code(request("ann", "ann", List.of()))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(request("ann", "nobody", List.of()))).isEqualTo("NOT_FOUND");
        assertThat(code(request("nobody", "cid", List.of()))).isEqualTo("NOT_FOUND");
        assertThat(code(request("ann", "eve", List.of()))).as("has left").isEqualTo("NOT_FOUND");
        assertThat(code(request("ann", "cid", List.of("hal")))).as("strangers").isEqualTo("BAD_USER_INPUT");
        assertThat(code(request("ann", "cid", List.of("bob", "bob")))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(request("ann", "cid", List.of("bob", "dan", "gus")))).isEqualTo("BAD_USER_INPUT");
        optOut("cid", "NOT_SUGGESTED");
        assertThat(code(request("ann", "cid", List.of()))).isEqualTo("NOT_FOUND");
        assertThat(requests("ann", "SENT")).isEmpty();
    }

    @Test
    void disclosure_agreed_namesThePersonToWhoAskedOnly_untilItIsTakenBackOrOver(
            @Autowired Names names, @Autowired NetworkSource source) throws Exception {
        Person cid = source.snapshot().chart().person("cid").orElseThrow();
        Reader ann = new Reader(Role.CONSULTANT, "ann");
        String pseudonym = names.inPosition(cid, ann).id();
        assertThat(pseudonym).startsWith("pseudonym:");
        JsonNode asked = disclosure(pseudonym, "ann").at("/data/requestDisclosure");
        String id = asked.at("/id").asString();
        assertThat(asked.at("/state").asString()).isEqualTo("WAITING");
        assertThat(asked.at("/person/id").asString()).isEqualTo(pseudonym);
        assertThat(code(disclosure(pseudonym, "ann"))).as("asked already").isEqualTo("BAD_USER_INPUT");
        assertThat(disclosures("ann", "SENT").at("/0/person/id").asString()).isEqualTo(pseudonym);
        JsonNode received = disclosures("cid", "RECEIVED");
        assertThat(texts(received, "/id")).containsExactly(id);
        assertThat(received.at("/0/from/id").asString()).isEqualTo("ann");
        assertThat(received.at("/0/purpose").asString()).isEqualTo("to ask about valves");
        assertThat(code(decide(id, "ann", true))).as("not hers to decide").isEqualTo("NOT_FOUND");
        assertThat(names.mayName(cid, ann)).isFalse();

        new SmallWorks(folder).load(store);
        assertThat(decide(id, "cid", true).at("/data/answerDisclosure/state").asString())
                .isEqualTo("ACCEPTED");
        assertThat(names.inPosition(cid, ann)).isEqualTo(cid);
        assertThat(disclosures("ann", "SENT").at("/0/person/id").asString()).isEqualTo("cid");
        for (Reader other : List.of(new Reader(Role.CONSULTANT, "bob"), new Reader(Role.CONSULTANT, null))) {
            assertThat(names.mayName(cid, other)).isFalse();
        }
        assertThat(code(decide(id, "cid", true))).as("decided").isEqualTo("BAD_USER_INPUT");

        assertThat(decide(id, "cid", false).at("/data/answerDisclosure/state").asString())
                .isEqualTo("DECLINED");
        assertThat(names.mayName(cid, ann)).as("taken back").isFalse();
        assertThat(code(disclosure(pseudonym, "ann"))).as("not so soon").isEqualTo("BAD_USER_INPUT");
        time.minutes.addAndGet(31 * 24 * 60);
        String again =
                disclosure(pseudonym, "ann").at("/data/requestDisclosure/id").asString();
        assertThat(decide(again, "cid", true).at("/data/answerDisclosure/state").asString())
                .isEqualTo("ACCEPTED");
        assertThat(names.mayName(cid, ann)).isTrue();
        time.minutes.addAndGet(181 * 24 * 60);
        assertThat(names.mayName(cid, ann)).as("its time is over").isFalse();
        assertThat(disclosures("ann", "SENT").at("/0/state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void disclosure_thatNobodyCouldAnswer_isRefused_andWithoutAnswerExpires(
            @Autowired Names names, @Autowired NetworkSource source) throws Exception {
        Reader ann = new Reader(Role.CONSULTANT, "ann");
        Map<String, String> pseudonyms = new HashMap<>();
        for (Person person : source.snapshot().people()) {
            pseudonyms.put(
                    person.id(),
                    names.inPosition(person, new Reader(Role.CONSULTANT, null)).id());
        }
        assertThat(code(disclosure("pseudonym:0000", "ann"))).isEqualTo("NOT_FOUND");
        assertThat(code(disclosure("cid", "ann"))).as("an id is no pseudonym").isEqualTo("NOT_FOUND");
        assertThat(code(disclosure(pseudonyms.get("ann"), "ann"))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(disclosure(pseudonyms.get("eve"), "ann")))
                .as("has left")
                .isEqualTo("NOT_FOUND");
        optOut("dan", "NOT_SUGGESTED");
        assertThat(code(disclosure(pseudonyms.get("dan"), "ann"))).isEqualTo("NOT_FOUND");
        String id = disclosure(pseudonyms.get("bob"), "ann")
                .at("/data/requestDisclosure/id")
                .asString();
        time.minutes.addAndGet(31 * 24 * 60);
        assertThat(disclosures("bob", "RECEIVED").at("/0/state").asString()).isEqualTo("EXPIRED");
        assertThat(code(decide(id, "bob", true))).as("too late").isEqualTo("BAD_USER_INPUT");
        assertThat(names.mayName(source.snapshot().chart().person("bob").orElseThrow(), ann))
                .isFalse();
    }

    private JsonNode disclosure(@Nullable String pseudonym, String person) throws Exception {
        return ask(
                "mutation($s: ID!, $p: ID) { requestDisclosure(pseudonym: $s, from: $p, purpose: \" to ask about valves\")"
                        + " { id state person { id } } }",
                Map.of("s", String.valueOf(pseudonym), "p", person));
    }

    private JsonNode decide(String id, String person, boolean accept) throws Exception {
        return ask(
                "mutation($i: ID!, $p: ID, $a: Boolean!) { answerDisclosure(id: $i, from: $p, accept: $a) { state } }",
                Map.of("i", id, "p", person, "a", accept));
    }

    private JsonNode disclosures(String person, String direction) throws Exception {
        JsonNode answer = ask(
                "query($p: ID, $d: RequestDirection!) { disclosures(from: $p, direction: $d) { totalCount nodes {"
                        + " id from { id } person { id } purpose state at until } } }",
                Map.of("p", person, "d", direction));
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
        return answer.at("/data/disclosures/nodes");
    }

    @Test
    void requests_manyWaiting_areRefusedAndPaged() throws Exception {
        for (String expert : List.of("bob", "cid", "dan", "fay", "gus", "hal", "ida")) {
            assertThat(request("ann", expert, List.of())
                            .at("/data/requestIntroduction/state")
                            .asString())
                    .isEqualTo("WAITING");
        }
        JsonNode first = ask("{ requests(direction: SENT, from: \"ann\", first: 3) { totalCount nodes { id }"
                        + " pageInfo { hasNextPage endCursor } } }")
                .at("/data/requests");
        assertThat(first.at("/totalCount").asInt()).isEqualTo(7);
        assertThat(first.at("/nodes").size()).isEqualTo(3);
        assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
        JsonNode rest = ask(
                        "query($c: String) { requests(direction: SENT, from: \"ann\", first: 10, after: $c) { nodes { id } } }",
                        Map.of("c", first.at("/pageInfo/endCursor").asString()))
                .at("/data/requests/nodes");
        assertThat(rest.size()).isEqualTo(4);
    }

    @Test
    void markHelpful_countsOnce_neverForOneself_andIsTakenBack() throws Exception {
        double before = recognition("dan");
        double standingBefore = standing("dan", "cid");
        assertThat(helpful("hal", "works a-dan", true)
                        .at("/data/markHelpful/people")
                        .asInt())
                .isEqualTo(1);
        assertThat(helpful("hal", "works a-dan", true)
                        .at("/data/markHelpful/people")
                        .asInt())
                .as("once a person")
                .isEqualTo(1);
        assertThat(helpful("ann", "works a-dan", true)
                        .at("/data/markHelpful/people")
                        .asInt())
                .isEqualTo(2);
        double after = recognition("dan");
        assertThat(after).isGreaterThan(before);
        assertThat(standing("dan", "cid")).isGreaterThan(standingBefore);
        JsonNode evidence =
                node(expert(experts(Map.of("a", "cavitation")), "dan").at("/evidence"), "contribution", "works a-dan");
        assertThat(evidence.at("/helpful").asInt()).isEqualTo(2);
        new SmallWorks(folder).load(store);
        assertThat(recognition("dan")).isEqualTo(after);
        assertThat(expert(experts(Map.of("a", "cavitation", "f", Map.of("before", "2025-11-01T00:00:00Z"))), "dan")
                        .at("/parts/recognition")
                        .asDouble())
                .as("what was said later was not known then")
                .isEqualTo(before);
        helpful("hal", "works a-dan", false);
        assertThat(helpful("ann", "works a-dan", false)
                        .at("/data/markHelpful/people")
                        .asInt())
                .isZero();
        assertThat(recognition("dan")).isEqualTo(before);
        assertThat(code(helpful("dan", "works a-dan", true))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(helpful("hal", "works none", true))).isEqualTo("NOT_FOUND");
    }

    @Test
    void markHelpful_isKnownAgain_toWhoSaidItOnly() throws Exception {
        helpful("hal", "works a-fay", true);
        assertThat(markedByMe("hal")).isTrue();
        assertThat(markedByMe("ida")).isFalse();
        assertThat(markedByMe(null)).isFalse();
        helpful("hal", "works a-fay", false);
        assertThat(markedByMe("hal")).isFalse();
    }

    private boolean markedByMe(@Nullable String from) throws Exception {
        Map<String, Object> variables = new HashMap<>(Map.of("a", "cavitation"));
        if (from != null) {
            variables.put("from", from);
        }
        JsonNode evidence = expert(experts(variables), "fay").at("/evidence");
        return node(evidence, "contribution", "works a-fay").at("/markedByMe").asBoolean();
    }

    @Test
    void skills_ofTheOrganisationsList_areMarkedDeclared_andThePersonHasTheLastWord() throws Exception {
        Path list = Files.createDirectories(folder.resolve("list"));
        Files.writeString(list.resolve("skills.csv"), """
                person,skill,from,until
                gus,Alignement d'arbre;IT,2020-01-01,
                gus,Fonderie,2001-01-01,2004-12-31
                nobody,Fonderie,,
                gus,le la les,,
                """);
        assertThat(skills(list).quarantined()).isEqualTo(Map.of("UNKNOWN_PERSON", 1L, "BAD_VALUE", 1L));
        assertThat(topics("gus")).containsExactlyInAnyOrder("Alignement d'arbre DECLARED", "IT DECLARED");

        String hash = GraphHash.of(store);
        correct("gus", "HIDE", "Alignement d'arbre");
        assertThat(topics("gus")).containsExactly("IT DECLARED");
        skills(list);
        new SmallWorks(folder).load(store);
        assertThat(GraphHash.of(store)).isEqualTo(hash);
        assertThat(topics("gus")).as("over a load").containsExactly("IT DECLARED");
        correct("gus", "CONFIRM", "IT");
        skills(list);
        assertThat(topics("gus")).containsExactly("IT ADDED");
        correct("gus", "RESET", "IT");
        correct("gus", "RESET", "Alignement d'arbre");
        assertThat(topics("gus")).containsExactlyInAnyOrder("Alignement d'arbre DECLARED", "IT DECLARED");
    }

    private LoadSummary skills(Path list) {
        return Load.run(
                LoadRequest.of(Format.ORGANISATION, List.of(list), folder.resolve("aside")), new GraphWriter(store));
    }

    private List<String> topics(String person) throws Exception {
        JsonNode answer = ask(
                "query($p: ID!) { person(id: $p) { topics(first: 9) { nodes { state declared topic { id name } } } } }",
                Map.of("p", person));
        List<String> topics = new ArrayList<>();
        answer.at("/data/person/topics/nodes").forEach(node -> {
            assertThat(node.at("/declared").asBoolean()).isTrue();
            topics.add(
                    node.at("/topic/name").asString() + " " + node.at("/state").asString());
        });
        return topics;
    }

    private void correct(String person, String action, String words) throws Exception {
        JsonNode named =
                ask("query($n: String!) { topics(name: $n, first: 5) { nodes { id name } } }", Map.of("n", words));
        String topic =
                node(named.at("/data/topics/nodes"), "name", words).at("/id").asString();
        JsonNode answer = ask(
                "mutation($p: ID, $t: String!, $a: ExpertiseAction!) { correctExpertise(from: $p, topic: $t, action: $a) { id } }",
                Map.of("p", person, "t", topic, "a", action));
        assertThat(answer.at("/data/correctExpertise/id").asString())
                .as("%s", answer)
                .isEqualTo(person);
    }

    @Test
    void helpful_saidByWhoAsked_closesTheLoop_andOpensItWhenTakenBack() throws Exception {
        assertThat(loop("works q2").at("/state").asString()).isEqualTo("ANSWERED");
        helpful("ida", "works a2", true);
        assertThat(loop("works q2").at("/state").asString())
                .as("who did not ask closes nothing")
                .isEqualTo("ANSWERED");
        helpful("ann", "works a2", true);
        JsonNode closed = loop("works q2");
        assertThat(closed.at("/state").asString()).isEqualTo("CLOSED");
        assertThat(closed.at("/evidence").asString()).isEqualTo("THANKED");
        assertThat(closed.at("/closed")).isEqualTo(closed.at("/answered"));
        assertThat(texts(closed.at("/closers"), "/person/id")).containsExactly("bob");
        helpful("ann", "works a2", false);
        assertThat(loop("works q2").at("/state").asString()).isEqualTo("ANSWERED");
    }

    private JsonNode loop(String id) throws Exception {
        JsonNode loops =
                ask("{ loops(first: 100) { nodes { id state evidence answered closed closers { person { id } } } } }");
        return node(loops.at("/data/loops/nodes"), "id", id);
    }

    @Test
    void question_openOne_findsWhoCouldAnswer_butWhoPutIt() throws Exception {
        JsonNode answer = experts(Map.of("q", "works q2"));
        List<String> found = people(answer);
        assertThat(found).contains("hal").doesNotContain("ann");
        assertThat(found)
                .as("what was said to the question itself shows nobody")
                .doesNotContain("bob");
        assertThat(texts(expert(answer, "hal").at("/evidence"), "/contribution"))
                .contains("works a3");
        assertThat(code(experts(Map.of("q", "works none")))).isEqualTo("NOT_FOUND");
        assertThat(code(experts(Map.of("q", "works a3"))))
                .as("an answer asks nothing")
                .isEqualTo("BAD_USER_INPUT");
        assertThat(code(experts(Map.of("q", "works q2", "a", "oil")))).isEqualTo("BAD_USER_INPUT");
        assertThat(code(experts(Map.of()))).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void question_ofACommunity_isForItsMembersOnly() throws Exception {
        String query = "{ experts(question: \"works secret\") { nodes { person { id } } } }";
        assertThat(code(askAs("ann", query, Map.of()))).isEqualTo("NOT_FOUND");
        assertThat(askAs("hal", query, Map.of()).at("/errors").isMissingNode()).isTrue();
    }

    @Test
    void nobody_saysWhyAndWhomToAsk() throws Exception {
        assertThat(experts(Map.of("a", "cavitation")).at("/data/experts/nobody").isNull())
                .isTrue();
        JsonNode unused = nobody(experts(Map.of("a", "cavitaxion bearins")));
        assertThat(unused.at("/reason").asString()).isEqualTo("NOT_IN_USE");
        assertThat(texts(unused.at("/words"), "")).containsExactly("cavitaxion", "bearins");
        assertThat(texts(unused.at("/similar"), "")).contains("cavitation", "bearings");
        assertThat(texts(unused.at("/communities"), "/community/id"))
                .containsExactlyInAnyOrder("community:flow", "community:bearings");

        JsonNode apart = nobody(experts(Map.of("a", "\"cavitation lithium\"")));
        assertThat(apart.at("/reason").asString()).isEqualTo("APART");
        assertThat(apart.at("/withoutFilter").asInt()).isPositive();
        assertThat(texts(apart.at("/communities"), "/community/id"))
                .containsExactlyInAnyOrder("community:flow", "community:bearings");
        assertThat(nobody(experts(Map.of("a", "\"zyx wvu\""))).at("/reason").asString())
                .isEqualTo("NOT_IN_USE");

        JsonNode filtered = nobody(experts(Map.of("a", "lithium", "f", Map.of("site", "site:lyon"))));
        assertThat(filtered.at("/reason").asString()).isEqualTo("FILTERED");
        assertThat(filtered.at("/withoutFilter").asInt()).isPositive();
        assertThat(texts(filtered.at("/communities"), "/community/id")).containsExactly("community:bearings");

        JsonNode elsewhere = nobody(experts(Map.of("a", "lithium", "f", Map.of("community", "community:flow"))));
        assertThat(elsewhere.at("/reason").asString()).isEqualTo("ELSEWHERE");
        assertThat(nobody(experts(Map.of("a", "talcum", "from", "ida")))
                        .at("/reason")
                        .asString())
                .isEqualTo("YOURSELF");
    }

    @Test
    void badInput_windowsWithoutData_areToldApart() throws Exception {
        assertThat(nobody(experts(Map.of("a", "cavitation", "f", window("2025-04-01", "2025-04-30"))))
                        .at("/reason")
                        .asString())
                .isEqualTo("ELSEWHERE");
        assertThat(code(experts(Map.of("a", "cavitation", "f", window("2025-04-30", "2025-04-01")))))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(code(experts(Map.of("a", "cavitation", "f", Map.of("window", Map.of("from", "2031-01-01"))))))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(nobody(experts(Map.of("a", "cavitation", "f", window("1990-01-01", "1990-12-31"))))
                        .at("/reason")
                        .asString())
                .isEqualTo("ELSEWHERE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "?!", "😀🎉", "le la les", "how do I", "pour quoi", "a", "à"})
    void badInput_withoutAnyWordThatTells_isRefused(String about) throws Exception {
        JsonNode answer = experts(Map.of("a", about));
        assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.at("/errors/0/message").asString()).startsWith("`about`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "C", "XY", "name:* AND (", "[* TO *]", "xyzzy~2^9", "qwrtz && || !"})
    void badInput_wordsNobodyUsed_isNobody(String about) throws Exception {
        JsonNode answer = experts(Map.of("a", about));
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(nobody(answer).at("/reason").asString()).isEqualTo("NOT_IN_USE");
    }

    @Test
    void badInput_long_isTakenToTenThousandCharacters() throws Exception {
        String long10k = "cavitation ".repeat(1_000).substring(0, 10_000);
        assertThat(people(experts(Map.of("a", long10k)))).contains("cid");
        assertThat(code(experts(Map.of("a", "x" + long10k)))).isEqualTo("BAD_USER_INPUT");
        // One word of them all: looking for words like it would take the index longer than an answer may.
        String oneWord = long10k.replace(" ", "");
        assertThat(nobody(experts(Map.of("a", oneWord))).at("/reason").asString())
                .isEqualTo("NOT_IN_USE");
        assertThat(people(experts(Map.of("a", "cavitation 😀 🎉")))).contains("cid");
    }

    @ParameterizedTest
    @CsvSource({"气蚀,works zh", "防止泵气蚀,works zh", "المضخة,works ar", "αντλίας,works el"})
    void badInput_languageWithoutAnalyzer_isFoundByItsWords(String about, String contribution) throws Exception {
        JsonNode evidence = expert(experts(Map.of("a", about)), "dan").at("/evidence/0");
        assertThat(evidence.at("/contribution").asString()).isEqualTo(contribution);
        assertThat(evidence.at("/marks").size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"汽车发动机", "محرك السيارة", "μηχανή"})
    void badInput_languageWithoutAnalyzer_thatNobodyWrites_isNobody(String about) throws Exception {
        assertThat(nobody(experts(Map.of("a", about))).at("/reason").asString()).isEqualTo("NOT_IN_USE");
    }

    @Test
    void badInput_unknownAsker_isNotFound() throws Exception {
        assertThat(code(experts(Map.of("a", "cavitation", "from", "nobody")))).isEqualTo("NOT_FOUND");
        assertThat(code(askAs("nobody", "{ experts(about: \"cavitation\") { nodes { rank } } }", Map.of())))
                .isEqualTo("NOT_FOUND");
    }

    private static Map<String, Object> window(String from, String to) {
        return Map.of("window", Map.of("from", from, "to", to));
    }

    private double recognition(String person) throws Exception {
        return expert(experts(Map.of("a", "cavitation")), person)
                .at("/parts/recognition")
                .asDouble();
    }

    /** The score of one person over that of another. */
    private double standing(String person, String other) throws Exception {
        JsonNode answer = experts(Map.of("a", "cavitation"));
        return expert(answer, person).at("/score").asDouble()
                / expert(answer, other).at("/score").asDouble();
    }

    private JsonNode experts(Map<String, Object> variables) throws Exception {
        return ask(EXPERTS, variables);
    }

    private JsonNode nobody(JsonNode answer) {
        assertThat(people(answer)).as("%s", answer).isEmpty();
        return answer.at("/data/experts/nobody");
    }

    private static List<String> people(JsonNode answer) {
        return texts(answer.at("/data/experts/nodes"), "/person/id");
    }

    private static JsonNode expert(JsonNode answer, String person) {
        return StreamSupport.stream(answer.at("/data/experts/nodes").spliterator(), false)
                .filter(node -> node.at("/person/id").asString().equals(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError(person + " is not in " + answer));
    }

    private static JsonNode node(JsonNode nodes, String field, String value) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.path(field).asString().equals(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError(value + " is not in " + nodes));
    }

    private static List<String> marked(JsonNode text, JsonNode marks) {
        List<String> words = new ArrayList<>();
        marks.forEach(mark -> words.add(text.asString()
                .substring(mark.at("/start").asInt(), mark.at("/end").asInt())));
        return words;
    }

    private void optOut(String person, String grade) throws Exception {
        JsonNode answer = ask(
                "mutation($p: ID, $g: OptOutGrade!) { optOut(from: $p, grade: $g) }", Map.of("p", person, "g", grade));
        assertThat(answer.at("/data/optOut").asString()).as("%s", answer).isEqualTo(grade);
    }

    private JsonNode request(String from, String expert, List<String> via) throws Exception {
        return ask(
                "mutation($f: ID, $e: ID!, $v: [ID!]) { requestIntroduction(from: $f, expert: $e, via: $v,"
                        + " about: \"cavitation\", message: \"Please\")" + REQUEST + " }",
                Map.of("f", from, "e", expert, "v", via));
    }

    private JsonNode answer(String id, String person, boolean accept) throws Exception {
        return ask(
                "mutation($i: ID!, $p: ID, $a: Boolean!) { answerRequest(id: $i, from: $p, accept: $a,"
                        + " message: \"With pleasure\")" + REQUEST + " }",
                Map.of("i", id, "p", person, "a", accept));
    }

    private JsonNode withdraw(String id, String person) throws Exception {
        return ask(
                "mutation($i: ID!, $p: ID) { withdrawRequest(id: $i, from: $p)" + REQUEST + " }",
                Map.of("i", id, "p", person));
    }

    private List<String> requests(String person, String direction) throws Exception {
        JsonNode answer = ask(
                "query($p: ID, $d: RequestDirection!) { requests(from: $p, direction: $d) { nodes" + REQUEST + " } }",
                Map.of("p", person, "d", direction));
        assertThat(answer.at("/errors").isMissingNode()).as("%s", answer).isTrue();
        return texts(answer.at("/data/requests/nodes"), "/id");
    }

    private JsonNode helpful(String person, String contribution, boolean helpful) throws Exception {
        return ask(
                "mutation($p: ID, $c: ID!, $h: Boolean!) { markHelpful(from: $p, contribution: $c, helpful: $h,"
                        + " about: \"cavitation\") { people mine } }",
                Map.of("p", person, "c", contribution, "h", helpful));
    }

    private JsonNode ask(String query) throws IOException, InterruptedException {
        return ask(query, Map.of());
    }

    private JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return new AskedServer(port).ask(query, variables);
    }

    private JsonNode askAs(String person, String query, Map<String, Object> variables)
            throws IOException, InterruptedException {
        return new AskedServer(port).askAs(person, query, variables);
    }
}
