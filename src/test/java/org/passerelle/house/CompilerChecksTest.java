package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build's own compiler settings refuse what they promise to refuse: this project's pom.xml compiles
 * one sample class in a directory of its own, with the Maven that runs the tests.
 */
class CompilerChecksTest {
    private static final String CLEAN = "return name.toString();";
    private static final String NULL_RETURNED = "return null;";
    private static final String LINT_WARNING = "return String.valueOf((java.util.List<String>) name);";
    private static final String BUG_PATTERN = "String other = new String(\"a\"); return other == name ? \"a\" : \"b\";";
    private static final long TIMEOUT_SECONDS = 300;

    @TempDir
    Path project;

    @Test
    void sample_clean_compiles() throws Exception {
        assertThat(compile(CLEAN)).contains("BUILD SUCCESS");
    }

    @Test
    void sample_nullReturned_isRefusedByNullAway() throws Exception {
        assertThat(compile(NULL_RETURNED)).contains("[NullAway]").contains("BUILD FAILURE");
    }

    @Test
    void sample_lintWarning_isAnError() throws Exception {
        assertThat(compile(LINT_WARNING)).contains("[unchecked]").contains("BUILD FAILURE");
    }

    @Test
    void sample_bugPattern_isRefusedByErrorProne() throws Exception {
        assertThat(compile(BUG_PATTERN)).contains("[ReferenceEquality]").contains("BUILD FAILURE");
    }

    private String compile(String body) throws IOException, InterruptedException {
        String home = System.getProperty("passerelle.maven", "");
        assumeTrue(!home.isEmpty(), "runs from Maven only: the property passerelle.maven says where it is");
        write(body);
        Path log = project.resolve("log.txt");
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Process maven = new ProcessBuilder(
                        Path.of(home, "bin", windows ? "mvn.cmd" : "mvn").toString(),
                        "-B",
                        "-ntp",
                        "-o",
                        "-Dmaven.repo.local=" + System.getProperty("passerelle.repository"),
                        "toolchains:select-jdk-toolchain",
                        "compiler:compile")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                .as("Maven ended")
                .isTrue();
        return Files.readString(log);
    }

    private void write(String body) throws IOException {
        Files.copy(Path.of("pom.xml"), project.resolve("pom.xml"), StandardCopyOption.REPLACE_EXISTING);
        Path sources = Files.createDirectories(project.resolve("src/main/java/sample"));
        Files.writeString(
                sources.resolve("package-info.java"),
                "@NullMarked\npackage sample;\n\nimport org.jspecify.annotations.NullMarked;\n");
        Files.writeString(
                sources.resolve("Sample.java"),
                "package sample;\n\nfinal class Sample {\n    String of(Object name) {\n        " + body
                        + "\n    }\n}\n");
    }
}
