package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search page as a French and as an English reader use it, on the invented organisation. */
class ExpertSearchIT extends VisitedPages {
    private static final String NOBODY_WRITES = "zyxwvutsrq";

    /** A reader: what they type, and what the page answers in their language. */
    enum Language {
        ENGLISH("en-GB", "cavitation", "Nobody found", "does not understand this question", "filter"),
        FRENCH("fr-FR", "cavitation", "Aucune personne trouvée", "ne comprend pas cette question", "filtre");

        private final String locale;
        private final String words;
        private final String nobody;
        private final String refusal;
        private final String filter;

        Language(String locale, String words, String nobody, String refusal, String filter) {
            this.locale = locale;
            this.words = words;
            this.nobody = nobody;
            this.refusal = refusal;
            this.filter = filter;
        }

        String code() {
            return locale.substring(0, 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void search_byEnter_marksTheWordsInTheEvidenceAndKeepsTheFocus(Language language) {
        open(language, "");
        search(language.words);

        Locator first = page.locator(".card").first();
        assertThat(first.locator("details[open] blockquote").first()).not().isEmpty();
        assertThat(first.locator(".evidence mark").first())
                .containsText(Pattern.compile("^cavit", Pattern.CASE_INSENSITIVE));
        assertThat(first.locator(".evidence time").first()).hasAttribute("datetime", Pattern.compile("2025-.*"));
        assertThat(page.locator("#about")).isFocused();
        assertThat(page.locator("#status"))
                .containsText(page.locator(".found strong").textContent());
        assertThat(page.locator("html")).hasAttribute("lang", language.code());
        picture(language, "search");
    }

    @ParameterizedTest
    @EnumSource
    void evidence_more_isAskedForThatExpertOnly(Language language) {
        open(language, "#/experts?about=" + language.words);
        Locator second = page.locator(".card").nth(1);
        Locator pieces = second.locator(".evidence li");
        assertThat(pieces).hasCount(3);
        String best = pieces.first().locator("blockquote").textContent();
        second.locator(".more-evidence").click();

        assertThat(second.locator(".more-evidence")).hasCount(0);
        assertThat(second.locator(".loading")).hasCount(0);
        assertThat(pieces.nth(3)).isVisible();
        assertThat(pieces.first().locator("blockquote")).hasText(best);
        assertThat(page.locator(".card").first().locator(".evidence li")).hasCount(3);
    }

    @ParameterizedTest
    @EnumSource
    void filter_site_staysInTheAddressAndComesOffByItsChip(Language language) {
        open(language, "#/experts?about=" + language.words);
        page.locator("#filters-summary").click();
        Locator option = page.locator("#site option").nth(1);
        assertThat(option).isAttached();
        String site = option.textContent();
        page.locator("#site").focus();
        page.locator("#site").selectOption(new SelectOption().setIndex(1));

        page.waitForURL(Pattern.compile(".*[?&]site=.+"));
        assertThat(page.locator(".on button")).containsText(site);
        assertThat(page.locator(".card .where").first()).containsText(site);
        for (String where : page.locator(".card .where").allTextContents()) {
            assertThat(where).contains(site);
        }
        assertThat(page.locator("#site")).isFocused();
        picture(language, "filters");

        page.locator(".on button").click();
        page.waitForURL(Pattern.compile("^((?!site=).)*$"));
        assertThat(page.locator(".on button")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void filters_unitAndCommunity_showWhomTheApiNames(Language language) {
        for (String filter : List.of("unit", "community")) {
            open(language, "#/experts?about=" + language.words);
            page.locator("#filters-summary").click();
            Locator option = page.locator("#" + filter + " option").nth(2);
            assertThat(option).isAttached();
            String id = option.getAttribute("value");
            page.locator("#" + filter).selectOption(id);

            page.waitForURL("**" + filter + "=**");
            assertThat(page.locator(".on button").first()).containsText(option.textContent());
            assertShown(named(Map.of("a", language.words, "f", Map.of(filter, id))));
            Visitor.leave(page);
        }
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        search(language.words);
        assertThat(page.locator(".on button")).hasCount(1);
        assertThat(page.locator(".card .distance").first()).isVisible();
        assertThat(page.locator(".card .distance").allTextContents())
                .isNotEmpty()
                .doesNotContain(language == Language.FRENCH ? "dans votre unité" : "in your unit");
        page.locator("#outside").uncheck();
        page.waitForURL("**outside=no**");
        assertThat(page.locator(".on button")).hasCount(0);
    }

    private List<String> named(Map<String, ?> question) {
        List<String> names = new ArrayList<>();
        answers()
                .ask(
                        "query($a: String!, $f: ExpertFilter) { experts(about: $a, filter: $f, first: 10) {"
                                + " nodes { person { name } } } }",
                        question)
                .at("/experts/nodes")
                .forEach(node -> names.add(node.at("/person/name").asString()));
        return names;
    }

    private void assertShown(List<String> names) {
        if (names.isEmpty()) {
            assertThat(page.locator(".nobody")).isVisible();
        } else {
            assertThat(page.locator(".card h2")).hasText(names.toArray(String[]::new));
        }
    }

    @ParameterizedTest
    @EnumSource
    void asker_chosenByName_seesTheWayToTheExpert(Language language) {
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        search(language.words);

        Locator path = page.locator(".path ol").first();
        assertThat(path.locator(".step").nth(1)).isVisible();
        assertThat(path.locator(".via").first()).containsText(language == Language.FRENCH ? "échange" : "exchange");
        assertThat(page.locator("figure.paths svg .label").first()).isVisible();
        assertThat(page.locator(".distance").first()).not().isEmpty();
        picture(language, "asker");
    }

    @ParameterizedTest
    @EnumSource
    void introduction_askedFor_waitsForTheFirstInBetween(Language language) {
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        page.navigate(demonstration.url() + "/#/experts?about=" + language.words);
        // One request at a time may wait for an expert: each language asks another one.
        Locator card = page.locator(".card:has(details.path)").nth(language == Language.FRENCH ? 1 : 0);
        String next = card.locator(".path .step")
                .nth(1)
                .locator("> span")
                .last()
                .evaluate("name => name.firstChild.data")
                .toString();
        card.locator(".action").click();
        card.locator("textarea").fill("Bonjour");
        card.locator(".request form button").click();

        assertThat(card.locator(".request .done")).containsText(next);
    }

    @ParameterizedTest
    @EnumSource
    void evidence_thatHelped_canBeSaidAndTakenBack(Language language) {
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        page.navigate(demonstration.url() + "/#/experts?about=" + language.words);
        Locator third = page.locator(".card").nth(2);
        String name = third.locator("h2 a").textContent();
        third.locator(".helped button").first().click();
        // What helped counts, so that the order may be another one after a reload.
        Locator helped = page.locator(".card")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator(".helped button[aria-pressed=true]");
        assertThat(helped).hasCount(1);
        page.reload();
        assertThat(helped).hasCount(1);
        assertThat(helped).hasText(language == Language.FRENCH ? "✓ M’a aidé" : "✓ Helped me");
        helped.evaluate("button => button.click()");
        assertThat(helped).hasCount(0);
        page.reload();
        assertThat(page.locator(".card").nth(2)).isVisible();
        assertThat(helped).hasCount(0);
    }

    /** Asks directly, as the API's own client would; the people are the first of the list, others for each language. */
    private static final String ASK_DIRECTLY = """
            async ([about, place]) => {
              const ask = async (query, variables) => (await (await fetch('/graphql', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ query, variables }),
              })).json()).data;
              const { people } = await ask('{ people(first: 60) { nodes { id name } } }');
              const { experts } = await ask(
                'query($about: String!) { experts(about: $about, first: 20) { nodes { person { id name } } } }', { about });
              const found = experts.nodes.map(({ person }) => person);
              const expert = found[place];
              const asker = people.nodes.filter(({ id }) => !found.some((each) => each.id === id))[place];
              await ask(`mutation($expert: ID!, $from: ID, $about: String!) {
                requestIntroduction(about: $about, expert: $expert, from: $from, message: "Five minutes?") { id } }`,
                { expert: expert.id, from: asker.id, about });
              localStorage.setItem('passerelle.me', JSON.stringify({ ...expert, unit: null }));
              sessionStorage.setItem('asker', JSON.stringify(asker));
              return [asker.name, expert.name];
            }""";

    @ParameterizedTest
    @EnumSource
    void request_received_isAnsweredOnThePage_andWhoAskedSeesIt(Language language) {
        open(language, "");
        assertThat(page.locator(".inbox")).isHidden();
        Object people = page.evaluate(ASK_DIRECTLY, List.of(language.words, language == Language.FRENCH ? 7 : 6));
        String asker = ((List<?>) people).get(0).toString();
        String expert = ((List<?>) people).get(1).toString();
        page.reload();

        Locator request = page.locator(".waiting-requests > li").filter(new Locator.FilterOptions().setHasText(asker));
        assertThat(request).containsText("Five minutes?");
        assertThat(request.locator("p").first())
                .containsText(language == Language.FRENCH ? "vous parler" : "talk to you");
        picture(language, "inbox");
        request.locator("textarea").fill("Tomorrow at nine");
        request.locator("button.primary").click();
        assertThat(request).hasCount(0);
        assertThat(page.locator("#status"))
                .hasText(language == Language.FRENCH ? "Vous avez dit oui." : "You said yes.");

        page.evaluate("localStorage.setItem('passerelle.me', JSON.stringify("
                + "{ ...JSON.parse(sessionStorage.getItem('asker')), unit: null }))");
        page.reload();
        page.locator(".inbox summary").click();
        assertThat(page.locator(".inbox .state.accepted").first()).isVisible();
        assertThat(page.locator(".inbox .said").filter(new Locator.FilterOptions().setHasText(expert)))
                .containsText("Tomorrow at nine");
    }

    @ParameterizedTest
    @EnumSource
    void search_forWhatNoSearchUnderstands_isAnsweredClearly(Language language) {
        open(language, "");
        for (String refused : List.of("😀🎉", "le la les", "how do I", "a")) {
            search(refused);
            assertThat(page.locator(".refusal strong")).containsText(language.refusal);
            assertThat(page.locator("#status")).isEmpty();
            assertThat(page.locator("#about")).hasValue(refused);
        }
        for (String nobody : List.of("qwrtzzz:* && [qwrtzzz~]", "气蚀气蚀")) {
            search(nobody);
            assertThat(page.locator(".nobody h2")).hasText(language.nobody);
            assertThat(page.locator("#about")).hasValue(nobody);
        }
    }

    /** Asks, and waits until the page shows this question: the answer that stands there is that of the one before. */
    private void search(String about) {
        page.locator("#about").fill(about);
        page.keyboard().press("Enter");
        assertThat(page).hasTitle(about + " – Experts – Passerelle");
    }

    @ParameterizedTest
    @EnumSource
    void search_forWhatNobodyWrote_saysWhatElseToDo(Language language) {
        open(language, "#/experts?about=" + NOBODY_WRITES + "&since=2025-03-01");

        assertThat(page.locator(".nobody h2")).hasText(language.nobody);
        assertThat(page.locator(".nobody p").first()).not().isEmpty();
        assertThat(page.locator("#status")).hasText(language.nobody);
        assertThat(page.locator(".card")).hasCount(0);
        picture(language, "nobody");
        page.locator(".otherwise button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(language.filter)))
                .click();
        page.waitForURL(Pattern.compile("^((?!since=).)*$"));
    }

    @ParameterizedTest
    @EnumSource
    void openQuestion_isAskedWithItsOwnId_untilItsChipIsTakenOff(Language language) {
        open(language.locale, "#/loops");
        page.locator(".who-could summary").first().click();
        Locator all = page.locator(".all-who-could").first();
        String first = page.locator(".who-could .linkers a").first().textContent();
        all.click();

        assertThat(page.locator(".card h2").first()).hasText(first);
        page.waitForURL("**question=**");
        assertThat(page.locator(".on button"))
                .containsText(language == Language.FRENCH ? "question ouverte" : "open question");
        assertThat(page.locator("#about")).not().hasValue("");
        assertThat(page.locator(".card .evidence blockquote").first()).not().isEmpty();
        picture(language, "open-question");

        page.locator(".on button").click();
        page.waitForURL(Pattern.compile("^((?!question=).)*$"));
        assertThat(page.locator(".on button")).hasCount(0);
        assertThat(page.locator("#about")).not().hasValue("");
    }

    @ParameterizedTest
    @EnumSource
    void community_leadsToTheSearchInIt(Language language) {
        open(language.locale, "#/communities");
        Locator community = page.locator(".community header a[href*='experts?community=']");
        String name = page.locator(".community header h2").textContent();
        community.click();

        page.waitForURL("**/#/experts?community=**");
        assertThat(page.locator("#about")).isVisible();
        search("projet");
        page.waitForURL("**community=**");
        assertThat(page.locator(".on button").first()).containsText(name);
    }

    @ParameterizedTest
    @EnumSource
    void search_forWordsThatNobodyWroteTogether_offersThemWithoutQuotes(Language language) {
        open(language, "");
        search("\"cavitation Valorne Kelmore\"");

        assertThat(page.locator(".nobody h2")).hasText(language.nobody);
        page.locator(".without-quotes").click();
        assertThat(page).hasTitle("cavitation Valorne Kelmore – Experts – Passerelle");
        assertThat(page.locator(".card").first()).isVisible();
        assertThat(page.locator("#about")).hasValue("cavitation Valorne Kelmore");
    }

    @ParameterizedTest
    @EnumSource
    void search_thatTheApiRefuses_isExplainedInTheReadersLanguage(Language language) {
        open(language, "");
        search("!?");

        assertThat(page.locator(".refusal strong")).containsText(language.refusal);
        assertThat(page.locator(".refusal code")).hasText("BAD_USER_INPUT");
        assertThat(page.locator(".loading")).hasCount(0);
        picture(language, "refusal");

        page.navigate(
                demonstration.url() + "/#/experts?about=" + language.words + "&since=2025-12-01&until=2025-01-01");
        assertThat(page).hasTitle(language.words + " – Experts – Passerelle");
        assertThat(page.locator(".refusal code")).hasText("BAD_USER_INPUT");
        page.locator("#about").fill(" ");
        page.keyboard().press("Enter");
        assertThat(page.locator(".wanting")).not().isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void address_openedBySomebodyElse_showsTheSameSearch(Language language) {
        open(language, "");
        search(language.words);
        page.locator("#filters-summary").click();
        page.locator("#by").selectOption("TEXT");
        page.waitForURL("**by=TEXT**");
        page.locator("#since").fill("2025-02-01");
        page.locator("#since").blur();
        page.waitForURL("**since=2025-02-01**");
        assertThat(page.locator(".on button")).hasCount(2);
        assertThat(page.locator(".card").first()).isVisible();
        List<String> names = page.locator(".card h2").allTextContents();
        String address = page.url();
        Visitor.leave(page);

        page = visitor.page(language.locale);
        page.navigate(address);
        assertThat(page.locator(".card h2")).hasText(names.toArray(String[]::new));
        assertThat(page.locator("#about")).hasValue(language.words);
        assertThat(page.locator("#by")).hasValue("TEXT");
        assertThat(page.locator("#since")).hasValue("2025-02-01");
    }

    @ParameterizedTest
    @EnumSource
    void search_whileTheAnswerIsOnItsWay_saysWhatItWaitsFor(Language language) {
        open(language, "");
        assertThat(page.locator("#dataset")).not().isEmpty();
        List<Route> held = new ArrayList<>();
        page.route("**/graphql", route -> {
            if (route.request().postData().contains("query Experts")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        search(language.words);

        assertThat(page.locator(".loading")).containsText(language.words);
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        assertThat(page.locator(".card").first()).isVisible();
        assertThat(page.locator(".loading")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void narrowScreen_hasNothingBeyondItsEdge(Language language) {
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        page.setViewportSize(400, 900);
        page.navigate(demonstration.url() + "/#/experts?about=" + language.words);
        assertThat(page.locator(".path .step").first()).isVisible();
        page.locator("#filters-summary").click();
        assertThat(page.locator("#site option").nth(1)).isAttached();

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
        picture(language, "narrow");
    }

    @ParameterizedTest
    @EnumSource
    void texts_standOutFromWhatIsBehindThem(Language language) {
        open(language, "");
        Asker.chooseWithIntroductions(page, language.words);
        page.navigate(demonstration.url() + "/#/experts?about=" + language.words);
        assertThat(page.locator(".path .step").first()).isVisible();
        page.locator("#filters-summary").click();
        page.locator(".parts-box summary").first().click();

        assertThat(Contrast.faint(page))
                .as("texts under the contrast of WCAG AA")
                .isEmpty();
    }

    private void open(Language language, String fragment) {
        page = visitor.page(language.locale);
        page.navigate(demonstration.url() + "/" + fragment);
        assertThat(page.locator("#about")).isVisible();
    }

    private void picture(Language language, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/explorer-" + name + "-" + language.code() + ".png")));
    }
}
