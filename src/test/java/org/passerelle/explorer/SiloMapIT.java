package org.passerelle.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The silo map as a consultant uses it; every figure is held against what the API of the same server says. */
class SiloMapIT extends VisitedPages {
    private static final String MAP = """
            { silos(unitDepth: 3) {
                groups { group { id name above { id } } state permeability }
                cells { from { id name } to { id name } state ties observedOverExpected { value low high } } } }""";
    private static final String PAIR = """
            query($b: [ID!]!) { silos(unitDepth: 3, channels: ["mail"]) { cells(between: $b) { state ties } } }""";

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "fr-FR"})
    void cell_picked_saysWhatTheApiSays(String language) {
        open(language, "#/silos");
        JsonNode cell = apart();
        pick(cell);

        Locator details = page.locator(".details");
        for (String end : List.of("value", "low", "high")) {
            double figure = cell.at("/observedOverExpected/" + end).asDouble();
            assertThat(details).containsText(Answers.number(language, figure, 2));
        }
        assertThat(details)
                .containsText(Answers.number(language, cell.at("/ties").asInt(), 0));
        assertThat(details)
                .containsText(Answers.percent(
                        language, 1 - cell.at("/observedOverExpected/value").asDouble()));
        assertThat(page).hasURL(Pattern.compile(".*one=.*other=.*"));
        page.reload();
        assertThat(page.locator(".details h2").first())
                .containsText(cell.at("/from/name").asString());
    }

    @Test
    void figures_otherThanAgainstChance_areThoseOfTheApi() {
        open("en-GB", "#/silos");
        JsonNode cell = apart();
        page.getByLabel("Ties", exact()).check();
        assertThat(at(cell)).hasText(String.valueOf(cell.at("/ties").asInt()));

        page.getByLabel("Permeability", exact()).check();
        for (JsonNode group : map().at("/groups")) {
            String id = group.at("/group/id").asString();
            Locator own = at(id, id);
            if (group.at("/state").asString().equals("SHOWN")) {
                assertThat(own)
                        .hasText(Answers.percent(
                                "en-GB", 1 - group.at("/permeability").asDouble()));
            }
        }
        assertThat(page).hasURL(Pattern.compile(".*figure=PERMEABILITY.*"));
    }

    @Test
    void parts_ofACell_areThoseOfTheApi() {
        open("en-GB", "#/silos");
        JsonNode cell = apart();
        List<String> pair =
                List.of(cell.at("/from/id").asString(), cell.at("/to/id").asString());
        pick(cell);
        Locator further = page.locator(".further");

        further.getByText("Over time").click();
        assertThat(further.locator(".course circle").first()).isVisible();
        further.getByText("By channel").click();
        JsonNode mail = answers().ask(PAIR, Map.of("b", pair)).at("/silos/cells/0");
        assertThat(further.locator(".channels li").filter(text("mail")))
                .containsText(
                        mail.at("/state").asString().equals("SHOWN")
                                ? mail.at("/ties").asInt() + " tie"
                                : "with");
        further.getByText("Who links them").click();
        JsonNode bridges = answers()
                .ask(
                        "query($b: [ID!]) { bridges(unitDepth: 3, between: $b, first: 3) { nodes { person { name } summary } } }",
                        Map.of("b", pair))
                .at("/bridges/nodes");
        assertThat(further.locator(".linkers > li").first())
                .containsText(bridges.at("/0/summary").asString());
        further.getByText("Meetings that would help").click();
        JsonNode plan = answers()
                .ask(
                        "query($b: [ID!]) { introductions(unitDepth: 3, between: $b, first: 3) { meetings { sentence } } }",
                        Map.of("b", pair))
                .at("/introductions/meetings");
        assertThat(further)
                .containsText(
                        plan.isEmpty()
                                ? "No allowed meeting"
                                : plan.at("/0/sentence").asString());
        shoot("silo-cell");
    }

    @Test
    void groupWithoutData_isApartFromZeroInEveryDrawing() {
        open("en-GB", "#/silos?draw=NEST");
        JsonNode groups = map().at("/groups");
        long missing = StreamSupport.stream(groups.spliterator(), false)
                .filter(group -> group.at("/state").asString().equals("NO_DATA"))
                .count();
        assertThat(page.locator(".nest .group")).hasCount(groups.size());
        assertThat(page.locator(".nest .group.no_data")).hasCount((int) missing);
        assertThat(missing).isPositive();
        assertThat(page.locator(".nest .group.no_data").first())
                .hasAttribute("aria-label", Pattern.compile(".*no data"));
        shoot("silo-nest");

        page.getByLabel("Table", exact()).check();
        assertThat(page.locator(".pairs tbody tr")).hasCount(groups.size() * (groups.size() + 1) / 2);
        assertThat(page.locator(".pairs td.absent").first()).hasText("no data");
    }

    @Test
    void nest_byKeyboard_picksAGroup() {
        open("fr-FR", "#/silos?draw=NEST");
        Locator group = page.locator(".nest .group").first();
        group.focus();
        page.keyboard().press("Enter");

        assertThat(group).hasClass(Pattern.compile(".*chosen.*"));
        assertThat(page.locator(".details h2").first()).isVisible();
    }

    @Test
    void drillDown_fromADivision_showsItsUnitsOnly() {
        open("en-GB", "#/silos?depth=2");
        Map<String, Integer> parts = new TreeMap<>();
        Set<String> divisions = new HashSet<>();
        answers()
                .ask("{ silos(unitDepth: 2) { groups { group { id } } } }", Map.of())
                .at("/silos/groups")
                .forEach(group -> divisions.add(group.at("/group/id").asString()));
        map().at("/groups").forEach(group -> {
            String above = group.at("/group/above/id").asString("");
            if (divisions.contains(above)) {
                parts.merge(above, 1, Integer::sum);
            }
        });
        String division = parts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        at(division, division).click();
        page.locator(".drill button").first().click();

        assertThat(page).hasURL(Pattern.compile(".*depth=3.*"));
        assertThat(page.locator(".trail strong")).isVisible();
        assertThat(page.locator("table.matrix tbody tr")).hasCount(parts.get(division));
        page.locator(".trail button").click();
        assertThat(page.locator("table.matrix tbody tr"))
                .hasCount(map().at("/groups").size());
    }

    @Test
    void window_andChannel_areAskedAndStayInTheAddress() {
        open("en-GB", "#/silos?draw=TABLE&from=2025-01-01&to=2025-03-31&channel=mail");
        JsonNode cells = answers().ask("""
                        { silos(unitDepth: 3, channels: ["mail"], window: {from: "2025-01-01", to: "2025-03-31"}) {
                            cells { from { name } to { name } state ties } } }""", Map.of()).at("/silos/cells");
        int checked = 0;
        for (JsonNode cell : cells) {
            if (cell.at("/state").asString().equals("SHOWN") && checked++ < 3) {
                String from = cell.at("/from/name").asString();
                String to = cell.at("/to/name").asString();
                Locator row = page.locator(".pairs tbody tr")
                        .filter(text(from.equals(to) ? "within " + from : from))
                        .filter(text(to));
                assertThat(row.first()).isVisible();
                List<String> ties = new ArrayList<>();
                row.all().forEach(found -> ties.add(found.locator("td").nth(1).textContent()));
                assertThat(ties)
                        .contains(Answers.number("en-GB", cell.at("/ties").asInt(), 0));
            }
        }
        assertThat(checked).isPositive();
        assertThat(page.locator("#field-channel")).hasValue("mail");
        assertThat(page.locator("#field-to")).hasValue("2025-03-31");
    }

    @Test
    void whole_overTimeAndByChannel_carryIntervals() {
        open("fr-FR", "#/silos");
        Locator aside = page.locator("aside");
        aside.locator("details.panel")
                .filter(text("Dans le temps"))
                .locator("summary")
                .first()
                .click();
        assertThat(aside.locator(".course .range").first()).isAttached();
        aside.locator("details.panel")
                .filter(text("Par canal"))
                .locator("summary")
                .first()
                .click();
        assertThat(aside.locator(".channels .strip .range").first()).isAttached();
    }

    /** A cell between two groups with surely fewer ties than chance gives. */
    private JsonNode apart() {
        for (JsonNode cell : map().at("/cells")) {
            JsonNode ratio = cell.at("/observedOverExpected");
            if (cell.at("/state").asString().equals("SHOWN")
                    && !cell.at("/from/id").equals(cell.at("/to/id"))
                    && cell.at("/ties").asInt() > 0
                    && ratio.at("/high").asDouble(9) < 0.9) {
                return cell;
            }
        }
        throw new AssertionError("no two groups are apart");
    }

    private JsonNode map() {
        return answers().ask(MAP, Map.of()).at("/silos");
    }

    @Override
    void open(String language, String place) {
        page = visitor.page(language);
        page.navigate(demonstration.url() + "/" + place);
    }

    private void pick(JsonNode cell) {
        at(cell).click();
    }

    private Locator at(JsonNode cell) {
        return at(cell.at("/from/id").asString(), cell.at("/to/id").asString());
    }

    private Locator at(String one, String other) {
        return page.locator("td[data-one='%s'][data-other='%s']".formatted(one, other));
    }

    private static Page.GetByLabelOptions exact() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions text(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
