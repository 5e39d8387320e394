package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The communities and one of them, clicked through and held against the API of the same server. */
class CommunityPagesIT extends VisitedPages {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource({"en-GB,fragility", "fr-FR,fragilité"})
    void list_byFragility_isThatOfTheApi(String language, String order) {
        open(language, "#/communities");
        page.getByLabel(order, new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page).hasURL(Pattern.compile(".*by=FRAGILITY.*"));
        JsonNode found = answers()
                .ask("{ communities(by: FRAGILITY, first: 50) { nodes { name fragility contributors } } }", Map.of())
                .at("/communities/nodes");
        List<String> names = new ArrayList<>();
        found.forEach(community -> names.add(community.at("/name").asString()));
        Locator entries = page.locator(".community-list button");
        assertThat(page.locator(".community-list .name")).hasText(names.toArray(String[]::new));
        for (int index = 0; index < found.size(); index++) {
            assertThat(entries.nth(index))
                    .containsText(Answers.number(
                            language, found.get(index).at("/contributors").asInt(), 0));
            JsonNode fragility = found.get(index).at("/fragility");
            if (!fragility.isNull()) {
                assertThat(entries.nth(index).locator(".leaning"))
                        .containsText(Answers.percent(language, Math.max(0, fragility.asDouble())));
            }
        }
        assertThat(page.locator(".community header h2")).hasText(names.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void community_everyFigure_isThatOfTheApi(String language) {
        String id = liveliest(language);
        JsonNode community = answers().ask("""
                        query($id: ID!) { community(id: $id) { name
                            selfRegulation { interval { value low high } withoutFirst { kept expected matched } }
                            personas { persona people } mirror { figures { index { value low high } } }
                            mandates { figures { appointed natural both kappa } }
                            communityPeers { figures { peers { value low high } } } sparkedBy { name } } }""", Map.of("id", id)).at("/community");
        assertThat(page.locator(".community header h2"))
                .hasText(community.at("/name").asString());
        for (String part : List.of("value", "low", "high")) {
            assertThat(page.locator(".key-figures .self-regulation"))
                    .containsText(Answers.percent(
                            language,
                            community.at("/selfRegulation/interval/" + part).asDouble()));
            assertThat(page.locator(".reflection.units"))
                    .containsText(Answers.number(
                            language,
                            community.at("/mirror/figures/index/" + part).asDouble(),
                            2));
            assertThat(page.locator(".panel.peers"))
                    .containsText(Answers.percent(
                            language,
                            community
                                    .at("/communityPeers/figures/peers/" + part)
                                    .asDouble()));
        }
        Locator removal = page.locator(".removal").first();
        for (String bar : List.of("kept", "expected")) {
            assertThat(removal.locator("." + bar + " .figure"))
                    .hasText(Answers.percent(
                            language,
                            community.at("/selfRegulation/withoutFirst/" + bar).asDouble()));
        }
        for (JsonNode count : community.at("/personas")) {
            assertThat(page.locator("[data-persona='%s'] .figure"
                            .formatted(count.at("/persona").asString())))
                    .hasText(Answers.number(language, count.at("/people").asInt(), 0));
        }
        assertThat(page.locator(".panel.mandates"))
                .containsText(Answers.number(
                        language, community.at("/mandates/figures/natural").asInt(), 0));
        for (JsonNode person : community.at("/sparkedBy")) {
            assertThat(page.locator(".sparked")).containsText(person.at("/name").asString());
        }
        assertThat(page.locator(".animators .card").first()).isVisible();
        shoot("community-" + language);
    }

    @ParameterizedTest
    @CsvSource({"en-GB,in other weeks", "fr-FR,en d’autres semaines"})
    void animators_partsRanksAndEvidence_areThoseOfTheApi(String language, String weeks) {
        String id = liveliest(language);
        JsonNode found =
                answers().ask("""
                        query($id: ID!, $l: Language!) { community(id: $id) { animators(first: 3) { nodes { score
                            person { name } parts { name value evidence(first: 4) { thread sentence(language: $l) } } } } } }""", Map.of("id", id, "l", languageOf(language))).at("/community/animators/nodes");
        Locator cards = page.locator(".animators > .card");
        assertThat(cards).hasCount(found.size());
        for (int index = 0; index < found.size(); index++) {
            JsonNode animator = found.get(index);
            assertThat(cards.nth(index).locator("h4"))
                    .hasText(animator.at("/person/name").asString());
            assertThat(cards.nth(index).locator(".score"))
                    .containsText(Answers.number(language, animator.at("/score").asDouble(), 2));
            for (JsonNode part : animator.at("/parts")) {
                assertThat(cards.nth(index)
                                .locator("[data-part='%s'] .figure"
                                        .formatted(part.at("/name").asString())))
                        .hasText(Answers.number(language, part.at("/value").asDouble(), 2));
            }
        }
        int second = 1;
        cards.nth(second).locator(".panel summary").click();
        int pieces = 0;
        for (JsonNode part : found.get(second).at("/parts")) {
            for (JsonNode piece : part.at("/evidence")) {
                assertThat(cards.nth(second).locator(".behind"))
                        .containsText(piece.at("/sentence").asString());
                pieces++;
            }
        }
        assertThat(pieces).as("exchanges behind the second animator").isPositive();
        assertThat(cards.nth(second).locator(".behind li")).hasCount(pieces);
        // Looking at other weeks goes on in the background: the page asks again until it is there.
        assertThat(cards.first().locator(".rank-interval")).containsText(weeks);
    }

    @Test
    void offer_madeAndTakenBack_isThatOfTheApi() {
        String id = liveliest("en-GB");
        JsonNode person = answers()
                .ask(
                        "query($id: ID!) { community(id: $id) { members(first: 1) { nodes { id name } } } }",
                        Map.of("id", id))
                .at("/community/members/nodes/0");
        page.evaluate("person => localStorage.setItem('passerelle.me', person)", JSON.writeValueAsString(person));
        page.reload();
        page.getByText("I offer to animate it").click();
        assertThat(page.locator(".mine")).containsText("You offered to animate it");
        assertThat(offered(id)).contains(person.at("/name").asString());
        page.reload();
        assertThat(page.locator(".candidates tbody th"))
                .containsText(person.at("/name").asString());

        page.getByText("Take my offer back").click();
        assertThat(page.locator(".mine button")).hasText("I offer to animate it");
        assertThat(offered(id)).doesNotContain(person.at("/name").asString());
    }

    /** What other roles get: answers of this server, in which what they may not see is withheld as the contract says. */
    @ParameterizedTest
    @CsvSource({"en-GB,withheld,Pseudonym", "fr-FR,masqué,Pseudonyme"})
    void withheld_isSaidAndLeavesNoTrace(String language, String withheld, String pseudonym) {
        page = visitor.page(language);
        page.route("**/graphql", route -> {
            JsonNode answer = JSON.readTree(route.fetch().text());
            if (answer.at("/data/community") instanceof ObjectNode community) {
                withhold(community);
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(JSON.writeValueAsString(answer)));
        });
        page.setViewportSize(1280, 1600);
        page.navigate(demonstration.url() + "/#/communities");

        Locator first = page.locator(".animators > .card").first();
        assertThat(first).containsText(Pattern.compile(pseudonym, Pattern.CASE_INSENSITIVE));
        assertThat(first.locator("a")).hasCount(0);
        assertThat(first.locator("details")).hasCount(0);
        assertThat(page.locator(".mandates .not-shown.suppressed")).containsText(withheld);
        assertThat(page.locator(".reflection.units .not-shown.suppressed")).containsText(withheld);
        assertThat(page.locator("[data-persona='ENGAGER'] .figure")).hasText(Pattern.compile(withheld + ".*"));
        assertThat(page.locator(".sparked")).hasCount(0);
        assertThat(page.locator("main").textContent()).doesNotContain("null", "NaN", "undefined");
        shoot("community-withheld-" + language);
    }

    private static void withhold(ObjectNode community) {
        for (String field : List.of("mandates", "units", "trades", "communityPeers")) {
            if (community.has(field)) {
                community.putObject(field).put("state", "SUPPRESSED").putNull("figures");
            }
        }
        if (community.has("sparkedBy")) {
            community.putArray("sparkedBy");
        }
        if (community.at("/personas") instanceof ArrayNode personas) {
            personas.forEach(
                    count -> ((ObjectNode) count).put("state", "SUPPRESSED").putNull("people"));
        }
        if (community.at("/selfRegulation") instanceof ObjectNode regulation) {
            regulation.putNull("withoutAppointed");
        }
        for (JsonNode edge : community.at("/animators/edges")) {
            ObjectNode animator = (ObjectNode) edge.at("/node");
            for (String field : List.of(
                    "beforeRank",
                    "contributions",
                    "appointed",
                    "persona",
                    "legitimacy",
                    "newcomer",
                    "external",
                    "summary")) {
                animator.putNull(field);
            }
            ((ObjectNode) animator.at("/person"))
                    .put("name", "P-4711")
                    .putNull("title")
                    .putNull("unit");
        }
    }

    private String offered(String id) {
        return answers()
                .ask("query($id: ID!) { community(id: $id) { candidates { person { name } } } }", Map.of("id", id))
                .toString();
    }

    /** Opens the page of the community with most contributions. */
    private String liveliest(String language) {
        page = visitor.page(language);
        page.setViewportSize(1280, 1600);
        String id = answers()
                .ask("{ communities(first: 1) { nodes { id } } }", Map.of())
                .at("/communities/nodes/0/id")
                .asString();
        page.navigate(demonstration.url() + "/#/communities?id=" + id);
        assertThat(page.locator(".community-list button[aria-current]")).hasCount(1);
        return id;
    }
}
