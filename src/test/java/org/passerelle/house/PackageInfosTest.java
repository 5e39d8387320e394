package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageInfosTest {
    private static final String PARAGRAPH =
            "/** Where is the sample? In this package, which says so in a paragraph that is long enough to be one. */\n";

    @Test
    void product_eachPackage_saysWhatItAnswers() throws IOException {
        for (String sources : List.of("src/main/java", "src/embedded/java")) {
            if (Files.exists(Path.of(sources))) {
                assertThat(PackageInfos.faults(Path.of(sources))).isEmpty();
            }
        }
    }

    @Test
    void sample_withoutPackageInfo_isFound(@TempDir Path sources) throws IOException {
        Files.writeString(
                Files.createDirectories(sources.resolve("org/sample")).resolve("Thing.java"), "class Thing {}");

        assertThat(PackageInfos.faults(sources)).containsExactly("org/sample: no package-info.java");
    }

    @Test
    void sample_withoutNullMarked_isFound(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("package-info.java"), PARAGRAPH + "package sample;\n");

        assertThat(PackageInfos.faults(sources)).singleElement().asString().contains("@NullMarked");
    }

    @Test
    void sample_withoutParagraph_isFound(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("package-info.java"), "/** Things. */\n@NullMarked\npackage sample;\n");

        assertThat(PackageInfos.faults(sources)).singleElement().asString().contains("no paragraph");
    }

    @Test
    void sample_complete_passes(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("package-info.java"), PARAGRAPH + "@NullMarked\npackage sample;\n");

        assertThat(PackageInfos.faults(sources)).isEmpty();
    }
}
