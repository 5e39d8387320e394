package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Visibility;

class StoredContributionTimesIT {
    private static final String SOURCE = "times";
    private static final Instant START = Instant.parse("2024-03-01T23:59:59Z");

    private final Store store = TestStores.scratch();

    private static Account account(String person) {
        return new Account(SOURCE, person, person);
    }

    private static Contribution made(
            String id, String by, Visibility visibility, @Nullable String text, @Nullable String repliesTo) {
        return new Contribution(
                SOURCE,
                id,
                START.plusSeconds(Integer.parseInt(id)),
                repliesTo == null ? ContributionKind.QUESTION : ContributionKind.ANSWER,
                "forum",
                visibility,
                text,
                null,
                "thread",
                "community:1",
                null,
                account(by),
                List.of(),
                List.of(),
                repliesTo,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }

    @Test
    void contributions_withAndWithoutText_areThere_privateOnesNot() {
        List<Contribution> all = List.of(
                made("0", "ann", Visibility.COMPANY, null, null),
                made("1", "bob", Visibility.COMMUNITY, "a text", "0"),
                made("2", "cid", Visibility.PRIVATE, null, null));
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
        NetworkSnapshot snapshot = new SnapshotReader(store, Clock.systemUTC()).snapshot();

        DatedContributions said = new StoredContributionTimes(store).of(snapshot);

        List<String> rows = new ArrayList<>();
        for (int row = 0; row < said.size(); row++) {
            rows.add(said.day(row) + " " + said.kind(row) + " "
                    + said.channels().get(said.channel(row)) + " "
                    + said.communityIds().get(said.community(row)));
        }
        // 2024-03-01 is day 19,783; the second falls on the day after.
        assertThat(rows).containsExactly("19783 QUESTION forum community:1", "19784 ANSWER forum community:1");
        assertThat(said.answered(0)).isEqualTo(DatedContributions.NONE);
        assertThat(said.answered(1)).isEqualTo(said.person(0));
        assertThat(said.thread(0)).isEqualTo(said.thread(1));
    }
}
