package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The overview as a networking officer uses it, held against the API. */
class OverviewPageIT extends VisitedPages {
    @ParameterizedTest
    @CsvSource({"en-GB, ENGLISH, What is at risk", "fr-FR, FRENCH, Ce qui est en danger"})
    void overview_inBothLanguages_saysWhatTheApiSays(String locale, String language, String risk) {
        page = visitor.page(locale);
        page.navigate(demonstration.url() + "/");
        Locator first = page.locator(".masthead nav a").first();
        assertThat(first).hasAttribute("href", "#/overview");
        first.click();

        Locator sentences = page.locator(".overview-section .sentence");
        assertThat(sentences.first()).isVisible();
        assertThat(page.locator(".overview-section.at_risk h2")).hasText(risk);
        JsonNode items = answers()
                .ask(
                        "query($l: Language!) { overview(language: $l) { items { section sentence figure } } }",
                        Map.of("l", language))
                .at("/overview/items");
        assertThat(items.size()).isBetween(3, 7);
        assertThat(sentences).hasCount(items.size());
        List<String> shown = sentences.allTextContents();
        items.forEach(item -> assertThat(shown).contains(item.at("/sentence").asString()));
        assertThat(page.locator(".overview-section li > .figure").allTextContents())
                .containsExactlyInAnyOrderElementsOf(items.valueStream()
                        .map(item -> item.at("/figure").asString())
                        .toList());
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/explorer-overview-" + locale + ".png")));
    }

    @Test
    void overview_everyItem_leadsToAViewThatExists() {
        page = visitor.page("en-GB");
        page.navigate(demonstration.url() + "/#/overview");
        Locator links = page.locator(".overview-section .down a");
        assertThat(links.first()).isVisible();
        List<String> addresses = links.all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();

        for (String address : addresses) {
            String view = address.replaceFirst("^#/", "").replaceFirst("\\?.*", "");
            page.navigate(demonstration.url() + "/" + address);
            // A view that is not there would show the search for experts.
            assertThat(page.locator("#view")).hasClass(view);
            assertThat(page.locator("#view h1").first()).isVisible();
            assertThat(page.locator("#alert .alert")).hasCount(0);
        }
    }

    @Test
    void overview_report_isThereToPrint() {
        page = visitor.page("fr-FR");
        page.navigate(demonstration.url() + "/#/overview");
        Locator pdf = page.locator(".reports a").first();
        assertThat(pdf).hasAttribute("href", "/report/overview.pdf?language=fr");

        APIResponse printed = page.request().get(demonstration.url() + "/report/overview.pdf?language=fr");

        assertThat(printed.status()).isEqualTo(200);
        assertThat(new String(printed.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        page.locator(".reports a").last().click();
        assertThat(page.locator("h1")).hasText("Le réseau en un coup d'œil");
    }
}
