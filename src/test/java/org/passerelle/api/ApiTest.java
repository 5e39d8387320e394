package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.Person;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Readers;
import org.passerelle.privacy.Readers.Access;
import org.passerelle.privacy.SigningKey;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real schema behind a real server, with controllers that misbehave on purpose. */
@SpringBootTest(
        classes = ApiTest.Tiny.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.timeout=1s", "spring.graphql.graphiql.enabled=true"})
class ApiTest {
    private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    /** The plumbing and nothing else of the product. */
    @Configuration
    @EnableAutoConfiguration(
            excludeName = {
                SECURITY + "SecurityAutoConfiguration",
                SECURITY + "UserDetailsServiceAutoConfiguration",
                SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
                SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
                SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
                "org.springframework.boot.graphql.autoconfigure.security.GraphQlWebMvcSecurityAutoConfiguration",
                "org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration",
                "org.springframework.boot.neo4j.autoconfigure.health.Neo4jHealthContributorAutoConfiguration"
            })
    @Import({ApiBeans.class, ErrorAnswers.class, RequestGate.class, BodyLimit.class, Cursors.class, Paging.class})
    static class Tiny {
        @Bean
        Readers readers() {
            return new Readers(Access.OPEN);
        }

        @Bean
        SigningKey key() {
            return SigningKey.random();
        }

        @Bean
        Misbehaving misbehaving(Paging paging) {
            return new Misbehaving(paging);
        }
    }

    @Controller
    static final class Misbehaving {
        private final Paging paging;

        Misbehaving(Paging paging) {
            this.paging = paging;
        }

        @QueryMapping
        @Nullable
        Person me(@ContextValue Reader reader) {
            return reader.personId() == null ? null : person(reader.personId());
        }

        @QueryMapping("person")
        Person broken(@Argument String id) throws InterruptedException {
            switch (id) {
                case "refused" -> throw new NotFound("Nobody has this id.");
                case "slow" -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        INTERRUPTED.countDown();
                        throw stopped;
                    }
                }
                default ->
                    throw new IllegalStateException("MATCH (p:Person) RETURN p failed in org.neo4j.driver.Session");
            }
            return person(id);
        }

        @QueryMapping
        Connection<Person> people(
                @Argument @Nullable String name, @Argument @Nullable Integer first, @Argument @Nullable String after) {
            List<Person> people = IntStream.range(0, 7)
                    .mapToObj(number -> person("p" + number))
                    .toList();
            return paging.page(people, Paging.Request.of(first, after, "people", name));
        }

        private static Person person(String id) {
            return new Person(id, "Name of " + id, null, null, null, null, false);
        }
    }

    @Test
    void me_headerGiven_isThatPerson() throws Exception {
        HttpRequest request = request(BodyPublishers.ofString(body("{ me { id name } }", Map.of())))
                .header("X-Passerelle-Person", "p3")
                .build();
        JsonNode answer =
                JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        assertThat(answer.at("/data/me/id").asString()).isEqualTo("p3");
    }

    @Test
    void me_noHeader_isNobody() throws Exception {
        assertThat(ask("{ me { id } }").at("/data/me").isNull()).isTrue();
    }

    @Test
    void error_refusal_keepsSentenceAndCodeAndRequestId() throws Exception {
        JsonNode error = error(ask("{ person(id: \"refused\") { id } }"));
        assertThat(error.at("/message").asString()).isEqualTo("Nobody has this id.");
        assertThat(error.at("/extensions/code").asString()).isEqualTo("NOT_FOUND");
        assertThat(error.at("/extensions/requestId").asString()).isNotBlank();
        assertThat(error.at("/path/0").asString()).isEqualTo("person");
    }

    @Test
    void error_unexpected_showsNoInternals() throws Exception {
        JsonNode answer = ask("{ person(id: \"boom\") { id } }");
        assertThat(error(answer).at("/extensions/code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(answer.toString()).doesNotContain("MATCH", "neo4j", "IllegalState", "Exception");
    }

    @Test
    void error_unknownField_isBadUserInput() throws Exception {
        assertThat(code("{ nonsense }")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void error_brokenSyntax_isBadUserInput() throws Exception {
        assertThat(code("{ me { id }")).isEqualTo("BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2025-02-30", "1000-01-01", "2025-1-1"})
    void date_notADay_isBadUserInput(String day) throws Exception {
        assertThat(code("{ dataset(window: {from: \"" + day + "\"}) { people } }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void timeout_slowAnswer_isToldAndStopped() throws Exception {
        long start = System.nanoTime();
        assertThat(code("{ person(id: \"slow\") { id } }")).isEqualTo("TIMEOUT");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(INTERRUPTED.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void page_allPages_holdEverybodyOnceInOrder() throws Exception {
        List<String> seen = new ArrayList<>();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = ask("{ people(first: 3" + after
                            + ") { totalCount nodes { id } edges { cursor } pageInfo { endCursor hasNextPage } } }")
                    .at("/data/people");
            page.at("/nodes").forEach(node -> seen.add(node.at("/id").asString()));
            assertThat(page.at("/totalCount").asInt()).isEqualTo(7);
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            after = ", after: \"" + page.at("/pageInfo/endCursor").asString() + "\"";
        }
        assertThat(seen).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void page_firstOutOfBounds_isBadUserInput(int first) throws Exception {
        assertThat(code("{ people(first: " + first + ") { totalCount } }")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void page_firstNull_isBadUserInput() throws Exception {
        assertThat(code("{ people(first: null) { totalCount } }")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void cursor_ofAnotherQuestionOrTampered_isRefused() throws Exception {
        String cursor = ask("{ people(first: 1) { pageInfo { endCursor } } }")
                .at("/data/people/pageInfo/endCursor")
                .asString();
        assertThat(code("{ people(name: \"x\", after: \"" + cursor + "\") { totalCount } }"))
                .isEqualTo("BAD_USER_INPUT");
        String tampered = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        assertThat(code("{ people(after: \"" + tampered + "\") { totalCount } }"))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(code("{ people(after: \"p3\") { totalCount } }")).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void aliases_limitAndOneMore_passAndAreRefused() throws Exception {
        assertThat(ask("{ people { " + aliases(30) + " } }").at("/errors").isMissingNode())
                .isTrue();
        assertThat(code("{ people { " + aliases(31) + " } }")).isEqualTo("LIMIT_EXCEEDED");
        String throughFragment = "{ people { ...A ...A } } fragment A on PersonConnection { " + aliases(16) + " }";
        assertThat(code(throughFragment)).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void rootFields_limitAndOneMore_passAndAreRefused() throws Exception {
        assertThat(ask("{ " + "me { id } ".repeat(10) + "}").at("/errors").isMissingNode())
                .isTrue();
        assertThat(code("{ " + "me { id } ".repeat(11) + "}")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void directives_oneTooMany_areRefused() throws Exception {
        assertThat(code("{ me { id " + "@include(if: true) ".repeat(51) + "} }"))
                .isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void depth_limitAndOneMore_passAndAreRefused() throws Exception {
        assertThat(ask(nested(10)).at("/errors").isMissingNode()).isTrue();
        assertThat(code(nested(11))).isEqualTo("LIMIT_EXCEEDED");
        String throughFragment = "{ me { ...M } } fragment M on Person " + managers(10);
        assertThat(code(throughFragment)).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void complexity_fanOut_isRefusedLiteralOrVariable() throws Exception {
        String fan =
                "communities(first: 100) { nodes { members(first: %s) { nodes { memberships { group { id } } } } } }";
        assertThat(code("{ " + fan.formatted("100") + " }")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(code("query Q($n: Int!) { " + fan.formatted("$n") + " }", Map.of("n", 100)))
                .isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void fragments_circular_areBadUserInputAtOnce() throws Exception {
        assertThat(code("{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }"))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void fragments_doubling_areRefusedWithoutExpansion() throws Exception {
        String doubling = IntStream.range(0, 60)
                .mapToObj(number -> "fragment F%d on Person { a%d: id ...F%d ...F%d }"
                        .formatted(number, number, number + 1, number + 1))
                .collect(Collectors.joining(" "));
        assertThat(code("{ me { ...F0 } } " + doubling + " fragment F60 on Person { id }"))
                .isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void tokens_tooMany_areRefused() throws Exception {
        assertThat(code("{ me { " + "id ".repeat(2_500) + "} }")).isIn("LIMIT_EXCEEDED");
        assertThat(code("{".repeat(1_900))).isIn("LIMIT_EXCEEDED", "BAD_USER_INPUT");
        assertThat(code("{ me { id } } #" + "x".repeat(100_001))).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void introspection_asGraphiqlAsks_isAnswered() throws Exception {
        JsonNode answer = ask(graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY);
        assertThat(answer.at("/errors").toString()).isEmpty();
        assertThat(answer.at("/data/__schema/types").size()).isGreaterThan(50);
    }

    @Test
    void body_over256KiB_is413WhetherSaidOrChunked() throws Exception {
        byte[] large = body("{ me { id } } #" + "x".repeat(1 << 20), Map.of()).getBytes(StandardCharsets.UTF_8);
        assertThat(status(BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                .isEqualTo(413);
    }

    @Test
    void body_smallAndChunked_isAnswered() throws Exception {
        byte[] small = body("{ me { id } }", Map.of()).getBytes(StandardCharsets.UTF_8);
        assertThat(status(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small))))
                .isEqualTo(200);
    }

    @Test
    void request_batchOrGetOrForm_isRefused() throws Exception {
        assertThat(status(BodyPublishers.ofString("[" + body("{ me { id } }", Map.of()) + "]")))
                .isBetween(400, 499);
        HttpRequest get =
                HttpRequest.newBuilder(uri("?query=%7Bme%7Bid%7D%7D")).GET().build();
        assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isBetween(400, 499);
        HttpRequest form = HttpRequest.newBuilder(uri(""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=%7Bme%7Bid%7D%7D"))
                .build();
        assertThat(client.send(form, BodyHandlers.ofString()).statusCode()).isBetween(400, 499);
    }

    private static String aliases(int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> "a" + each + ": totalCount")
                .collect(Collectors.joining(" "));
    }

    private static String nested(int levels) {
        return "{ me " + managers(levels - 1) + " }";
    }

    private static String managers(int levels) {
        return "{ manager ".repeat(levels - 1) + "{ id }" + " }".repeat(levels - 1);
    }

    private static JsonNode error(JsonNode answer) {
        assertThat(answer.at("/errors").size()).as("%s", answer).isPositive();
        return answer.at("/errors/0");
    }

    private String code(String query) throws IOException, InterruptedException {
        return code(query, Map.of());
    }

    private String code(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return error(ask(query, variables)).at("/extensions/code").asString();
    }

    private JsonNode ask(String query) throws IOException, InterruptedException {
        return ask(query, Map.of());
    }

    private JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request(BodyPublishers.ofString(body(query, variables))).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static String body(String query, Map<String, Object> variables) {
        return JSON.writeValueAsString(Map.of("query", query, "variables", variables));
    }

    private int status(BodyPublisher body) throws IOException, InterruptedException {
        return client.send(request(body).build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpRequest.Builder request(BodyPublisher body) {
        return HttpRequest.newBuilder(uri(""))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(body);
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + port + "/graphql" + query);
    }
}
