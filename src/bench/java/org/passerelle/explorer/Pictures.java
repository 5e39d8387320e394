package org.passerelle.explorer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes the pictures of docs/images: {@code Pictures http://localhost:8080 docs/images} beside {@code serve --demo} of the
 * same build. Look at each one afterwards.
 */
public final class Pictures {
    private static final int WIDTH = 1280;
    private static final int README_WIDTH = 1440;

    private Pictures() {}

    /**
     * One picture.
     *
     * @param address behind the {@code #/}
     * @param there what stands on the page once it is complete
     * @param open boxes that are opened first
     */
    private record Picture(String file, String address, int height, String there, List<String> open) {}

    private static final String PAIR = "dimension=UNIT&depth=3&one=unit%3Aessais&other=unit%3Alogistique";

    private static final List<Picture> PICTURES = List.of(
            new Picture("silo-map.png", "silos?" + PAIR, 1180, "aside .headline", List.of("Over time")),
            new Picture("silo-nest.png", "silos?draw=NEST&depth=3", 1180, "svg.nest", List.of()),
            new Picture("bridges.png", "bridges?depth=3", 1180, ".card.bridge", List.of()),
            new Picture("wirearchy.jpg", "wirearchy", 1100, "main svg", List.of()),
            new Picture(
                    "what-if.png",
                    "whatif?depth=3&changes=%5B%7B%22merge%22%3A%5B%22unit%3Aessais%22%2C%22unit%3Alogistique%22%5D%7D%5D",
                    1180,
                    "table",
                    List.of()),
            new Picture("change.png", "change?depth=3", 1180, "main svg", List.of()),
            new Picture("community.png", "communities?by=FRAGILITY", 1250, ".card", List.of()),
            new Picture("loops.png", "loops", 1250, "main article, main li, main td", List.of()),
            new Picture("adoption.png", "adoption", 1250, "main svg", List.of()));

    /** Takes all of them, or those whose names are given after the folder. */
    public static void main(String[] args) {
        Path folder = Path.of(args[1]);
        List<String> wanted = List.of(args).subList(2, args.length);
        try (Visitor visitor = Visitor.at(args[0])) {
            for (Picture picture : PICTURES) {
                if (wanted.isEmpty() || wanted.contains(picture.file())) {
                    take(visitor, picture, args[0], folder);
                }
            }
            if (wanted.isEmpty() || wanted.contains("explorer.png")) {
                Page page = visitor.page("en-GB");
                page.setViewportSize(README_WIDTH, 1000);
                page.navigate(args[0] + "/");
                Asker.chooseWithIntroductions(page, "cavitation");
                page.locator("#about").fill("cavitation");
                page.locator("#search").click();
                page.locator("figure.paths svg circle").first().waitFor();
                save(page, folder.resolve("explorer.png"));
            }
        }
    }

    private static void take(Visitor visitor, Picture picture, String url, Path folder) {
        Page page = visitor.page("en-GB");
        page.setViewportSize(WIDTH, picture.height());
        page.navigate(url + "/#/" + picture.address());
        page.locator(picture.there()).first().waitFor();
        for (String box : picture.open()) {
            page.locator("summary", new Page.LocatorOptions().setHasText(box))
                    .first()
                    .click();
        }
        save(page, folder.resolve(picture.file()));
        page.context().close();
    }

    private static void save(Page page, Path file) {
        PlaywrightAssertions.assertThat(page.locator(".loading, .turning")).hasCount(0);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        // Shown at once where the page asks whether motion is wanted.
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        ScreenshotType type = file.toString().endsWith(".jpg") ? ScreenshotType.JPEG : ScreenshotType.PNG;
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setType(type));
        System.out.println(Map.of("picture", file.getFileName(), "title", page.title()));
    }
}
