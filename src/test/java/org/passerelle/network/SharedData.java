package org.passerelle.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The real networks beside the project, at {@code ../shared/data} or where the system property {@code
 * passerelle.data} says. A test that asks for one is skipped, and says so, where it is absent.
 */
public final class SharedData {
    private static final Path ROOT = Path.of(System.getProperty("passerelle.data", "../shared/data"));
    private static final Pattern GML_ENTRY = Pattern.compile("\\b(node|edge)\\s*\\[([^\\]]*)]");
    private static final Pattern GML_FIELD = Pattern.compile("(\\w+)\\s+(\"[^\"]*\"|\\S+)");

    private SharedData() {}

    /** The file or folder, or a skipped test. */
    public static Path find(String path) {
        Path found = ROOT.resolve(path);
        boolean present = Files.exists(found);
        if (!present) {
            System.err.println("SKIPPED: this test needs " + found + ", which is not here");
        }
        assumeTrue(present, () -> "This test needs " + found + ", which is not here");
        return found;
    }

    /** The lines of a text file; one whose name ends in .gz is unpacked. */
    public static List<String> lines(String path) {
        Path file = find(path);
        if (!path.endsWith(".gz")) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                return lines.toList();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The columns of a plain CSV file with a header and without commas inside quotes, by name. */
    public static Map<String, List<String>> columns(String path) {
        List<String> lines = lines(path);
        String[] header = lines.getFirst().replace("\"", "").split(",", -1);
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String name : header) {
            columns.put(name, new ArrayList<>());
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").split(",", -1);
            for (int column = 0; column < header.length; column++) {
                column(columns, header[column]).add(cells[column]);
            }
        }
        return columns;
    }

    /** One column as numbers. */
    public static double[] numbers(String path, String column) {
        return column(columns(path), column).stream()
                .mapToDouble(cell -> cell.equals("NA") || cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
                .toArray();
    }

    /** A column of whole numbers that was already read. */
    public static int[] wholeNumbers(Map<String, List<String>> columns, String name) {
        return column(columns, name).stream().mapToInt(Integer::parseInt).toArray();
    }

    /** One column as labels numbered 0, 1, 2 in the order of their first occurrence. */
    public static int[] labels(String path, String column) {
        List<String> cells = column(columns(path), column);
        List<String> distinct = cells.stream().distinct().toList();
        return cells.stream().mapToInt(distinct::indexOf).toArray();
    }

    /**
     * A network of the classic folder, vertex = id - 1, every strength 1.
     *
     * @param name the files' name before .nodes.csv and .edges.csv
     */
    public static TieGraph classic(String name, Orientation orientation) {
        Map<String, List<String>> edges = columns("classic/" + name + ".edges.csv");
        int people = columns("classic/" + name + ".nodes.csv")
                .values()
                .iterator()
                .next()
                .size();
        int[] from = column(edges, "from").stream()
                .mapToInt(id -> Integer.parseInt(id) - 1)
                .toArray();
        int[] to = column(edges, "to").stream()
                .mapToInt(id -> Integer.parseInt(id) - 1)
                .toArray();
        return simple(people, from, to, orientation);
    }

    /** A graph of the graphs folder in GML, undirected, vertices in the file's order, every strength 1. */
    public static TieGraph gml(String name) {
        List<Integer> ids = new ArrayList<>();
        List<int[]> ties = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> entry : gmlEntries(name)) {
            Map<String, String> fields = entry.getValue();
            if (entry.getKey().equals("node")) {
                ids.add(Integer.valueOf(field(fields, "id")));
            } else {
                ties.add(new int[] {
                    ids.indexOf(Integer.valueOf(field(fields, "source"))),
                    ids.indexOf(Integer.valueOf(field(fields, "target")))
                });
            }
        }
        return simple(
                ids.size(),
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
    }

    /** A graph of the graphs folder in METIS form, undirected, every strength 1. */
    public static TieGraph metis(String name) {
        List<String> lines = lines("graphs/" + name);
        int people = Integer.parseInt(lines.getFirst().trim().split("\\s+", -1)[0]);
        List<int[]> ties = new ArrayList<>();
        for (int vertex = 0; vertex < people; vertex++) {
            for (String neighbour : lines.get(vertex + 1).trim().split("\\s+", -1)) {
                if (!neighbour.isEmpty()) {
                    ties.add(new int[] {vertex, Integer.parseInt(neighbour) - 1});
                }
            }
        }
        return simple(
                people,
                ties.stream().mapToInt(tie -> tie[0]).toArray(),
                ties.stream().mapToInt(tie -> tie[1]).toArray(),
                Orientation.UNDIRECTED);
    }

    /** A graph whose ties all have strength 1 and one interaction, however often the lists name them. */
    public static TieGraph simple(int people, int[] from, int[] to, Orientation orientation) {
        long[] pairs = new long[from.length];
        for (int tie = 0; tie < from.length; tie++) {
            boolean swap = orientation == Orientation.UNDIRECTED && from[tie] > to[tie];
            pairs[tie] = (long) (swap ? to[tie] : from[tie]) * people + (swap ? from[tie] : to[tie]);
        }
        pairs = Arrays.stream(pairs).distinct().toArray();
        int[] source =
                Arrays.stream(pairs).mapToInt(pair -> (int) (pair / people)).toArray();
        int[] target =
                Arrays.stream(pairs).mapToInt(pair -> (int) (pair % people)).toArray();
        double[] strength = new double[pairs.length];
        Arrays.fill(strength, 1);
        int[] count = new int[pairs.length];
        Arrays.fill(count, 1);
        return orientation == Orientation.DIRECTED
                ? TieGraph.directed(people, source, target, strength, count)
                : TieGraph.undirected(people, source, target, strength, count);
    }

    private static List<Map.Entry<String, Map<String, String>>> gmlEntries(String name) {
        List<Map.Entry<String, Map<String, String>>> entries = new ArrayList<>();
        Matcher entry = GML_ENTRY.matcher(String.join("\n", lines("graphs/" + name)));
        while (entry.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher field = GML_FIELD.matcher(entry.group(2));
            while (field.find()) {
                fields.put(field.group(1), field.group(2));
            }
            entries.add(Map.entry(entry.group(1), fields));
        }
        return entries;
    }

    private static List<String> column(Map<String, List<String>> columns, String name) {
        return columns.computeIfAbsent(name, missing -> {
            throw new IllegalArgumentException("No column " + missing + " among " + columns.keySet());
        });
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.computeIfAbsent(name, missing -> {
            throw new IllegalArgumentException("No field " + missing + " among " + fields.keySet());
        });
    }
}
