package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.demonstration.InventedOrganisation;
import org.passerelle.network.Account;
import org.passerelle.network.LoadSummary;

/** What a load with bad rows leaves, and what their correction makes of it. */
class LoadRepairTest {
    private static final String MAPPING = """
            source: plant
            accounts: OWN
            files:
              - file: mails.csv
                contribution:
                  key: [from, at]
                  at: at
                  by: from
                  recipients: to
                  channel: {constant: mail}
            """;

    @TempDir
    Path temporary;

    @Test
    void quarantinedRows_correctedAndLoaded_giveTheCleanNetwork() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            List<String> clean = new ArrayList<>(List.of("from,to,at"));
            List<String> spoilt = new ArrayList<>(clean);
            List<String> corrected = new ArrayList<>(clean);
            for (int row = 0; row < 500; row++) {
                int from = random.nextInt(20);
                String good =
                        from + "," + (from + 1 + random.nextInt(18)) + "," + Instant.ofEpochSecond(random.nextInt(99));
                clean.add(good);
                boolean bad = random.nextInt(20) == 0;
                spoilt.add(bad ? spoil(good, random.nextInt(5)) : good);
                if (bad) {
                    corrected.add(good);
                }
            }
            LoadFixture whole = new LoadFixture(temporary.resolve("clean" + seed));
            whole.file("mails.csv", clean.toArray(String[]::new));
            whole.csv(whole.file("plant.yml", MAPPING));
            LoadFixture repaired = new LoadFixture(temporary.resolve("spoilt" + seed));
            Path mapping = repaired.file("plant.yml", MAPPING);
            repaired.file("mails.csv", spoilt.toArray(String[]::new));

            LoadSummary first = repaired.csv(mapping);
            Path rows = rows(repaired.quarantine);
            assertThat(Files.readAllLines(rows)).hasSize(corrected.size());
            Files.write(rows, corrected);
            LoadSummary second = repaired.csv(mapping, rows);

            assertThat(first.quarantinedTotal()).as("seed %d", seed).isEqualTo(corrected.size() - 1L);
            assertThat(second.quarantinedTotal()).isZero();
            assertThat(repaired.network.contributions).as("seed %d", seed).isEqualTo(whole.network.contributions);
        }
    }

    private static String spoil(String row, int how) {
        String[] cells = row.split(",", -1);
        return switch (how) {
            case 0 -> "," + cells[1] + "," + cells[2];
            case 1 -> cells[0] + "," + cells[1] + ",";
            case 2 -> cells[0] + "," + cells[1] + ",2190-01-01";
            case 3 -> cells[0] + "," + cells[0] + "," + cells[2];
            default -> row + ",x";
        };
    }

    private static Path rows(Path quarantine) throws IOException {
        try (Stream<Path> files = Files.walk(quarantine)) {
            return files.filter(path -> path.endsWith("mails.csv")).findFirst().orElseThrow();
        }
    }

    @Test
    void inventedOrganisation_asItIsWritten_loadsWithoutQuarantine() throws IOException {
        Path folder = temporary.resolve("invented");
        InventedOrganisation.Parameters usual = InventedOrganisation.Parameters.defaults();
        InventedOrganisation.Summary made = InventedOrganisation.generate(
                new InventedOrganisation.Parameters(300, usual.seed(), usual.switches()), folder);
        LoadFixture load = new LoadFixture(temporary);

        Load.run(load.request(Format.ORGANISATION, folder.resolve("organisation")), load.network);
        Load.run(
                load.request(Format.JSONL, folder.resolve("contributions.jsonl"))
                        .withMapping(folder.resolve("contributions.yml")),
                load.network);

        assertThat(load.setAside).isEmpty();
        assertThat(load.network.contributions).hasSize(made.contributions());
        assertThat(load.network.people).hasSizeGreaterThanOrEqualTo(300);
        Set<String> owned =
                load.network.owners.keySet().stream().map(Account::key).collect(Collectors.toSet());
        assertThat(load.network.contributions.values().stream()
                        .map(each -> each.by().key())
                        .filter(key -> !owned.contains(key)))
                .isEmpty();
    }

    @Test
    void jsonl_folderWithOtherFiles_takesItsOwnOnly() throws IOException {
        Path folder = temporary.resolve("invented");
        InventedOrganisation.Parameters usual = InventedOrganisation.Parameters.defaults();
        InventedOrganisation.generate(new InventedOrganisation.Parameters(300, usual.seed(), usual.switches()), folder);
        LoadFixture load = new LoadFixture(temporary);

        LoadSummary summary = Load.run(load.request(Format.JSONL, folder).withSource("invented"), load.network);

        assertThat(summary.quarantined()).isEmpty();
        assertThat(summary.read()).isPositive();
    }
}
