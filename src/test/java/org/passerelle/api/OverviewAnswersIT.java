package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The overview and its report. */
class OverviewAnswersIT extends AskedDemonstration {
    @Test
    void overview_ofTheDemonstration_saysWhatWasPlantedAndStaysTheSame() throws Exception {
        JsonNode overview = overview("ENGLISH");
        List<String> ids = texts(overview.at("/items"), "/id");

        assertThat(overview.at("/window/from").asString()).isEqualTo("2025-07-01");
        assertThat(overview.at("/before/to").asString()).isEqualTo("2025-06-30");
        assertThat(ids).hasSizeBetween(3, 7).doesNotHaveDuplicates();
        assertThat(texts(overview.at("/items"), "/section")).contains("AT_RISK", "THANKS");
        for (JsonNode item : overview.at("/items")) {
            assertThat(item.at("/certainty").asDouble()).isBetween(0.5, 1.0);
            assertThat(item.at("/sentence").asString()).isNotBlank();
            for (JsonNode person : item.at("/who")) {
                assertThat(item.at("/sentence").asString())
                        .doesNotContain(person.at("/name").asString());
            }
            // The way one level down is a query that is answered.
            JsonNode down = ask(item.at("/query").asString(), Map.of());
            assertThat(down.at("/errors").isMissingNode()).as("%s", down).isTrue();
        }
        assertThat(overview("ENGLISH")).isEqualTo(overview);
        JsonNode french = overview("FRENCH");
        assertThat(texts(french.at("/items"), "/id")).isEqualTo(ids);
        assertThat(texts(french.at("/items"), "/sentence"))
                .doesNotContainAnyElementsOf(texts(overview.at("/items"), "/sentence"));
    }

    @Test
    void overview_windowWithoutAnythingBefore_isRefused() throws Exception {
        JsonNode answer = ask("{ overview(window: {from: \"2025-01-01\", to: \"2025-06-30\"}) { state } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void report_ofTheOverview_isServedAsPageAndPrinted() throws Exception {
        JsonNode overview = overview("FRENCH");

        HttpResponse<String> page = report("html?language=fr");
        HttpResponse<String> printed = report("pdf?language=fr&links=none");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Le réseau en un coup d&#39;œil");
        for (String figure : texts(overview.at("/items"), "/figure")) {
            assertThat(page.body()).contains(figure.replace("&", "&amp;"));
        }
        assertThat(printed.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(printed.body()).startsWith("%PDF-");
        assertThat(report("html?language=de").statusCode()).isEqualTo(400);
        assertThat(report("html?links=javascript:alert(1)").statusCode()).isEqualTo(400);
        assertThat(report("html?from=2025-01-01").body()).startsWith("BAD_USER_INPUT");
    }

    private HttpResponse<String> report(String what) throws Exception {
        return get("/report/overview." + what);
    }

    /** The overview, once it has been worked out. */
    private JsonNode overview(String language) {
        return await().atMost(Duration.ofMinutes(5))
                .until(
                        () -> ask(
                                        "query($l: Language!) { overview(language: $l) { state before { to } window { from }"
                                                + " items { id section sentence figure certainty certaintyReason people"
                                                + " priority who { name } view query } quiet { sentence } lookedAt left } }",
                                        Map.of("l", language))
                                .at("/data/overview"),
                        overview -> overview.at("/state").asString().equals("READY"));
    }
}
