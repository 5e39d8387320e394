package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.neo4j.driver.Driver;
import org.passerelle.Passerelle;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.LoadSink.Written;
import org.passerelle.network.Visibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same store over a Neo4j server in a container, where a Docker engine and the image are there: nothing is
 * downloaded by a test.
 */
@SpringBootTest(
        classes = {Passerelle.class, StoreContainerIT.Container.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "passerelle.home=target/home-container")
@EnabledIf(
        value = "imageIsThere",
        disabledReason = "SKIPPED: no Docker engine with the image " + StoreContainerIT.IMAGE
                + " (docker pull it, or name another in PASSERELLE_NEO4J_IMAGE)")
class StoreContainerIT {
    static final String IMAGE = "neo4j:2026-community";

    @Autowired
    private Driver driver;

    /** A Neo4j server that lives as long as the test. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Container {
        @Bean
        @ServiceConnection
        Neo4jContainer neo4j() {
            return new Neo4jContainer(DockerImageName.parse(image()).asCompatibleSubstituteFor("neo4j"))
                    // Bolt is all that Passerelle speaks, so the server's HTTP port is not waited for.
                    .waitingFor(Wait.forLogMessage(".*Bolt enabled on .*:7687\\.\\n", 1));
        }
    }

    static String image() {
        String named = System.getenv("PASSERELLE_NEO4J_IMAGE");
        return named == null ? IMAGE : named;
    }

    /** Whether a container can be started without a download. */
    static boolean imageIsThere() throws Exception {
        // The client is asked: Testcontainers' own look for an engine may download an image.
        Process ask;
        try {
            ask = new ProcessBuilder("docker", "image", "inspect", image())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (java.io.IOException noClient) {
            return false;
        }
        return ask.waitFor(20, TimeUnit.SECONDS) && ask.exitValue() == 0;
    }

    @Test
    void graph_overAServer_isThatOfTheEmbeddedDatabase() {
        Batch batch = batch();
        Store embedded = TestStores.scratch();
        load(embedded, batch);
        Store server = Store.over(driver);
        GraphSchema.apply(server);
        load(server, batch);
        assertThat(GraphHash.parts(server)).isEqualTo(GraphHash.parts(embedded));
        assertThat(StoreVerification.faults(server)).isEmpty();
    }

    private static void load(Store store, Batch batch) {
        GraphWriter writer = new GraphWriter(store);
        assertThat(writer.write(batch)).isEqualTo(new Written(1, 0, 0));
        writer.finish(batch.source());
    }

    private static Batch batch() {
        Contribution mail = new Contribution(
                "lists",
                "m1",
                java.time.Instant.parse("2025-03-03T09:00:00Z"),
                ContributionKind.MESSAGE,
                "mail",
                Visibility.COMPANY,
                "Frozen valves",
                "Valves",
                "t1",
                "community:valves",
                "en",
                new Account("lists", "ann", "Ann"),
                List.of(new Account("lists", "bob", "Bob")),
                List.of(),
                null,
                null,
                List.of(),
                List.of("valve"),
                null,
                0);
        return new Batch("lists", "digest", 0, 1, Combine.LATEST, List.of(mail), List.of(), Facts.none());
    }
}
