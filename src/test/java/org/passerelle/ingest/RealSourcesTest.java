package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Membership;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Visibility;

/** Real sources by the mappings that are shown to users; counts are those of design: data/INDEX.md. */
class RealSourcesTest {
    private static final Path DATA = Path.of("..", "shared", "data");

    @TempDir
    Path quarantine;

    private final CollectedNetwork network = new CollectedNetwork();

    @Test
    void emailEuCore_rowsOfSenderAndSecond_becomeOneMail() {
        LoadSummary summary = load("email_eu_core", data("email_eu_core"));

        assertThat(summary.read()).isEqualTo(332_334 + 986);
        assertThat(network.contributions.size()).isEqualTo(209_508);
        // 327,336 distinct rows, none to its own sender: as many recipients.
        assertThat(network.contributions.values().stream()
                        .mapToLong(mail -> mail.recipients().size())
                        .sum())
                .isEqualTo(327_336);
        assertThat(network.people).hasSize(986);
        assertThat(network.groups).hasSize(42);
        assertThat(summary.quarantined()).isEmpty();
    }

    @Test
    void emailEuCore_loadedTwice_changesNothing() {
        load("email_eu_core", data("email_eu_core"));

        LoadSummary again = load("email_eu_core", data("email_eu_core"));

        assertThat(again.loaded()).isZero();
        assertThat(network.contributions.size()).isEqualTo(209_508);
    }

    @Test
    void manufacturing_semicolonsAndCrlf_giveMailsAndATree() {
        LoadSummary summary = load("manufacturing", data("manufacturing"));

        assertThat(network.contributions.size()).isEqualTo(58_463);
        assertThat(network.contributions.values().stream()
                        .filter(mail -> mail.recipients().isEmpty()))
                .hasSize(51);
        assertThat(network.facts(ReportingLine.class)).hasSize(153);
        assertThat(summary.quarantined()).isEmpty();
    }

    @Test
    void zulip_repeatedIds_keepOneVersion() {
        LoadSummary summary = load("zulip_community", data("zulip_community"));

        assertThat(network.contributions.size()).isEqualTo(352_520);
        // 1,926 rows repeat an id; 992 of them differ, 986 in columns that are loaded.
        assertThat(summary.replaced()).isEqualTo(986);
        assertThat(summary.alreadyThere()).isEqualTo(1_926 - 986);
        assertThat(network.facts(Membership.class).stream().filter(each -> "moderator".equals(each.role())))
                .hasSize(27);
        assertThat(summary.quarantined()).isEmpty();
    }

    @Test
    void k8s_proposalsAndCommits_joinPeopleFromOtherFiles() {
        LoadSummary summary = load("k8s", data("k8s"));

        assertThat(network.contributions.values().stream()
                        .filter(each -> each.nativeId().startsWith("commit/"))
                        .count())
                .isEqualTo(9_343);
        assertThat(network.contributions.values().stream()
                        .filter(each -> each.nativeId().startsWith("proposal/"))
                        .map(Contribution::kind))
                .hasSizeGreaterThan(600)
                .containsOnly(ContributionKind.DOCUMENT);
        assertThat(network.groups.values().stream().filter(group -> group.dimension() == Dimension.COMPANY))
                .isNotEmpty();
        assertThat(summary.quarantined().keySet()).isSubsetOf("MISSING_DATE", "BAD_DATE", "MISSING_SENDER");
    }

    @Test
    void crossparker_values_becomeDeclaredTies() {
        LoadSummary summary = load("crossparker_consulting", data("classic"));

        assertThat(network.ties).hasSize(877 + 855);
        assertThat(network.people).hasSize(46);
        assertThat(summary.quarantined()).isEmpty();
    }

    @Test
    void mailmanMonth_oddHeaders_losesNoMessage() {
        Path file = data("mbox_bigbang").resolve("tests/data/2001-November.txt");

        LoadSummary summary = mail(file);

        assertThat(summary.read()).isEqualTo(164);
        assertThat(summary.quarantined()).isEmpty();
        // The file holds the month twice.
        assertThat(network.contributions.size()).isEqualTo(82);
    }

    @Test
    void listArchives_inFolders_areThreadedMails() {
        Path raw = data("r_mailing_lists").resolve("raw");

        LoadSummary summary = mail(raw);

        assertThat(summary.quarantined()).isEmpty();
        // 5,993 separators, five ids come twice.
        assertThat(summary.read()).isEqualTo(5_993);
        assertThat(network.contributions.size()).isEqualTo(5_988);
        assertThat(network.contributions.values().stream().map(Contribution::community))
                .containsOnly("community:r-package-devel", "community:r-sig-geo", "community:r-sig-mixed-models");
        long replies = network.contributions.values().stream()
                .filter(each -> each.repliesTo() != null)
                .count();
        long linked = network.contributions.values().stream()
                .filter(each -> network.contributions.containsKey(each.source() + " " + each.repliesTo()))
                .count();
        System.out.println(network.contributions.size() + " replies " + replies + " linked " + linked);
        // Most replies answer a mail of the same two years of the same lists.
        assertThat(linked).isGreaterThan(replies * 3 / 4);
    }

    private LoadSummary mail(Path path) {
        return Load.run(
                LoadRequest.of(Format.MBOX, List.of(path), quarantine).withVisibility(Visibility.COMPANY), network);
    }

    private LoadSummary load(String mapping, Path folder) {
        LoadSummary summary = Load.run(
                LoadRequest.of(Format.CSV, List.of(folder), quarantine)
                        .withMapping(Path.of("src", "test", "resources", "mappings", mapping + ".yml")),
                network);
        return summary;
    }

    private static Path data(String name) {
        Path folder = DATA.resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "Skipped: no real data at " + folder);
        return folder;
    }
}
