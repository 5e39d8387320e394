package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What if, before and after, clicked through and held against the API of the same server. */
class ChangePagesIT extends VisitedPages {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void whatIf_twoPeopleDraggedTogether_meet(String language) {
        open(language, "#/whatif");
        Locator dots = page.locator(".drag-map .dot");
        assertThat(dots.first()).isVisible();
        Locator first = dots.first();
        drag(first, page.locator("[data-person='%s']".formatted(stranger(first.getAttribute("data-person")))));

        assertThat(page.locator(".changes li")).hasCount(1);
        JsonNode changes = changes();
        assertThat(changes.at("/0/tie").size()).isEqualTo(2);
        checkEffect(language, changes);
        page.locator(".changes button").click();
        assertThat(page.locator(".changes li")).hasCount(0);
        assertThat(page.locator(".begin")).isVisible();
    }

    @Test
    void whatIf_groupDraggedOntoAnother_mergesAfterAQuestion() {
        open("en-GB", "#/whatif?depth=2");
        Locator groups = page.locator(".drag-map g.group > circle");
        assertThat(groups.first()).isVisible();
        edgeDrag(groups.nth(0), groups.nth(1));
        page.getByText("Merge them").click();

        assertThat(page.locator(".changes li")).hasCount(1);
        JsonNode changes = changes();
        assertThat(changes.at("/0/merge").size()).isEqualTo(2);
        JsonNode touched = answers()
                .ask(
                        "query($c: [ChangeInput!]!) { simulate(changes: $c, unitDepth: 2) { groups { group { name } } } }",
                        Map.of("c", changes))
                .at("/simulate/groups");
        assertThat(page.locator(".results .wide tbody tr")).hasCount(touched.size());
    }

    @Test
    void whatIf_personLeavesByTheForm_loadsOfOthersAreThoseOfTheApi() {
        open("en-GB", "#/whatif");
        String name = answers()
                .ask(
                        "{ bridges(unitDepth: 3, first: 20, filter: {named: true}) { nodes { person { name } } } }",
                        Map.of())
                .at("/bridges/nodes/0/person/name")
                .asString();
        Locator field = page.getByLabel("Who leaves");
        field.pressSequentially(name);
        page.locator("#people-one option")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        field.fill(page.locator("#people-one option").first().getAttribute("value"));
        page.locator(".change-form button.primary").click();

        assertThat(page.locator(".changes li")).containsText(name + " leaves");
        checkEffect("en-GB", changes());
        assertThat(page.locator(".loads > li").first()).isVisible();
        shoot("what-if");
    }

    @Test
    void whatIf_unknownPerson_isRefusedWhereTheEffectWouldStand() {
        open("en-GB", "#/whatif?changes=" + "%5B%7B%22remove%22%3A%5B%22nobody%22%5D%7D%5D");

        assertThat(page.locator(".results .refusal")).containsText("This change cannot be made");
        assertThat(page.locator(".changes li")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void change_twoWindows_areComparedAsTheApiDoes(String language) {
        open(language, "#/change?beforefrom=2025-01-06&beforeto=2025-06-29&afterfrom=2025-06-30&afterto=2025-12-21");
        JsonNode compared =
                answers().ask("""
                        query($in: Language!) {
                          compare(unitDepth: 3, before: {from: "2025-01-06", to: "2025-06-29"},
                                  after: {from: "2025-06-30", to: "2025-12-21"}) {
                            externalInternal { before after summary(language: $in) } groups { state }
                            bridges { summary(language: $in) } } }""", Map.of("in", apiLanguage(language))).at("/compare");
        Locator first = page.locator(".effect .change").first();
        for (String side : List.of("before", "after")) {
            assertThat(first)
                    .containsText(Answers.number(
                            language, compared.at("/externalInternal/" + side).asDouble(), 3));
        }
        assertThat(first).containsText(compared.at("/externalInternal/summary").asString());
        for (JsonNode bridge : compared.at("/bridges")) {
            assertThat(page.locator(".answer"))
                    .containsText(bridge.at("/summary").asString());
        }
        assertThat(page.locator(".change-table tbody tr").last()).isVisible();
        shoot("change-" + language);
    }

    @Test
    void initiative_recorded_isComparedWithElsewhere() {
        open("en-GB", "#/change?depth=2");
        page.getByText("Record what is tried").click();
        page.locator(".record button").click();
        assertThat(page.locator(".record .wanting")).containsText("at least one group");
        page.getByLabel("What it is to bring about").fill("Lunches for two");
        page.getByLabel("Its first day").fill("2025-06-02");
        page.locator(".scope input").nth(1).check();
        page.locator(".record button").click();

        assertThat(page).hasURL(Pattern.compile(".*initiative=.*"));
        assertThat(page.locator(".initiatives button[aria-pressed=true]")).containsText("Lunches for two");
        assertThat(page.locator(".on-top")).containsText("Lunches for two");
        String id = page.url().replaceAll(".*initiative=([^&]*).*", "$1");
        JsonNode effect = answers()
                .ask(
                        "query($i: ID) { compare(initiative: $i, unitDepth: 2) { effect { summary } summary } }",
                        Map.of("i", id))
                .at("/compare");
        assertThat(page.locator(".answer")).containsText(effect.at("/summary").asString());
        for (JsonNode figure : effect.at("/effect")) {
            assertThat(page.locator(".answer"))
                    .containsText(figure.at("/summary").asString());
        }
        shoot("initiative");
    }

    /** Somebody who is drawn and has no tie with that person; who has one is told that nothing would change. */
    private String stranger(String person) {
        Set<String> known = new HashSet<>(Set.of(person));
        JsonNode network = answers().ask("""
                        { network(granularity: PERSON, unitDepth: 3, first: 400) {
                            nodes { id group { id } } edges { from to kind } } }""", Map.of()).at("/network");
        for (JsonNode edge : network.at("/edges")) {
            String from = edge.at("/from").asString();
            String to = edge.at("/to").asString();
            if (edge.at("/kind").asString().equals("OBSERVED") && (from.equals(person) || to.equals(person))) {
                known.addAll(List.of(from, to));
            }
        }
        for (JsonNode node : network.at("/nodes")) {
            if (!node.at("/group").isNull() && !known.contains(node.at("/id").asString())) {
                return node.at("/id").asString();
            }
        }
        throw new AssertionError("everybody knows this person");
    }

    private static String apiLanguage(String language) {
        return language.startsWith("fr") ? "FRENCH" : "ENGLISH";
    }

    private void checkEffect(String language, JsonNode changes) {
        JsonNode simulated = answers()
                .ask("""
                        query($c: [ChangeInput!]!, $in: Language!) { simulate(changes: $c, unitDepth: 3) {
                            summary(language: $in) externalInternal { before after } crossSiloEfficiency { before after } fragments { after } } }""", Map.of("c", changes, "in", apiLanguage(language)))
                .at("/simulate");
        Locator effect = page.locator(".effect");
        assertThat(effect).containsText(simulated.at("/summary").asString());
        // One meeting moves nearness in the fourth digit.
        Map<String, Integer> digits = Map.of("externalInternal", 3, "crossSiloEfficiency", 4);
        for (String figure : digits.keySet()) {
            for (String side : List.of("before", "after")) {
                assertThat(effect)
                        .containsText(Answers.number(
                                language,
                                simulated.at("/" + figure + "/" + side).asDouble(),
                                digits.get(figure)));
            }
        }
    }

    /** The changes that the address names. */
    private JsonNode changes() {
        String written = page.url().replaceAll(".*changes=([^&]*).*", "$1");
        return JSON.readTree(URLDecoder.decode(written, StandardCharsets.UTF_8));
    }

    private void drag(Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        to.scrollIntoViewIfNeeded();
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        move(start.x + start.width / 2, start.y + start.height / 2, end.x + end.width / 2, end.y + end.height / 2);
    }

    /** From the free edge of one circle to that of another: the middles are full of people and names. */
    private void edgeDrag(Locator from, Locator to) {
        from.scrollIntoViewIfNeeded();
        BoundingBox start = from.boundingBox();
        BoundingBox end = to.boundingBox();
        move(start.x + start.width / 2, start.y + 5, end.x + end.width / 2, end.y + 5);
    }

    private void move(double x, double y, double toX, double toY) {
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move((x + toX) / 2, (y + toY) / 2);
        page.mouse().move(toX, toY);
        page.mouse().up();
    }
}
