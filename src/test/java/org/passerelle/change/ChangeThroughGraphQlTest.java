package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.graphql.execution.GraphQlSource;

/** Three units above the floor for groups in a chain, asked about by readers of several roles. */
class ChangeThroughGraphQlTest {
    private static final String FIGURES =
            " { groups { group { id } state peopleAfter permeability { before after } } fragments { peopleCutOff cutOff { id } }"
                    + " loads { person { id } } summary } }";
    private static final Reader CONSULTANT = new Reader(Role.CONSULTANT, null);

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static ConfigurableApplicationContext context;

    @Configuration
    @ImportAutoConfiguration(GraphQlAutoConfiguration.class)
    @ComponentScan(
            basePackages = {"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.change"},
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*Test.*", ".*RequestGate", ".*BodyLimit", ".*WebAccess"}))
    static class ThreeUnits {
        @Bean
        NetworkSource source() {
            NetworkSnapshot snapshot = organisation().snapshot();
            return new NetworkSource() {
                @Override
                public NetworkSnapshot snapshot() {
                    return snapshot;
                }

                @Override
                public Optional<NetworkSnapshot> snapshot(String version) {
                    return version.equals(snapshot.version()) ? Optional.of(snapshot) : Optional.empty();
                }
            };
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
                .mail("ann10", "bob10", 2, 98)
                .mail("bob21", "cid10", 2)
                .mail("cid21", "bob11", 97);
    }

    private static String names(String stem) {
        return IntStream.range(10, 22).mapToObj(number -> stem + number).collect(Collectors.joining(" "));
    }

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(ThreeUnits.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static ExecutionResult run(String query, Reader reader) {
        return context.getBean(GraphQlSource.class).graphQl().execute(input -> input.query(query)
                .graphQLContext(Map.of("reader", reader)));
    }

    private static String shown(String query, Reader reader) {
        ExecutionResult result = run(query, reader);
        assertThat(result.getErrors()).isEmpty();
        return String.valueOf(result.<Object>getData());
    }

    private static String refusal(String query, Reader reader) {
        ExecutionResult result = run(query, reader);
        assertThat(result.getErrors()).hasSize(1);
        return result.getErrors().getFirst().getExtensions().get("code") + " "
                + result.getErrors().getFirst().getMessage();
    }

    @Test
    void simulate_openRole_namesEverybody() {
        assertThat(shown("{ simulate(changes: [{remove: [\"ann10\"]}])" + FIGURES, Reader.open(null)))
                .contains("group={id=A}, state=SHOWN, peopleAfter=11", "peopleCutOff=11", "cutOff=[{id=ann11}")
                .contains("11 people who stay lose contact with the largest part");
    }

    @Test
    void simulate_consultantRemovesSomebodyWhoDidNotAgree_forbidden() {
        for (String change : List.of("{remove: [\"ann10\"]}", "{tie: [\"ann11\", \"bob11\"]}")) {
            assertThat(refusal("{ simulate(changes: [" + change + "])" + FIGURES, CONSULTANT))
                    .startsWith("FORBIDDEN");
        }
        assertThat(refusal("{ simulate(changes: [{move: {people: [\"ann10\"], to: \"B\"}}])" + FIGURES, CONSULTANT))
                .startsWith("FORBIDDEN");
    }

    @Test
    void simulate_consultantMovesATeamOrMergesGroups_figuresAndPseudonymsOnly() {
        for (String change : List.of("{move: {team: \"A\", to: \"B\"}}", "{merge: [\"A\", \"B\"]}")) {
            assertThat(shown("{ simulate(changes: [" + change + "])" + FIGURES, CONSULTANT))
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
        assertThat(refusal("{ simulate(changes: " + changes + ")" + FIGURES, Reader.open(null)))
                .startsWith("BAD_USER_INPUT");
    }

    @Test
    void compare_windowsThatMeanNothing_refusedWithWhatToDo() {
        String days = "{ compare(before: {from: \"2024-01-01\", to: \"2024-02-20\"}, after: {from: \"%s\", to: \"%s\"})"
                + " { summary } }";
        assertThat(refusal(days.formatted("2024-02-20", "2024-04-01"), Reader.open(null)))
                .startsWith("BAD_USER_INPUT")
                .contains("must end before");
        assertThat(refusal(days.formatted("2025-02-20", "2025-04-01"), Reader.open(null)))
                .startsWith("BAD_USER_INPUT")
                .contains("lies outside");
        assertThat(refusal("{ compare { summary } }", Reader.open(null))).startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ compare(initiative: \"none\") { summary } }", Reader.open(null)))
                .startsWith("NOT_FOUND");
    }

    @Test
    void initiative_recordedAndCompared_tellsScopeBesideOthers() {
        String record =
                "mutation { recordInitiative(scope: [\"B\", \"A\"], from: \"2024-02-20\", goal: \" Talk \") { id goal"
                        + " dimension scope { id } } }";
        ExecutionResult recorded = run(record, CONSULTANT);
        assertThat(recorded.getErrors()).isEmpty();
        Map<String, Map<String, Object>> data = recorded.getData();
        Map<String, Object> initiative = data.getOrDefault("recordInitiative", Map.of());
        assertThat(initiative).containsEntry("goal", "Talk").containsEntry("dimension", "UNIT");
        assertThat(String.valueOf(initiative.get("scope"))).isEqualTo("[{id=A}, {id=B}]");
        assertThat(shown(
                        "{ compare(initiative: \"" + initiative.get("id") + "\") { before { from to } after { from to }"
                                + " cellsWithheld effect { kind scope { before after } others { before after } gap { p }"
                                + " summary } bridges { person { id } } crossSiloEfficiency { gap { change } } } }",
                        CONSULTANT))
                // 49 days on either side: the data go from day 1 to day 98, the initiative began on day 50.
                .contains("before={from=2024-01-02, to=2024-02-19}", "after={from=2024-02-20, to=2024-04-08}")
                .contains("kind=EXTERNAL_INTERNAL", "kind=OBSERVED_OVER_EXPECTED", "kind=ACTIVITY")
                .doesNotContain("ann1", "bob1");
        assertThat(shown("{ initiatives { nodes { goal scope { id } } } }", CONSULTANT))
                .contains("goal=Talk");
    }

    @Test
    void recordInitiative_wrongPlacesAndRoles_refused() {
        String record = "mutation { recordInitiative(scope: [%s], from: \"2024-02-20\", goal: \"%s\") { id } }";
        assertThat(refusal(record.formatted("\"Z\"", "Talk"), CONSULTANT)).startsWith("NOT_FOUND");
        assertThat(refusal(record.formatted("", "Talk"), CONSULTANT)).startsWith("BAD_USER_INPUT");
        assertThat(refusal(record.formatted("\"A\"", " "), CONSULTANT)).startsWith("BAD_USER_INPUT");
        assertThat(refusal(record.formatted("\"A\", \"border:inside\"", "Talk"), CONSULTANT))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal(record.formatted("\"A\"", "Talk"), new Reader(Role.EMPLOYEE, "ann10")))
                .startsWith("FORBIDDEN");
    }
}
