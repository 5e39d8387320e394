package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(#[^)]*)?\\)");

    @Test
    void product_everyLinkInADocument_leadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String place : List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs", "notebook")) {
            broken.addAll(broken(Path.of(place)));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void sample_brokenLink_isFound(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("there.md"), "[here](here.md) and [there](there.md#part)");

        assertThat(broken(directory)).singleElement().asString().endsWith("there.md: here.md");
    }

    private static List<String> broken(Path place) throws IOException {
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                Matcher link = LINK.matcher(Files.readString(file));
                while (link.find()) {
                    if (!Files.exists(file.resolveSibling(link.group(1)))) {
                        broken.add(file + ": " + link.group(1));
                    }
                }
            }
        }
        return broken;
    }
}
