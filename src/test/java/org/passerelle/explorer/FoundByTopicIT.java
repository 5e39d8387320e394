package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whoever is found by topic and not by words, as a French and as an English reader see it. */
class FoundByTopicIT extends VisitedPages {
    private static final String WORDS = "cavitation";
    private static final String UNITS = "{ people(first: 100) { nodes { unit { id } } } }";
    private static final String WHO =
            "query($a: String!, $f: ExpertFilter) { experts(about: $a, filter: $f, first: 10) {"
                    + " nodes { rank nearbyTopics { name } } } }";

    /** A unit and the first of its experts who is found by topic. */
    private record Shown(String unit, JsonNode expert) {}

    private Shown somebodyFoundByTopic() {
        Set<String> units = new TreeSet<>();
        answers()
                .ask(UNITS, Map.of())
                .at("/people/nodes")
                .forEach(person -> units.add(person.at("/unit/id").asString("")));
        units.remove("");
        for (String unit : units) {
            JsonNode answer = answers().ask(WHO, Map.of("a", WORDS, "f", Map.of("unit", unit)));
            for (JsonNode expert : answer.at("/experts/nodes")) {
                if (!expert.at("/nearbyTopics").isEmpty()) {
                    return new Shown(unit, expert);
                }
            }
        }
        throw new AssertionError("Nobody in " + units + " is found by topic");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Found by topic, Close match", "fr-FR, Trouvé par le sujet, Mots très proches"})
    void card_ofSomebodyFoundByTopic_saysSo_withTheTopics(String locale, String says, String never) {
        open(locale, "");
        Shown shown = somebodyFoundByTopic();
        page.navigate(demonstration.url() + "/#/experts?about=" + WORDS + "&unit=" + shown.unit());
        assertThat(page).hasTitle(WORDS + " – Experts – Passerelle");
        Locator card = page.locator("#expert-" + shown.expert().at("/rank").asInt());
        assertThat(card.locator(".by-topic strong")).hasText(says);
        assertThat(card.locator(".by-topic"))
                .containsText(shown.expert().at("/nearbyTopics/0/name").asString());
        assertThat(card.locator(".why")).not().containsText(never);
        assertThat(card.locator(".evidence li").first()).isVisible();
        card.locator(".parts-box summary").click();
        assertThat(card.locator(".parts dt").filter(new Locator.FilterOptions().setHasText(says)))
                .hasCount(1);
        shoot("found-by-topic-" + locale);
    }
}
