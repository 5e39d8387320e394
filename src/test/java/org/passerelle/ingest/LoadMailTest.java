package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Visibility;

class LoadMailTest {
    private static final String FROM = "From ann at example.org  Fri Apr  1 19:00:16 2016\n";

    @TempDir
    Path temporary;

    private LoadFixture load;

    @BeforeEach
    void fixture() {
        load = new LoadFixture(temporary);
    }

    private LoadSummary mail(String name, String content) {
        load.bytes(name, content.getBytes(StandardCharsets.UTF_8));
        return Load.run(load.request(Format.MBOX).withVisibility(Visibility.COMPANY), load.network);
    }

    private Contribution only() {
        assertThat(load.network.contributions).hasSize(1);
        return load.network.contributions.values().iterator().next();
    }

    private static String message(String header, String body) {
        return FROM + header + "\n\n" + body + "\n\n";
    }

    private static final String PLAIN_HEADER = """
            From: ann at example.org (Ann Example)
            Date: Fri, 1 Apr 2016 13:00:16 -0400
            Subject: Re: [Welding] Cracks
            Message-ID: <m1@example.org>""";

    @Test
    void listMessage_hiddenAddressAndPrefixes_areRead() {
        LoadSummary summary = mail(
                "welding.mbox", message(PLAIN_HEADER, "Have you tried to preheat the plate? It is in the manual."));

        assertThat(summary).isEqualTo(new LoadSummary(1, 1, 0, 0, Map.of()));
        Contribution mail = only();
        assertThat(mail.by()).isEqualTo(new Account("address", "ann@example.org", "Ann Example"));
        assertThat(mail.at()).isEqualTo(Instant.parse("2016-04-01T17:00:16Z"));
        assertThat(mail.subject()).isEqualTo("Cracks");
        assertThat(mail.text()).startsWith("Have you tried");
        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.kind()).isEqualTo(ContributionKind.REPLY);
        assertThat(mail.community()).isEqualTo("community:welding");
        assertThat(mail.nativeId()).doesNotContain("example");
        assertThat(mail.thread()).isEqualTo(mail.nativeId());
    }

    @Test
    void privateMail_keepsWhoWhomWhenOnly() {
        load.bytes(
                "box.mbox",
                message(
                                PLAIN_HEADER
                                        + "\nTo: Bob <bob+x@Example.org>, \"Cid, C.\" <cid@example.org>, undisclosed-recipients:;",
                                "Canary")
                        .getBytes(StandardCharsets.UTF_8));

        Load.run(load.request(Format.MBOX), load.network);

        Contribution mail = only();
        assertThat(mail.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(mail.recipients())
                .containsExactly(
                        new Account("address", "bob@example.org", "Bob"),
                        new Account("address", "cid@example.org", "Cid, C."));
        assertThat(mail.community()).isNull();
        assertThat(load.network.batches.toString()).doesNotContain("Canary").doesNotContain("Cracks");
    }

    @Test
    void thread_repliesAndReferences_areLinkedByDigest() {
        String first = message("From: a@example.org\nDate: Fri, 1 Apr 2016 10:00:00 +0000\nMessage-ID: <1@x>", "One");
        String second = message(
                "From: b@example.org\nDate: Fri, 1 Apr 2016 11:00:00 +0000\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>",
                "Two");
        String third = message(
                "From: a@example.org\nDate: Fri, 1 Apr 2016 12:00:00 +0000\nMessage-ID: <3@x>\n"
                        + "References: <1@x>\n <2@x>",
                "Three");

        mail("list.mbox", first + second + third);

        Map<Instant, Contribution> byTime = new java.util.TreeMap<>();
        load.network.contributions.values().forEach(mail -> byTime.put(mail.at(), mail));
        List<Contribution> mails = List.copyOf(byTime.values());
        assertThat(mails.get(1).repliesTo()).isEqualTo(mails.get(0).nativeId());
        assertThat(mails.get(2).repliesTo()).isEqualTo(mails.get(1).nativeId());
        assertThat(mails)
                .extracting(Contribution::thread)
                .containsOnly(mails.get(0).nativeId());
    }

    @Test
    void body_quotesAttributionAndSignature_areCut() {
        assertThat(MailText.written("""
                Hello

                On Friday, 1 April 2016,
                Ann Example wrote:
                > old
                >> older
                New answer.
                From Bob
                -- \s
                Bob
                +33 1
                """)).isEqualTo("Hello\nNew answer.\nFrom Bob");
        assertThat(MailText.written("Le 1 avril, Ann a écrit :\n> vieux\nVoilà."))
                .isEqualTo("Voilà.");
        assertThat(MailText.written("Text\n_______________________________________________\nlist at x"))
                .isEqualTo("Text");
    }

    @Test
    void body_multipartBase64Latin1_prefersThePlainPart() {
        mail(
                "l.mbox",
                message(
                        PLAIN_HEADER + "\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"",
                        """
                        --b
                        Content-Type: text/html; charset=utf-8

                        <p>HTML</p>
                        --b
                        Content-Type: text/plain; charset=iso-8859-1
                        Content-Transfer-Encoding: quoted-printable

                        D=E9j=E0 vu
                        --b
                        Content-Type: text/plain; name="canary.txt"
                        Content-Disposition: attachment; filename="canary.txt"

                        Canary
                        --b--"""));

        assertThat(only().text()).isEqualTo("Déjà vu");
    }

    @Test
    void body_htmlOnly_losesItsMarks() {
        mail(
                "l.mbox",
                message(
                        PLAIN_HEADER + "\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8",
                        "<html><head><title>x</title></head><style>p {}</style><p>One &amp; <b>two</b><br>three</p></html>"));

        assertThat(only().text()).isEqualTo("One &  two\nthree");
    }

    @Test
    void body_charsetThatDoesNotExist_isStillRead() {
        assertThat(MailText.decoded("Déjà".getBytes(StandardCharsets.UTF_8), "x-klingon"))
                .isEqualTo("Déjà");
        assertThat(MailText.decoded("Déjà".getBytes(StandardCharsets.ISO_8859_1), "utf-8"))
                .isEqualTo("Déjà");
        assertThat(MailText.decoded("Déjà".getBytes(StandardCharsets.UTF_8), "us-ascii"))
                .isEqualTo("Déjà");
    }

    @Test
    void header_encodedWords_areDecoded() {
        MailHeader header = new MailHeader("""
                From: =?iso-8859-1?Q?Ren=E9_B=E9zier?= <rene@example.org>
                Subject: =?UTF-8?B?UsOpdQ==?=
                 =?UTF-8?B?bmlvbg==?=
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(header.mailboxes("from")).containsExactly(new MailHeader.Mailbox("rene@example.org", "René Bézier"));
        assertThat(header.subject()).isEqualTo("Réunion");
    }

    @Test
    void header_oddAddresses_areRead() {
        assertThat(mailboxes("ann at example.org (Ann (A.) Example)"))
                .containsExactly(new MailHeader.Mailbox("ann@example.org", "Ann (A.) Example"));
        assertThat(mailboxes("\"Example, Ann\" <ann at example.org>"))
                .containsExactly(new MailHeader.Mailbox("ann@example.org", "Example, Ann"));
        assertThat(mailboxes("ann(at)example.org")).containsExactly(new MailHeader.Mailbox("ann@example.org", ""));
        assertThat(mailboxes("Team: a@x.org, b@x.org;, c@x.org")).hasSize(3);
        assertThat(mailboxes("nobody")).isEmpty();
        assertThat(mailboxes("")).isEmpty();
    }

    private static List<MailHeader.Mailbox> mailboxes(String field) {
        return new MailHeader(("From: " + field).getBytes(StandardCharsets.UTF_8)).mailboxes("from");
    }

    @Test
    void dates_oddZones_areMoments() {
        Map.of(
                        "Fri, 1 Apr 2016 13:00:16 -0400 (EDT)", "2016-04-01T17:00:16Z",
                        "1 Apr 16 13:00 EST", "2016-04-01T18:00:00Z",
                        "Fri, 01 Apr 2016 13:00:60 +9999", "2016-04-01T13:00:59Z",
                        "Fri, 1 Apr 2016 13:00:16 XYZ", "2016-04-01T13:00:16Z",
                        "Fri Apr  1 19:00:16 2016", "2016-04-01T19:00:16Z",
                        "Fri Apr  1 19:00:16 CEST 2016", "2016-04-01T17:00:16Z",
                        "Fri,  1-Apr-2016 13:00:16 GMT", "2016-04-01T13:00:16Z")
                .forEach((text, moment) ->
                        assertThat(MailDates.of(text)).as(text).contains(Instant.parse(moment)));
        assertThat(MailDates.of("yesterday")).isEmpty();
        assertThat(MailDates.of("31 Jun 2016 10:00")).isEmpty();
    }

    @Test
    void mbox_fromInTheTextAndEscaped_isNoSeparator() {
        mail("l.mbox", message(PLAIN_HEADER, "One\n\nFrom here on it is 2016\nno header\n\n>From there"));

        assertThat(only().text()).isEqualTo("One\n\nFrom here on it is 2016\nno header\n\nFrom there");
    }

    @Test
    void mbox_badMessages_areSetAsideAndTheRestLoads() {
        LoadSummary summary = mail(
                "l.mbox",
                message("Date: Fri, 1 Apr 2016 10:00:00 +0000\nMessage-ID: <1@x>", "no sender")
                        + message("From: a@x.org\nDate: Fri, 1 Apr 1899 10:00:00 +0000", "old")
                        + message("From: a@x.org\nDate: Fri, 1 Apr 2190 10:00:00 +0000", "new")
                        + message("From: a@x.org\nX: " + "x".repeat(70_000), "long")
                        + message("From: <a b c@x>\nDate: Fri, 1 Apr 2016 10:00:00 +0000", "odd")
                        + "From nobody 2016\nFrom: a@x.org\nSubject: no date\n\nx\n\n"
                        + message(PLAIN_HEADER, "good"));

        assertThat(summary.read()).isEqualTo(7);
        assertThat(summary.quarantined())
                .containsEntry("MISSING_SENDER", 1L)
                .containsEntry("DATE_OUT_OF_RANGE", 2L)
                .containsEntry("BAD_MESSAGE", 1L)
                .containsEntry("MISSING_DATE", 1L);
        assertThat(load.network.contributions.values())
                .extracting(Contribution::text)
                .contains("good");
        assertThat(load.setAside.getFirst().message())
                .startsWith("l.mbox, line 1: no sender's address in message ")
                .doesNotContain("1@x");
    }

    @Test
    void mbox_dateMissing_takesTheArchivesOwnLine() {
        mail("l.mbox", message("From: a@x.org\nSubject: x", "x"));

        assertThat(only().at()).isEqualTo(Instant.parse("2016-04-01T19:00:16Z"));
    }

    @Test
    void mbox_sameMessageInTwoFiles_isOne() {
        mail("a.mbox", message(PLAIN_HEADER, "Same"));
        LoadSummary again = mail("a2.mbox", message(PLAIN_HEADER, "Same"));

        assertThat(load.network.contributions).hasSize(1);
        assertThat(again.loaded()).isZero();
    }

    @Test
    void mbox_withoutMessageId_isTheSameEveryTime() {
        String mail = message("From: a@x.org\nDate: Fri, 1 Apr 2016 10:00:00 +0000", "x");
        mail("a.mbox", mail);
        mail("a.mbox", mail);

        assertThat(load.network.contributions).hasSize(1);
    }

    @Test
    void mbox_deepMime_neitherOverflowsNorHangs() {
        StringBuilder header = new StringBuilder(PLAIN_HEADER + "\nMIME-Version: 1.0\n");
        StringBuilder body = new StringBuilder();
        for (int depth = 0; depth < 5_000; depth++) {
            (depth == 0 ? header : body)
                    .append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(depth)
                    .append("\"");
            body.append(depth == 0 ? "" : "\n\n").append("--b").append(depth).append('\n');
        }

        LoadSummary summary = mail("l.mbox", message(header.toString(), body + "\ndeep"));

        assertThat(summary.loaded()).isEqualTo(1);
        assertThat(only().text()).isNull();
    }

    @Test
    void mbox_hugeBody_isCutAndTheNextMessageFound() {
        String line = "x".repeat(99) + "\n";

        LoadSummary summary = mail(
                "l.mbox",
                message(PLAIN_HEADER, line.repeat(50_000)) + message("From: a@x.org\nMessage-ID: <2@x>", "next"));

        assertThat(summary.loaded()).isEqualTo(2);
        assertThat(load.network.contributions.values())
                .allSatisfy(mail -> assertThat(mail.text()).hasSizeLessThanOrEqualTo(20_000));
    }

    @Test
    void mbox_noMessageAtAll_isToldOnce() {
        LoadSummary summary = mail("l.mbox", "Just some text\nof no mail\n");

        assertThat(summary.quarantined()).isEqualTo(Map.of("BAD_MESSAGE", 1L));
        assertThat(summary.loaded()).isZero();
    }

    @Test
    void mbox_randomBytes_giveDeclaredErrorsOnly() {
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[2_000];
            random.nextBytes(noise);
            byte[] start = message(PLAIN_HEADER, "x").getBytes(StandardCharsets.UTF_8);
            for (int flip = 0; flip < 20; flip++) {
                start[random.nextInt(start.length)] = noise[flip];
            }
            load.bytes("l.mbox", round % 2 == 0 ? noise : start);
            Load.run(load.request(Format.MBOX).withVisibility(Visibility.COMPANY), load.network);
        }
        assertThat(load.setAside).isNotEmpty();
    }

    @Test
    void mbox_truncatedGz_loadsWhatIsThere() {
        StringBuilder mails = new StringBuilder();
        java.util.Random random = new java.util.Random(3);
        for (int number = 0; number < 500; number++) {
            mails.append(message("From: a@x.org\nMessage-ID: <" + random.nextLong() + "@x>", "x" + random.nextLong()));
        }
        byte[] whole = LoadFixture.gzipped(mails.toString().getBytes(StandardCharsets.UTF_8));
        load.bytes("l.mbox.gz", java.util.Arrays.copyOf(whole, whole.length * 3 / 4));

        LoadSummary summary = Load.run(load.request(Format.MBOX), load.network);

        assertThat(summary.quarantined()).isEqualTo(Map.of("TRUNCATED_FILE", 1L));
        assertThat(summary.loaded()).isBetween(300L, 450L);
    }

    @Test
    void community_folderForPeriodsElseFile_namesTheList() throws IOException {
        Path list = Files.createDirectories(temporary.resolve("R-SIG-Geo"));
        for (String name : List.of("2016-April.txt.gz", "2016q1.txt", "2016.mbox", "2016-04.txt")) {
            Path file = Files.writeString(list.resolve(name), "x");
            assertThat(MailLoad.community(InputFile.of(file))).as(name).isEqualTo("community:r-sig-geo");
        }
        Path file = Files.writeString(list.resolve("welding.mbox"), "x");
        assertThat(MailLoad.community(InputFile.of(file))).isEqualTo("community:welding");
    }
}
