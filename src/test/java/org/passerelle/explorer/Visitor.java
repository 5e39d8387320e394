package org.passerelle.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A person in front of the page: the system's Chromium, which reaches the server and no other host. */
final class Visitor implements AutoCloseable {
    private static final List<Path> CHROMIUM =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/snap/bin/chromium"));

    /** How long to look for something before it counts as absent: a machine may be busy with other work. */
    private static final double ABSENT_MILLIS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final String url;
    private final List<String> strangers = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private Visitor(Playwright playwright, Browser browser, String url) {
        this.playwright = playwright;
        this.browser = browser;
        this.url = url;
    }

    /** Fails where CI runs without Chromium; elsewhere the tests are skipped and say so. */
    static void requireChromium() {
        boolean present = CHROMIUM.stream().anyMatch(Files::isExecutable);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present)
                    .as("Chromium, which CI has to have: " + CHROMIUM)
                    .isTrue();
        }
        assumeTrue(present, "the page is not tested: there is no Chromium at " + CHROMIUM);
    }

    static Visitor at(String url) {
        Path chromium =
                CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        PlaywrightAssertions.setDefaultAssertionTimeout(ABSENT_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox")));
        return new Visitor(playwright, browser, url);
    }

    /** A new page in that language, with nothing remembered. */
    Page page(String language) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 1000));
        String host = URI.create(url).getAuthority();
        context.route("**/*", route -> {
            String asked = URI.create(route.request().url()).getAuthority();
            if (asked == null || asked.equals(host)) {
                route.resume();
            } else {
                strangers.add(route.request().url());
                route.abort();
            }
        });
        Page page = context.newPage();
        page.setDefaultTimeout(ABSENT_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
        return page;
    }

    /** Addresses on other hosts that a page asked for. */
    List<String> strangers() {
        return List.copyOf(strangers);
    }

    /** What pages complained about since the last call. */
    List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    /** Closes a page and all that belongs to it. A request that was under way finds its page gone, which is nobody's fault. */
    static void leave(Page page) {
        try {
            page.context().close();
        } catch (PlaywrightException gone) {
            if (!String.valueOf(gone.getMessage()).contains("has been closed")) {
                throw gone;
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
