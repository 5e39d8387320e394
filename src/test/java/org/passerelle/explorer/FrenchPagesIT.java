package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The networking officer's pages in French: every box opened, no sentence that the program wrote is English. What people of the
 * company wrote themselves may be.
 */
class FrenchPagesIT extends VisitedPages {
    /** Words of English sentences that no French sentence has. */
    private static final Set<String> ENGLISH = Set.of(
            "the",
            "of",
            "and",
            "is",
            "are",
            "was",
            "were",
            "with",
            "without",
            "that",
            "this",
            "than",
            "who",
            "which",
            "what",
            "nobody",
            "somebody",
            "others",
            "from",
            "their",
            "they",
            "would",
            "within",
            "after",
            "before",
            "people",
            "you",
            "your",
            "weeks",
            "days",
            "by",
            "to",
            "it");

    /** A sentence that has so many different ones is taken for English: one may be a name. */
    private static final int WORDS_MIN = 2;

    /**
     * What the program wrote: texts of the smallest elements, without what people wrote (subjects, snippets, names) and what is
     * hidden until asked for in English.
     */
    private static final String SENTENCES = """
            () => [...document.querySelectorAll('main *, #view *')]
              .filter((e) => !e.closest('blockquote, .subject, .snippet, .thread, .loop h3, .who-could h3, code, script, style, svg, .in-english, select, .person-chooser'))
              .filter((e) => e.offsetParent !== null)
              .flatMap((e) => [...[...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent.trim()), e.title, e.getAttribute('aria-label') ?? ''])
              .filter((text) => text && text.split(/\\s+/).length >= 3)""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#/overview",
                "#/communities",
                "#/communities?by=FRAGILITY&open=whole",
                "#/communities?from=2025-12-01&to=2025-12-02",
                "#/loops",
                "#/loops?show=FIGURES&hours=2&cost=50&currency=EUR",
                "#/adoption?depth=2&leaders=3",
                "#/adoption?depth=2&leaders=1&open=converters"
            })
    void page_everyBoxOpened_hasNoEnglishSentence(String place) {
        open("fr-FR", place);
        settled();
        openAll();
        settled();
        shoot("fr-" + place.replaceAll("[^a-z]+", "-"));
        assertThat(english()).as("English sentences of %s", place).isEmpty();
    }

    @Test
    void communities_allOfThem_haveNoEnglishSentence() {
        open("fr-FR", "#/communities");
        settled();
        List<String> ids = page.locator(".community-list button").all().stream()
                .map(button -> button.getAttribute("data-community"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(10);
        for (String id : ids) {
            page.navigate(demonstration.url() + "/#/communities?id=" + id.replace(":", "%3A"));
            assertThat(page.locator(".community-list button[aria-current=true]"))
                    .hasAttribute("data-community", id);
            settled();
            openAll();
            settled();
            assertThat(english()).as("English sentences of %s", id).isEmpty();
        }
    }

    @Test
    void mine_asSomebodyOfTheCompany_isFrench() {
        open("fr-FR", "#/communities");
        settled();
        Locator spark = page.locator(".animators .card h4 a").first();
        String person = java.net.URLDecoder.decode(
                spark.getAttribute("href").replaceFirst(".*id=", ""), java.nio.charset.StandardCharsets.UTF_8);
        page.evaluate(
                "id => localStorage.setItem('passerelle.me', JSON.stringify({ id, name: id, unit: null }))", person);
        page.reload();
        Locator advice = page.locator(".mine .sentence");
        assertThat(advice).isVisible();
        assertThat(english()).isEmpty();
    }

    @Test
    void refusal_inFrench_keepsTheEnglishOneClickAway() {
        open("fr-FR", "#/communities?from=2025-06-01&to=2025-01-01");
        Locator refusal = page.locator(".refusal");
        assertThat(refusal.locator("strong")).hasText("La question n’a pas été comprise.");
        assertThat(refusal.locator(".in-english p")).isHidden();
        refusal.locator(".in-english summary").click();
        assertThat(refusal.locator(".in-english p")).isVisible();
    }

    /** Nothing is waited for any more. */
    private void settled() {
        assertThat(page.locator("#view h1").first()).isVisible();
        assertThat(page.locator("#view .loading, #view .silhouettes, #view .waiting"))
                .hasCount(0);
    }

    private void openAll() {
        // Boxes ask once the browser has told them, which it does before it draws again.
        page.evaluate("""
                () => new Promise((drawn) => {
                  for (const box of document.querySelectorAll('#view details:not(.in-english, .who-could)')) box.open = true;
                  requestAnimationFrame(() => requestAnimationFrame(drawn));
                })""");
    }

    private List<String> english() {
        Object texts = page.evaluate(SENTENCES);
        return ((List<?>) texts)
                .stream()
                        .map(String::valueOf)
                        .distinct()
                        .filter(text -> words(text).size() >= WORDS_MIN)
                        .toList();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(ENGLISH::contains)
                .collect(Collectors.toSet());
    }

    @Test
    void sentence_inEnglish_isToldFromFrench() {
        open("fr-FR", "#/adoption");
        settled();
        assertThat(words("It met 3 needs of others.")).hasSizeGreaterThanOrEqualTo(WORDS_MIN);
        assertThat(words("Nobody contributed in the window.")).hasSizeGreaterThanOrEqualTo(WORDS_MIN);
        assertThat(words("Après ses 40 contributions, les autres ont échangé 12 fois entre eux."))
                .isEmpty();
        page.evaluate(
                "() => { const p = document.createElement('p'); p.textContent = 'What is not French of this page'; document.querySelector('#view h1').after(p); }");
        assertThat(english()).containsExactly("What is not French of this page");
    }
}
