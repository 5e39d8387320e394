package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.demonstration.InventedOrganisation;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.ingest.Format;
import org.passerelle.ingest.Load;
import org.passerelle.ingest.LoadRequest;
import org.passerelle.network.LoadSummary;
import org.passerelle.store.GraphHash;
import org.passerelle.store.GraphWriter;
import org.passerelle.store.Store;
import org.passerelle.store.StoreVerification;
import org.passerelle.store.TestStores;

/** Files through the whole way into a real graph: however they are cut and ordered, the graph is the same. */
class LoadedGraphIT {
    private static final String MAILS_MAPPING = """
            source: mails
            accounts: OWN
            visibility: PRIVATE
            files:
              - file: "*.csv"
                contribution:
                  key: [from, seconds]
                  at: {column: seconds, format: EPOCH_SECONDS}
                  by: from
                  recipients: to
                  channel: {constant: mail}
            """;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void invent() throws IOException {
        InventedOrganisation.generate(new Parameters(60, 3, Switches.all()), folder.resolve("invented"));
    }

    @Test
    void hash_ofContributionsThreeTimesShuffledOrInHalves_isThatOfOneLoad() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("invented/contributions.jsonl"));
        String clean = hash(true, jsonl("clean", lines));
        assertThat(hash(true, jsonl("clean", lines), jsonl("clean", lines), jsonl("copy", lines)))
                .isEqualTo(clean);
        assertThat(hash(true, jsonl("shuffled", shuffled(lines)))).isEqualTo(clean);
        int third = lines.size() / 3;
        assertThat(hash(
                        false,
                        jsonl("late", lines.subList(third, lines.size())),
                        jsonl("early", lines.subList(0, 2 * third))))
                .as("overlapping halves, the later one first, the organisation last")
                .isEqualTo(clean);
        assertThat(hash(true, jsonl("less", lines.subList(1, lines.size())))).isNotEqualTo(clean);
    }

    @Test
    void hash_ofMailsWithOneRowARecipient_isThatOfOneLoad() throws IOException {
        List<String> rows = new ArrayList<>();
        Random random = new Random(5);
        for (int mail = 0; mail < 900; mail++) {
            int from = random.nextInt(40);
            long seconds = 1_700_000_000L + random.nextInt(4_000_000);
            for (int recipient = random.nextInt(5); recipient >= 0; recipient--) {
                int to = (from + 1 + random.nextInt(39)) % 40;
                rows.add("p" + from + ",p" + to + "," + seconds);
            }
        }
        String clean = hash(false, csv("clean", rows));
        assertThat(hash(false, csv("shuffled", shuffled(rows)))).isEqualTo(clean);
        assertThat(hash(
                        false,
                        csv("late", rows.subList(rows.size() / 3, rows.size())),
                        csv("early", rows.subList(0, rows.size() / 2)),
                        csv("clean", rows)))
                .isEqualTo(clean);
        assertThat(hash(false, csv("less", rows.subList(1, rows.size())))).isNotEqualTo(clean);
    }

    private static String hash(boolean organisationFirst, LoadRequest... requests) {
        Store store = TestStores.scratch();
        List<LoadRequest> all = new ArrayList<>(List.of(requests));
        all.add(organisationFirst ? 0 : all.size(), organisation());
        for (LoadRequest request : all) {
            LoadSummary summary = Load.run(request, new GraphWriter(store));
            assertThat(summary.quarantined()).isEmpty();
        }
        assertThat(StoreVerification.faults(store)).isEmpty();
        return GraphHash.of(store);
    }

    private static LoadRequest organisation() {
        return LoadRequest.of(
                Format.ORGANISATION, List.of(folder.resolve("invented/organisation")), folder.resolve("quarantine"));
    }

    private static LoadRequest jsonl(String name, List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        return LoadRequest.of(Format.JSONL, List.of(file), folder.resolve("quarantine"))
                .withMapping(folder.resolve("invented/contributions.yml"))
                .withBatchRows(500);
    }

    private static LoadRequest csv(String name, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("from,to,seconds"));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve(name + ".csv"), lines);
        Path mapping = Files.writeString(folder.resolve("mails.yml"), MAILS_MAPPING);
        return LoadRequest.of(Format.CSV, List.of(file), folder.resolve("quarantine"))
                .withMapping(mapping)
                .withBatchRows(300);
    }

    private static List<String> shuffled(List<String> lines) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(11));
        return shuffled;
    }
}
