package org.passerelle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.api.BadUserInput;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExportTextTest {
    private static final Table.Source SOURCE = new Table.Source("v1", "2025-01-01", "2025-12-31", "counted");

    @SuppressWarnings("NullAway") // it reads no nullness within type arguments from class files
    private static Table table(List<String> columns, List<List<@Nullable Object>> rows) {
        return new Table(columns, rows, SOURCE);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (@Nullable Object value : values) {
            row.add(value);
        }
        return row;
    }

    @Test
    void csv_valuesOfEverySort_areWrittenAsTheStandardSays() {
        Table table = table(
                List.of("name", "state", "ties", "share", "cut"),
                List.of(
                        row("R&D, \"Paris\"\nsouth", "SHOWN", 3, -0.25, true),
                        row("Quality", "SUPPRESSED", null, null, false)));
        assertThat(CsvText.of(table)).isEqualTo("""
                name,state,ties,share,cut,snapshot,window_from,window_to\r
                "R&D, ""Paris""\nsouth",SHOWN,3,-0.25,true,v1,2025-01-01,2025-12-31\r
                Quality,SUPPRESSED,,,false,v1,2025-01-01,2025-12-31\r
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx"})
    void csv_textThatASpreadsheetWouldCompute_isLedByAnApostrophe(String text) {
        String line = CsvText.of(table(List.of("name"), List.of(row(text)))).split("\r\n", 2)[1];
        assertThat(line.replace("\"", "")).startsWith("'" + text);
    }

    private static Document parsed(String gexf) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(gexf)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("http://www.gexf.net/1.2draft", name);
        List<Element> elements = new ArrayList<>();
        for (int place = 0; place < found.getLength(); place++) {
            elements.add((Element) found.item(place));
        }
        return elements;
    }

    @Test
    void gexf_nodesAndEdges_haveTypedAttributesPlacesAndNoValueWhereWithheld() throws Exception {
        Table nodes = table(
                List.of("id", "label", "people", "x", "y"),
                List.of(row("a", "A <&>\u0001", 12, 0.5, -0.5), row("b", "B", null, 1.0, 2.0)));
        Table edges = table(
                List.of("from", "to", "state", "ties", "density"),
                List.of(
                        row("a", "b", "SHOWN", 4, 0.25),
                        row("a", "a", "SHOWN", 9, 0.5),
                        row("b", "c", "SUPPRESSED", null, null)));
        Document document = parsed(GexfText.of(nodes, edges, false));
        assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("1.2");
        assertThat(elements(document, "node"))
                .extracting(node -> node.getAttribute("id") + " " + node.getAttribute("label"))
                .containsExactly("a A <&>\uFFFD", "b B", "c c");
        assertThat(elements(document, "attribute"))
                .extracting(attribute -> attribute.getAttribute("title") + " " + attribute.getAttribute("type"))
                .containsExactly(
                        "id string", "label string", "people long", "state string", "ties long", "density double");
        assertThat(elements(document, "edge"))
                .as("without the one within a group")
                .extracting(
                        edge -> edge.getAttribute("source") + edge.getAttribute("target") + edge.getAttribute("weight"))
                .containsExactly("ab4", "bc");
        assertThat(elements(document, "edge")
                        .getLast()
                        .getElementsByTagNameNS("*", "attvalue")
                        .getLength())
                .as("the state only")
                .isEqualTo(1);
        assertThat(document.getElementsByTagNameNS("http://www.gexf.net/1.2draft/viz", "position")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void gexf_withoutNodes_takesTheEndsOfItsEdges() throws Exception {
        Table edges = table(
                List.of("from", "from_name", "to", "to_name"),
                List.of(row("p1", "Ann", "p2", "Bob"), row("p2", "Bob", "p3", "Cid")));
        assertThat(elements(parsed(GexfText.of(null, edges, true)), "node"))
                .extracting(node -> node.getAttribute("label"))
                .containsExactly("Ann", "Bob", "Cid");
    }

    @Test
    void at_pathsThroughListsAndNothing() {
        Map<String, Object> value = Map.of("a", List.of(Map.of("b", "x"), Map.of("b", "y"), Map.of()), "n", 1);
        assertThat(Table.at(value, "a.*.b")).isEqualTo("x; y");
        assertThat(Table.at(value, "a.1.b")).isEqualTo("y");
        assertThat(Table.at(value, "a.7.b")).isNull();
        assertThat(Table.at(value, "c.d")).isNull();
        assertThat(Table.at(value, "n")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Exported.class)
    void export_everyOne_hasItsQuestionAndItsName(Exported exported) {
        assertThat(Exported.class.getResource(exported.document()))
                .as(exported.document())
                .isNotNull();
        assertThat(Exported.named(exported.title())).contains(exported);
        assertThat(exported.columns()).extracting(Exported.Column::name).doesNotHaveDuplicates();
    }

    @Test
    void arguments_days_becomeWindows_andUnknownNamesAreRefused() {
        ExportArguments asked = ExportArguments.of(
                Exported.SILOS,
                Map.of(
                        "from",
                        List.of("2025-01-01"),
                        "to",
                        List.of("2025-03-31"),
                        "unitDepth",
                        List.of("2"),
                        "channels",
                        List.of("mail", "chat")));
        assertThat(asked.variables(Exported.SILOS))
                .isEqualTo(Map.of(
                        "window",
                        Map.of("from", "2025-01-01", "to", "2025-03-31"),
                        "unitDepth",
                        2,
                        "channels",
                        List.of("mail", "chat")));
        assertThatThrownBy(() -> ExportArguments.of(Exported.SILOS, Map.of("first", List.of("3"))))
                .isInstanceOf(BadUserInput.class)
                .hasMessageContaining("unitDepth");
        assertThatThrownBy(() -> ExportArguments.of(Exported.SILOS, Map.of("from", List.of("a", "b"))))
                .isInstanceOf(BadUserInput.class);
        assertThatThrownBy(() -> asked.with("unitDepth", "two").variables(Exported.SILOS))
                .isInstanceOf(BadUserInput.class);
    }
}
