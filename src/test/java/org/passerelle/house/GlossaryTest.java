package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private static final Path GLOSSARY = Path.of("docs/GLOSSARY.md");

    @Test
    void schema_everyType_isInTheGlossary() throws IOException {
        Set<String> words = new TreeSet<>(new SchemaParser()
                .parse(Files.readString(Path.of("schema.graphqls")))
                .types()
                .keySet());
        // A page and its member are explained once, for all.
        words.removeIf(word -> word.matches(".*(Connection|[a-z]Edge)") && !word.equals("NetworkEdge"));

        assertThat(missing(words, Files.readString(GLOSSARY))).isEmpty();
    }

    @Test
    void network_everyType_isInTheGlossary() throws IOException {
        Set<String> words = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/passerelle/network"))) {
            files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(word -> !word.equals("package-info"))
                    .forEach(words::add);
        }

        assertThat(missing(words, Files.readString(GLOSSARY))).isEmpty();
    }

    @Test
    void sample_wordThatIsAbsent_isFound() {
        assertThat(missing(Set.of("Tie", "Knot"), "| Tie | what one did |\n| TieKnot | no |"))
                .containsExactly("Knot");
    }

    /** The words that stand in no first column. */
    private static Set<String> missing(Set<String> words, String glossary) {
        Set<String> absent = new TreeSet<>(words);
        absent.removeIf(word -> Pattern.compile("(?m)^\\|[^|]*\\b" + word + "\\b")
                        .matcher(glossary)
                        .find()
                || Pattern.compile("(?m)^\\|.*\\b(its|a|is) " + word + "\\b")
                        .matcher(glossary)
                        .find());
        return absent;
    }
}
