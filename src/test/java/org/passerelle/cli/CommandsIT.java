package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.store.DatabaseServer;
import org.passerelle.store.Home;
import org.passerelle.store.HomeStore;
import org.passerelle.store.Store;
import org.passerelle.store.TestStores;

/** The commands as an operator types them, with their exit codes. */
class CommandsIT {
    @TempDir
    private static Path folder;

    /** What a command printed and its exit code. */
    private record Outcome(int code, String text) {}

    @BeforeAll
    static void needsTheEmbeddedDatabase() {
        Assumptions.assumeTrue(
                ServiceLoader.load(DatabaseServer.class).findFirst().isPresent(),
                "SKIPPED: this build has no embedded database (-DnoEmbedded)");
    }

    @Test
    void command_wrongOrImpossible_saysWhatToDoAndItsCode() throws Exception {
        assertThat(run("load", "parquet", "x", "--home", home("wrong")).code()).isEqualTo(2);
        Outcome unknown = run("load", "parquet", "x", "--home", home("wrong"));
        assertThat(unknown.text()).contains("organisation", "csv", "jsonl", "mbox");
        Outcome missing = run("load", "mbox", folder.resolve("nowhere.mbox").toString(), "--home", home("wrong"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.text()).contains("nowhere.mbox");
        assertThat(run("serve", "--demo", "--open", "--home", home("wrong")).code())
                .isEqualTo(2);
        assertThat(run("serve", "--frobnicate", "--home", home("wrong")).text()).contains("--frobnicate");
        assertThat(run("generate", "--people", "3", "--out", home("tiny")).code())
                .isEqualTo(2);
        assertThat(run("fly").code()).isEqualTo(2);
    }

    @Test
    void load_generatedThenAgainThenWithBadRow_givesItsCodesAndVerifies() throws Exception {
        Path invented = folder.resolve("invented");
        assertThat(run("generate", "--people", "60", "--out", invented.toString())
                        .code())
                .isZero();
        String home = home("loaded");
        Outcome people =
                run("load", "organisation", invented.resolve("organisation").toString(), "--home", home);
        assertThat(people.text()).contains("quarantined 0");
        assertThat(people.code()).isZero();
        String[] load = {
            "load",
            "jsonl",
            invented.resolve("contributions.jsonl").toString(),
            "--mapping",
            invented.resolve("contributions.yml").toString(),
            "--home",
            home
        };
        Outcome first = run(load);
        assertThat(first.text()).contains("already there 0, replaced 0, quarantined 0");
        String hash = hash(run("verify", "--home", home));
        Outcome again = run(load);
        assertThat(again.code()).isZero();
        assertThat(again.text()).contains("loaded 0,");
        Outcome verified = run("verify", "--measures", "--home", home);
        assertThat(hash(verified)).isEqualTo(hash);
        assertThat(verified.text())
                .contains("PageRank: the same by JGraphT's scoring.PageRank", "people between two groups: the same")
                .doesNotContain("NOT THE SAME");
        Outcome learnt = run("learn", "experts", "--home", home, "--sample", "40");
        assertThat(learnt.code()).as(learnt.text()).isZero();
        assertThat(learnt.text()).contains("On questions that had no say, 40 of them");
        assertThat(Files.exists(Path.of(home, "ranking.properties")))
                .isEqualTo(learnt.text().contains("Kept: votes"));
        Path printed = folder.resolve("overview.pdf");
        Outcome report = run("report", "overview", "--open", "--home", home, "--out", printed.toString());
        assertThat(report.code()).as(report.text()).isZero();
        assertThat(Files.readAllBytes(printed)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        Path broken = folder.resolve("broken.jsonl");
        Files.writeString(broken, "{\"id\":\"x1\",\"kind\":\"POST\",\"by\":\"nobody@orvalie.example\"}\n");
        Outcome quarantined = run("load", "jsonl", broken.toString(), "--source", "broken", "--home", home);
        assertThat(quarantined.code()).isEqualTo(3);
        assertThat(quarantined.text()).contains("MISSING_DATE: 1", "broken.jsonl", "line 1");
    }

    @Test
    void load_whileServeRuns_joinsItsDatabaseAndIsSeen() throws Exception {
        Path invented = folder.resolve("small");
        assertThat(run("generate", "--people", "60", "--seed", "7", "--out", invented.toString())
                        .code())
                .isZero();
        String home = home("served");
        try (ServerProcess server = ServerProcess.start(Path.of(home), "--open").ready()) {
            assertThat(server.ask("{ dataset { people } }").body()).contains("\"people\":0");
            assertThat(run(
                                    "load",
                                    "organisation",
                                    invented.resolve("organisation").toString(),
                                    "--home",
                                    home)
                            .code())
                    .isZero();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !server.ask("{ dataset { people } }").body().contains("\"people\":0"));
            loadThroughTheApi(server, invented, Path.of(home));
            ServerProcess second = ServerProcess.start(Path.of(home), "--open");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.log()).contains("Another server");
        }
    }

    /** Starts a load of the inbox, listens to it to its end, and finds what it brought. */
    private static void loadThroughTheApi(ServerProcess server, Path invented, Path home) throws Exception {
        Path inbox = home.resolve("inbox");
        Files.copy(invented.resolve("contributions.jsonl"), inbox.resolve("year.jsonl"));
        Files.copy(invented.resolve("contributions.yml"), inbox.resolve("year.yml"));
        String outside = server.ask("mutation { startLoad(input: {format: \"jsonl\", paths: [\"../keys\"]}) { id } }")
                .body();
        assertThat(outside).contains("BAD_USER_INPUT", "inside HOME/inbox");
        String started = server.ask("mutation { startLoad(input: {format: \"jsonl\", paths: [\"year.jsonl\"],"
                        + " mapping: \"year.yml\"}) { id state } }")
                .body();
        String id = started.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
        List<String> heard = server.listen("subscription { loadProgress(id: \"" + id + "\") { state read loaded } }");
        assertThat(heard).isNotEmpty();
        assertThat(heard.getLast()).contains("\"state\":\"DONE\"").doesNotContain("\"loaded\":0");
        assertThat(server.ask("{ loads(first: 5) { nodes { id state quarantined { rows } } } }")
                        .body())
                .contains(id)
                .doesNotContain("FAILED");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !server.ask("{ dataset { ties } }").body().contains("\"ties\":0"));
        assertThat(server.ask("mutation { cancelLoad(id: \"nothing\") { id } }").body())
                .contains("NOT_FOUND");
    }

    @Test
    void serve_whileLoadHoldsTheStore_answers503ThenTakesOver() throws Exception {
        Path home = Path.of(home("held"));
        try (ServerProcess server = startedWhileHeld(home)) {
            server.ready();
        }
    }

    @Test
    void serveAndLoad_overADatabaseByAddress_shareIt() throws Exception {
        TestStores.Address database = TestStores.address();
        Path invented = folder.resolve("by-address");
        assertThat(run("generate", "--people", "60", "--seed", "9", "--out", invented.toString())
                        .code())
                .isZero();
        String[] connection = {
            "--spring.neo4j.uri=" + database.uri(),
            "--spring.neo4j.authentication.username=neo4j",
            "--spring.neo4j.authentication.password=" + database.password()
        };
        List<String> load = new ArrayList<>(List.of(
                "load", "organisation", invented.resolve("organisation").toString(), "--home", home("address")));
        load.addAll(List.of(connection));
        assertThat(run(load.toArray(String[]::new)).code()).isZero();
        List<String> serve = new ArrayList<>(List.of("--open"));
        serve.addAll(List.of(connection));
        try (ServerProcess server = ServerProcess.start(Path.of(home("address")), serve.toArray(String[]::new))) {
            assertThat(server.ready().ask("{ dataset { people } }").body()).doesNotContain("\"people\":0");
            assertThat(Path.of(home("address"), "db")).isEmptyDirectory();
        }
    }

    /** A server that finds its store held by a load, which ends before this returns. */
    private static ServerProcess startedWhileHeld(Path home) throws Exception {
        try (Store load = HomeStore.open(new Home(home), "load")) {
            load.verifyConnectivity();
            ServerProcess server = ServerProcess.start(home, "--open");
            assertThat(server.ask("{ dataset { people } }").statusCode()).isEqualTo(503);
            assertThat(server.ask("{ dataset { people } }").body()).contains("UNAVAILABLE");
            Outcome refused = run("verify", "--home", home.toString());
            assertThat(refused.code()).isEqualTo(1);
            assertThat(refused.text()).contains("is held by `load`");
            return server;
        }
    }

    private static String home(String name) {
        return folder.resolve("home-" + name).toString();
    }

    private static String hash(Outcome verified) {
        assertThat(verified.code()).as(verified.text()).isZero();
        return verified.text().replaceAll("(?s).*Graph hash ([0-9a-f]{64}).*", "$1");
    }

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(text, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            int code = PasserelleCommand.run(arguments);
            return new Outcome(code, text.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
