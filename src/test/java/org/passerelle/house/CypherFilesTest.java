package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CypherFilesTest {

    @Test
    void product_everyFile_isOneStatementWithParameters() throws IOException {
        assertThat(Path.of("cypher")).isDirectoryRecursivelyContaining("glob:**.cypher");
        assertThat(CypherFiles.faults(Path.of("cypher"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (p) RETURN p|does not start with a // comment",
                "// Nothing.|holds no statement",
                "// Two.\\nMATCH (p) RETURN p; MATCH (q) RETURN q|more than one statement",
                "// Pasted.\\nMATCH (p {id: %s}) RETURN p|paste text",
                "// Pasted.\\nMATCH (p:${label}) RETURN p|paste text",
                "// Long.\\nMATCH (p {name: \"a text that belongs to a parameter, not here\"}) RETURN p|long text",
            })
    void sample_broken_isFound(String file, String fault, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("sample.cypher"), file.replace("\\n", "\n"));

        assertThat(CypherFiles.faults(directory)).singleElement().asString().contains(fault);
    }

    @Test
    void sample_otherFile_isFound(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("notes.txt"), "// Notes.");

        assertThat(CypherFiles.faults(directory)).containsExactly("notes.txt: is no .cypher file");
    }

    @Test
    void sample_good_passes(@TempDir Path directory) throws IOException {
        Files.writeString(
                directory.resolve("person.cypher"),
                "// One person, by id; ';' and // in texts are not read.\nMATCH (p {id: $id, a: 'x;y'}) RETURN p;\n");

        assertThat(CypherFiles.faults(directory)).isEmpty();
    }
}
