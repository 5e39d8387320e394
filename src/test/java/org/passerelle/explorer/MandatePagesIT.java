package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What goes with mandates, and closers beside animators, opened in the page and held against the API of the same server. */
class MandatePagesIT extends VisitedPages {
    private static final String EVENT =
            "mandateDose { figures { appointments { before after matched } together { change matchedChange ratio } } }";

    /** A community with an appointment that has enough around it. */
    private JsonNode mandated() {
        JsonNode found = answers()
                .ask("{ communities(first: 50) { nodes { id name " + EVENT + " } } }", Map.of())
                .at("/communities/nodes");
        for (JsonNode community : found) {
            if (community.at("/mandateDose/figures/appointments").size() == 1) {
                return community;
            }
        }
        throw new AssertionError("No community has an appointment with 84 days around it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void mandates_opened_areThoseOfTheApi(String language) {
        open(language, "#/communities");
        JsonNode community = mandated();
        open(language, "#/communities?id=" + community.at("/id").asString());
        assertThat(page.locator(".community header h2"))
                .hasText(community.at("/name").asString());
        page.locator("details.mandate-dose > summary").click();
        Locator here = page.locator(".dose.here");
        assertThat(here.locator(".appointed-effect")).isVisible();
        JsonNode together = community.at("/mandateDose/figures/together");
        for (String part : new String[] {"change", "matchedChange", "ratio"}) {
            assertThat(here.locator(".appointed-effect"))
                    .containsText(Answers.percent(
                            language, Math.abs(together.at("/" + part).asDouble())));
        }
        JsonNode event = community.at("/mandateDose/figures/appointments/0");
        assertThat(here.locator(".dose-events"))
                .containsText(Answers.number(language, event.at("/before").asInt(), 0) + " → "
                        + Answers.number(language, event.at("/after").asInt(), 0));
        assertThat(here.locator(".dose-course tbody tr")).hasCount(2);
        assertThat(page.locator(".dose.everywhere .appointed-effect")).isVisible();
        shoot("mandates-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void overlap_opened_isThatOfTheApi(String language) {
        open(language, "#/loops?show=FIGURES&overlap=COMMUNITY");
        Locator box = page.locator("details.loop-overlap");
        assertThat(box.locator(".overlap-whole")).isVisible();
        JsonNode overlaps = answers().ask("""
                        { loopFigures(unitDepth: 3) { closersWhoAnimate(by: COMMUNITY) {
                            whole { figures { first both any { mean } alike { mean } } } groups { group { name } state } } } }
                        """, Map.of()).at("/loopFigures/closersWhoAnimate");
        JsonNode whole = overlaps.at("/whole/figures");
        assertThat(box.locator(".overlap-whole"))
                .containsText(Answers.number(language, whole.at("/both").asInt(), 0));
        for (String chance : new String[] {"any", "alike"}) {
            assertThat(box.locator(".overlap-whole"))
                    .containsText(Answers.number(
                            language, whole.at("/" + chance + "/mean").asDouble(), 1));
        }
        int shown = 0;
        for (JsonNode group : overlaps.at("/groups")) {
            shown += group.at("/state").asString().equals("SHOWN") ? 1 : 0;
        }
        assertThat(shown).isPositive();
        assertThat(box.locator(".overlap-table tbody tr")).hasCount(shown);
        shoot("overlap-" + language);
    }
}
