package org.passerelle.ingest;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Visibility;

/**
 * How the columns of a source become records: what a mapping file says, checked. docs/FORMATS.md describes
 * the language.
 *
 * @param origin name of the mapping file, for messages
 * @param source name of the source; null where only the request can tell
 * @param accounts whose accounts its values are
 * @param visibility who could already read its texts, where a row does not say
 * @param toSelf what becomes of an act that names its own author only
 * @param keep what is kept of it
 * @param lookups named tables that turn a value into others
 * @param files what to take from which file
 */
record Mapping(
        String origin,
        @Nullable String source,
        Accounts accounts,
        @Nullable Visibility visibility,
        ToSelf toSelf,
        Keep keep,
        Map<String, Lookup> lookups,
        List<FileRule> files) {
    /** What becomes of an act whose only recipient is its author. */
    enum ToSelf {
        QUARANTINE,
        KEEP
    }

    /** What is kept of a source. */
    enum Keep {
        CONTRIBUTIONS,
        TIES
    }

    /** A table in a file: for each value of one column, those of another. */
    record Lookup(String file, FileOptions options, String key, String value, Map<String, Set<String>> where) {}

    /**
     * What to take from a file.
     *
     * @param file name or pattern of names, with or without .gz; null for every file
     * @param jsonl whether it has one JSON object a line; null where the request tells
     * @param ignore columns that are left out on purpose
     */
    record FileRule(
            @Nullable String file,
            @Nullable Boolean jsonl,
            FileOptions options,
            Set<String> ignore,
            List<Section> sections) {
        boolean describes(Path path) {
            return file == null || matches(file, path);
        }

        /** The columns that a section reads, those included that may be absent. */
        Set<String> mentioned() {
            Set<String> mentioned = new HashSet<>(ignore);
            sections.forEach(section -> mentioned.addAll(section.columns(true)));
            return mentioned;
        }

        /** The columns that must be there. */
        Set<String> required() {
            Set<String> required = new LinkedHashSet<>();
            sections.forEach(section -> required.addAll(section.columns(false)));
            return required;
        }

        boolean has(Section.Kind kind) {
            return sections.stream().anyMatch(section -> section.kind() == kind);
        }

        /** Whether a raw row can be written to quarantine: nothing in it is what somebody wrote or is called. */
        boolean freeOfWords(Accounts accounts) {
            return accounts != Accounts.MAIL
                    && ignore.isEmpty()
                    && sections.stream().noneMatch(Section::readsWords);
        }
    }

    /** Whether the pattern means this file. */
    static boolean matches(String pattern, Path path) {
        Path name = path.getFileName();
        if (name == null) {
            return false;
        }
        return FileSystems.getDefault()
                .getPathMatcher("glob:" + plain(pattern))
                .matches(Path.of(plain(name.toString())));
    }

    private static String plain(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** The names by which the files are described, for messages. */
    List<String> fileNames() {
        List<String> names = new ArrayList<>();
        files.forEach(rule -> names.add(rule.file() == null ? "*" : rule.file()));
        return names;
    }
}
