package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.Reaction;
import org.passerelle.network.Visibility;

/** Marks in a real database: set at the end of a load, once for each text, and never from private text. */
class MarkedActsIT {
    private static final String SOURCE = "forum";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");

    private final Store store = TestStores.scratch();
    private final KeptMarkedActs acts = new KeptMarkedActs(store);

    private static Account account(String name) {
        return new Account(SOURCE, name, name);
    }

    private static Contribution said(
            String id, int hour, String by, @Nullable String repliesTo, Visibility visibility, String text) {
        return new Contribution(
                SOURCE,
                id,
                START.plus(Duration.ofHours(hour)),
                repliesTo == null ? ContributionKind.POST : ContributionKind.REPLY,
                "forum",
                visibility,
                text,
                null,
                "t1",
                null,
                "en",
                account(by),
                List.of(),
                List.of(),
                repliesTo,
                null,
                repliesTo == null
                        ? List.of()
                        : List.of(new Reaction(account("ann"), "Thanks", START.plus(Duration.ofHours(9)))),
                List.of(),
                "service",
                0);
    }

    private void load(String digest, Contribution... contributions) {
        GraphWriter writer = new GraphWriter(store);
        List<Contribution> all = List.of(contributions);
        writer.write(new Batch(SOURCE, digest, 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    private Act read(String key) {
        List<Act> found = new ArrayList<>();
        acts.aroundNeeds(act -> {
            if (act.key().equals(key)) {
                found.add(act);
            }
        });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private int unmarked(int version) {
        return store.read("read/unmarked", Map.of("version", version), row -> row.get("key")
                        .asString())
                .size();
    }

    @Test
    void load_newTexts_areMarkedOnceAndPrivateOnesNever() {
        String before = acts.stamp();
        load(
                "d1",
                said("q", 0, "ann", null, Visibility.COMPANY, "Does anybody know the torque?"),
                said("p", 1, "ann", null, Visibility.PRIVATE, "Does anybody know the salary?"));
        assertThat(read("forum q").marks()).containsExactlyInAnyOrder(ContributionMark.QUESTION, ContributionMark.ASKS);
        assertThat(read("forum q").processes()).containsExactly("service");
        assertThat(read("forum p").marks()).isEmpty();
        assertThat(read("forum p").audience()).isNull();
        assertThat(unmarked(org.passerelle.need.Marking.VERSION)).isZero();
        assertThat(unmarked(-1)).as("looked through by other patterns").isEqualTo(1);
        String after = acts.stamp();
        assertThat(after).isNotEqualTo(before);

        load("d2", said("r", 2, "bob", "q", Visibility.COMPANY, "Forty. I opened a ticket for it."));
        Act reply = read("forum r");
        assertThat(reply.marks()).containsExactly(ContributionMark.WORK_ITEM);
        assertThat(reply.repliesTo()).isEqualTo("forum q");
        assertThat(reply.thanks()).hasSize(1);
        assertThat(reply.thanks().getFirst().personId())
                .isEqualTo(read("forum q").personId());
        assertThat(acts.stamp()).isNotEqualTo(after);
    }
}
