package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** All communities together, opened above their list and held against the API of the same server. */
class WholeAnimationIT extends VisitedPages {
    @ParameterizedTest
    @CsvSource({"en-GB,All communities together", "fr-FR,Toutes les communautés ensemble"})
    void wholeAnimation_opened_saysWhatTheApiSays(String language, String title) {
        open(language, "#/communities");
        Locator box = page.locator("details.whole-animation");
        assertThat(box.locator("h2")).hasText(title);
        box.locator("summary").first().click();
        assertThat(page).hasURL(Pattern.compile(".*open=whole.*"));
        JsonNode animation = answers().ask("""
                        { animation(first: 100) { contributors natural topTenth
                            communityPeers { figures { peers { value low high } unprompted { value } } }
                            mandates { figures { both appointed } } absences { absences matched }
                            units { unit { id name } state managers { counted of } } } }""", Map.of()).at("/animation");
        assertThat(box.locator(".sentence").first())
                .containsText(
                        Answers.number(language, animation.at("/contributors").asInt(), 0));
        assertThat(box.locator(".sentence").first())
                .containsText(Answers.number(language, animation.at("/natural").asInt(), 0));
        assertThat(box)
                .containsText(
                        Answers.percent(language, animation.at("/topTenth").asDouble()));
        for (String end : new String[] {"peers/value", "peers/low", "peers/high", "unprompted/value"}) {
            assertThat(box.locator(".panel.peers"))
                    .containsText(Answers.percent(
                            language,
                            animation.at("/communityPeers/figures/" + end).asDouble()));
        }
        int shown = 0;
        for (JsonNode unit : animation.at("/units")) {
            if (unit.at("/state").asString().equals("SHOWN")) {
                shown++;
                assertThat(box.locator(
                                "[data-unit='%s']".formatted(unit.at("/unit/id").asString())))
                        .containsText(unit.at("/unit/name").asString());
            }
        }
        assertThat(box.locator("[data-unit]")).hasCount(shown);
        assertThat(shown).isPositive();
        shoot("whole-animation-" + language);
    }

    /** A page whose timers run when the test says so. */
    private static final String HELD_TIMERS = """
            (() => {
              const held = new Map();
              let last = 0;
              window.setTimeout = (run) => { held.set(++last, run); return last; };
              window.clearTimeout = (id) => { held.delete(id); };
              window.runTimers = () => { const due = [...held.values()]; held.clear(); due.forEach((run) => run()); };
            })()""";

    /** The box writes where it stands a moment later: when that moment falls before the next page is told, or after it stands. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wholeAnimation_leftAtOnce_doesNotBringItsAddressBack(boolean beforeThePageIsTold) {
        page = visitor.page("en-GB");
        page.addInitScript(HELD_TIMERS);
        page.navigate(demonstration.url() + "/#/communities");
        assertThat(page.locator("details.whole-animation summary").first()).isVisible();
        page.evaluate("""
                async (before) => {
                  const box = document.querySelector('details.whole-animation');
                  const turn = () => new Promise((heard) => {
                    box.addEventListener('toggle', heard, { once: true });
                    box.open = !box.open;
                  });
                  const leave = () => new Promise((left) => {
                    addEventListener('hashchange', left, { once: true });
                    location.hash = '#/loops';
                    if (before) runTimers();
                  });
                  if (before) await turn();
                  await leave();
                  if (!before) await turn();
                  runTimers();
                }""", beforeThePageIsTold);
        assertThat(page.locator("#view")).hasClass("loops");
        assertThat(page).hasURL(Pattern.compile(".*#/loops$"));
    }
}
