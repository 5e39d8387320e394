package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the page says of peers in threads and of shortcuts over the tree, held against the API of the same server. */
class WirearchyPagesIT extends VisitedPages {
    @ParameterizedTest
    @CsvSource({"en-GB,ENGLISH,Peers in threads", "fr-FR,FRENCH,Les pairs dans les fils"})
    void threadPeers_opened_sayWhatTheApiSays(String language, String apiLanguage, String title) {
        open(language, "#/wirearchy");
        Locator box = page.locator("details").filter(new Locator.FilterOptions().setHasText(title));
        box.locator("summary").click();
        JsonNode wirearchy = answers()
                .ask(
                        "query Peers($language: Language!) { wirearchy {"
                                + " peerExchange { figures { peers { value } unprompted { value } } }"
                                + " managerEntries { rows { state matched sentence(language: $language) } } } }",
                        Map.of("language", apiLanguage))
                .at("/wirearchy");
        for (String share : new String[] {"peers", "unprompted"}) {
            assertThat(box)
                    .containsText(Answers.percent(
                            language,
                            wirearchy
                                    .at("/peerExchange/figures/" + share + "/value")
                                    .asDouble()));
        }
        JsonNode rows = wirearchy.at("/managerEntries/rows");
        assertThat(box.locator(".entry")).hasCount(rows.size());
        int shown = 0;
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).at("/state").asString().equals("SHOWN")) {
                shown++;
                assertThat(box.locator(".entry").nth(index))
                        .containsText(rows.get(index).at("/sentence").asString());
            }
        }
        assertThat(shown).as("rows with figures").isPositive();
        shoot("thread-peers-" + language);
    }

    @ParameterizedTest
    @CsvSource({"en-GB,ENGLISH,Shortcuts over the tree", "fr-FR,FRENCH,Raccourcis dans l’arbre"})
    void shortcuts_opened_sayWhatTheApiSays(String language, String apiLanguage, String title) {
        open(language, "#/wirearchy");
        Locator box = page.locator("details").filter(new Locator.FilterOptions().setHasText(title));
        box.locator("summary").click();
        JsonNode map = answers()
                .ask(
                        "query Shortcuts($language: Language!) { wirearchy { shortcuts(unitDepth: 3) {"
                                + " sentence(language: $language) carrying(first: 10) { one { name } other { name } } } } }",
                        Map.of("language", apiLanguage))
                .at("/wirearchy/shortcuts");
        assertThat(box).containsText(map.at("/sentence").asString());
        Locator ties = box.locator(".carrying li");
        assertThat(ties).hasCount(map.at("/carrying").size());
        assertThat(ties.first())
                .containsText(map.at("/carrying/0/one/name").asString() + " – "
                        + map.at("/carrying/0/other/name").asString());
        assertThat(box.locator("table tbody tr")).hasCount(8);
        shoot("shortcuts-" + language);
    }
}
