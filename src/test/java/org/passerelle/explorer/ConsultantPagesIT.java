package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bridges and wirearchy held against the API of the same server, and all of the consultant's pages on a narrow screen. */
class ConsultantPagesIT extends VisitedPages {
    private static final int NARROW = 390;

    @ParameterizedTest
    @CsvSource({"en-GB,in other weeks", "fr-FR,en d’autres semaines"})
    void bridges_valuePriceRiskAndRank_areThoseOfTheApi(String language, String weeks) {
        open(language, "#/bridges?by=RISK");
        JsonNode found = answers()
                .ask("""
                        { bridges(unitDepth: 3, by: RISK, first: 10) { nodes {
                            rank betweenness workload person { name }
                            risk { alone connects sentence(language: LANGUAGE) } } } }""".replace("LANGUAGE", language.startsWith("fr") ? "FRENCH" : "ENGLISH"), Map.of())
                .at("/bridges/nodes");
        Locator cards = page.locator(".bridge-list > li");
        assertThat(cards).hasCount(found.size());
        for (int index = 0; index < found.size(); index++) {
            JsonNode bridge = found.get(index);
            Locator card = cards.nth(index);
            assertThat(card.locator(".card-head h2"))
                    .hasText(bridge.at("/person/name").asString());
            assertThat(card.locator(".value .figure"))
                    .hasText(Answers.percent(language, bridge.at("/betweenness").asDouble()));
            assertThat(card.locator(".price .figure"))
                    .hasText(Answers.number(language, bridge.at("/workload").asInt(), 0));
            assertThat(card.locator(".risk .figure"))
                    .containsText(
                            Answers.number(language, bridge.at("/risk/alone").asInt(), 0));
            assertThat(card).containsText(bridge.at("/risk/sentence").asString());
        }
        // Looking at other weeks goes on in the background: the page asks again until it is there.
        assertThat(cards.first().locator(".rank-interval")).containsText(weeks);
        shoot("bridges-" + language);
    }

    @Test
    void bridges_filteredByRole_areThoseOfTheApiWithTheirSuccessors() {
        open("en-GB", "#/bridges");
        page.getByLabel("Role beyond chance").selectOption("LIAISON");
        assertThat(page).hasURL(Pattern.compile(".*role=LIAISON.*"));
        JsonNode found = answers().ask("""
                        { bridges(unitDepth: 3, filter: {role: LIAISON}, first: 10) { nodes {
                            person { name } successors { person { name } sentence } } } }""", Map.of()).at("/bridges/nodes");
        Locator cards = page.locator(".bridge-list > li");
        assertThat(cards).hasCount(found.size());
        int told = 0;
        while (told < found.size() && found.get(told).at("/successors").isEmpty()) {
            told++;
        }
        assertThat(told).as("somebody with successors").isLessThan(found.size());
        cards.nth(told).getByText("Who could take the place").click();
        assertThat(cards.nth(told).locator(".linkers > li"))
                .hasCount(found.get(told).at("/successors").size());
        assertThat(cards.nth(told).locator(".linkers > li").first())
                .containsText(found.get(told).at("/successors/0/sentence").asString());

        cards.first().getByText("What if this person left?").click();
        assertThat(page.locator(".changes li"))
                .containsText(found.at("/0/person/name").asString() + " leaves");
        assertThat(page.locator(".effect")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void wirearchy_distancesAndIndex_areThoseOfTheApi(String language) {
        open(language, "#/wirearchy");
        JsonNode wirearchy = answers().ask("""
                        { wirearchy { byDistance { distance possiblePairs rate } linesUsed
                            wirearchyIndex(unitDepth: 3) { value low high parts { name value } } } }""", Map.of()).at("/wirearchy");
        List<String> rates = new ArrayList<>();
        for (JsonNode row : wirearchy.at("/byDistance")) {
            if (row.at("/possiblePairs").asDouble() > 0) {
                rates.add(Answers.percent(language, row.at("/rate").asDouble()));
            }
        }
        assertThat(page.locator(".distances .rate .figure")).hasText(rates.toArray(String[]::new));
        JsonNode index = wirearchy.at("/wirearchyIndex");
        for (String part : List.of("value", "low", "high")) {
            assertThat(page.locator("aside .headline"))
                    .containsText(Answers.number(language, index.at("/" + part).asDouble(), 0));
        }
        assertThat(page.locator(".index-parts > div"))
                .hasCount(index.at("/parts").size());
        assertThat(page.locator(".org .people circle").first()).isVisible();
        shoot("wirearchy-" + language);
    }

    @Test
    void wirearchy_arrowKeys_walkTheReportingTree() {
        open("en-GB", "#/wirearchy");
        Locator top = page.locator(".org .people circle[tabindex='0']");
        top.focus();
        String first = page.locator(".said").textContent();
        page.keyboard().press("ArrowDown");

        assertThat(page.locator(".org .people .at")).hasCount(1);
        assertThat(page.locator(".said")).not().hasText(first);
        page.keyboard().press("ArrowUp");
        assertThat(page.locator(".said")).hasText(first);
        page.getByLabel("exchanges").check();
        assertThat(page).hasURL(Pattern.compile(".*layout=NETWORK.*"));
        assertThat(page.locator(".org .people circle").first()).isVisible();
        shoot("wirearchy-network");
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB,silos",
        "fr-FR,silos",
        "en-GB,bridges",
        "fr-FR,bridges",
        "en-GB,wirearchy",
        "fr-FR,wirearchy",
        "en-GB,whatif",
        "fr-FR,whatif",
        "en-GB,change",
        "fr-FR,change"
    })
    void narrowScreen_hasNothingBesideIt(String language, String view) {
        page = visitor.page(language);
        page.setViewportSize(NARROW, 844);
        page.navigate(demonstration.url() + "/#/" + view);
        assertThat(page.locator(".matrix-side table, .bridge, .distances, .drag-map .dot, .change-table")
                        .first())
                .isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
        shoot("narrow-" + view + "-" + language);
    }
}
