package org.passerelle.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in the page's files what would read data as markup, run code in place, or ask another host. */
final class PageFiles {
    private static final List<Rule> RULES = List.of(
            new Rule("html", "<script(?![^>]*\\bsrc=)", "runs a script in place"),
            new Rule("html", "\\son[a-z]+\\s*=", "runs a handler in place"),
            new Rule("html", "<style|\\sstyle\\s*=", "has a style in place"),
            new Rule("js", "innerHTML|outerHTML|insertAdjacentHTML|document\\.write", "reads text as markup"),
            new Rule("js", "\\beval\\(|new Function\\(", "runs text as code"),
            // The name space of SVG is an identifier, not an address.
            new Rule("html|js|css|svg", "(?:https?:)?//(?!www\\.w3\\.org/2000/svg)[a-z0-9-]+\\.[a-z]", "names a host"));

    private PageFiles() {}

    /** One line for each fault below {@code directory}. */
    static List<String> faults(Path directory) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = directory.relativize(file).toString();
                String text = Files.readString(file);
                RULES.stream()
                        .filter(rule -> name.matches(".*\\.(" + rule.files() + ")"))
                        .filter(rule ->
                                Pattern.compile(rule.pattern()).matcher(text).find())
                        .forEach(rule -> faults.add(name + ": " + rule.fault()));
            }
        }
        return faults;
    }

    /**
     * What a kind of file must not hold.
     *
     * @param files endings, as a pattern
     * @param pattern what must not be found
     * @param fault what it does
     */
    private record Rule(String files, String pattern, String fault) {}
}
