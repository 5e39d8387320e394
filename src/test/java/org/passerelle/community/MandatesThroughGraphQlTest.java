package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.Activity;
import org.passerelle.network.AnimationOffers;
import org.passerelle.network.AnimationOffersInMemory;
import org.passerelle.network.Appointment;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Needs;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.OptOutsInMemory;
import org.passerelle.network.Person;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** Six communities: in one somebody is appointed in July and others fall silent, in one twelve people are; asked by readers of several roles. */
class MandatesThroughGraphQlTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2025, 7, 1);
    private static final int DAYS = 364;
    private static final Reader CONSULTANT = new Reader(Role.CONSULTANT, null);
    private static final String DOSE =
            "{ community(id: \"COMMUNITY\") { mandateDose { state figures { appointed appointments { before after matched }"
                    + " together { events change p } course { number threads matched } summary } } } }";

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.community"})
    static class SixCommunities {
        @Bean
        NetworkSource source() {
            return new OneSnapshot(snapshot());
        }

        @Bean
        Activity activity() {
            return new Said();
        }

        @Bean
        Needs needs() {
            return Map::of;
        }

        @Bean
        ContributionTimes times() {
            return _ -> new DatedContributions.Builder().build();
        }

        @Bean
        ReadableContributions readable() {
            return (_, _) -> Optional.empty();
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        AnimationOffers offers() {
            return new AnimationOffersInMemory();
        }

        @Bean
        OptOuts optOuts() {
            return new OptOutsInMemory();
        }
    }

    private static NetworkSnapshot snapshot() {
        List<Person> people = IntStream.range(10, 40)
                .mapToObj(number -> new Person("p" + number, "P" + number, null, null, null, null, false))
                .toList();
        List<Group> communities = IntStream.range(0, 6)
                .mapToObj(number -> new Group("c" + number, "C" + number, Dimension.COMMUNITY, null, true))
                .toList();
        List<Appointment> appointments = new ArrayList<>();
        appointments.add(new Appointment("p10", "c0", JULY, null, 8.0));
        for (int person = 20; person < 32; person++) {
            appointments.add(new Appointment("p" + person, "c1", JULY.plusDays(14), null, null));
        }
        Tie tie = new Tie(
                "p10",
                "p11",
                TieKind.REACTED,
                "network",
                Visibility.COMPANY,
                "test",
                new int[] {(int) START.toEpochDay(), (int) START.toEpochDay() + DAYS - 1},
                new int[] {1, 1},
                new float[] {1, 1});
        return new NetworkSnapshot(
                "1",
                Instant.EPOCH,
                new Chart(people, communities, List.of(), List.of(), List.of(), appointments),
                List.of(tie));
    }

    /** Every day somebody begins a thread and another answers; in c0 on one day of four only, from July on. */
    private static final class Said implements Activity {
        private final Map<String, List<Act>> acts = new TreeMap<>();

        Said() {
            for (int community = 0; community < 6; community++) {
                List<Act> own = new ArrayList<>();
                for (int day = 0; day < DAYS; day++) {
                    if (community != 0 || START.plusDays(day).isBefore(JULY) || day % 4 == 0) {
                        own.add(act(community, day, "p" + (11 + day % 8), 0));
                        own.add(act(community, day, "p" + (11 + (day + 3) % 8), 60));
                    }
                }
                acts.put("c" + community, own);
            }
        }

        private static Act act(int community, int day, String person, int second) {
            String thread = "c" + community + "-" + day;
            return new Act(
                    thread + "-" + second,
                    person,
                    START.plusDays(day).atTime(9, 0).toInstant(ZoneOffset.UTC).plusSeconds(second),
                    ContributionKind.POST,
                    thread,
                    null,
                    null,
                    List.of());
        }

        @Override
        public Map<String, List<Act>> acts(Set<String> communityIds, Window window) {
            Map<String, List<Act>> asked = new TreeMap<>(acts);
            asked.keySet().retainAll(communityIds);
            return asked;
        }

        @Override
        public List<Source> sources(String communityId, Window window) {
            return List.of();
        }

        @Override
        public List<Volume> volumes(Window window) {
            List<Volume> volumes = new ArrayList<>();
            acts.forEach((id, own) -> volumes.add(new Volume(id, own.size(), 8, own.size() / 2)));
            return volumes;
        }
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(SixCommunities.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String shown(String community, Reader reader) {
        return server.shown(DOSE.replace("COMMUNITY", community), reader);
    }

    @Test
    void fewAppointed_areNotSpokenOf_butToTheOnlyOne() {
        assertThat(shown("c0", CONSULTANT)).contains("state=SUPPRESSED").doesNotContain("appointed=");
        assertThat(shown("c0", new Reader(Role.EMPLOYEE, "p11"))).contains("state=SUPPRESSED");
        assertThat(shown("c0", new Reader(Role.EMPLOYEE, "p10")))
                .contains("state=SHOWN", "appointed=1", "before=84", "after=21")
                // c1 has a change of its own a fortnight later: no comparison.
                .contains("matched=4");
        assertThat(shown("c0", Reader.open(null))).contains("state=SHOWN", "number=-3", "number=3");
    }

    @Test
    void manyAppointed_areShown_andNobodyIsNoData() {
        assertThat(shown("c1", CONSULTANT)).contains("state=SHOWN", "appointed=12", "events=1");
        assertThat(shown("c2", CONSULTANT)).contains("mandateDose={state=NO_DATA, figures=null}");
    }

    @Test
    void company_listsNoSingleAppointment() {
        String query = "{ animation { communityPeers { state } mandateDose { state figures {"
                + " communities appointed hours appointments { day } together { events } } } } }";
        assertThat(server.shown(query, CONSULTANT))
                .contains("communities=2", "appointed=13", "appointments=[]", "events=2")
                .as("twelve did not declare their hours")
                .contains("hours=null")
                .contains("communityPeers={state=NO_DATA}");
    }
}
