package org.passerelle.demonstration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The written material an invented organisation is made of, read from {@code demonstration/*.txt}. */
final class Bank {
    private final List<Topic> topics;
    private final List<Topic> transverse;
    private final Map<String, List<String>> phrases;
    private final Map<String, List<String>> names;
    private final Map<String, List<String>> chart;

    private Bank(
            List<Topic> topics,
            List<Topic> transverse,
            Map<String, List<String>> phrases,
            Map<String, List<String>> names,
            Map<String, List<String>> chart) {
        this.topics = List.copyOf(topics);
        this.transverse = List.copyOf(transverse);
        this.phrases = phrases;
        this.names = names;
        this.chart = chart;
    }

    /** Reads the bank from the class path. */
    static Bank read() {
        return new Bank(
                topics(lines("topics.txt")),
                topics(lines("transverse.txt")),
                sections("phrases.txt"),
                sections("names.txt"),
                sections("chart.txt"));
    }

    List<Topic> topics() {
        return topics;
    }

    /** What two units work on without knowing of each other; nobody else talks of it. */
    List<Topic> transverse() {
        return transverse;
    }

    /** A topic by its position, those of two units behind all others. */
    Topic topic(int position) {
        return position < topics.size() ? topics.get(position) : transverse.get(position - topics.size());
    }

    /** The sentences of a use, in one language. */
    List<String> phrases(String use, boolean english) {
        return section(phrases, (english ? "en " : "fr ") + use);
    }

    /** The words of a section of names. */
    List<String> names(String section) {
        return List.of(String.join(" ", section(names, section)).split(" ", -1));
    }

    /** The rows of a section of the chart, field by field. */
    List<List<String>> chart(String section) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : section(chart, section)) {
            rows.add(List.of(line.split(" : ", -1)));
        }
        return rows;
    }

    private static List<String> section(Map<String, List<String>> sections, String name) {
        List<String> section = sections.get(name);
        if (section == null || section.isEmpty()) {
            throw new IllegalStateException("The bank has no section [" + name + "]");
        }
        return section;
    }

    private static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[") && line.contains("]")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.indexOf(']')), current);
            } else {
                current.add(line);
            }
        }
        return sections;
    }

    private static List<Topic> topics(List<String> lines) {
        List<Topic> topics = new ArrayList<>();
        TopicDraft draft = null;
        for (String line : lines) {
            if (line.startsWith("= ")) {
                if (draft != null) {
                    topics.add(draft.finished());
                }
                draft = new TopicDraft(List.of(line.substring(2).split(" : ", -1)));
            } else if (draft != null) {
                draft.add(line);
            }
        }
        if (draft != null) {
            topics.add(draft.finished());
        }
        return topics;
    }

    private static List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        try (InputStream stream = opened(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static InputStream opened(String file) {
        @Nullable InputStream stream = Bank.class.getResourceAsStream("/demonstration/" + file);
        if (stream == null) {
            throw new IllegalStateException("demonstration/" + file + " is not on the class path");
        }
        return stream;
    }

    /** A topic while its lines are being read. */
    private static final class TopicDraft {
        private final List<String> head;
        private final Map<String, List<String>> parts = new TreeMap<>();

        TopicDraft(List<String> head) {
            this.head = head;
        }

        void add(String line) {
            String mark = line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT);
            String rest = line.substring(mark.length()).strip();
            List<String> part = parts.computeIfAbsent(mark, _ -> new ArrayList<>());
            if (mark.endsWith("=")) {
                part.addAll(List.of(rest.split(" \\| ", -1)));
            } else {
                part.add(rest);
            }
        }

        Topic finished() {
            return new Topic(
                    head.get(0),
                    head.get(1),
                    head.get(2),
                    new Topic.Speech(part("fr="), part("?f"), part("!f")),
                    new Topic.Speech(part("en="), part("?e"), part("!e")));
        }

        private List<String> part(String mark) {
            return section(parts, mark);
        }
    }
}
