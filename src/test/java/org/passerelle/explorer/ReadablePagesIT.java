package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a consultant would stumble over when reading: methods in another language, labels in each other, an order unexplained. */
class ReadablePagesIT extends VisitedPages {
    @ParameterizedTest
    @CsvSource({"silos, silos", "bridges, bridges", "wirearchy, wirearchy"})
    void method_isInTheReadersLanguage(String view, String field) {
        open("fr-FR", "#/" + view);
        JsonNode provenance = answers()
                .ask(
                        "{ %s { provenance { french: method(language: FRENCH) english: method } } }".formatted(field),
                        Map.of())
                .at("/" + field + "/provenance");
        assertThat(provenance.at("/french").asString())
                .isNotEqualTo(provenance.at("/english").asString());

        assertThat(page.locator(".provenance").last())
                .hasText(provenance.at("/french").asString());
    }

    @ParameterizedTest
    @CsvSource({"en-GB, The chart has nothing below", "fr-FR, Rien de plus fin sous"})
    void unitWithNothingBelow_lookedInto_isSaidSo(String language, String words) {
        open(language, "#/silos?draw=NEST");
        JsonNode group = answers()
                .ask("{ silos(unitDepth: 0) { groups { group { id name } } } }", Map.of())
                .at("/silos/groups/0/group");

        go("#/silos?depth=0&in=" + group.at("/id").asString());

        assertThat(page.locator(".trail"))
                .containsText(words + " " + group.at("/name").asString());
    }

    @Test
    void twoGroupsChosen_orderOfBridges_isExplained() {
        open("en-GB", "#/bridges");
        JsonNode groups = answers()
                .ask("{ silos(unitDepth: 3) { groups { group { id } } } }", Map.of())
                .at("/silos/groups");
        String two = "one=" + groups.at("/0/group/id").asString() + "&other="
                + groups.at("/2/group/id").asString();

        go("#/bridges?" + two);
        assertThat(page.locator(".pair-order")).containsText("whoever holds most of their ties first");
        go("#/bridges?by=RISK&" + two);
        assertThat(page.locator("input[value='RISK']")).isChecked();
        assertThat(page.locator(".pair-order")).hasCount(0);
    }

    @Test
    void daysOfACourse_standBesideEachOther() {
        open("fr-FR", "#/silos");
        opened("Dans le temps");
        Locator days = page.locator("aside .course").first().locator("text.note[y='124']");
        assertThat(days).hasCount(2);

        BoundingBox first = days.first().boundingBox();
        assertThat(first.x + first.width).isLessThan(days.last().boundingBox().x);
    }

    @Test
    void figureThatRoundsToNothing_hasNoSign() {
        open("fr-FR", "#/silos");
        opened("Est-ce plus que le hasard");
        Locator figures = page.locator("aside details[open] .figures");
        assertThat(figures).containsText("par hasard");

        assertThat(figures).not().containsText(Pattern.compile("-0,0+(?!\\d)"));
    }

    @Test
    void cellThatMayBeChance_isPalerThanASureOne() {
        open("en-GB", "#/silos");
        Locator doubtful = page.locator(".matrix td.shown.unsure:not(.own)").first();
        assertThat(doubtful).isVisible();
        String colour =
                "cell => { const [r, g, b] = getComputedStyle(cell).backgroundColor.match(/[\\d.]+/g).map(Number);"
                        + " return Math.hypot(r - 247, g - 245, b - 240); }";

        double furthest = ((Number) page.evaluate(
                        "Math.max(...[...document.querySelectorAll('.matrix td.shown.unsure')].map(" + colour + "))"))
                .doubleValue();
        double sure = ((Number) page.locator(".matrix td.shown.own:not(.unsure)")
                        .first()
                        .evaluate(colour))
                .doubleValue();
        assertThat(furthest).isLessThan(sure / 2);
    }

    private void go(String place) {
        page.navigate(demonstration.url() + "/" + place);
    }

    private void opened(String title) {
        page.locator("aside details.panel")
                .filter(new Locator.FilterOptions().setHasText(title))
                .locator("summary")
                .first()
                .click();
    }
}
