package org.passerelle.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds packages without a package-info that is null-marked and says what the package answers. */
final class PackageInfos {
    private static final Pattern JAVADOC = Pattern.compile("\\A\\s*/\\*\\*(.*?)\\*/\\s*@NullMarked", Pattern.DOTALL);
    private static final int SHORTEST_PARAGRAPH = 80;

    private PackageInfos() {}

    /** One line for each package below {@code sources} that lacks something. */
    static List<String> faults(Path sources) throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(sources)) {
            for (Path directory : paths.filter(Files::isDirectory).sorted().toList()) {
                if (holdsSources(directory)) {
                    fault(directory).forEach(text -> faults.add(sources.relativize(directory) + ": " + text));
                }
            }
        }
        return faults;
    }

    private static boolean holdsSources(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    private static List<String> fault(Path directory) throws IOException {
        Path file = directory.resolve("package-info.java");
        if (!Files.exists(file)) {
            return List.of("no package-info.java");
        }
        Matcher matcher = JAVADOC.matcher(Files.readString(file));
        if (!matcher.find()) {
            return List.of("no Javadoc followed by @NullMarked");
        }
        String paragraph = matcher.group(1).replaceAll("\\s*\\*\\s*", " ").strip();
        return paragraph.length() < SHORTEST_PARAGRAPH ? List.of("its Javadoc is no paragraph") : List.of();
    }
}
