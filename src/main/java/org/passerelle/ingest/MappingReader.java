package org.passerelle.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads mapping files; whatever they say wrong is {@link UnusableInput} with the place and what was expected. */
final class MappingReader {
    private static final long BYTES_MAX = 1 << 20;
    private static final Set<String> TOP =
            Set.of("source", "accounts", "visibility", "to_self", "keep", "zone", "lookups", "files");
    private static final Set<String> OPTIONS = Set.of("separator", "quote", "encoding", "columns", "comment");
    private static final Set<String> FIELD = Set.of(
            "column",
            "columns",
            "constant",
            "prefix",
            "separator",
            "lookup",
            "words",
            "optional",
            "format",
            "origin",
            "zone");

    private final String origin;
    private ZoneId zone = ZoneOffset.UTC;
    private Set<String> lookupNames = Set.of();

    private MappingReader(String origin) {
        this.origin = origin;
    }

    /** The mapping of this file. */
    static Mapping read(Path path) {
        String origin = String.valueOf(path.getFileName());
        try {
            if (Files.size(path) > BYTES_MAX) {
                throw new UnusableInput(origin, "expected a mapping of at most 1 MiB", "Check that it is a mapping");
            }
            return read(origin, Files.readString(path));
        } catch (IOException _) {
            throw new UnusableInput(
                    path.toString(),
                    "expected a mapping file in UTF-8 that can be read",
                    "Check its name and encoding");
        }
    }

    /** A mapping that comes with the product. */
    static Mapping builtIn(String name) {
        try (InputStream input = MappingReader.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("The product lacks its own mapping " + name);
            }
            return read(name, new String(input.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The product cannot read its own mapping " + name, unreadable);
        }
    }

    static Mapping read(String origin, String yaml) {
        try {
            return new MappingReader(origin).mapping(new YAMLMapper().readTree(yaml));
        } catch (JacksonException bad) {
            String place = bad.getLocation() == null
                    ? ""
                    : ", line " + bad.getLocation().getLineNr();
            throw new UnusableInput(origin + place, "expected YAML", "Correct the indentation or the quotes there");
        }
    }

    private Mapping mapping(JsonNode root) {
        known(root, "", TOP);
        String named = text(root, "zone", null);
        zone = named == null ? ZoneOffset.UTC : zone(named, "zone");
        String source = text(root, "source", null);
        Map<String, Mapping.Lookup> lookups = new LinkedHashMap<>();
        root.path("lookups")
                .properties()
                .forEach(entry -> lookups.put(entry.getKey(), lookup(entry.getValue(), "lookups." + entry.getKey())));
        lookupNames = lookups.keySet();
        List<Mapping.FileRule> files = new ArrayList<>();
        JsonNode list = root.path("files");
        for (int index = 0; index < list.size(); index++) {
            files.add(file(list.get(index), "files[" + index + "]"));
        }
        return new Mapping(
                origin,
                source == null ? null : checkedSource(source, origin),
                word(root, "accounts", Accounts.class, Accounts.BY_SHAPE),
                root.has("visibility") ? word(root, "visibility", Visibility.class, Visibility.PRIVATE) : null,
                word(root, "to_self", Mapping.ToSelf.class, Mapping.ToSelf.QUARANTINE),
                word(root, "keep", Mapping.Keep.class, Mapping.Keep.CONTRIBUTIONS),
                lookups,
                files);
    }

    /** Refuses a name of a source that could not be part of a key and of a file's name. */
    static String checkedSource(String source, String where) {
        if (!source.matches("[a-z0-9][a-z0-9_-]{0,63}")
                || source.equals(Accounts.ADDRESS)
                || source.equals(Accounts.PERSON_ID)) {
            throw new UnusableInput(
                    where,
                    "expected a source's name of a-z, 0-9, _ and -, at most 64, neither \"address\" nor \"person\"",
                    "Choose another name");
        }
        return source;
    }

    private Mapping.Lookup lookup(JsonNode node, String path) {
        known(node, path, with(OPTIONS, Set.of("file", "key", "value", "where")));
        return new Mapping.Lookup(
                required(node, "file", path),
                options(node, path),
                required(node, "key", path),
                required(node, "value", path),
                where(node.path("where")));
    }

    private Mapping.FileRule file(JsonNode node, String path) {
        Set<String> names = new LinkedHashSet<>(Set.of("file", "format", "ignore"));
        for (Section.Kind kind : Section.Kind.values()) {
            names.add(kind.word());
        }
        known(node, path, with(OPTIONS, names));
        List<Section> sections = new ArrayList<>();
        for (Section.Kind kind : Section.Kind.values()) {
            JsonNode section = node.path(kind.word());
            if (section.isArray()) {
                for (int index = 0; index < section.size(); index++) {
                    sections.add(section(kind, section.get(index), path + "." + kind.word() + "[" + index + "]"));
                }
            } else if (!section.isMissingNode()) {
                sections.add(section(kind, section, path + "." + kind.word()));
            }
        }
        String format = text(node, "format", null);
        if (format != null && !Set.of("csv", "jsonl").contains(format)) {
            throw fail(path + ".format", "csv or jsonl");
        }
        return new Mapping.FileRule(
                text(node, "file", null),
                format == null ? null : format.equals("jsonl"),
                options(node, path),
                new LinkedHashSet<>(texts(node.path("ignore"))),
                sections);
    }

    private Section section(Section.Kind kind, JsonNode node, String path) {
        if (!node.isObject()) {
            throw fail(path, "the fields of " + kind.word());
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = entry.getKey();
            if (kind.knows(name)) {
                fields.put(name, field(entry.getValue(), path + "." + name));
            } else if (!name.equals("where") && !(name.equals("key") && kind == Section.Kind.CONTRIBUTION)) {
                throw fail(path + "." + name, "a field of " + kind.word() + " that docs/FORMATS.md lists");
            }
        }
        for (String name : kind.required()) {
            if (!fields.containsKey(name)) {
                throw fail(path + "." + name, "a column or a constant for " + name);
            }
        }
        List<String> key = texts(node.path("key"));
        if (!key.isEmpty() && fields.containsKey("id")) {
            throw fail(path, "either `id` or `key`, not both");
        }
        return new Section(kind, fields, where(node.path("where")), key);
    }

    private Field field(JsonNode node, String path) {
        if (node.isArray()) {
            return moments(Field.of(texts(node), null), zone);
        }
        if (!node.isObject()) {
            return moments(Field.of(List.of(node.asString()), null), zone);
        }
        known(node, path, FIELD);
        List<String> columns = node.has("columns") ? texts(node.path("columns")) : texts(node.path("column"));
        String constant = text(node, "constant", null);
        if (columns.isEmpty() == (constant == null)) {
            throw fail(path, "either `column` or `constant`");
        }
        String lookup = text(node, "lookup", null);
        if (lookup != null && !lookupNames.contains(lookup)) {
            throw fail(path + ".lookup", "one of the lookups " + lookupNames);
        }
        Map<String, String> words = new LinkedHashMap<>();
        node.path("words")
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
        return new Field(
                columns,
                constant,
                String.valueOf(text(node, "prefix", "")),
                text(node, "separator", null),
                lookup,
                words,
                node.path("optional").asBoolean(false),
                moments(node, path));
    }

    private static Field moments(Field field, ZoneId zone) {
        return new Field(
                field.columns(),
                field.constant(),
                field.prefix(),
                field.separator(),
                field.lookup(),
                field.words(),
                field.optional(),
                new Moments("ISO", Instant.EPOCH, zone));
    }

    private Moments moments(JsonNode node, String path) {
        String named = text(node, "zone", null);
        ZoneId own = named == null ? zone : zone(named, path + ".zone");
        String start = text(node, "origin", null);
        try {
            Instant first = start == null
                    ? Instant.EPOCH
                    : LocalDate.parse(start).atStartOfDay(own).toInstant();
            return new Moments(String.valueOf(text(node, "format", "ISO")), first, own);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw fail(
                    path,
                    "`format` ISO, EPOCH_SECONDS, EPOCH_MILLIS or a pattern like \"dd/MM/yyyy HH:mm\","
                            + " and `origin` a day like 2003-10-01");
        }
    }

    private FileOptions options(JsonNode node, String path) {
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

    private Charset encoding(String name, String path) {
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

    private ZoneId zone(String name, String path) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw fail(path, "a time zone like Europe/Paris or UTC");
        }
    }

    private static Map<String, Set<String>> where(JsonNode node) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        node.properties().forEach(entry -> where.put(entry.getKey(), new LinkedHashSet<>(texts(entry.getValue()))));
        return where;
    }

    private void known(JsonNode node, String path, Set<String> names) {
        if (!node.isObject()) {
            throw fail(path.isEmpty() ? "the first line" : path, "names and values (`name: value`)");
        }
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw fail(path.isEmpty() ? name : path + "." + name, "one of " + new java.util.TreeSet<>(names));
            }
        }
    }

    private <E extends Enum<E>> E word(JsonNode node, String name, Class<E> words, E usual) {
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

    private String required(JsonNode node, String name, String path) {
        String text = text(node, name, null);
        if (text == null) {
            throw fail(path + "." + name, "a value");
        }
        return text;
    }

    private static @Nullable String text(JsonNode node, String name, @Nullable String usual) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() || value.isContainer() ? usual : value.asString();
    }

    private static List<String> texts(JsonNode node) {
        if (node.isArray()) {
            List<String> texts = new ArrayList<>();
            node.forEach(each -> texts.add(each.asString()));
            return texts;
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node.asString());
    }

    private static Set<String> with(Set<String> some, Set<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private UnusableInput fail(String path, String expected) {
        return new UnusableInput(origin + ", " + path, "expected " + expected, "Correct the mapping");
    }
}
