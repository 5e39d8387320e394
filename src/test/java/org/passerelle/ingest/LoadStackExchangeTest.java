package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Visibility;

class LoadStackExchangeTest {
    private static final String POSTS = """
            <?xml version="1.0" encoding="utf-8"?>
            <posts>
              <row Id="1" PostTypeId="1" AcceptedAnswerId="2" CreationDate="2025-03-12T17:00:45.567" Score="5" Body="&lt;p&gt;How do I free the valves?&lt;/p&gt;" OwnerUserId="7" Title="Frozen &lt;b&gt;valves&lt;/b&gt;" Tags="&lt;valves&gt;&lt;winter&gt;" />
              <row Id="2" PostTypeId="2" ParentId="1" CreationDate="2025-03-13T08:00:00.000" Score="-2" Body="Drain them." OwnerUserId="8" />
              <row Id="3" PostTypeId="5" CreationDate="2025-03-13T08:00:00.000" Body="The site's own." OwnerUserId="8" />
              <row Id="4" PostTypeId="2" ParentId="1" CreationDate="2025-03-14T08:00:00.000" Score="many" Body="x" OwnerUserId="8" />
              <row Id="5" PostTypeId="2" ParentId="1" CreationDate="2025-03-14T08:00:00.000" Body="y" />
              <row Id="6" PostTypeId="2" ParentId="1" CreationDate="2025-03-14T08:00:00.000" Body="z" OwnerDisplayName="gone" />
            </posts>
            """;

    @TempDir
    Path temporary;

    private LoadFixture load;

    @BeforeEach
    void fixture() {
        load = new LoadFixture(temporary);
    }

    private LoadSummary dump(String posts) {
        load.bytes("Posts.xml", posts.getBytes(StandardCharsets.UTF_8));
        return Load.run(load.request(Format.STACKEXCHANGE).withSource("site"), load.network);
    }

    private Contribution contribution(String id) {
        return Objects.requireNonNull(load.network.contributions.get("site " + id));
    }

    @Test
    void posts_becomeQuestionsAndAnswers() {
        load.file(
                "Users.xml",
                "<users><row Id=\"7\" DisplayName=\"Ann Example\"/><row Id=\"8\" DisplayName=\"Bob\"/></users>");
        load.file(
                "Comments.xml",
                "<comments><row Id=\"9\" PostId=\"2\" Text=\"Thanks!\" CreationDate=\"2025-03-13T09:00:00.000\" UserId=\"7\"/></comments>");
        LoadSummary summary = dump(POSTS);

        assertThat(summary.loaded()).isEqualTo(4);
        assertThat(load.setAside)
                .extracting(QuarantinedRow::code)
                .containsExactly(QuarantineCode.BAD_VALUE, QuarantineCode.MISSING_SENDER);
        Contribution question = contribution("p1");
        assertThat(question.kind()).isEqualTo(ContributionKind.QUESTION);
        assertThat(question.subject()).isEqualToIgnoringWhitespace("Frozen valves");
        assertThat(question.text()).isEqualTo("How do I free the valves?");
        assertThat(question.topics()).containsExactly("valves", "winter");
        assertThat(question.at()).isEqualTo(Instant.parse("2025-03-12T17:00:45.567Z"));
        assertThat(question.by().name()).isEqualTo("Ann Example");
        assertThat(question.anonymousReactions()).isEqualTo(5);
        assertThat(question.visibility()).isEqualTo(Visibility.COMPANY);
        assertThat(question.community()).isEqualTo("community:site");
        Contribution answer = contribution("p2");
        assertThat(answer.kind()).isEqualTo(ContributionKind.ANSWER);
        assertThat(answer.subject()).isEqualTo(question.subject());
        assertThat(answer.repliesTo()).isEqualTo("p1");
        assertThat(answer.resolves()).isEqualTo("p1");
        assertThat(answer.anonymousReactions()).isZero();
        assertThat(contribution("p6").by().address()).isEqualTo("deleted gone");
        assertThat(contribution("c9").repliesTo()).isEqualTo("p2");
    }

    @Test
    void entitiesFromOutside_areNotRead() {
        LoadSummary summary = dump("""
                <!DOCTYPE posts [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <posts><row Id="1" PostTypeId="1" CreationDate="2025-03-12T17:00:45.567" Body="&secret;" Title="t" OwnerUserId="7"/></posts>
                """);
        assertThat(load.network.contributions.values())
                .allSatisfy(each -> assertThat(each.text()).isNull());
        assertThat(summary.loaded() + summary.quarantinedTotal()).isPositive();
    }

    @Test
    void brokenFile_keepsWhatWasBefore() {
        LoadSummary summary = dump(POSTS.substring(0, POSTS.indexOf("<row Id=\"3\"") + 20));
        assertThat(summary.loaded()).isEqualTo(2);
        assertThat(load.setAside).extracting(QuarantinedRow::code).containsExactly(QuarantineCode.TRUNCATED_FILE);
    }

    @Test
    void manyMarks_areNoAttack() {
        // Each row has 4,000 times &lt; and &gt;: together far over the JDK's limit for entities.
        String row = "<row Id=\"%d\" PostTypeId=\"1\" CreationDate=\"2025-03-12T17:00:45.567\" Body=\""
                + "&lt;br&gt;".repeat(4_000) + "end\" Title=\"t\" OwnerUserId=\"7\"/>\n";
        StringBuilder posts = new StringBuilder("<posts>");
        for (int id = 1; id <= 100; id++) {
            posts.append(row.replace("%d", String.valueOf(id)));
        }
        assertThat(dump(posts + "</posts>").loaded()).isEqualTo(100);
    }

    @Test
    void folderWithoutPosts_isRefused() {
        load.file("Users.xml", "<users/>");
        assertThatThrownBy(() -> Load.run(load.request(Format.STACKEXCHANGE), load.network))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("Posts.xml");
    }
}
