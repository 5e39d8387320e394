package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The head of every page: all views by name, at the width of a small laptop and of a telephone. */
class HeadIT extends VisitedPages {
    private static final int LAPTOP = 1280;
    private static final int SCROLL_BAR = 15;
    private static final int TELEPHONE = 400;

    private Locator views(String locale, int width) {
        page = visitor.page(locale);
        page.setViewportSize(width, 900);
        page.navigate(demonstration.url() + "/#/overview");
        Locator views = page.locator(".masthead nav a");
        // The widest name is bold in French, and the language is set by then.
        assertThat(views.first()).hasAttribute("aria-current", "page");
        return views;
    }

    @ParameterizedTest
    @CsvSource({"en-GB, Overview", "fr-FR, Vue d’ensemble"})
    void head_onASmallLaptop_isOneLine(String locale, String first) {
        Locator views = views(locale, LAPTOP - SCROLL_BAR);
        assertThat(views.first()).hasText(first);
        BoundingBox lead = views.first().boundingBox();
        assertThat(views.all()).hasSizeGreaterThan(8).allSatisfy(view -> assertThat(view.boundingBox().y)
                .isEqualTo(lead.y));
        assertThat(page.locator("#me").boundingBox().y).isLessThan(lead.y + lead.height);
    }

    @ParameterizedTest
    @CsvSource({"en-GB", "fr-FR"})
    void head_onATelephone_showsEveryViewWithoutScrollingSideways(String locale) {
        Locator views = views(locale, TELEPHONE);
        assertThat(views.all()).allSatisfy(view -> {
            assertThat(view.boundingBox().x).isNotNegative();
            assertThat(view.boundingBox().x + view.boundingBox().width).isLessThanOrEqualTo(TELEPHONE);
            // The least size of a target: WCAG 2.2, 2.5.8.
            assertThat(view.boundingBox().height).isGreaterThanOrEqualTo(24);
        });
        assertThat(page.locator(".masthead").boundingBox().height).isLessThan(250);
        assertThat(page.locator("#me")).isVisible();
    }
}
