package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.house.HouseRules.HouseRule;

class HouseRulesTest {
    private static final String PRODUCT = "org.passerelle";
    private static final String SAMPLES = "org.passerelle.house.violations";

    private static final JavaClasses PRODUCT_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PRODUCT);
    private static final JavaClasses SAMPLE_CLASSES = new ClassFileImporter().importPackages(SAMPLES);

    static List<HouseRule> productRules() {
        return new HouseRules(PRODUCT).all();
    }

    static List<HouseRule> sampleRules() {
        return new HouseRules(SAMPLES).all();
    }

    @Test
    void product_isImported_withoutTheTests() {
        assertThat(PRODUCT_CLASSES.contain("org.passerelle.network.Person")).isTrue();
        assertThat(PRODUCT_CLASSES.contain(HouseRulesTest.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("productRules")
    void product_eachRule_holds(HouseRule rule) {
        rule.rule().check(PRODUCT_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("sampleRules")
    void sample_eachRule_isBroken(HouseRule rule) {
        assertThat(rule.rule().evaluate(SAMPLE_CLASSES).getFailureReport().getDetails())
                .as("what the rule finds among the samples")
                .anyMatch(line -> line.contains(rule.sample()));
    }

    @Test
    void product_embeddedDatabase_onlyInItsRoom() {
        new HouseRules(PRODUCT).embeddedOnlyInItsRoom().check(PRODUCT_CLASSES);
    }

    /** The sample is written as bytes, because the samples also compile where the database is left out. */
    @Test
    void sample_embeddedDatabaseInStore_isFound(@TempDir Path directory) throws IOException {
        byte[] sample = ClassFile.of()
                .build(
                        ClassDesc.of(SAMPLES + ".store.Intimate"),
                        type -> type.withField(
                                "database",
                                ClassDesc.of("org.neo4j.graphdb.GraphDatabaseService"),
                                ClassFile.ACC_PRIVATE));
        Path file = directory.resolve("Intimate.class");
        Files.write(file, sample);

        JavaClasses classes = new ClassFileImporter().importPath(file);

        assertThat(new HouseRules(SAMPLES)
                        .embeddedOnlyInItsRoom()
                        .evaluate(classes)
                        .hasViolation())
                .isTrue();
    }

    @Test
    void names_ofPeopleAndWordsWithin_areAllowed() {
        HouseRule names = productRules().stream()
                .filter(rule -> rule.name().startsWith("class names"))
                .findFirst()
                .orElseThrow();
        JavaClasses allowed = new ClassFileImporter()
                .importClasses(
                        org.passerelle.house.violations.network.Manager.class,
                        org.passerelle.house.violations.network.Database.class);

        assertThat(names.rule().evaluate(allowed).hasViolation()).isFalse();
    }
}
