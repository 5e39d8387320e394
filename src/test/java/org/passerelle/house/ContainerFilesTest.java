package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The container files say what the documents say of them; running them needs a container engine. */
class ContainerFilesTest {
    private static final List<String> INSTRUCTIONS =
            List.of("FROM", "RUN", "COPY", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD");

    private final JsonNode compose = compose();

    @Test
    void compose_application_waitsForAHealthyDatabase() {
        JsonNode application = compose.at("/services/passerelle");

        assertThat(application.at("/depends_on/database/condition").asString()).isEqualTo("service_healthy");
        assertThat(compose.at("/services/database/healthcheck/test").isEmpty()).isFalse();
        assertThat(application.at("/environment/PASSERELLE_NEO4J_URI").asString())
                .isEqualTo("bolt://database:7687");
        assertThat(application.at("/build").asString()).isEqualTo(".");
    }

    @Test
    void compose_ports_arePublishedOnLoopbackOnly() {
        compose.at("/services").forEach(service -> service.at("/ports")
                .forEach(port -> assertThat(port.asString()).startsWith("127.0.0.1:")));
    }

    @Test
    void compose_passwords_comeFromTheEnvironment() {
        assertThat(compose.at("/services/database/environment/NEO4J_AUTH").asString())
                .startsWith("neo4j/${NEO4J_PASSWORD:?");
        assertThat(compose.at("/services/passerelle/environment/PASSERELLE_NEO4J_PASSWORD")
                        .asString())
                .startsWith("${NEO4J_PASSWORD:?");
    }

    @Test
    void compose_namedVolumes_areDeclared() {
        compose.at("/services").forEach(service -> service.at("/volumes").forEach(volume -> {
            String text = volume.asString();
            assertThat(compose.at("/volumes").has(text.substring(0, text.indexOf(':'))))
                    .as(text)
                    .isTrue();
        }));
    }

    @Test
    void dockerfile_image_runsTheBuiltJarAsNobodySpecial() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));

        assertThat(lines)
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith(" "))
                .allMatch(line -> INSTRUCTIONS.contains(line.replaceFirst(" .*", "")));
        assertThat(lines)
                .contains("COPY target/passerelle.jar /opt/passerelle/passerelle.jar", "USER passerelle")
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
    }

    private static JsonNode compose() {
        return new YAMLMapper().readTree(Path.of("docker-compose.yml"));
    }
}
