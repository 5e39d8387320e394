package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
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
    private static final String WHO = "query($f: ID, $w: String!) { experts(about: $w, from: $f, first: 30) { nodes {"
            + " person { id name } } } }";

    /** A reader, their place among the experts, and what the page says to them. */
    enum Language {
        ENGLISH("en-GB", 3, "Kept", "Says so"),
        FRENCH("fr-FR", 4, "noté", "Dit connaître");

        private final String locale;
        private final int place;
        private final String kept;
        private final String says;

        Language(String locale, int place, String kept, String says) {
            this.locale = locale;
            this.place = place;
            this.kept = kept;
            this.says = says;
        }
    }

    private JsonNode experts(String asker) {
        return answers()
                .ask(WHO, asker.isEmpty() ? Map.of("w", WORDS) : Map.of("w", WORDS, "f", asker))
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
        assertThat(page.locator("#share-COMMUNITIES")).isVisible();
        page.locator(".known-for .shown-by summary").first().click();
        assertThat(page.locator(".shown-by blockquote").first()).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(400);
        shoot("own-profile-narrow-" + language.locale);
    }
}
