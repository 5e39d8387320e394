package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.Membership;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems.Ask;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.Person;
import org.passerelle.network.Window;

class LoopItemsTest {
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final Window BEFORE = new Window(START, START.plusDays(180));
    private static final Window WINDOW = new Window(START.plusDays(181), START.plusDays(364));
    private static final int EARLY = 60;
    private static final int LATE = 240;

    /** Needs and answers as they are put down; the data end with the window. */
    private static final class Board {
        private final List<Act> acts = new ArrayList<>();

        Board() {
            said("end", "ann0", 364, ContributionKind.DOCUMENT, "community:news", null, null, null);
        }

        /** So many questions of six people, one a day from a day on, the first of them unanswered. */
        Board questions(
                String community, int firstDay, int questions, int unanswered, boolean met, String... answerers) {
            return questions(community, null, firstDay, questions, unanswered, met, answerers);
        }

        Board questions(
                String community,
                @Nullable String process,
                int firstDay,
                int questions,
                int unanswered,
                boolean met,
                String... answerers) {
            for (int number = 0; number < questions; number++) {
                String key = community + firstDay + process + "-" + number;
                said(
                        key,
                        "ann" + number % 6,
                        firstDay + number,
                        ContributionKind.QUESTION,
                        community,
                        process,
                        null,
                        null);
                if (number >= unanswered) {
                    said(
                            key + "a",
                            answerers[number % answerers.length],
                            firstDay + number + 1,
                            ContributionKind.ANSWER,
                            community,
                            process,
                            key,
                            met ? key : null);
                }
            }
            return this;
        }

        private void said(
                String key,
                String person,
                int day,
                ContributionKind kind,
                String community,
                @Nullable String process,
                @Nullable String repliesTo,
                @Nullable String resolves) {
            Instant at = START.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.UTC);
            acts.add(new Act(
                    key,
                    person,
                    at,
                    kind,
                    "forum",
                    repliesTo == null ? key : repliesTo,
                    repliesTo,
                    resolves,
                    community,
                    "company",
                    Set.of(),
                    process == null ? List.of() : List.of(process),
                    List.of(),
                    List.of()));
        }

        LoopLog log() {
            return new LoopLog(new MarkedActsInMemory(acts));
        }

        Offers offers(int peopleMin) {
            return new LoopItems(log()).offers(new Ask(snapshot(), BEFORE, WINDOW, peopleMin));
        }
    }

    /** Six who ask and one colleague of theirs in one unit, three in another. */
    private static NetworkSnapshot snapshot() {
        List<String> own = List.of("ann0", "ann1", "ann2", "ann3", "ann4", "ann5", "mate");
        List<String> others = List.of("bob", "cid", "dan");
        List<Membership> memberships = new ArrayList<>();
        own.forEach(id -> memberships.add(new Membership(id, "unit:a", null, null, 1, true, null)));
        others.forEach(id -> memberships.add(new Membership(id, "unit:b", null, null, 1, true, null)));
        Chart chart = new Chart(
                Stream.concat(own.stream(), others.stream())
                        .map(id -> new Person(id, id, null, null, null, null, false))
                        .toList(),
                List.of(
                        new Group("unit:a", "A", Dimension.UNIT, null, true),
                        new Group("unit:b", "B", Dimension.UNIT, null, true),
                        new Group("community:seals", "Seals", Dimension.COMMUNITY, null, true)),
                memberships,
                List.of(),
                List.of(),
                List.of());
        return new NetworkSnapshot("1", Instant.EPOCH, chart, List.of());
    }

    private static List<String> keys(Offers offers) {
        return offers.items().stream().map(OverviewItem::key).toList();
    }

    private static OverviewItem item(Offers offers, String key) {
        return offers.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void gap_ofACommunity_namesItBesideTheOthers() {
        Board board = new Board()
                .questions("community:pumps", LATE, 40, 5, false, "mate")
                .questions("community:valves", LATE, 40, 5, false, "mate")
                .questions("community:seals", LATE, 40, 30, false, "mate");
        Offers offers = board.offers(6);

        assertThat(keys(offers)).containsExactly("unanswered:community:seals");
        OverviewItem item = offers.items().getFirst();
        assertThat(item.section()).isEqualTo(Section.AT_RISK);
        assertThat(item.sentence().english())
                .startsWith("Seals: 30 of 40 needs have no answer after 14 days, against 1");
        assertThat(item.sentence().french()).startsWith("Seals\u00a0: 30 besoins sur 40 restent sans réponse");
        assertThat(item.value()).isEqualTo(0.75);
        // Elsewhere 10 of 80: a sixth of it.
        assertThat(item.effect()).isCloseTo(1 - 0.125 / 0.75, within(1e-12));
        assertThat(item.people()).isEqualTo(6);
        assertThat(item.view()).isEqualTo("#/communities?id=community%3Aseals");
        assertThat(item.certainty().reason().english()).contains("corrected");
        assertThat(offers.looked()).containsExactly(new Bilingual("120 needs", "120 besoins exprimés"));
        assertThat(board.offers(7).items()).as("six people asked").isEmpty();
    }

    @Test
    void gap_ofAProcess_leadsToTheLoops() {
        Offers offers = new Board()
                .questions("community:news", "Purchasing", LATE, 40, 30, false, "mate")
                .questions("community:news", "Testing", LATE, 40, 5, false, "mate")
                .questions("community:news", "Welding", LATE, 40, 5, false, "mate")
                .offers(1);

        assertThat(keys(offers)).containsExactly("unanswered:process:Purchasing");
        assertThat(offers.items().getFirst().view()).isEqualTo("#/loops");
        assertThat(offers.items().getFirst().query()).contains("by: PROCESS");
    }

    @Test
    void closing_moreThanBefore_isAChangeAndLessARisk() {
        OverviewItem more = item(
                new Board()
                        .questions("community:news", EARLY, 20, 20, true, "mate")
                        .questions("community:news", LATE, 20, 0, true, "mate")
                        .offers(1),
                "closing");
        OverviewItem less = item(
                new Board()
                        .questions("community:news", EARLY, 20, 0, true, "mate")
                        .questions("community:news", LATE, 20, 20, true, "mate")
                        .offers(1),
                "closing");

        assertThat(more.section()).isEqualTo(Section.CHANGED);
        assertThat(more.value()).isEqualTo(1);
        assertThat(more.sentence().english()).isEqualTo("Needs met within 14 days go from 0% to 100%.");
        assertThat(less.section()).isEqualTo(Section.AT_RISK);
        assertThat(less.value()).isEqualTo(-1);
    }

    @Test
    void closing_alikeOrOfFew_isNothingToSay() {
        assertThat(keys(new Board()
                        .questions("community:news", EARLY, 20, 10, true, "mate")
                        .questions("community:news", LATE, 20, 9, true, "mate")
                        .offers(1)))
                .doesNotContain("closing");
        assertThat(keys(new Board()
                        .questions("community:news", EARLY, 9, 9, true, "mate")
                        .questions("community:news", LATE, 20, 0, true, "mate")
                        .offers(1)))
                .doesNotContain("closing");
    }

    @Test
    void closers_ofOtherUnits_areThankedInOrderOfName() {
        Board board = new Board().questions("community:news", LATE, 24, 0, true, "dan", "bob", "cid", "mate");
        OverviewItem item = item(board.offers(3), "closers");

        assertThat(item.section()).isEqualTo(Section.THANKS);
        // Three in four were met by people of the other unit.
        assertThat(item.value()).isEqualTo(18);
        assertThat(item.effect()).isEqualTo(0.75);
        assertThat(item.who()).extracting(Person::id).containsExactly("bob", "cid", "dan");
        assertThat(item.sentence().english()).startsWith("3 people met 18 needs of colleagues of other units, 75%");
        assertThat(keys(board.offers(4))).as("three people").doesNotContain("closers");
        assertThat(keys(new Board()
                        .questions("community:news", LATE, 24, 0, true, "mate")
                        .offers(1)))
                .as("all of the same unit")
                .doesNotContain("closers");
    }

    @Test
    void needs_ofCommunities_areThoseOfTheLoops() {
        LoopLog log = new Board()
                .questions("community:seals", EARLY, 3, 1, false, "mate")
                .questions("community:news", LATE, 2, 2, false, "mate")
                .log();

        assertThat(log.byCommunity().keySet()).containsExactlyInAnyOrder("community:seals", "community:news");
        List<Need> seals = log.byCommunity().getOrDefault("community:seals", List.of());
        assertThat(seals).extracting(Need::answeredAt).hasSize(3).startsWith((Instant) null);
        assertThat(seals.get(1).answeredAt())
                .isEqualTo(START.plusDays(EARLY + 2).atTime(10, 0).toInstant(ZoneOffset.UTC));
        assertThat(seals.getFirst().openedAt())
                .isEqualTo(START.plusDays(EARLY).atTime(10, 0).toInstant(ZoneOffset.UTC));
    }
}
