package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.TieKind;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** Ten units of twelve, one of which one person brought in, asked about by readers of two roles. */
class AdoptionThroughGraphQlTest {
    private static final Reader CONSULTANT = new Reader(Role.CONSULTANT, null);
    private static final String CONVERTERS =
            "{ adoption { converters { nodes { person { id name } activeFrom followed summary } } } }";

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.adoption"})
    static class TenUnits {
        private final Village village = village();

        @Bean
        NetworkSource source() {
            return new OneSnapshot(village.snapshot());
        }

        /** The contributions as the store would give them, which AdoptionIT asks. */
        @Bean
        ContributionTimes times() {
            return village::said;
        }
    }

    private static Village village() {
        SplittableRandom random = new SplittableRandom(1);
        Village village = new Village().posts("old", 0, 330);
        for (int unit = 10; unit < 20; unit++) {
            for (int number = 10; number < 22; number++) {
                String name = "u" + unit + "n" + number;
                int any = random.nextInt(40, 300);
                int soon = number == 10 ? 100 : random.nextInt(101, 110);
                village.unit("unit" + unit, name).posts(name, unit == 10 ? soon : any);
            }
        }
        return village.tie(TieKind.REACTED, "u10n10", "u11n10", 0).tie(TieKind.REACTED, "u10n10", "u11n10", 330);
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(TenUnits.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void converters_openRole_areNamed() {
        assertThat(server.shown(CONVERTERS, Reader.open(null)))
                .contains("id=u10n10", "activeFrom=2024-04-10", "followed=11");
    }

    @Test
    void converters_consultant_seesPseudonymsWithoutTheDay() {
        assertThat(server.shown(CONVERTERS, CONSULTANT))
                .contains("pseudonym:", "activeFrom=null", "followed=11")
                .doesNotContain("u10n10");
    }

    @Test
    void converters_theirOwnReader_seesTheirOwnName() {
        assertThat(server.shown(CONVERTERS, new Reader(Role.EMPLOYEE, "u10n10")))
                .contains("id=u10n10", "activeFrom=2024-04-10");
    }

    @Test
    void window_isWidenedToWholeMonths() {
        String query = "{ adoption(window: {from: \"2024-04-17\", to: \"2024-05-02\"}) { months { month people } "
                + "provenance { window { from to } } } }";

        assertThat(server.shown(query, CONSULTANT))
                .contains("month=2024-04-01", "month=2024-05-01", "from=2024-04-01", "to=2024-05-31");
    }

    @Test
    void months_consultant_smallCountsAreSuppressed() {
        String query = "{ adoption { groups { group { id } state months { stages { stage state people } } } } }";

        assertThat(server.shown(query, CONSULTANT))
                .contains("state=SUPPRESSED, people=null")
                .doesNotContainPattern("people=[1-9][,}]");
    }

    @Test
    void arguments_outOfTheirRange_areRefused() {
        for (String argument :
                new String[] {"leaderDepth: 0", "leaderDepth: 6", "unitDepth: 21", "channels: [\"no\"]"}) {
            ExecutionResult result = server.run("{ adoption(" + argument + ") { summary } }", CONSULTANT);
            assertThat(result.getErrors()).hasSize(1);
            assertThat(result.getErrors().getFirst().getExtensions()).containsEntry("code", "BAD_USER_INPUT");
        }
    }
}
