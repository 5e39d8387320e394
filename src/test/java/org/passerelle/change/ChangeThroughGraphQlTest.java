package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** Three units above the floor for groups in a chain, asked about by readers of several roles. */
class ChangeThroughGraphQlTest {
    private static final String FIGURES =
            " { groups { group { id } state peopleAfter permeability { before after } } fragments { peopleCutOff cutOff { id } }"
                    + " loads { person { id } } summary } }";
    private static final Reader CONSULTANT = new Reader(Role.CONSULTANT, null);

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.change"})
    static class ThreeUnits {
        @Bean
        NetworkSource source() {
            return new OneSnapshot(organisation().snapshot());
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** A list where the server has its graph, which AnswersIT asks. */
        @Bean
        Initiatives initiatives() {
            List<Initiative> kept = new CopyOnWriteArrayList<>();
            return new Initiatives() {
                @Override
                public boolean record(Initiative initiative, int most) {
                    return kept.size() < most && kept.add(initiative);
                }

                @Override
                public List<Initiative> all() {
                    return List.copyOf(kept);
                }
            };
        }
    }

    /** Twelve in each unit, in contact inside in the first days and the last; ann10 is the only way from A to B. */
    private static SmallOrganisation organisation() {
        SmallOrganisation organisation = new SmallOrganisation()
                .unit("A", names("ann"))
                .unit("B", names("bob"))
                .unit("C", names("cid"));
        for (String stem : List.of("ann", "bob", "cid")) {
            for (int number = 10; number < 21; number++) {
                organisation.mail(stem + number, stem + (number + 1), 1, 90);
            }
        }
        return organisation
                .mail("ann10", "bob10", 2, 88)
                .mail("bob21", "cid10", 2)
                .mail("cid21", "bob11", 87);
    }

    private static String names(String stem) {
        return IntStream.range(10, 22).mapToObj(number -> stem + number).collect(Collectors.joining(" "));
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(ThreeUnits.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void simulate_openRole_namesEverybody() {
        assertThat(server.shown("{ simulate(changes: [{remove: [\"ann10\"]}])" + FIGURES, Reader.open(null)))
                .contains("group={id=A}, state=SHOWN, peopleAfter=11", "peopleCutOff=11", "cutOff=[{id=ann11}")
                .contains("11 people who stay lose contact with the largest part");
    }

    @Test
    void simulateAndCompare_askedInFrench_answerInFrench() {
        assertThat(server.shown(
                        "{ simulate(changes: [{remove: [\"ann10\"]}]) { summary(language: FRENCH)"
                                + " externalInternal { summary(language: FRENCH) } groups { summary(language: FRENCH) }"
                                + " loads { summary(language: FRENCH) } } }",
                        Reader.open(null)))
                .contains(
                        "11 personnes qui restent perdent contact",
                        "L’indice E-I de l’ensemble",
                        "la part de ses liens")
                .doesNotContain("people", "of the whole");
        assertThat(server.shown(
                        "{ compare(before: {from: \"2024-01-01\", to: \"2024-02-14\"}, after: {from: \"2024-02-15\","
                                + " to: \"2024-04-30\"}) { note(language: FRENCH) summary(language: FRENCH)"
                                + " cells { observedOverExpected { summary(language: FRENCH) } } } }",
                        Reader.open(null)))
                .contains("L’indice E-I de l’ensemble", "Sur 3 groupes", "à l’intérieur d’A")
                .doesNotContain("people", "of the whole");
    }

    @Test
    void simulate_consultantRemovesSomebodyWhoDidNotAgree_forbidden() {
        for (String change : List.of("{remove: [\"ann10\"]}", "{tie: [\"ann11\", \"bob11\"]}")) {
            assertThat(server.refusal("{ simulate(changes: [" + change + "])" + FIGURES, CONSULTANT))
                    .startsWith("FORBIDDEN");
        }
        assertThat(server.refusal(
                        "{ simulate(changes: [{move: {people: [\"ann10\"], to: \"B\"}}])" + FIGURES, CONSULTANT))
                .startsWith("FORBIDDEN");
    }

    @Test
    void simulate_consultantMovesATeamOrMergesGroups_figuresAndPseudonymsOnly() {
        for (String change : List.of("{move: {team: \"A\", to: \"B\"}}", "{merge: [\"A\", \"B\"]}")) {
            assertThat(server.shown("{ simulate(changes: [" + change + "])" + FIGURES, CONSULTANT))
                    .contains("state=SHOWN", "peopleAfter=24", "pseudonym:")
                    .doesNotContain("ann1", "bob1", "cid1", "bob2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{}]",
                "[{remove: [\"ann10\"], merge: [\"A\", \"B\"]}]",
                "[{tie: [\"ann10\"]}]",
                "[{merge: [\"A\"]}]",
                "[{remove: []}]",
                "[{move: {to: \"A\"}}]"
            })
    void simulate_changesThatMeanNothing_refused(String changes) {
        assertThat(server.refusal("{ simulate(changes: " + changes + ")" + FIGURES, Reader.open(null)))
                .startsWith("BAD_USER_INPUT");
    }

    @Test
    void compare_windowsThatMeanNothing_refusedWithWhatToDo() {
        String days = "{ compare(before: {from: \"2024-01-01\", to: \"2024-02-20\"}, after: {from: \"%s\", to: \"%s\"})"
                + " { summary } }";
        assertThat(server.refusal(days.formatted("2024-02-20", "2024-04-01"), Reader.open(null)))
                .startsWith("BAD_USER_INPUT")
                .contains("must end before");
        assertThat(server.refusal(days.formatted("2025-02-20", "2025-04-01"), Reader.open(null)))
                .startsWith("BAD_USER_INPUT")
                .contains("lies outside");
        assertThat(server.refusal("{ compare { summary } }", Reader.open(null))).startsWith("BAD_USER_INPUT");
        assertThat(server.refusal("{ compare(initiative: \"none\") { summary } }", Reader.open(null)))
                .startsWith("NOT_FOUND");
    }

    @Test
    void initiative_recordedAndCompared_tellsScopeBesideOthers() {
        String record =
                "mutation { recordInitiative(scope: [\"B\", \"A\"], from: \"2024-02-20\", goal: \" Talk \") { id goal"
                        + " dimension scope { id } } }";
        ExecutionResult recorded = server.run(record, CONSULTANT);
        assertThat(recorded.getErrors()).isEmpty();
        Map<String, Map<String, Object>> data = recorded.getData();
        Map<String, Object> initiative = data.getOrDefault("recordInitiative", Map.of());
        assertThat(initiative).containsEntry("goal", "Talk").containsEntry("dimension", "UNIT");
        assertThat(String.valueOf(initiative.get("scope"))).isEqualTo("[{id=A}, {id=B}]");
        assertThat(server.shown(
                        "{ compare(initiative: \"" + initiative.get("id") + "\") { before { from to } after { from to }"
                                + " cellsWithheld effect { kind scope { before after } others { before after } gap { p }"
                                + " summary } bridges { person { id } } crossSiloEfficiency { gap { change } } } }",
                        CONSULTANT))
                // Whole months on either side of the one in which it began; the data go from 2 January to 31 March.
                .contains("before={from=2024-01-02, to=2024-01-31}", "after={from=2024-03-01, to=2024-03-31}")
                .contains("kind=EXTERNAL_INTERNAL", "kind=OBSERVED_OVER_EXPECTED", "kind=ACTIVITY")
                .doesNotContain("ann1", "bob1");
        assertThat(server.shown("{ initiatives { nodes { goal scope { id } } } }", CONSULTANT))
                .contains("goal=Talk");
    }

    @Test
    void recordInitiative_wrongPlacesAndRoles_refused() {
        String record = "mutation { recordInitiative(scope: [%s], from: \"2024-02-20\", goal: \"%s\") { id } }";
        assertThat(server.refusal(record.formatted("\"Z\"", "Talk"), CONSULTANT))
                .startsWith("NOT_FOUND");
        assertThat(server.refusal(record.formatted("", "Talk"), CONSULTANT)).startsWith("BAD_USER_INPUT");
        assertThat(server.refusal(record.formatted("\"A\"", " "), CONSULTANT)).startsWith("BAD_USER_INPUT");
        assertThat(server.refusal(record.formatted("\"A\", \"border:inside\"", "Talk"), CONSULTANT))
                .startsWith("BAD_USER_INPUT");
        assertThat(server.refusal(record.formatted("\"A\"", "Talk"), new Reader(Role.EMPLOYEE, "ann10")))
                .startsWith("FORBIDDEN");
    }
}
