package org.passerelle.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The pages of the shared demonstration in a browser: one visitor for a class of tests, and a new page for each test, which
 * must not have asked another host or complained.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VisitedPages {
    Demonstration demonstration;
    Visitor visitor;
    Page page;

    @BeforeAll
    void start() throws IOException {
        Visitor.requireChromium();
        demonstration = Demonstration.shared();
        visitor = Visitor.at(demonstration.url());
    }

    @AfterAll
    void stop() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @AfterEach
    void close() {
        Visitor.leave(page);
        assertThat(visitor.strangers()).as("other hosts that were asked").isEmpty();
        assertThat(visitor.takeErrors()).as("errors on the console").isEmpty();
    }

    /** The API of the same server. */
    Answers answers() {
        return new Answers(page, demonstration.url());
    }

    /** What the API calls the language of that locale. */
    static String languageOf(String locale) {
        return locale.startsWith("fr") ? "FRENCH" : "ENGLISH";
    }

    /** Opens a place of the page, high enough that what is dragged and where it goes are both in sight. */
    void open(String language, String place) {
        page = visitor.page(language);
        page.setViewportSize(1280, 1600);
        page.navigate(demonstration.url() + "/" + place);
    }

    /** A picture of the whole page, in {@code target}. */
    void shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "page-" + name + ".png"))
                .setFullPage(true));
    }
}
