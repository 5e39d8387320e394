package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Whoever is found by topic and not by words, as a French and as an English reader see it. */
class FoundByTopicIT extends VisitedPages {
    private static final String WORDS = "drinking water approval";
    private static final int ASKED_MAX = 200;
    private static final String WHO =
            "query($a: String!) { experts(about: $a, first: 10) {" + " nodes { rank nearbyTopics { name } } } }";

    /** The English words find English texts; whoever answers in French comes by the topic that goes with them. */
    private JsonNode somebodyFoundByTopic() {
        // The first who ask find by words alone: what texts are about is read beside them.
        for (int asked = 0; asked < ASKED_MAX; asked++) {
            for (JsonNode expert : answers().ask(WHO, Map.of("a", WORDS)).at("/experts/nodes")) {
                if (!expert.at("/nearbyTopics").isEmpty()) {
                    return expert;
                }
            }
        }
        throw new AssertionError("Nobody among the first ten is found by topic");
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Found by topic, Close match", "fr-FR, Trouvé par le sujet, Mots très proches"})
    void card_ofSomebodyFoundByTopic_saysSo_withTheTopics(String locale, String says, String never) {
        open(locale, "");
        JsonNode expert = somebodyFoundByTopic();
        page.navigate(demonstration.url() + "/#/experts?about=" + WORDS.replace(" ", "%20"));
        assertThat(page).hasTitle(WORDS + " – Experts – Passerelle");
        Locator card = page.locator("#expert-" + expert.at("/rank").asInt());
        assertThat(card.locator(".by-topic strong")).hasText(says);
        assertThat(card.locator(".by-topic"))
                .containsText(expert.at("/nearbyTopics/0/name").asString());
        assertThat(card.locator(".why")).not().containsText(never);
        assertThat(card.locator(".evidence li").first()).isVisible();
        card.locator(".parts-box summary").click();
        assertThat(card.locator(".parts dt").filter(new Locator.FilterOptions().setHasText(says)))
                .hasCount(1);
        shoot("found-by-topic-" + locale);
    }
}
