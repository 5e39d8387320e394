package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page as a person uses it, on the invented organisation, with every other host out of reach. */
class ExplorerIT extends VisitedPages {
    private static final String WORDS = "cavitation";

    @BeforeEach
    void open() {
        page = visitor.page("en-GB");
        page.navigate(demonstration.url() + "/");
    }

    @Test
    void search_byAPersonOutsideTheirUnit_showsEvidenceDistanceAndIntroduction() {
        Asker.chooseWithIntroductions(page, WORDS);
        search(WORDS);

        Locator first = page.locator(".card").first();
        assertThat(first.locator("blockquote").first()).not().isEmpty();
        assertThat(first.locator("mark").first()).containsText(Pattern.compile("cavit", Pattern.CASE_INSENSITIVE));
        assertThat(first.locator(".distance")).not().isEmpty();
        first.locator(".parts-box summary").click();
        assertThat(first.locator(".parts .figure")).hasCount(7);
        assertThat(first.locator(".parts .figure").first()).isVisible();
        assertThat(page.locator(".path .step").nth(1)).isVisible();
        assertThat(page.locator("figure.paths svg circle").first()).isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/explorer.png")));
    }

    @Test
    void search_byNobody_saysThatDistancesNeedAPerson() {
        search(WORDS);

        assertThat(page.locator(".card").first()).isVisible();
        assertThat(page.locator(".found .hint")).containsText("Say who you are");
        assertThat(page.locator(".path")).hasCount(0);
    }

    @Test
    void matrix_groupWithoutData_isHatchedAndSaysSo() {
        page.locator("nav a[href='#/silos']").click();

        Locator missing = page.locator("table.matrix td.no_data").first();
        assertThat(missing).isVisible();
        assertThat(page.locator("table.matrix td.shown").first()).not().isEmpty();
        assertThat(missing.evaluate("cell => getComputedStyle(cell).backgroundImage")
                        .toString())
                .contains("repeating-linear-gradient");
        missing.click();
        assertThat(page.locator(".details")).containsText("not the same as zero");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/explorer-silos.png")));
    }

    @Test
    void matrix_arrowKeys_moveBetweenCells() {
        page.locator("nav a[href='#/silos']").click();
        Locator rows = page.locator("table.matrix tbody tr");
        rows.nth(0).locator("td").nth(0).click();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");

        assertThat(rows.nth(1).locator("td").nth(1)).isFocused();
    }

    @Test
    void matrix_otherDimension_isAskedAnew() {
        page.locator("nav a[href='#/silos']").click();
        // The search that was left has a field of that name too.
        page.locator("input[name=dimension][value=SITE]").check();

        page.waitForURL("**/#/silos?dimension=SITE");
        assertThat(page.locator("table.matrix th[scope=row]").first()).isVisible();
        assertThat(page.locator("input[name=depth]")).hasCount(0);
    }

    @Test
    void silos_whatTakesLong_isAskedForWhenItIsOpened() {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/graphql")) {
                asked.add(request.postData());
            }
        });
        page.locator("nav a[href='#/silos']").click();
        assertThat(page.locator("table.matrix td.shown").first()).isVisible();
        assertThat(asked).noneMatch(query -> query.contains("clusters") || query.contains("externalInternalExpected"));

        Locator clusters = page.locator("details.panel")
                .filter(new Locator.FilterOptions().setHasText("Groups that the exchanges form"));
        clusters.locator("summary").click();
        assertThat(clusters.locator(".figure").first()).not().isEmpty();
        assertThat(asked).filteredOn(query -> query.contains("clusters")).hasSize(1);
        clusters.locator("summary").click();
        clusters.locator("summary").click();
        assertThat(clusters.locator(".figure").first()).isVisible();
        assertThat(asked).filteredOn(query -> query.contains("clusters")).hasSize(1);
    }

    @Test
    void expert_byTheirName_hasAPage() {
        search(WORDS);
        Locator name = page.locator(".card h2 a").first();
        String expected = name.textContent();
        name.click();

        assertThat(page.locator("h1")).hasText(expected);
        assertThat(page.locator(".places dd").first()).not().isEmpty();
        assertThat(page).hasTitle(expected + " – Passerelle");
    }

    @Test
    void ownProfile_topicAddedAndTakenBack_holdsAtOnce() {
        search(WORDS);
        page.locator(".card h2 a").first().click();
        assertThat(page.locator(".known-for .topics li").first()).isVisible();
        assertThat(page.locator(".known-for .say")).hasCount(0);

        page.evaluate("localStorage.setItem('passerelle.me', JSON.stringify({ id:"
                + " new URLSearchParams(location.hash.split('?')[1]).get('id'), name: 'I', unit: null }))");
        page.reload();
        page.locator("#topic-words").fill("bonsai pruning");
        page.locator(".add-topic button").click();
        Locator added =
                page.locator(".known-for .topics li").filter(new Locator.FilterOptions().setHasText("bonsai pruning"));
        assertThat(added).containsText("says so");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/explorer-profile.png"))
                .setFullPage(true));

        added.getByText("Take back").click();
        assertThat(added).hasCount(0);
    }

    @Test
    void person_unknown_isSaid() {
        page.navigate(demonstration.url() + "/#/person?id=nobody");

        assertThat(page.locator(".hint")).containsText("nobody with this id");
    }

    @Test
    void communities_first_showsItsAnimators() {
        page.locator("nav a[href='#/communities']").click();

        assertThat(page.locator(".animators .card h4").first()).not().isEmpty();
        assertThat(page.locator(".community-list button[aria-current]")).hasCount(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/explorer-communities.png")));
    }

    @Test
    void network_people_areDrawn() {
        page.locator("nav a[href='#/network']").click();

        assertThat(page.locator(".canvas canvas").first()).isVisible();
        assertThat(page.locator(".canvas")).hasAttribute("aria-label", Pattern.compile(".*[1-9][0-9]* nodes.*"));
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/explorer-network.png")));
    }

    @Test
    void language_switchedToFrench_staysAfterReload() {
        page.locator("[data-language=fr]").click();
        page.reload();

        assertThat(page.locator("h1")).hasText("Qui s’y connaît ?");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        Object missing = page.evaluate("""
                async () => {
                  const { languages } = await import('/explorer/i18n.js');
                  const keys = Object.values(languages).map(texts => Object.keys(texts).sort().join());
                  return keys.every(key => key === keys[0]) ? '' : keys.join('\\n');
                }""");
        assertThat(missing).as("texts that one language lacks").isEqualTo("");
    }

    @Test
    void browser_inFrench_getsFrench() {
        Page french = visitor.page("fr-FR");
        french.navigate(demonstration.url() + "/");

        assertThat(french.locator("h1")).hasText("Qui s’y connaît ?");
        Visitor.leave(french);
    }

    @Test
    void data_withMarkup_isShownAsText() {
        page.route("**/graphql", route -> {
            String markup = "<img src=x onerror=document.title='run'>";
            String body = route.request().postData().contains("people(")
                    ? "{\"data\":{\"people\":{\"nodes\":[{\"id\":\"p\",\"name\":\"" + markup + "\",\"title\":null,"
                            + "\"unit\":null}]}}}"
                    : "{\"data\":{\"dataset\":{\"people\":1,\"contributions\":1,\"extent\":null},\"me\":null}}";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(body));
        });
        page.locator("#me").click();

        assertThat(page.locator("#me-options .name")).hasText("<img src=x onerror=document.title='run'>");
        assertThat(page.locator("#me-options img")).hasCount(0);
    }

    @Test
    void server_loading_isSaidAndAskedAgain() {
        boolean[] loading = {true};
        page.route("**/graphql", route -> {
            if (loading[0]) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody(""));
            } else {
                route.resume();
            }
        });
        page.reload();
        assertThat(page.locator("#alert code")).hasText("LOADING");
        loading[0] = false;

        assertThat(page.locator("#dataset")).containsText("people");
        assertThat(page.locator("#alert")).isEmpty();
        // The browser itself writes refused answers to the console.
        assertThat(visitor.takeErrors()).allMatch(error -> error.contains("503"));
    }

    @Test
    void answer_withAnError_showsItsCode() {
        page.route(
                "**/graphql",
                route -> route.fulfill(
                        new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody(
                                        "{\"errors\":[{\"message\":\"Not for you.\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}")));
        page.reload();

        assertThat(page.locator("#alert")).containsText("You may not ask this.");
        assertThat(page.locator("#alert code")).hasText("FORBIDDEN");
    }

    @Test
    void graphiql_withoutOtherHosts_runsAQuery() {
        page.navigate(demonstration.url() + "/graphiql");
        assertThat(page.locator(".graphiql-query-editor .CodeMirror")).containsText("WhatIsHere");
        assertThat(page.locator(".graphiql-tab")).hasCount(17);
        page.locator(".graphiql-execute-button").click();

        assertThat(page.locator(".result-window")).containsText("contributions");
        assertThat(page.locator(".result-window")).not().containsText("errors");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/graphiql.png")));
    }

    private void search(String words) {
        page.locator("#about").fill(words);
        page.locator("#search").click();
        assertThat(page.locator(".card").first()).isVisible();
    }
}
