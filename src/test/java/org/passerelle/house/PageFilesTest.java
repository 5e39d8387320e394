package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageFilesTest {
    private static final Path STATIC = Path.of("src/main/resources/static");

    @Test
    void product_everyFile_keepsToThePolicy() throws IOException {
        assertThat(STATIC.resolve("index.html")).isRegularFile();
        assertThat(PageFiles.faults(STATIC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page.html|<script>run()</script>|runs a script in place",
                "page.html|<p onclick=run()>|runs a handler in place",
                "page.html|<p style='color:red'>|has a style in place",
                "page.js|list.innerHTML = name;|reads text as markup",
                "page.js|eval(name)|runs text as code",
                "page.html|<script src='https://cdn.example/d3.js'></script>|names a host",
                "page.css|@import url(//fonts.example/a.css)|names a host",
            })
    void sample_broken_isFound(String name, String text, String fault, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve(name), text);

        assertThat(PageFiles.faults(directory)).containsExactly(name + ": " + fault);
    }
}
