package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** What is handed out as files. */
class ExportAnswersIT extends AskedDemonstration {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "silos.csv?unitDepth=2",
                "groups.csv?dimension=SITE",
                "bridges.csv?first=150",
                "bridge-ties.csv?first=30&kind=LOCAL",
                "network.csv",
                "nodes.csv?granularity=PERSON&first=50",
                "wirearchy.csv",
                "introductions.csv?first=3",
                "transverse-topics.csv",
                "topics-apart.csv",
                "clusters.csv?unitDepth=3",
                "shortcuts.csv?unitDepth=2",
                "shortcut-ties.csv",
                "compare-groups.csv?beforeTo=2025-03-31&afterFrom=2025-04-01",
                "compare.csv?beforeTo=2025-03-31&afterFrom=2025-04-01"
            })
    void export_everyTable_hasItsRows(String address) throws Exception {
        HttpResponse<String> answer = export(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines.length).as(answer.body()).isGreaterThan(2);
        assertThat(lines[0]).endsWith("snapshot,window_from,window_to");
        assertThat(lines[lines.length - 1]).isEmpty();
        if (address.contains("first=150")) {
            assertThat(lines).as("pages are put together").hasSize(152);
        }
    }

    @Test
    void export_silos_saysWhatTheApiSays() throws Exception {
        JsonNode cells = ask(
                        "{ silos(dimension: SITE) { cells { from { id } to { id } state ties people } } }", Map.of())
                .at("/data/silos/cells");
        String[] lines = export("silos.csv?dimension=SITE").body().split("\r\n");
        assertThat(lines).hasSize(cells.size() + 1);
        for (int line = 1; line < lines.length; line++) {
            JsonNode cell = cells.get(line - 1);
            String[] values = lines[line].split(",", -1);
            assertThat(List.of(values[0], values[2], values[4], values[5], values[6]))
                    .containsExactly(
                            cell.at("/from/id").asString(),
                            cell.at("/to/id").asString(),
                            cell.at("/state").asString(),
                            cell.at("/ties").isNull() ? "" : cell.at("/ties").asString(),
                            cell.at("/people").isNull()
                                    ? ""
                                    : cell.at("/people").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "silos.gexf?dimension=SITE",
                "bridges.gexf?first=20",
                "bridge-ties.gexf?first=20",
                "network.gexf?granularity=PERSON&first=50",
                "wirearchy.gexf",
                "introductions.gexf?first=3",
                "transverse-topics.gexf",
                "topics-apart.gexf?first=3",
                "shortcuts.gexf?unitDepth=2",
                "shortcut-ties.gexf",
                "compare.gexf?beforeTo=2025-03-31&afterFrom=2025-04-01"
            })
    void export_everyNetwork_isWellFormedAndItsEdgesHaveEnds(String address) throws Exception {
        HttpResponse<String> answer = export(address);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
        NodeList nodes = document.getElementsByTagNameNS("http://www.gexf.net/1.2draft", "node");
        Set<String> ids = new HashSet<>();
        for (int place = 0; place < nodes.getLength(); place++) {
            assertThat(ids.add(((Element) nodes.item(place)).getAttribute("id")))
                    .isTrue();
        }
        NodeList edges = document.getElementsByTagNameNS("http://www.gexf.net/1.2draft", "edge");
        assertThat(edges.getLength()).isPositive();
        for (int place = 0; place < edges.getLength(); place++) {
            Element edge = (Element) edges.item(place);
            assertThat(ids).contains(edge.getAttribute("source"), edge.getAttribute("target"));
        }
    }

    @Test
    void export_thatCannotBe_saysWhy() throws Exception {
        for (String address : List.of("everything.csv", "groups.gexf", "silos.csv?snapshot=gone")) {
            assertThat(export(address).statusCode()).as(address).isEqualTo(404);
        }
        for (String address : List.of(
                "silos.csv?first=3", "silos.csv?unitDepth=deep", "silos.csv?dimension=SHOE", "bridges.csv?first=0")) {
            HttpResponse<String> refused = export(address);
            assertThat(refused.statusCode()).as(address).isEqualTo(400);
            assertThat(refused.body()).startsWith("BAD_USER_INPUT: ");
        }
    }

    private HttpResponse<String> export(String address) throws Exception {
        return get("/export/" + address);
    }
}
