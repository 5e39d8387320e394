package org.passerelle.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.Passerelle;
import org.passerelle.store.StoreStart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.graphql.execution.SchemaReport;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole server over a real database, asked about the invented organisation whose truth is known. All classes of tests
 * that say nothing else of their context share one server, one database and one load, which end with the tests: what a test
 * writes must not matter to another.
 */
@SpringBootTest(
        classes = {Passerelle.class, AskedDemonstration.Inspection.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"passerelle.demo=true", "passerelle.open=true"})
abstract class AskedDemonstration {
    private static final Path HOME = home();

    /** What was planted. */
    JsonNode truth = new JsonMapper().nullNode();

    @LocalServerPort
    private int port;

    @Autowired
    private StoreStart start;

    @DynamicPropertySource
    static void inTheTemporaryHome(DynamicPropertyRegistry registry) {
        registry.add("passerelle.home", HOME::toString);
    }

    /** Emptied after the server, which Spring ends first, has let go of it. */
    private static Path home() {
        try {
            Path home = Files.createTempDirectory("asked-demonstration");
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    FileSystemUtils.deleteRecursively(home);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            return home;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @BeforeEach
    void awaitTheDemonstration() throws Exception {
        start.ready().get(15, TimeUnit.MINUTES);
        truth = new JsonMapper().readTree(Files.readString(HOME.resolve("invented/truth.json")));
    }

    /** Keeps what Spring for GraphQL finds when it holds the code against schema.graphqls. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Inspection {
        final AtomicReference<SchemaReport> report = new AtomicReference<>();

        @Bean
        GraphQlSourceBuilderCustomizer inspected() {
            return builder -> builder.inspectSchemaMappings(report::set);
        }
    }

    JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return new AskedServer(port).ask(query, variables);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return new AskedServer(port).get(path);
    }

    static List<String> texts(JsonNode array, String pointer) {
        return AskedServer.texts(array, pointer);
    }

    static JsonNode byId(JsonNode nodes, String id) {
        return AskedServer.byId(nodes, id);
    }

    static String code(JsonNode answer) {
        return AskedServer.code(answer);
    }
}
