package org.passerelle.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The company's own words: files in {@code HOME/glossary}, each line of which holds terms that mean the same,
 * between commas, semicolons or tabs. Read again when a file changed.
 */
public final class Glossary {
    private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");
    private static final int LINES_MAX = 20_000;
    private static final int TERM_WORDS_MAX = 6;
    private static final int SYNONYMS_MAX = 16;

    private final @Nullable Path folder;
    private volatile Terms terms = Terms.NONE;

    /** The glossary in a folder, which may be absent. */
    public Glossary(@Nullable Path folder) {
        this.folder = folder;
    }

    /** No words. */
    public static Glossary none() {
        return new Glossary(null);
    }

    /** The lines as they are written, and for each term what else it is called. */
    private record Terms(Map<Path, FileTime> files, List<List<String>> lines, Map<String, Set<String>> synonyms) {
        static final Terms NONE = new Terms(Map.of(), List.of(), Map.of());
    }

    /** Lines of terms that mean the same, as they are written, the first term of each line first. */
    List<List<String>> lines() {
        return current().lines();
    }

    /** What means the same as a term of these words, without the words themselves; the order is that of the words. */
    List<String> synonyms(List<String> words) {
        Map<String, Set<String>> known = current().synonyms();
        if (known.isEmpty()) {
            return List.of();
        }
        List<String> folded = words.stream().map(Glossary::key).toList();
        Set<String> found = new LinkedHashSet<>();
        for (int start = 0; start < folded.size(); start++) {
            for (int end = start + 1; end <= Math.min(folded.size(), start + TERM_WORDS_MAX); end++) {
                found.addAll(known.getOrDefault(String.join(" ", folded.subList(start, end)), Set.of()));
            }
        }
        return found.stream().limit(SYNONYMS_MAX).toList();
    }

    /** Abbreviations that small letters would make a word of grammar come in capitals, and stay so. */
    private static String key(String term) {
        return Stream.of(term.split(" ", -1))
                .map(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? word : Text.folded(word))
                .collect(Collectors.joining(" "));
    }

    private Terms current() {
        if (folder == null || !Files.isDirectory(folder)) {
            return Terms.NONE;
        }
        Map<Path, FileTime> files = files(folder);
        Terms held = terms;
        if (!held.files().equals(files)) {
            held = read(files);
            terms = held;
        }
        return held;
    }

    private static Map<Path, FileTime> files(Path folder) {
        Map<Path, FileTime> files = new HashMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.filter(Files::isRegularFile).sorted().toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        } catch (IOException _) {
            // A search without synonyms is better than none: the folder may just be being replaced.
            return Map.of();
        }
        return files;
    }

    private static Terms read(Map<Path, FileTime> files) {
        Map<String, Set<String>> synonyms = new HashMap<>();
        List<List<String>> all = new ArrayList<>();
        for (Path file : files.keySet().stream().sorted().toList()) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.limit(LINES_MAX).filter(line -> !line.startsWith("#")).forEach(line -> {
                    all.add(SEPARATOR
                            .splitAsStream(line)
                            .map(String::strip)
                            .filter(term -> !term.isEmpty())
                            .toList());
                    add(line, synonyms);
                });
            } catch (IOException | java.io.UncheckedIOException _) {
                // The same: a file that cannot be read, or is not UTF-8, gives no more synonyms.
                synonyms.remove("");
            }
        }
        return new Terms(files, List.copyOf(all), synonyms);
    }

    private static void add(String line, Map<String, Set<String>> synonyms) {
        List<String> terms = new ArrayList<>();
        for (String cell : SEPARATOR.splitAsStream(line).toList()) {
            List<String> words = SearchWords.cased(cell);
            if (!words.isEmpty() && words.size() <= TERM_WORDS_MAX) {
                terms.add(String.join(" ", words));
            }
        }
        for (String term : terms) {
            Set<String> others = synonyms.computeIfAbsent(key(term), _ -> new LinkedHashSet<>());
            terms.stream().filter(other -> !other.equals(term)).forEach(others::add);
        }
    }
}
