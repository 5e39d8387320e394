package org.passerelle.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds files of statements that break the house rules: one statement a file, opened by a comment that
 * says what it does, with parameters and nothing pasted in.
 */
final class CypherFiles {
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*$");
    private static final Pattern TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");
    /** What a template engine or a formatter would fill in. */
    private static final Pattern PASTED = Pattern.compile("%[sd]|\\$\\{|\\{\\{|#\\{");

    private static final int LONGEST_TEXT = 40;

    private CypherFiles() {}

    /** One line for each fault below {@code directory}. */
    static List<String> faults(Path directory) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = directory.relativize(file).toString();
                if (!name.endsWith(".cypher")) {
                    faults.add(name + ": is no .cypher file");
                    continue;
                }
                fault(Files.readString(file)).forEach(text -> faults.add(name + ": " + text));
            }
        }
        return faults;
    }

    private static List<String> fault(String file) {
        List<String> faults = new ArrayList<>();
        if (!file.startsWith("// ")) {
            faults.add("does not start with a // comment that says what it does");
        }
        String statement = COMMENT.matcher(file).replaceAll("").strip();
        String bare = TEXT.matcher(statement).replaceAll("''");
        if (bare.isEmpty()) {
            faults.add("holds no statement");
        }
        int semicolon = bare.indexOf(';');
        if (semicolon >= 0 && semicolon < bare.length() - 1) {
            faults.add("holds more than one statement");
        }
        if (PASTED.matcher(bare).find()) {
            faults.add("has a place to paste text into: use a parameter");
        }
        if (TEXT.matcher(statement).results().anyMatch(text -> text.group().length() > LONGEST_TEXT)) {
            faults.add("holds a long text: pass it as a parameter");
        }
        return faults;
    }
}
