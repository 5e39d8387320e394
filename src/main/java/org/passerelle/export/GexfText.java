package org.passerelle.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A network as GEXF 1.2 (gexf.net; older readers know no 1.3), for Gephi and networkx: columns become attributes of nodes and edges, {@code x} and
 * {@code y} the place in a drawing. What is not there has no value; a withheld figure neither. Where an end of an edge is
 * among no nodes, it is one with its name.
 */
final class GexfText {
    private static final String GEXF = "http://www.gexf.net/1.2draft";
    private static final String VIZ = "http://www.gexf.net/1.2draft/viz";
    private static final Set<String> NODE_KEYS = Set.of("id", "group", "person");
    private static final Set<String> LABELS = Set.of("label", "name");
    private static final Set<String> NOT_OF_NODES = Set.of("x", "y");
    private static final Set<String> NOT_OF_EDGES = Set.of("from", "to");

    private final XMLStreamWriter xml;

    private GexfText(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The whole text.
     *
     * @param nodes null where the ends of the edges are all there is
     */
    static String of(@Nullable Table nodes, Table edges, boolean directed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new GexfText(writer).write(nodes, edges, directed);
            writer.close();
        } catch (XMLStreamException failure) {
            throw new IllegalStateException("The network cannot be written", failure);
        }
        return text.toString();
    }

    private void write(@Nullable Table nodes, Table edges, boolean directed) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("gexf");
        xml.writeDefaultNamespace(GEXF);
        xml.writeNamespace("viz", VIZ);
        xml.writeAttribute("version", "1.2");
        xml.writeStartElement("meta");
        element("creator", "Passerelle");
        Table.Source source = edges.source();
        element(
                "description",
                clean(source.method() + "; days " + source.from() + " to " + source.to() + "; data "
                        + source.snapshot()));
        xml.writeEndElement();
        xml.writeStartElement("graph");
        xml.writeAttribute("mode", "static");
        xml.writeAttribute("defaultedgetype", directed ? "directed" : "undirected");
        if (nodes != null) {
            attributes("node", nodes, NOT_OF_NODES);
        }
        attributes("edge", edges, NOT_OF_EDGES);
        nodes(nodes, edges);
        edges(edges);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void attributes(String kind, Table table, Set<String> without) throws XMLStreamException {
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", kind);
        for (int column = 0; column < table.columns().size(); column++) {
            if (!without.contains(table.columns().get(column))) {
                xml.writeEmptyElement("attribute");
                xml.writeAttribute("id", String.valueOf(column));
                xml.writeAttribute("title", table.columns().get(column));
                xml.writeAttribute("type", type(table, column));
            }
        }
        xml.writeEndElement();
    }

    private static String type(Table table, int column) {
        List<Object> values = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            Object value = row.get(column);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.isEmpty()) {
            return "string";
        }
        if (values.stream().allMatch(Boolean.class::isInstance)) {
            return "boolean";
        }
        if (values.stream().allMatch(value -> value instanceof Integer || value instanceof Long)) {
            return "long";
        }
        return values.stream().allMatch(Number.class::isInstance) ? "double" : "string";
    }

    private void nodes(@Nullable Table nodes, Table edges) throws XMLStreamException {
        Map<String, String> ends = ends(edges);
        xml.writeStartElement("nodes");
        if (nodes != null) {
            int key = place(nodes, NODE_KEYS);
            int label = place(nodes, LABELS);
            for (List<@Nullable Object> row : nodes.rows()) {
                String id = String.valueOf(row.get(key));
                ends.remove(id);
                node(id, String.valueOf(row.get(label)));
                values(nodes, row, NOT_OF_NODES);
                position(nodes, row);
                xml.writeEndElement();
            }
        }
        for (Map.Entry<String, String> end : ends.entrySet()) {
            node(end.getKey(), end.getValue());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** The first column of one of these names. */
    private static int place(Table table, Set<String> names) {
        return table.columns().stream()
                .filter(names::contains)
                .map(table::column)
                .findFirst()
                .orElseThrow();
    }

    /** Names of the ends of all edges by id. */
    private static Map<String, String> ends(Table edges) {
        Map<String, String> ends = new LinkedHashMap<>();
        for (String end : List.of("from", "to")) {
            int name = edges.column(end + "_name");
            for (List<@Nullable Object> row : edges.rows()) {
                String id = String.valueOf(row.get(edges.column(end)));
                ends.putIfAbsent(id, name < 0 ? id : String.valueOf(row.get(name)));
            }
        }
        return ends;
    }

    private void node(String id, String label) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", clean(id));
        xml.writeAttribute("label", clean(label));
    }

    private void values(Table table, List<@Nullable Object> row, Set<String> without) throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (int column = 0; column < row.size(); column++) {
            Object value = row.get(column);
            if (value != null && !without.contains(table.columns().get(column))) {
                xml.writeEmptyElement("attvalue");
                xml.writeAttribute("for", String.valueOf(column));
                xml.writeAttribute("value", clean(value.toString()));
            }
        }
        xml.writeEndElement();
    }

    private void position(Table nodes, List<@Nullable Object> row) throws XMLStreamException {
        int x = nodes.column("x");
        int y = nodes.column("y");
        if (x >= 0 && y >= 0 && row.get(x) != null && row.get(y) != null) {
            xml.writeEmptyElement("viz", "position", VIZ);
            xml.writeAttribute("x", String.valueOf(row.get(x)));
            xml.writeAttribute("y", String.valueOf(row.get(y)));
            xml.writeAttribute("z", "0");
        }
    }

    private void edges(Table edges) throws XMLStreamException {
        xml.writeStartElement("edges");
        int number = 0;
        for (List<@Nullable Object> row : edges.rows()) {
            String from = String.valueOf(row.get(edges.column("from")));
            String to = String.valueOf(row.get(edges.column("to")));
            if (!from.equals(to)) {
                xml.writeStartElement("edge");
                xml.writeAttribute("id", String.valueOf(number++));
                xml.writeAttribute("source", clean(from));
                xml.writeAttribute("target", clean(to));
                strength(edges, row);
                values(edges, row, NOT_OF_EDGES);
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    /** What the format calls its weight: the strength, or else the number of ties; none where it is withheld or 0. */
    private void strength(Table edges, List<@Nullable Object> row) throws XMLStreamException {
        int column = Math.max(edges.column("strength"), edges.column("ties"));
        if (column >= 0 && row.get(column) instanceof Number strength && strength.doubleValue() > 0) {
            xml.writeAttribute("weight", strength.toString());
        }
    }

    /** Without the characters that no XML may hold. */
    private static String clean(String text) {
        return text.codePoints()
                .map(letter -> allowed(letter) ? letter : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }
}
