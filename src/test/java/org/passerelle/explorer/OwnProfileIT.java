package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * One's own profile as a French and as an English reader use it: what they are known for, whether they are suggested, and
 * whom they let colleagues be introduced over. Each language is somebody else, and leaves everything as it was.
 */
class OwnProfileIT extends VisitedPages {
    private static final String WORDS = "cavitation";
    private static final String WAY = "query($f: ID, $w: String!) { experts(about: $w, from: $f, first: 30) { nodes {"
            + " person { id name } introductionPath { people { id } steps { shared } } } } }";
    private static final String SHARE =
            "mutation($p: ID, $e: SharingExtent!) { shareAcquaintances(from: $p, extent: $e) }";

    /** A reader, their place among the experts, and what the page says to them. */
    enum Language {
        ENGLISH("en-GB", 3, "Kept", "both agreed", "Says so"),
        FRENCH("fr-FR", 4, "noté", "commun accord", "Dit connaître");

        private final String locale;
        private final int place;
        private final String kept;
        private final String knows;
        private final String says;

        Language(String locale, int place, String kept, String knows, String says) {
            this.locale = locale;
            this.place = place;
            this.kept = kept;
            this.knows = knows;
            this.says = says;
        }
    }

    private JsonNode experts(String asker) {
        return answers()
                .ask(WAY, asker.isEmpty() ? Map.of("w", WORDS) : Map.of("w", WORDS, "f", asker))
                .at("/experts/nodes");
    }

    /** Somebody who writes about it, as themselves on their own profile. */
    private JsonNode openOwnProfile(Language language) {
        open(language.locale, "");
        JsonNode person = experts("").at("/" + language.place + "/person");
        be(person);
        page.navigate(demonstration.url() + "/#/person?id=" + person.at("/id").asString());
        assertThat(page).hasTitle(person.at("/name").asString() + " – Passerelle");
        return person;
    }

    private void be(JsonNode person) {
        page.evaluate(
                "me => localStorage.setItem('passerelle.me', JSON.stringify({ ...me, unit: null }))",
                Map.of(
                        "id",
                        person.at("/id").asString(),
                        "name",
                        person.at("/name").asString()));
    }

    @ParameterizedTest
    @EnumSource
    void profile_ofSomebodyElse_hasNothingToDecide(Language language) {
        open(language.locale, "");
        JsonNode person = experts("").at("/0/person");
        page.navigate(demonstration.url() + "/#/person?id=" + person.at("/id").asString());
        assertThat(page.locator(".known-for .topics li").first()).isVisible();
        assertThat(page.locator(".my-say")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void suggestMe_off_isKept_andHoldsInTheNextSearch(Language language) {
        String id = openOwnProfile(language).at("/id").asString();
        Locator toggle = page.locator("#suggested");
        assertThat(toggle).isChecked();
        toggle.focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".my-say .kept").first()).containsText(language.kept);
        assertThat(toggle).isFocused();
        assertThat(shown()).doesNotContain(id);

        page.reload();
        assertThat(toggle).not().isChecked();
        toggle.check();
        assertThat(page.locator(".my-say .kept").first()).containsText(language.kept);
        assertThat(shown()).contains(id);
    }

    private List<String> shown() {
        return StreamSupport.stream(experts("").spliterator(), false)
                .map(node -> node.at("/person/id").asString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sharing_chosenAndTakenBack_isKept(Language language) {
        openOwnProfile(language);
        assertThat(page.locator("#share-NONE")).isChecked();
        page.locator("#share-NONE").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".my-say .kept").last()).containsText(language.kept);
        assertThat(page.locator("#share-COMMUNITIES")).isFocused();
        shoot("own-profile-" + language.locale);

        page.reload();
        assertThat(page.locator("#share-COMMUNITIES")).isChecked();
        page.locator("#share-NONE").check();
        assertThat(page.locator(".my-say .kept").last()).containsText(language.kept);
        page.reload();
        assertThat(page.locator("#share-NONE")).isChecked();
    }

    @ParameterizedTest
    @EnumSource
    void way_overWhatBothShared_saysThatTheyKnowEachOther_andNothingElse(Language language) {
        open(language.locale, "");
        // Invented people write letters to one another, which nobody else could read: two of them who are on no way
        // yet.
        List<?> pair = (List<?>) page.evaluate(SHARED_WAY, List.of(WORDS, language == Language.FRENCH));
        assertThat(pair).as("two who know each other by letters only").hasSize(2);
        try {
            JsonNode asker = answers()
                    .ask("query($p: ID!) { person(id: $p) { id name } }", Map.of("p", pair.get(0)))
                    .at("/person");
            be(asker);
            page.navigate(demonstration.url() + "/#/experts?outside=no&about=" + WORDS);
            page.reload();
            Locator way = page.locator(".card:has(a[href='#/person?id=" + pair.get(1) + "']) details.path");
            way.evaluate("path => { path.open = true; }");
            Locator via = way.locator("> ol .via")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile(language.knows)))
                    .first();
            assertThat(via).isVisible();
            assertThat(via).not().containsText(Pattern.compile("\\d"));
            shoot("shared-way-" + language.locale);
        } finally {
            pair.forEach(person -> answers().ask(SHARE, Map.of("p", person, "e", "NONE")));
        }
        assertThat(answers().ask(WAY, Map.of("w", WORDS, "f", pair.getFirst())).toString())
                .doesNotContain("\"shared\":true");
    }

    /**
     * Lets an asker and an expert share their acquaintances, as each of them could, until the way between the two is one
     * that was not there; gives the two, and takes back what the others shared.
     */
    private static final String SHARED_WAY = """
            async ([about, last]) => {
              const ask = async (query, variables) => (await (await fetch('/graphql', {
                method: 'POST',
                headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ query, variables }),
              })).json()).data;
              const share = (p, e) => ask('mutation($p: ID, $e: SharingExtent!) { shareAcquaintances(from: $p, extent: $e) }', { p, e });
              const ways = async (f) => (await ask(`query($f: ID, $about: String!) {
                experts(about: $about, from: $f, first: 10) { nodes { person { id } introductionPath { steps { shared } } } } }`,
                { f, about })).experts.nodes;
              const found = (await ways(null)).map(({ person }) => person.id);
              for (const expert of found) await share(expert, 'PRIVATE_TOO');
              let people = (await ask('{ people(first: 100) { nodes { id } } }')).people.nodes.map(({ id }) => id)
                .filter((id) => !found.includes(id));
              if (last) people = people.reverse();
              let pair = [];
              for (const asker of people) {
                await share(asker, 'PRIVATE_TOO');
                const way = (await ways(asker)).find(({ introductionPath }) => introductionPath?.steps.length === 1
                  && introductionPath.steps[0].shared);
                if (way) {
                  pair = [asker, way.person.id];
                  break;
                }
                await share(asker, 'NONE');
              }
              for (const expert of found) if (!pair.includes(expert)) await share(expert, 'NONE');
              return pair;
            }""";

    @ParameterizedTest
    @EnumSource
    void topic_thatAnExpertAdded_isMarkedInTheAnswer_andItsEvidenceCanBeRead(Language language) {
        JsonNode person = openOwnProfile(language);
        String id = person.at("/id").asString();
        Locator evidence = page.locator(".known-for .shown-by").first();
        evidence.locator("summary").click();
        assertThat(evidence.locator("blockquote").first()).not().isEmpty();

        page.locator("#topic-words").fill(WORDS);
        page.locator(".add-topic button").click();
        Locator added = page.locator(".known-for .topics li")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(WORDS, new Page.GetByTextOptions().setExact(true))));
        Locator takeBack = added.locator(".say button").first();
        assertThat(added.locator(".chip")).isVisible();

        // Nobody is shown among the experts to themselves.
        page.evaluate("localStorage.removeItem('passerelle.me')");
        page.navigate(demonstration.url() + "/#/experts?outside=no&about=" + WORDS);
        Locator card = page.locator(".card:has(a[href='#/person?id=" + id + "'])");
        assertThat(card.locator(".declared")).containsText(language.says);
        assertThat(card.locator(".declared .chip")).hasText(WORDS);
        shoot("declared-" + language.locale);

        be(person);
        page.navigate(demonstration.url() + "/#/person?id=" + id);
        takeBack.click();
        assertThat(added.locator(".chip")).hasCount(0);
    }

    @ParameterizedTest
    @EnumSource
    void narrowScreen_hasNothingBeyondItsEdge(Language language) {
        openOwnProfile(language);
        page.setViewportSize(400, 900);
        assertThat(page.locator("#share-PRIVATE_TOO")).isVisible();
        page.locator(".known-for .shown-by summary").first().click();
        assertThat(page.locator(".shown-by blockquote").first()).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
        shoot("own-profile-narrow-" + language.locale);
    }
}
