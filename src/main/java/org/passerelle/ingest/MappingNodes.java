package org.passerelle.ingest;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The plain values of a mapping file: words, texts, zones, how a file is written; wrong ones are told with their place. */
record MappingNodes(String origin) {
    FileOptions options(JsonNode node, String path) {
        String separator = String.valueOf(text(node, "separator", ","));
        String quote = String.valueOf(text(node, "quote", "\""));
        if (!separator.equals("whitespace") && separator.length() != 1) {
            throw fail(path + ".separator", "one character, \"\\t\" for a tab, or the word whitespace");
        }
        if (!quote.equals("none") && quote.length() != 1) {
            throw fail(path + ".quote", "one character, or the word none");
        }
        List<String> columns = texts(node.path("columns"));
        return new FileOptions(
                separator.equals("whitespace") ? FileOptions.WHITESPACE : separator.charAt(0),
                quote.equals("none") ? FileOptions.NO_QUOTE : quote.charAt(0),
                encoding(String.valueOf(text(node, "encoding", "UTF-8")), path + ".encoding"),
                columns.isEmpty() ? null : columns,
                String.valueOf(text(node, "comment", "")));
    }

    Charset encoding(String name, String path) {
        try {
            Charset encoding = Charset.forName(name);
            // Separators and line ends are looked for as bytes, so they must be what they are in ASCII.
            if (new String(new byte[] {',', '\n', '"'}, encoding).equals(",\n\"")) {
                return encoding;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            // Told below, as for an encoding that is known but cannot be used.
        }
        throw fail(path, "UTF-8, ISO-8859-1, windows-1252 or another encoding that contains ASCII");
    }

    ZoneId zone(String name, String path) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw fail(path, "a time zone like Europe/Paris or UTC");
        }
    }

    void known(JsonNode node, String path, Set<String> names) {
        if (!node.isObject()) {
            throw fail(path.isEmpty() ? "the first line" : path, "names and values (`name: value`)");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw fail(path.isEmpty() ? name : path + "." + name, "one of " + new TreeSet<>(names));
            }
        }
    }

    <E extends Enum<E>> E word(JsonNode node, String name, Class<E> words, E usual) {
        String text = text(node, name, null);
        if (text == null) {
            return usual;
        }
        for (E word : words.getEnumConstants()) {
            if (word.name().equals(text.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        throw fail(name, "one of " + List.of(words.getEnumConstants()));
    }

    String required(JsonNode node, String name, String path) {
        String text = text(node, name, null);
        if (text == null) {
            throw fail(path + "." + name, "a value");
        }
        return text;
    }

    static @Nullable String text(JsonNode node, String name, @Nullable String usual) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() || value.isContainer() ? usual : value.asString();
    }

    static List<String> texts(JsonNode node) {
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(each -> texts.add(each.asString()));
            return texts;
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node.asString());
    }

    static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    UnusableInput fail(String path, String expected) {
        return new UnusableInput(origin + ", " + path, "expected " + expected, "Correct the mapping");
    }
}
