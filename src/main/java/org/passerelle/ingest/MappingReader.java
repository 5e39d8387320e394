package org.passerelle.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import java.util.Map;
import java.util.Set;
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
    private final MappingNodes nodes;
    private ZoneId zone = ZoneOffset.UTC;
    private Set<String> lookupNames = Set.of();

    private MappingReader(String origin) {
        this.origin = origin;
        this.nodes = new MappingNodes(origin);
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
            return read(name, new String(input.readAllBytes(), StandardCharsets.UTF_8));
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
        nodes.known(root, "", TOP);
        String named = MappingNodes.text(root, "zone", null);
        zone = named == null ? ZoneOffset.UTC : nodes.zone(named, "zone");
        String source = MappingNodes.text(root, "source", null);
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
                nodes.word(root, "accounts", Accounts.class, Accounts.BY_SHAPE),
                root.has("visibility") ? nodes.word(root, "visibility", Visibility.class, Visibility.PRIVATE) : null,
                nodes.word(root, "to_self", Mapping.ToSelf.class, Mapping.ToSelf.QUARANTINE),
                nodes.word(root, "keep", Mapping.Keep.class, Mapping.Keep.CONTRIBUTIONS),
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
        nodes.known(node, path, MappingNodes.with(OPTIONS, Set.of("file", "key", "value", "where")));
        return new Mapping.Lookup(
                nodes.required(node, "file", path),
                nodes.options(node, path),
                nodes.required(node, "key", path),
                nodes.required(node, "value", path),
                where(node.path("where")));
    }

    private Mapping.FileRule file(JsonNode node, String path) {
        Set<String> names = new LinkedHashSet<>(Set.of("file", "format", "ignore"));
        for (Section.Kind kind : Section.Kind.values()) {
            names.add(kind.word());
        }
        nodes.known(node, path, MappingNodes.with(OPTIONS, names));
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
        String format = MappingNodes.text(node, "format", null);
        if (format != null && !Set.of("csv", "jsonl").contains(format)) {
            throw nodes.fail(path + ".format", "csv or jsonl");
        }
        return new Mapping.FileRule(
                MappingNodes.text(node, "file", null),
                format == null ? null : format.equals("jsonl"),
                nodes.options(node, path),
                new LinkedHashSet<>(MappingNodes.texts(node.path("ignore"))),
                sections);
    }

    private Section section(Section.Kind kind, JsonNode node, String path) {
        if (!node.isObject()) {
            throw nodes.fail(path, "the fields of " + kind.word());
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String name = entry.getKey();
            if (kind.knows(name)) {
                fields.put(name, field(entry.getValue(), path + "." + name));
            } else if (!name.equals("where") && !(name.equals("key") && kind == Section.Kind.CONTRIBUTION)) {
                throw nodes.fail(path + "." + name, "a field of " + kind.word() + " that docs/FORMATS.md lists");
            }
        }
        for (String name : kind.required()) {
            if (!fields.containsKey(name)) {
                throw nodes.fail(path + "." + name, "a column or a constant for " + name);
            }
        }
        List<String> key = MappingNodes.texts(node.path("key"));
        if (!key.isEmpty() && fields.containsKey("id")) {
            throw nodes.fail(path, "either `id` or `key`, not both");
        }
        return new Section(kind, fields, where(node.path("where")), key);
    }

    private Field field(JsonNode node, String path) {
        if (node.isArray()) {
            return moments(Field.of(MappingNodes.texts(node), null), zone);
        }
        if (!node.isObject()) {
            return moments(Field.of(List.of(node.asString()), null), zone);
        }
        nodes.known(node, path, FIELD);
        List<String> columns = node.has("columns")
                ? MappingNodes.texts(node.path("columns"))
                : MappingNodes.texts(node.path("column"));
        String constant = MappingNodes.text(node, "constant", null);
        if (columns.isEmpty() == (constant == null)) {
            throw nodes.fail(path, "either `column` or `constant`");
        }
        String lookup = MappingNodes.text(node, "lookup", null);
        if (lookup != null && !lookupNames.contains(lookup)) {
            throw nodes.fail(path + ".lookup", "one of the lookups " + lookupNames);
        }
        Map<String, String> words = new LinkedHashMap<>();
        node.path("words")
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString()));
        return new Field(
                columns,
                constant,
                String.valueOf(MappingNodes.text(node, "prefix", "")),
                MappingNodes.text(node, "separator", null),
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
        String named = MappingNodes.text(node, "zone", null);
        ZoneId own = named == null ? zone : nodes.zone(named, path + ".zone");
        String start = MappingNodes.text(node, "origin", null);
        try {
            Instant first = start == null
                    ? Instant.EPOCH
                    : LocalDate.parse(start).atStartOfDay(own).toInstant();
            return new Moments(String.valueOf(MappingNodes.text(node, "format", "ISO")), first, own);
        } catch (DateTimeException | IllegalArgumentException _) {
            throw nodes.fail(
                    path,
                    "`format` ISO, EPOCH_SECONDS, EPOCH_MILLIS or a pattern like \"dd/MM/yyyy HH:mm\","
                            + " and `origin` a day like 2003-10-01");
        }
    }

    private static Map<String, Set<String>> where(JsonNode node) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> where.put(entry.getKey(), new LinkedHashSet<>(MappingNodes.texts(entry.getValue()))));
        return where;
    }
}
