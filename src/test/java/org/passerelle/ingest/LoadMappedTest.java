package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Reaction;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

class LoadMappedTest {
    private static final String[] MAILS = {
        "source: plant",
        "accounts: OWN",
        "files:",
        "  - file: mails.csv",
        "    contribution:",
        "      key: [from, at]",
        "      at: at",
        "      by: from",
        "      recipients: {column: to, separator: ';'}",
        "      channel: {constant: mail}"
    };

    @TempDir
    Path temporary;

    private LoadFixture load;
    private Path mapping;

    @BeforeEach
    void mails() {
        load = new LoadFixture(temporary);
        mapping = load.file("plant.yml", MAILS);
        load.file("mails.csv", "from,to,at", "1,2;3,2025-01-01T10:00:00Z", "2,1,2025-01-02T10:00:00Z");
    }

    private Contribution only() {
        assertThat(load.network.contributions).hasSize(1);
        return load.network.contributions.values().iterator().next();
    }

    private static Account account(String address) {
        return new Account("plant", address, null);
    }

    @Test
    void csv_goodRows_loadAndAreCounted() {
        LoadSummary summary = load.csv(mapping);

        assertThat(summary).isEqualTo(new LoadSummary(2, 2, 0, 0, Map.of()));
        assertThat(load.network.contributions.values())
                .extracting(Contribution::by, Contribution::recipients)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(account("1"), List.of(account("2"), account("3"))),
                        org.assertj.core.groups.Tuple.tuple(account("2"), List.of(account("1"))));
        assertThat(load.quarantine.toFile().list()).isNull();
    }

    @Test
    void csv_withoutDate_isSetAside() {
        load.file("mails.csv", "from,to,at", "1,2,", "2,1,2025-01-02T10:00:00Z");

        LoadSummary summary = load.csv(mapping);

        assertThat(load.message())
                .isEqualTo("mails.csv, line 2: nothing in column at; expected a date. To do: fill the date."
                        + " [MISSING_DATE]");
        assertThat(summary.loaded()).isEqualTo(1);
        assertThat(summary.quarantined()).isEqualTo(Map.of("MISSING_DATE", 1L));
    }

    @Test
    void csv_withoutSender_isSetAside() {
        load.file("mails.csv", "from,to,at", "2,1,2025-01-02T10:00:00Z", ",2,2025-01-02T10:00:00Z");

        load.csv(mapping);

        assertThat(load.message())
                .isEqualTo("mails.csv, line 3: nothing in column from; expected who did it."
                        + " To do: fill the sender. [MISSING_SENDER]");
    }

    @Test
    void csv_dates1899And2190_areSetAside() {
        load.file(
                "mails.csv",
                "from,to,at",
                "1,2,1899-12-31T23:59:59Z",
                "1,2,2190-01-01",
                "1,2,1900-01-01",
                "1,2,2100-12-31",
                "1,2,soon");

        LoadSummary summary = load.csv(mapping);

        assertThat(summary.quarantined()).isEqualTo(Map.of("DATE_OUT_OF_RANGE", 2L, "BAD_DATE", 1L));
        assertThat(summary.loaded()).isEqualTo(2);
        assertThat(load.setAside.getFirst().message())
                .startsWith("mails.csv, line 2: a date in the year 1899 in column at;"
                        + " expected a date from 1900-01-01 to 2100-12-31. To do: correct the date");
        assertThat(load.setAside.get(1).message()).startsWith("mails.csv, line 3: a date in the year 2190");
    }

    @Test
    void csv_mailToOneselfOnly_isSetAside() {
        load.file("mails.csv", "from,to,at", "1,1,2025-01-01", "1,1;2,2025-01-02");

        load.csv(mapping);

        assertThat(load.message())
                .startsWith("mails.csv, line 2: the sender is the only recipient;")
                .endsWith("[SELF_ADDRESSED]");
        assertThat(only().recipients()).containsExactly(account("2"));
    }

    @Test
    void csv_mailToOneselfKept_hasNoRecipient() {
        mapping = load.file(
                "plant.yml", String.join("\n", MAILS).replace("accounts: OWN", "to_self: KEEP\naccounts: OWN"));
        load.file("mails.csv", "from,to,at", "1,1,2025-01-01");

        load.csv(mapping);

        assertThat(only().recipients()).isEmpty();
    }

    @Test
    void csv_latin1WhereUtf8WasPromised_isSetAsideAndTheRestLoads() {
        load.bytes(
                "mails.csv", "from,to,at\nRené,2,2025-01-01\n1,2,2025-01-01\n".getBytes(StandardCharsets.ISO_8859_1));

        load.csv(mapping);

        assertThat(load.message())
                .startsWith("mails.csv, line 2: bytes that are not UTF-8; expected bytes of the encoding")
                .contains("write `encoding: ISO-8859-1`");
        assertThat(only().by()).isEqualTo(account("1"));
    }

    @Test
    void csv_latin1Promised_isRead() {
        mapping = load.file(
                "plant.yml",
                String.join("\n", MAILS).replace("    contribution:", "    encoding: ISO-8859-1\n    contribution:"));
        load.bytes("mails.csv", "from,to,at\nRené,2,2025-01-01\n".getBytes(StandardCharsets.ISO_8859_1));

        load.csv(mapping);

        assertThat(only().by()).isEqualTo(account("René"));
    }

    @Test
    void csv_truncatedGz_loadsWhatIsThere() throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("from,to,at\n");
        for (int row = 0; row < 20_000; row++) {
            rows.append(random.nextInt(1_000))
                    .append(",x,")
                    .append(Instant.ofEpochSecond(random.nextInt()))
                    .append('\n');
        }
        byte[] whole = LoadFixture.gzipped(rows.toString().getBytes(StandardCharsets.UTF_8));
        Files.delete(load.folder.resolve("mails.csv"));
        load.bytes("mails.csv.gz", java.util.Arrays.copyOf(whole, whole.length / 2));

        LoadSummary summary = load.csv(mapping);

        assertThat(summary.quarantined()).isEqualTo(Map.of("TRUNCATED_FILE", 1L));
        assertThat(summary.loaded()).isBetween(8_000L, 12_000L);
        assertThat(load.message())
                .startsWith("mails.csv.gz, line " + (summary.read() + 2) + ": the compressed data end in the middle;")
                .contains("fetch the file again");
    }

    @Test
    void csv_truncatedWithinTheFirstBytes_isToldWithoutFailing() throws IOException {
        Files.delete(load.folder.resolve("mails.csv"));
        load.bytes("mails.csv.gz", new byte[] {0x1F, (byte) 0x8B, 8});

        assertThat(load.csv(mapping).quarantined()).isEqualTo(Map.of("TRUNCATED_FILE", 1L));
    }

    @Test
    void csv_damagedGz_isTold() throws IOException {
        byte[] whole = LoadFixture.gzipped("from,to,at\n1,2,2025-01-01\n".getBytes(StandardCharsets.UTF_8));
        whole[whole.length - 6] ^= 1;
        Files.delete(load.folder.resolve("mails.csv"));
        load.bytes("mails.csv.gz", whole);

        assertThat(load.csv(mapping).quarantined()).isEqualTo(Map.of("CORRUPT_FILE", 1L));
    }

    @Test
    void csv_wrongColumnInMapping_namesIt() {
        Path wrong = load.file("wrong.yml", String.join("\n", MAILS).replace("by: from", "by: From"));

        assertThatThrownBy(() -> load.csv(wrong))
                .isInstanceOf(UnusableInput.class)
                .hasMessage("wrong.yml: expected a column \"From\" in mails.csv, which has: from, to, at."
                        + " Correct the name in the mapping; perhaps \"from\" was meant.");
        assertThat(load.network.batches).isEmpty();
    }

    @Test
    void csv_unmentionedColumn_stopsTheLoadUnlessIgnored() {
        load.file("mails.csv", "from,to,at,secret", "1,2,2025-01-01,x");

        assertThatThrownBy(() -> load.csv(mapping))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("not mentioned: secret")
                .hasMessageContaining("`ignore: [secret]`");

        Path ignoring = load.file(
                "plant.yml",
                String.join("\n", MAILS).replace("    contribution:", "    ignore: [secret]\n    contribution:"));
        assertThat(load.csv(ignoring).loaded()).isEqualTo(1);
    }

    @Test
    void csv_withoutMapping_isRefused() {
        assertThatThrownBy(() -> Load.run(load.request(Format.CSV), load.network))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("a mapping file is needed")
                .hasMessageContaining("--mapping");
    }

    @Test
    void csv_missingFile_isRefused() throws IOException {
        Files.delete(load.folder.resolve("mails.csv"));

        assertThatThrownBy(() -> load.csv(mapping))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("expected the file mails.csv that plant.yml describes");
    }

    @Test
    void csv_fileTheMappingDoesNotDescribe_isRefused() {
        Path other = load.file("other.csv", "a");

        assertThatThrownBy(() -> load.csv(mapping, other))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("other.csv")
                .hasMessageContaining("mails.csv");
    }

    @Test
    void csv_emptyFile_isRefused() {
        load.bytes("mails.csv", new byte[0]);

        assertThatThrownBy(() -> load.csv(mapping))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("mails.csv")
                .hasMessageContaining("first line with the names of the columns");
    }

    @Test
    void csv_workbookOrUtf16_isRefused() {
        load.bytes("mails.csv", new byte[] {'P', 'K', 3, 4, 0});
        assertThatThrownBy(() -> load.csv(mapping)).hasMessageContaining("export it as csv");

        load.bytes("mails.csv", "\uFEFFfrom,to,at\n".getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> load.csv(mapping)).hasMessageContaining("Save it as UTF-8");
    }

    @Test
    void csv_wrongSeparator_isToldAsAMissingColumn() {
        load.file("mails.csv", "from;to;at", "1;2;2025-01-01");

        assertThatThrownBy(() -> load.csv(mapping))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("which has: from;to;at");
    }

    @Test
    void csv_wrongNumberOfCells_isSetAside() {
        load.file("mails.csv", "from,to,at", "1,2", "1,2,2025-01-01", "1,2,2025-01-01,x");

        assertThat(load.csv(mapping).quarantined()).isEqualTo(Map.of("WRONG_COLUMN_COUNT", 2L));
        assertThat(load.setAside.getFirst().message()).startsWith("mails.csv, line 2: 2 cells under 3 columns;");
    }

    @Test
    void csv_quoteThatNeverCloses_costsOneRow() {
        load.file("mails.csv", "from,to,at", "\"1,2,2025-01-01", "1,2,2025-01-02", "\"1\",2,2025-01-03");

        LoadSummary summary = load.csv(mapping);

        assertThat(load.message()).startsWith("mails.csv, line 2: a quoted cell that does not end");
        assertThat(summary.quarantined()).isEqualTo(Map.of("UNCLOSED_QUOTE", 1L));
        assertThat(summary.loaded()).isEqualTo(2);
    }

    @Test
    void csv_unknownSettings_areToldWithTheirPlace() {
        Path wrong =
                load.file("wrong.yml", String.join("\n", MAILS).replace("recipients: {column", "recipients: {colum"));

        assertThatThrownBy(() -> load.csv(wrong))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("wrong.yml, files[0].contribution.recipients.colum: expected one of")
                .hasMessageContaining("Correct the mapping");
    }

    @Test
    void csv_mappingThatIsNoYaml_namesTheLine() {
        Path wrong = load.file("wrong.yml", "source: plant", "files: [", "  - }");

        assertThatThrownBy(() -> load.csv(wrong))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("wrong.yml, line 2: expected YAML");
    }

    @Test
    void unknownFormat_listsThoseKnown() {
        assertThatThrownBy(() -> Format.named("excel"))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("load excel: the format must be one of organisation, csv, jsonl, mbox");
        assertThat(Format.named(" CSV ")).isEqualTo(Format.CSV);
    }

    @Test
    void csv_lineOf100Megabytes_costsOneRow() throws IOException {
        Path file = load.folder.resolve("mails.csv");
        try (var output = Files.newOutputStream(file)) {
            output.write("from,to,at\n".getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) 'x');
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                output.write(block);
            }
            output.write("\n1,2,2025-01-01\n".getBytes(StandardCharsets.UTF_8));
        }

        LoadSummary summary = load.csv(mapping);

        assertThat(summary.quarantined()).isEqualTo(Map.of("LINE_TOO_LONG", 1L));
        assertThat(summary.loaded()).isEqualTo(1);
    }

    @Test
    void csv_shuffledRows_giveTheSameContributions() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < 300; row++) {
                rows.add(random.nextInt(5) + "," + random.nextInt(9) + "," + Instant.ofEpochSecond(random.nextInt(60)));
            }
            Map<String, Contribution> first = contributions(rows, 7);
            Collections.shuffle(rows, random);

            assertThat(contributions(rows, 13)).as("seed %d", seed).isEqualTo(first);
        }
    }

    private Map<String, Contribution> contributions(List<String> rows, int batchRows) {
        load.network = new CollectedNetwork();
        List<String> lines = new ArrayList<>(rows);
        lines.addFirst("from,to,at");
        load.file("mails.csv", lines.toArray(String[]::new));
        Load.run(load.request(Format.CSV).withMapping(mapping).withBatchRows(batchRows), load.network);
        return load.network.contributions;
    }

    @Test
    void csv_withoutIdOrKey_keepsEqualRowsApart() {
        mapping = load.file("plant.yml", String.join("\n", MAILS).replace("      key: [from, at]\n", ""));
        load.file("mails.csv", "from,to,at", "1,2,2025-01-01", "1,2,2025-01-01", "1,3,2025-01-01");

        load.csv(mapping);
        LoadSummary again = load.csv(mapping);

        assertThat(load.network.contributions).hasSize(3);
        assertThat(again.loaded()).isZero();
    }

    @Test
    void csv_twoVersionsOfOneId_laterWinsInAnyOrder() {
        mapping = load.file("plant.yml", String.join("\n", MAILS).replace("key: [from, at]", "id: to"));
        List<String> rows = List.of("1,x,2025-01-01", "2,x,2025-01-02", "1,x,2025-01-01");
        for (List<String> order : List.of(rows, rows.reversed())) {
            for (int batchRows : new int[] {1, 10}) {
                Map<String, Contribution> loaded = contributions(order, batchRows);
                assertThat(loaded.values()).extracting(Contribution::by).containsExactly(account("2"));
            }
        }
    }

    @Test
    void csv_keepTies_sumsByDayWithoutContributions() {
        mapping = load.file("plant.yml", "keep: TIES\n" + String.join("\n", MAILS));
        load.file(
                "mails.csv",
                "from,to,at",
                "1,2,2025-01-01T10:00:00Z",
                "1,3,2025-01-01T10:00:00Z",
                "1,2,2025-01-01T11:00:00Z",
                "1,2,2025-01-02T11:00:00Z");

        Load.run(load.request(Format.CSV).withMapping(mapping).withBatchRows(100), load.network);

        int day = (int) java.time.LocalDate.of(2025, 1, 1).toEpochDay();
        assertThat(load.network.contributions).isEmpty();
        assertThat(load.network.ties)
                .containsExactly(
                        new Tie(
                                "plant 1",
                                "plant 2",
                                TieKind.ADDRESSED,
                                "mail",
                                Visibility.PRIVATE,
                                "plant",
                                new int[] {day, day + 1},
                                new int[] {2, 1},
                                new float[] {1.5f, 1}),
                        new Tie(
                                "plant 1",
                                "plant 3",
                                TieKind.ADDRESSED,
                                "mail",
                                Visibility.PRIVATE,
                                "plant",
                                new int[] {day},
                                new int[] {1},
                                new float[] {0.5f}));
    }

    @Test
    void csv_keepTies_neverCutsAMailAndDropsBroadcasts() {
        mapping = load.file("plant.yml", "keep: TIES\n" + String.join("\n", MAILS));
        List<String> rows = new ArrayList<>(List.of("from,to,at"));
        for (int recipient = 2; recipient < 6; recipient++) {
            rows.add("1," + recipient + ",2025-01-01");
        }
        for (int recipient = 100; recipient < 121; recipient++) {
            rows.add("9," + recipient + ",2025-01-01");
        }
        load.file("mails.csv", rows.toArray(String[]::new));

        Load.run(load.request(Format.CSV).withMapping(mapping).withBatchRows(2), load.network);

        assertThat(load.network.ties).hasSize(4).allSatisfy(tie -> assertThat(tie.shares())
                .containsExactly(0.25f));
    }

    @Test
    void csv_bomCrlfAndQuotedLineEnd_areRead() {
        load.bytes(
                "mails.csv",
                "\uFEFFfrom,to,at\r\n\"a \"\"b\"\"\nc\",2,2025-01-01\r\n\r\n1,2,\"2025-01-02\"\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        mapping = load.file(
                "plant.yml",
                String.join("\n", MAILS)
                        .replace("by: from", "by: to")
                        .replace("recipients: {column: to, separator: ';'}", "subject: from"));

        load.csv(mapping);

        assertThat(load.setAside).isEmpty();
        assertThat(load.network.contributions).hasSize(2);
    }

    @Test
    void csv_epochWithOriginAndPatternWithZone_areMoments() {
        mapping = load.file(
                "plant.yml",
                String.join("\n", MAILS)
                        .replace("at: at", "at: {column: at, format: EPOCH_SECONDS, origin: 2003-10-01}"));
        load.file("mails.csv", "from,to,at", "1,2,86400");
        load.csv(mapping);
        assertThat(only().at()).isEqualTo(Instant.parse("2003-10-02T00:00:00Z"));

        load.network = new CollectedNetwork();
        mapping = load.file(
                "plant.yml",
                "zone: Europe/Paris\n"
                        + String.join("\n", MAILS).replace("at: at", "at: {column: at, format: 'dd/MM/yyyy HH:mm'}"));
        load.file("mails.csv", "from,to,at", "1,2,01/07/2025 12:00");
        load.csv(mapping);
        assertThat(only().at()).isEqualTo(Instant.parse("2025-07-01T10:00:00Z"));
    }

    @Test
    void csv_mailAccounts_areOneOverSources() {
        mapping = load.file("plant.yml", String.join("\n", MAILS).replace("accounts: OWN", "accounts: MAIL"));
        load.file(
                "mails.csv",
                "from,to,at",
                "Ann <Ann+x@Example.org>,bob@example.org,2025-01-01",
                "ann at home,bob@example.org,2025-01-01");

        load.csv(mapping);

        assertThat(only().by()).isEqualTo(new Account("address", "ann@example.org", "Ann"));
        assertThat(load.message()).contains("line 3").contains("[BAD_ADDRESS]");
    }

    @Test
    void csv_quarantinedRows_areKeptWithHeader() throws IOException {
        load.file("mails.csv", "from,to,at", "1,2,", "2,1,2025-01-02T10:00:00Z");

        load.csv(mapping);

        try (var files = Files.walk(load.quarantine)) {
            assertThat(files.filter(path -> path.endsWith("mails.csv")))
                    .singleElement()
                    .satisfies(path -> assertThat(path).hasContent("from,to,at\n1,2,\n"));
        }
    }

    @Test
    void csv_cancelled_stopsAndFinishes() {
        List<String> rows = new ArrayList<>(List.of("from,to,at"));
        for (int row = 0; row < 100; row++) {
            rows.add(row + ",x,2025-01-01");
        }
        load.file("mails.csv", rows.toArray(String[]::new));
        AtomicInteger asked = new AtomicInteger();

        LoadSummary summary = Load.run(
                load.request(Format.CSV)
                        .withMapping(mapping)
                        .withBatchRows(10)
                        .withCancellation(() -> asked.incrementAndGet() > 50),
                load.network);

        assertThat(summary.read()).isBetween(10L, 60L);
        assertThat(load.network.finished).containsExactly("plant");
    }

    @Test
    void csv_progress_reachesTheEnd() {
        load.csv(mapping);

        LoadProgress.State last = load.states.getLast();
        assertThat(last.bytesRead()).isEqualTo(last.bytesTotal()).isPositive();
        assertThat(last.rows()).isEqualTo(2);
    }

    @Test
    void jsonl_standardNames_needOnlyASource() {
        load.file(
                "forum.jsonl",
                "{\"id\":\"m1\",\"at\":\"2025-03-01T09:30:00Z\",\"kind\":\"QUESTION\",\"channel\":\"forum\",\"visibility\":\"COMPANY\",\"by\":\"ann@example.org\",\"by_name\":\"Ann\",\"community\":\"community:welding\",\"thread\":\"t1\",\"subject\":\"Cracks\",\"text\":\"Who has seen that in the last weeks?\",\"topics\":[\"cracks\"],\"mentions\":[\"bob\"]}",
                "{\"id\":\"m2\",\"at\":\"2025-03-01T10:00:00Z\",\"kind\":\"ANSWER\",\"channel\":\"forum\",\"by\":\"bob\",\"replies_to\":\"m1\",\"resolves\":\"m1\",\"text\":\"secret\",\"recipients\":[\"ann@example.org\"],\"anonymous_reactions\":3,\"process\":\"p\",\"reactions\":[{\"by\":\"ann@example.org\",\"kind\":\"thanks\",\"at\":\"2025-03-01T10:05:00Z\"}]}");

        LoadSummary summary = load.jsonl(load.folder.resolve("forum.jsonl"));

        Account ann = new Account("address", "ann@example.org", "Ann");
        Account annUnnamed = new Account("address", "ann@example.org", null);
        Account bob = new Account("forum", "bob", null);
        assertThat(summary.quarantined()).isEmpty();
        assertThat(load.network.contributions.values())
                .containsExactly(
                        new Contribution(
                                "forum",
                                "m1",
                                Instant.parse("2025-03-01T09:30:00Z"),
                                ContributionKind.QUESTION,
                                "forum",
                                Visibility.COMPANY,
                                "Who has seen that in the last weeks?",
                                "Cracks",
                                "t1",
                                "community:welding",
                                "en",
                                ann,
                                List.of(),
                                List.of(bob),
                                null,
                                null,
                                List.of(),
                                List.of("cracks"),
                                null,
                                0),
                        new Contribution(
                                "forum",
                                "m2",
                                Instant.parse("2025-03-01T10:00:00Z"),
                                ContributionKind.ANSWER,
                                "forum",
                                Visibility.PRIVATE,
                                null,
                                null,
                                null,
                                null,
                                null,
                                bob,
                                List.of(annUnnamed),
                                List.of(),
                                "m1",
                                "m1",
                                List.of(new Reaction(annUnnamed, "thanks", Instant.parse("2025-03-01T10:05:00Z"))),
                                List.of(),
                                "p",
                                3));
    }

    @Test
    void jsonl_badLines_areSetAside() {
        Path file = load.file(
                "forum.jsonl",
                "{\"id\":\"m1\",\"at\":\"2025-03-01\",\"by\":\"a\",\"channel\":\"forum\"}",
                "{\"id\":\"m2\",",
                "[1]",
                "{\"at\":\"2025-03-01\",\"by\":\"a\",\"channel\":\"forum\"}",
                "{\"id\":\"m3\",\"at\":\"2025-03-01\",\"by\":\"a\",\"channel\":\"forum\",\"kind\":\"SHOUT\"}",
                "{\"id\":\"m4\",\"at\":\"2025-03-01\",\"by\":\"a\"}",
                "{\"id\":\"m5\",\"at\":\"2025-03-01\",\"by\":\"a\",\"channel\":\"forum\",\"reactions\":[{\"kind\":\"like\"}]}",
                "[".repeat(100_000));

        LoadSummary summary = load.jsonl(file);

        assertThat(summary.loaded()).isEqualTo(1);
        assertThat(summary.quarantined())
                .isEqualTo(Map.of(
                        "NOT_JSON", 3L, "MISSING_ID", 1L, "BAD_VALUE", 1L, "MISSING_VALUE", 1L, "MISSING_SENDER", 1L));
        assertThat(load.setAside.getFirst().message()).startsWith("forum.jsonl, line 2: no JSON object; expected one");
    }

    @Test
    void jsonl_unknownName_stopsTheLoad() {
        Path file = load.file(
                "forum.jsonl",
                "{\"id\":\"m1\",\"at\":\"2025-03-01\",\"by\":\"a\",\"channel\":\"forum\",\"mood\":\"x\"}");

        assertThatThrownBy(() -> load.jsonl(file))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("forum.jsonl, line 1")
                .hasMessageContaining("not mentioned: mood");
    }

    @Test
    void jsonl_withoutSource_isRefused() {
        Path file = load.file("forum.jsonl", "{}");

        assertThatThrownBy(() -> Load.run(load.request(Format.JSONL, file), load.network))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("--source NAME");
    }

    @Test
    void jsonl_privateText_isNowhereInQuarantine() throws IOException {
        Path file = load.file("forum.jsonl", "{\"id\":\"m1\",\"by\":\"a\",\"channel\":\"forum\",\"text\":\"Canary\"}");

        load.jsonl(file);

        try (var files = Files.walk(load.quarantine)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(each)).contains("MISSING_DATE").doesNotContain("Canary");
            }
        }
    }

    @Test
    void jsonl_nestedNames_areJoinedByDots() {
        mapping = load.file(
                "forum.yml",
                "source: forum",
                "files:",
                "  - contribution:",
                "      id: id",
                "      at: meta.at",
                "      by: author.login",
                "      channel: {constant: forum}");
        Path file =
                load.file("forum.jsonl", "{\"id\":7,\"meta\":{\"at\":\"2025-03-01\"},\"author\":{\"login\":\"ann\"}}");

        Load.run(load.request(Format.JSONL, file).withMapping(mapping), load.network);

        assertThat(only().by()).isEqualTo(new Account("forum", "ann", null));
        assertThat(only().nativeId()).isEqualTo("7");
    }

    @Test
    void csv_tenTimesTheBatch_neverHoldsMoreThanABatch() throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        rows.writeBytes("from,to,at\n".getBytes(StandardCharsets.UTF_8));
        for (int row = 0; row < 50_000; row++) {
            rows.writeBytes((row + ",x," + Instant.ofEpochSecond(row) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        load.bytes("mails.csv", rows.toByteArray());

        Load.run(load.request(Format.CSV).withMapping(mapping).withBatchRows(500), load.network);

        assertThat(load.network.batches).hasSize(100).allSatisfy(batch -> assertThat(batch.contributions())
                .hasSizeLessThanOrEqualTo(500));
        assertThat(load.network.batches).extracting(batch -> batch.number()).doesNotHaveDuplicates();
    }
}
