package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** Two units above the floor for groups, held together by two people, asked about by readers of several roles. */
class HeldByThroughGraphQlTest {
    private static final String QUESTION = "{ silos { heldBy(between: [\"B\", \"A\"]) {"
            + " state strength directly { people persons { id name } } byAnyWay { people persons(first: 1) { id } } } } }";

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.silo"})
    static class TwoUnits {
        @Bean
        NetworkSource source() {
            return new OneSnapshot(organisation().snapshot());
        }
    }

    /** Twelve in each unit, all in contact inside; ann10 writes to three of B, and ann11 to one. */
    private static SmallOrganisation organisation() {
        SmallOrganisation organisation =
                new SmallOrganisation().unit("A", names("ann")).unit("B", names("bob"));
        for (int number = 10; number < 21; number++) {
            organisation.mail("ann" + number, "ann" + (number + 1), 1).mail("bob" + number, "bob" + (number + 1), 1);
        }
        return organisation
                .mail("ann10", "bob10", 1)
                .mail("ann10", "bob11", 1)
                .mail("ann10", "bob12", 1)
                .mail("ann11", "bob13", 1);
    }

    private static String names(String stem) {
        return IntStream.range(10, 22).mapToObj(number -> stem + number).collect(Collectors.joining(" "));
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(TwoUnits.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String shown(Reader reader) {
        return server.shown(QUESTION, reader);
    }

    private static String refusal(String query) {
        return server.refusal(query, Reader.open(null));
    }

    @Test
    void heldBy_openRole_countsNamesAndStrength() {
        assertThat(shown(Reader.open(null)))
                .contains("state=SHOWN, strength=4.0")
                .contains("directly={people=2, persons=[{id=ann10, name=ann10}, {id=ann11, name=ann11}]}")
                .contains("byAnyWay={people=2, persons=[{id=ann10}]}");
    }

    @Test
    void heldBy_consultant_countsAndPseudonyms() {
        assertThat(shown(new Reader(Role.CONSULTANT, null)))
                .contains("state=SHOWN, strength=4.0", "people=2", "pseudonym:")
                .doesNotContain("ann1");
    }

    @Test
    void heldBy_readerIsOneOfThem_seesThatNameOnly() {
        assertThat(shown(new Reader(Role.EMPLOYEE, "ann11")))
                .contains("{id=ann11, name=ann11}", "pseudonym:")
                .doesNotContain("ann10");
    }

    @Test
    void heldBy_argumentsOutOfRange_refusedWithTheirCode() {
        assertThat(refusal("{ silos { heldBy(between: [\"A\"]) { state } } }")).startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ silos { heldBy(between: [\"A\", \"A\"]) { state } } }"))
                .startsWith("BAD_USER_INPUT");
        assertThat(refusal("{ silos { heldBy(between: [\"A\", \"Z\"]) { state } } }"))
                .startsWith("NOT_FOUND")
                .contains("'Z'");
        assertThat(refusal("{ silos { heldBy(between: [\"A\", \"B\"]) { directly { persons(first: 101) { id } } } } }"))
                .startsWith("BAD_USER_INPUT");
    }
}
