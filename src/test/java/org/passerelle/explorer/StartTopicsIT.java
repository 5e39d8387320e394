package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who does not know what to ask yet. */
class StartTopicsIT extends VisitedPages {
    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void topics_beforeASearch_areWaysIntoOne_andHoldNoPlaceAndNoCustomer(String locale) {
        open(locale, "#/experts");
        Locator topics = page.locator(".start-topics button");
        assertThat(topics).hasCount(16);
        List<String> names = topics.allTextContents();
        assertThat(names)
                .contains("cavitation", "transport")
                .doesNotContain("Valorne", "Kelmore", "Brumel Chimie", "expérience", "équipes", "mètres");

        page.locator(".start-topics button", new Page.LocatorOptions().setHasText("cavitation"))
                .click();
        assertThat(page).hasTitle(Pattern.compile("cavitation"));
        assertThat(page.locator(".card mark").first()).hasText(Pattern.compile("cavit", Pattern.CASE_INSENSITIVE));
        assertThat(page.locator(".start-topics")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "en-GB"})
    void nobody_forWordsThatAreNotInUse_doesNotSayThatCommunitiesWriteAboutThem(String locale) {
        open(locale, "#/experts?about=cavitatoin%20xyzzyq");
        Locator there = page.locator(".communities-to-ask small").first();
        assertThat(there).containsText(locale.startsWith("fr") ? "mots voisins" : "words that are near");
    }
}
