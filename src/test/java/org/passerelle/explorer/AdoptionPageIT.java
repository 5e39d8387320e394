package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The page of adoption held against the API of the same server, and the officer's pages on a narrow screen. */
class AdoptionPageIT extends VisitedPages {
    private static final int NARROW = 390;
    private static final String MONTHS = "months { month complete stages { stage state share people } }";

    @ParameterizedTest
    @CsvSource({"en-GB,no data", "fr-FR,sans données"})
    void funnel_ofTheWholeAndOfAGroup_isThatOfTheApi(String language, String noData) {
        open(language, "#/adoption?depth=2");
        JsonNode adoption = answers()
                .ask(
                        "{ adoption(unitDepth: 2) { %s groups { state group { id name } %s } } }"
                                .formatted(MONTHS, MONTHS),
                        Map.of())
                .at("/adoption");
        String month = lastComplete(adoption.at("/months"));
        checkFunnel(language, noData, monthOf(adoption.at("/months"), month));
        for (JsonNode group : adoption.at("/groups")) {
            Locator row = page.locator(
                    "[data-group='%s']".formatted(group.at("/group/id").asString()));
            int column = 1;
            for (JsonNode stage : monthOf(group.at("/months"), month).at("/stages")) {
                if (!stage.at("/stage").asString().equals("READING")) {
                    assertThat(row.locator("td").nth(column++)).hasText(shown(language, noData, stage));
                }
            }
        }
        JsonNode first = adoption.at("/groups/0");
        page.locator("[data-group='%s'] button".formatted(first.at("/group/id").asString()))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*group=.*"));
        assertThat(page.locator(".funnel-panel h3").first())
                .hasText(first.at("/group/name").asString());
        checkFunnel(language, noData, monthOf(first.at("/months"), month));
        shoot("adoption-group-" + language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB|Answered for 1 Mar 2025 – 31 May 2025: here figures are told of whole months.",
                "fr-FR|Réponse pour 1 mars 2025 – 31 mai 2025\u00a0: ici, les chiffres sont ceux de mois entiers."
            })
    void window_thatEndsWithinMonths_saysOfWhichItIs(String language, String sentence) {
        open(language, "#/adoption?from=2025-03-10&to=2025-05-20");
        assertThat(page.locator(".other-days")).hasText(sentence);
        open(language, "#/adoption?from=2025-03-01&to=2025-05-31");
        assertThat(page.locator(".take-up svg")).isVisible();
        assertThat(page.locator(".other-days")).hasCount(0);
    }

    @Test
    void months_byArrowKeys_areThoseOfTheApi() {
        open("en-GB", "#/adoption");
        JsonNode months =
                answers().ask("{ adoption { %s } }".formatted(MONTHS), Map.of()).at("/adoption/months");
        page.locator(".take-up svg").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");

        checkFunnel("en-GB", "no data", months.get(2));
        assertThat(page.locator("#field-month"))
                .hasValue(months.get(2).at("/month").asString());
        assertThat(page)
                .hasURL(Pattern.compile(".*month=" + months.get(2).at("/month").asString() + ".*"));
        assertThat(page.locator(".take-up svg")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void newcomersLeadershipAndConverters_areThoseOfTheApi(String language) {
        open(language, "#/adoption?leaders=3");
        JsonNode adoption =
                answers().ask("""
                        query($l: Language!) { adoption(unitDepth: 3, leaderDepth: 3) {
                            newcomers { newcomers active { days share { value low high } } returned { days share { value } } }
                            curve { state days } leadership { state summary(language: $l) after otherwise difference { value } }
                            contagion { state followed people } converters(first: 20) { nodes { summary(language: $l) } } } }""", Map.of("l", languageOf(language))).at("/adoption");
        assertThat(page.locator(".staying .sentence"))
                .containsText(Answers.number(
                        language, adoption.at("/newcomers/newcomers").asInt(), 0));
        for (JsonNode point : adoption.at("/newcomers/active")) {
            for (String part : List.of("value", "low", "high")) {
                assertThat(page.locator("[data-days='%d'] td"
                                        .formatted(point.at("/days").asInt()))
                                .first())
                        .containsText(Answers.percent(
                                language, point.at("/share/" + part).asDouble()));
            }
        }
        long points = 0;
        for (JsonNode point : adoption.at("/curve")) {
            points += point.at("/state").asString().equals("SHOWN") ? 1 : 0;
        }
        assertThat(page.locator(".survival .visually-hidden tr")).hasCount((int) points);
        assertThat(page.locator(".survival .steps")).hasAttribute("d", Pattern.compile("M.*H?.*"));
        JsonNode leadership = adoption.at("/leadership");
        assertThat(page.locator(".leadership"))
                .containsText(leadership.at("/summary").asString());
        if (leadership.at("/state").asString().equals("SHOWN")) {
            assertThat(page.locator(".leadership .after .figure"))
                    .hasText(Answers.number(language, leadership.at("/after").asDouble(), 2));
            assertThat(page.locator(".leadership .otherwise .figure"))
                    .hasText(
                            Answers.number(language, leadership.at("/otherwise").asDouble(), 2));
        }
        page.locator(".converters > summary").click();
        assertThat(page.locator(".contagion"))
                .containsText(Answers.number(
                        language, adoption.at("/contagion/followed").asInt(), 0));
        assertThat(page.locator(".converters .linkers > li"))
                .hasCount(adoption.at("/converters/nodes").size());
        for (JsonNode converter : adoption.at("/converters/nodes")) {
            assertThat(page.locator(".converters"))
                    .containsText(converter.at("/summary").asString());
        }
        shoot("adoption-" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB,communities,.animators .card",
        "fr-FR,communities,.animators .card",
        "en-GB,loops,.loop",
        "fr-FR,loops,.loop",
        "en-GB,loops?show=FIGURES,.loop-table",
        "fr-FR,loops?show=FIGURES,.loop-table",
        "en-GB,adoption,.stairs",
        "fr-FR,adoption,.stairs"
    })
    void narrowScreen_hasNothingBesideIt(String language, String view, String shown) {
        page = visitor.page(language);
        page.setViewportSize(NARROW, 844);
        page.navigate(demonstration.url() + "/#/" + view);
        assertThat(page.locator(shown).first()).isVisible();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
        shoot("narrow-" + view.replaceAll("\\W.*=", "-") + "-" + language);
    }

    @Test
    void question_thatIsRefused_isSaidWhereTheAnswerWouldStand() {
        page = visitor.page("en-GB");
        page.navigate(demonstration.url() + "/#/adoption?channel=carrier-pigeon");

        assertThat(page.locator(".answer .refusal")).containsText("BAD_USER_INPUT");
        assertThat(page.locator(".narrowing").first()).isVisible();
    }

    private void checkFunnel(String language, String noData, JsonNode month) {
        for (JsonNode stage : month.at("/stages")) {
            assertThat(page.locator("[data-stage='%s'] .figure"
                            .formatted(stage.at("/stage").asString())))
                    .containsText(shown(language, noData, stage));
        }
    }

    private static String shown(String language, String noData, JsonNode stage) {
        return stage.at("/state").asString().equals("SHOWN")
                ? Answers.percent(language, stage.at("/share").asDouble())
                : noData;
    }

    private static String lastComplete(JsonNode months) {
        String last = "";
        for (JsonNode month : months) {
            last = month.at("/complete").asBoolean() ? month.at("/month").asString() : last;
        }
        return last;
    }

    private static JsonNode monthOf(JsonNode months, String wanted) {
        for (JsonNode month : months) {
            if (month.at("/month").asString().equals(wanted)) {
                return month;
            }
        }
        throw new AssertionError("no month " + wanted);
    }

    @Override
    void open(String language, String place) {
        super.open(language, place);
        assertThat(page.locator(".stairs")).isVisible();
    }
}
