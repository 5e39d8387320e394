package org.passerelle.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.OptOutsInMemory;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.TakingPart;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicDiscussions;
import org.passerelle.network.TopicUse;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/** The two units that one person knows both of, asked about by readers of several roles. */
class IntroductionsThroughGraphQlTest {
    private static final String QUESTION = "{ introductions(first: 1) { efficiency gain gainMax pairs"
            + " meetings { rank people { id name } groups { id } waysShortened stepsBefore introduction { people { id }"
            + " busy } sharedSubjects { kind id name } sentence } leftOut { notSuggested busy } } }";

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static InProcess server;

    @RoomsInProcess({"org.passerelle.api", "org.passerelle.privacy", "org.passerelle.introduction"})
    static class TwoStars {
        @Bean
        NetworkSource source() {
            return new OneSnapshot(MeetingsTest.twoStars().snapshot());
        }

        @Bean
        OptOuts optOuts() {
            return OptOutsInMemory.of("ann4");
        }

        /** Ann and bob write in one circle, and ann in another. */
        @Bean
        TakingPart takingPart() {
            return (_, _, _) -> Map.of("ann", Set.of("quality circle", "canteen"), "bob", Set.of("quality circle"));
        }

        /** Two people of either unit write about valves, and have not met. */
        @Bean
        TopicDiscussions discussions() {
            Topic valves = new Topic("valves", "Valves", List.of(), 4, 4);
            return new TopicDiscussions() {
                @Override
                public long version() {
                    return 1;
                }

                @Override
                public List<Part> parts(Window window, Scope scope, int most) {
                    return List.of(
                            new Part(valves, "ann", "one", true),
                            new Part(valves, "ann1", "one", true),
                            new Part(valves, "bob", "other", true),
                            new Part(valves, "bob1", "other", true));
                }
            };
        }

        /** Ann and bob both write about valves and about bells; bob does not want to be known for bells. */
        @Bean
        ProfileBook profiles() {
            return new ProfileBook() {
                private final Topic valves = new Topic("valves", "Valves", List.of(), 2, 4);
                private final Topic bells = new Topic("bells", "Bells", List.of(), 2, 4);
                private final Map<String, List<TopicClaim>> said = new ConcurrentHashMap<>(
                        Map.of("bob", List.of(new TopicClaim(bells, TopicClaim.Kind.HIDDEN, Instant.EPOCH))));

                @Override
                public Map<String, List<TopicUse>> uses(Set<String> personIds, Scope scope) {
                    List<TopicUse> both = List.of(
                            new TopicUse(bells, 2, 2, Instant.EPOCH), new TopicUse(valves, 1, 2, Instant.EPOCH));
                    return Map.of("ann", both, "bob", both);
                }

                @Override
                public Map<String, List<TopicClaim>> claims(Set<String> personIds, Scope scope) {
                    Map<String, List<TopicClaim>> asked = new HashMap<>(said);
                    asked.keySet().retainAll(personIds);
                    return asked;
                }

                @Override
                public List<String> evidence(String personId, String topicId, int first, Scope scope) {
                    return List.of();
                }

                @Override
                public int contributors() {
                    return 2;
                }

                @Override
                public void claim(String personId, String topicId, Optional<TopicClaim.Kind> kind, Instant at) {
                    List<TopicClaim> claims = new ArrayList<>(said.getOrDefault(personId, List.of()));
                    claims.removeIf(claim -> claim.topic().id().equals(topicId));
                    Topic topic = topicId.equals(bells.id()) ? bells : valves;
                    kind.ifPresent(meant -> claims.add(new TopicClaim(topic, meant, at)));
                    said.put(personId, claims);
                }

                @Override
                public Topic ofWords(String words) {
                    return new Topic(words, words, List.of(), 0, 0);
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        server = InProcess.of(TwoStars.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String shown(Reader reader) {
        return server.shown(QUESTION, reader);
    }

    private static String refusal(String arguments, Reader reader) {
        return server.refusal("{ introductions(" + arguments + ") { gain } }", reader);
    }

    @Test
    void introductions_openRole_namesBothAndTheIntroducer() {
        assertThat(shown(Reader.open(null)))
                .contains("people=[{id=ann, name=ann}, {id=bob, name=bob}], groups=[{id=Purchasing}, {id=Research}]")
                .contains("stepsBefore=2, introduction={people=[{id=ann}, {id=cid}, {id=bob}], busy=false}")
                .contains("sharedSubjects=[{kind=TOPIC, id=valves, name=Valves},"
                        + " {kind=COMMUNITY, id=quality circle, name=quality circle}]")
                .contains("ann (Purchasing) and bob (Research) would shorten 25 ways between groups; cid knows both;"
                        + " both take part in quality circle; both wrote about Valves.")
                .contains("leftOut={notSuggested=1, busy=0}");
    }

    @Test
    void introductions_consultant_seesPseudonymsAndNoSmallGroups() {
        assertThat(shown(new Reader(Role.CONSULTANT, null)))
                .contains(
                        "pseudonym:", "groups=[null, null]", "sharedSubjects=[]", "leftOut={notSuggested=null, busy=0}")
                .doesNotContain("ann", "bob", "cid", "quality circle", "Valves");
    }

    @Test
    void introductions_readerIsOneOfThem_seesThatNameOnly() {
        assertThat(shown(new Reader(Role.EMPLOYEE, "bob")))
                .contains("{id=bob, name=bob}", "pseudonym:")
                .doesNotContain("ann", "cid");
    }

    private static final String TOPICS = "{ transverseTopics { nodes { topic { id } rank people pairs met separation p"
            + " groups { group { id } people } apart { from { id } to { id } pairs } meetings { people { id }"
            + " introduction { people { id } } } meetingsWithheld sentence } } }";

    @Test
    void transverseTopics_openRole_tellsWhoIsApartAndCouldMeet() {
        ExecutionResult result = server.run(TOPICS, Reader.open(null));
        assertThat(result.getErrors()).isEmpty();
        assertThat(String.valueOf(result.<Object>getData()))
                .contains("topic={id=valves}, rank=1, people=4, pairs=4.0, met=0.0, separation=1.0")
                .contains("apart=[{from={id=Purchasing}, to={id=Research}, pairs=4.0}]")
                .contains("{people=[{id=ann}, {id=bob}], introduction={people=[{id=ann}, {id=cid}, {id=bob}]}}")
                .contains("Valves lives in Purchasing (2), Research (2).")
                .contains("ann (Purchasing) and bob (Research) could meet through cid.");
    }

    @Test
    void transverseTopics_consultant_isToldNothingOfSoFewPeople() {
        ExecutionResult result = server.run(TOPICS, new Reader(Role.CONSULTANT, null));
        assertThat(result.getErrors()).isEmpty();
        assertThat(String.valueOf(result.<Object>getData())).isEqualTo("{transverseTopics={nodes=[]}}");
    }

    @Test
    void transverseTopics_argumentsOutOfRange_refused() {
        for (String arguments : List.of("first: 0", "first: 101", "unitDepth: -1")) {
            ExecutionResult result =
                    server.run("{ transverseTopics(" + arguments + ") { nodes { rank } } }", Reader.open(null));
            assertThat(result.getErrors().getFirst().getExtensions()).containsEntry("code", "BAD_USER_INPUT");
        }
    }

    @Test
    void introductions_argumentsOutOfRange_refusedWithTheirCode() {
        Reader open = Reader.open(null);
        assertThat(refusal("first: 0", open)).startsWith("BAD_USER_INPUT");
        assertThat(refusal("first: 21", open)).startsWith("BAD_USER_INPUT");
        assertThat(refusal("unitDepth: 21", open)).startsWith("BAD_USER_INPUT");
        assertThat(refusal("between: [\"Quality\"]", open)).startsWith("BAD_USER_INPUT");
        assertThat(refusal("between: [\"Quality\", \"Nowhere\"]", open))
                .startsWith("NOT_FOUND")
                .contains("Nowhere");
        assertThat(refusal("snapshot: \"gone\"", open)).startsWith("NOT_FOUND");
        assertThat(refusal("between: [\"Purchasing\", \"Research\"]", new Reader(Role.CONSULTANT, null)))
                .startsWith("SUPPRESSED");
    }
}
