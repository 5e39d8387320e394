package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The board of loops and their figures, clicked through and held against the API of the same server. */
class LoopPagesIT extends VisitedPages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> STATES = List.of("OPEN", "ANSWERED", "CLOSED", "STALE");

    @ParameterizedTest
    @CsvSource({"en-GB,took longest first", "fr-FR,les plus longs d’abord"})
    void board_columnsAndCards_areThoseOfTheApi(String language, String slowest) {
        open(language, "#/loops");
        page.locator("#field-by").selectOption("SLOWEST");
        assertThat(page).hasURL(Pattern.compile(".*by=SLOWEST.*"));
        assertThat(page.locator("#field-by option:checked")).hasText(slowest);
        checkBoard(language, Map.of(), "SLOWEST");
        shoot("loops-" + language);
    }

    @Test
    void filters_communityAndKind_areThoseOfTheApi() {
        open("en-GB", "#/loops");
        String community = answers()
                .ask("{ communities(first: 1) { nodes { id } } }", Map.of())
                .at("/communities/nodes/0/id")
                .asString();
        page.locator("#field-community").selectOption(community);
        assertThat(page).hasURL(Pattern.compile(".*community=.*"));
        checkBoard("en-GB", Map.of("community", community), "NEWEST");
        page.locator("#field-kind").selectOption("IDEA");
        assertThat(page).hasURL(Pattern.compile(".*kind=IDEA.*"));
        checkBoard("en-GB", Map.of("community", community, "kind", List.of("IDEA")), "NEWEST");
    }

    @Test
    void topic_ofACard_filtersTheBoard() {
        open("en-GB", "#/loops");
        Locator topic = page.locator(".loop-topics .topic button").first();
        String name = topic.textContent();
        topic.click();

        assertThat(page.locator("#field-topic")).hasValue(name);
        String id = page.url().replaceAll(".*[?&]topic=([^&]*).*", "$1");
        checkBoard("en-GB", Map.of("topic", URLDecoder.decode(id, StandardCharsets.UTF_8)), "NEWEST");
    }

    @ParameterizedTest
    @CsvSource({"en-GB,Who could close it?", "fr-FR,Qui pourrait la fermer ?"})
    void open_whoCouldCloseIt_isThatOfTheApi(String language, String who) {
        open(language, "#/loops");
        Locator card = page.locator(".column.answered .loop").first();
        String id = card.getAttribute("data-loop");
        card.getByText(who).click();
        JsonNode experts = answers()
                .ask(
                        "query($id: ID) { experts(question: $id, first: 3) { nodes { person { name } } } }",
                        Map.of("id", id))
                .at("/experts/nodes");
        assertThat(card.locator(".linkers > li")).hasCount(experts.size());
        for (int index = 0; index < experts.size(); index++) {
            assertThat(card.locator(".linkers > li").nth(index))
                    .containsText(experts.get(index).at("/person/name").asString());
        }
        // A shared address opens the same need.
        assertThat(page).hasURL(Pattern.compile(".*who=.*"));
        page.reload();
        assertThat(page.locator(".column.answered .loop").first().locator(".linkers > li"))
                .hasCount(experts.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void figures_ratesAndGroups_areThoseOfTheApi(String language) {
        open(language, "#/loops?show=FIGURES&depth=2&rows=all");
        JsonNode figures = answers().ask("""
                        { loopFigures(unitDepth: 2) {
                            whole { figures { loops closureRate { value low high } answerRate { value low high } acrossShare { value } } }
                            groups { group { name } state figures { loops closureRate { value } } } } }""", Map.of()).at("/loopFigures");
        JsonNode whole = figures.at("/whole/figures");
        assertThat(page.locator(".together .sentence"))
                .containsText(Answers.number(language, whole.at("/loops").asInt(), 0));
        for (String part : List.of("value", "low", "high")) {
            assertThat(page.locator(".closure-rate"))
                    .containsText(Answers.percent(
                            language, whole.at("/closureRate/" + part).asDouble()));
            assertThat(page.locator(".answer-rate"))
                    .containsText(Answers.percent(
                            language, whole.at("/answerRate/" + part).asDouble()));
        }
        Locator rows = page.locator(".loop-table tbody tr");
        assertThat(rows).hasCount(figures.at("/groups").size());
        for (JsonNode group : figures.at("/groups")) {
            if (group.at("/state").asString().equals("SHOWN")) {
                Locator row = rows.filter(new Locator.FilterOptions()
                        .setHas(page.getByText(
                                group.at("/group/name").asString(), new Page.GetByTextOptions().setExact(true))));
                assertThat(row.locator("td").first())
                        .hasText(Answers.number(
                                language, group.at("/figures/loops").asInt(), 0));
                assertThat(row.locator("td").nth(2))
                        .containsText(Answers.percent(
                                language, group.at("/figures/closureRate/value").asDouble()));
            }
        }
        shoot("loop-figures-" + language);
        page.locator("input[name=group][value=MONTH]").check();
        assertThat(page.locator(".loop-groups .course svg circle").first()).isVisible();
        shoot("loop-months-" + language);
    }

    @Test
    void gapsAndClosers_whenOpened_areThoseOfTheApi() {
        open("en-GB", "#/loops?show=FIGURES");
        page.locator(".loop-gaps summary").first().click();
        page.locator(".loop-closers summary").first().click();
        JsonNode figures = answers().ask("""
                        { loopFigures(unitDepth: 3) { gaps(by: TOPIC) { state topic { name } unanswered needs }
                            closers(first: 10) { person { name } loops } } }""", Map.of()).at("/loopFigures");
        List<String> gaps = new ArrayList<>();
        figures.at("/gaps").forEach(gap -> {
            if (gap.at("/state").asString().equals("SHOWN") && gaps.size() < 15) {
                gaps.add(gap.at("/unanswered").asInt() + " of "
                        + gap.at("/needs").asInt());
            }
        });
        assertThat(gaps).isNotEmpty();
        assertThat(page.locator(".gap-table tbody td:nth-child(2)")).hasText(gaps.toArray(String[]::new));
        Locator closers = page.locator(".loop-closers .linkers > li");
        assertThat(closers).hasCount(figures.at("/closers").size());
        assertThat(closers.first().locator("strong"))
                .hasText(figures.at("/closers/0/person/name").asString());
        shoot("loop-gaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void worth_isTheReadersAssumptionTimesTheApisCount(String language) {
        open(language, "#/loops?show=FIGURES");
        for (String field : List.of("hours", "cost", "currency")) {
            assertThat(page.locator("#field-" + field)).hasValue("");
        }
        assertThat(page.locator(".reckoned")).hasCount(0);
        page.locator("#field-hours").fill("1.5");
        page.locator("#field-cost").fill("40");
        page.locator("#field-currency").fill("EUR");
        page.locator(".assumptions button").click();
        JsonNode value = answers()
                .ask(
                        "query($l: Language!) { loopFigures { value(hoursSavedPerLoop: 1.5, costPerHour: 40, currency: \"EUR\") { loops hours cost sentence(language: $l) } } }",
                        Map.of("l", languageOf(language)))
                .at("/loopFigures/value");
        assertThat(page.locator(".reckoned strong").nth(0))
                .hasText(Answers.number(language, value.at("/hours").asDouble(), 0) + " h");
        assertThat(page.locator(".reckoned strong").nth(1))
                .hasText(Answers.number(language, value.at("/cost").asDouble(), 0) + " EUR");
        assertThat(page.locator(".worth")).containsText(value.at("/sentence").asString());
        assertThat(page).hasURL(Pattern.compile(".*hours=1.5.*"));
        page.locator("#field-hours").fill("");
        page.locator(".assumptions button").click();
        assertThat(page.locator(".reckoned")).hasCount(0);
    }

    /** What other roles get: a group's figures withheld, and needs that are not theirs to read. */
    @Test
    void withheld_isSaidAndLeavesNoTrace() {
        page = visitor.page("en-GB");
        page.route("**/graphql", route -> {
            JsonNode answer = JSON.readTree(route.fetch().text());
            answer.at("/data/loopFigures/groups")
                    .forEach(group ->
                            ((ObjectNode) group).put("state", "SUPPRESSED").putNull("figures"));
            if (answer.at("/data/loopFigures/whole") instanceof ObjectNode whole) {
                whole.put("state", "SUPPRESSED").putNull("figures");
            }
            if (answer.at("/data/loops") instanceof ObjectNode loops) {
                loops.putNull("notReadable").put("totalCount", 0).putArray("nodes");
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(JSON.writeValueAsString(answer)));
        });
        page.navigate(demonstration.url() + "/#/loops");
        assertThat(page.locator(".not-readable")).containsText("too few people stand behind them");
        page.getByLabel("Figures").check();

        assertThat(page.locator(".not-shown.suppressed")).containsText("withheld");
        assertThat(page.locator(".loop-table td.suppressed").first()).hasText("withheld");
        assertThat(page.locator("main").textContent()).doesNotContain("null", "NaN", "undefined");
    }

    /** Counts of the columns, and of each column the first cards, as the API has them. */
    private void checkBoard(String language, Map<String, ?> filter, String by) {
        for (String state : STATES) {
            Map<String, Object> whole = new HashMap<>(filter);
            whole.put("state", List.of(state));
            JsonNode loops =
                    answers().ask("""
                            query($filter: LoopFilter, $by: LoopOrder!) { loops(filter: $filter, by: $by, first: 8, unitDepth: 3) {
                                totalCount nodes { id asker { name } businessHoursToClose closers { person { name } } } } }""", Map.of("filter", whole, "by", by)).at("/loops");
            Locator column = page.locator(".column." + state.toLowerCase(Locale.ROOT));
            if (page.locator(".board").count() == 0 && loops.at("/totalCount").asInt() == 0) {
                continue;
            }
            assertThat(column.locator("h2 .figure"))
                    .hasText(Answers.number(language, loops.at("/totalCount").asInt(), 0));
            assertThat(column.locator(".loop")).hasCount(loops.at("/nodes").size());
            for (int index = 0; index < loops.at("/nodes").size(); index++) {
                JsonNode loop = loops.at("/nodes").get(index);
                Locator card = column.locator(".loop").nth(index);
                assertThat(card).hasAttribute("data-loop", loop.at("/id").asString());
                assertThat(card).containsText(loop.at("/asker/name").asString());
                if (!loop.at("/businessHoursToClose").isNull()) {
                    assertThat(card)
                            .containsText(Answers.number(
                                    language, loop.at("/businessHoursToClose").asDouble(), 1));
                }
                for (JsonNode closer : loop.at("/closers")) {
                    assertThat(card.locator(".closed-by"))
                            .containsText(closer.at("/person/name").asString());
                }
            }
        }
    }

    @Override
    void open(String language, String place) {
        super.open(language, place);
        assertThat(page.locator(".board, .together").first()).isVisible();
    }
}
