package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems.Ask;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.Person;
import org.passerelle.network.Window;

class CommunityItemsTest {
    private static final String ID = "community:valves";
    /** Twelve fortnights from the first thread on. */
    private static final Window WINDOW = new Window(Acts.START, Acts.START.plusDays(167));

    private static final Window BEFORE = new Window(Acts.START.minusDays(168), Acts.START.minusDays(1));

    /** Of one community with these acts and needs, where so few people are enough for a figure. */
    private static Offers offers(String text, List<Need> needs, int peopleMin) {
        List<Act> acts = Acts.acts(text);
        ActivityInMemory activity = new ActivityInMemory(Map.of(ID, acts));
        Chart chart = new Chart(
                acts.stream()
                        .map(Act::personId)
                        .distinct()
                        .map(id -> new Person(id, id, null, null, null, null, false))
                        .toList(),
                List.of(new Group(ID, "Valves", Dimension.COMMUNITY, null, true)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        NetworkSnapshot snapshot = new NetworkSnapshot("1", Instant.EPOCH, chart, List.of());
        return new CommunityItems(activity, new Animation(activity), () -> Map.of(ID, needs))
                .offers(new Ask(snapshot, BEFORE, WINDOW, peopleMin));
    }

    private static OverviewItem item(Offers offers, String key) {
        return offers.items().stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " is not among " + offers.items()));
    }

    private static List<String> keys(Offers offers) {
        return offers.items().stream().map(OverviewItem::key).toList();
    }

    /** Threads of one a day; in the first half of the window six people speak, in the second one. */
    private static String shrinking() {
        return IntStream.range(0, 168)
                .mapToObj(day -> day < 84 ? "ann bob cid dan eve fay" : day % 3 == 0 ? "ann" : "bob")
                .collect(Collectors.joining(";"));
    }

    /** Four needs of the window's second half, of which the first so many are answered. */
    private static List<Need> lateNeeds(int answered) {
        return IntStream.range(0, 4)
                .mapToObj(number -> {
                    Instant at = Instant.parse(Acts.START.plusDays(100 + number) + "T08:00:00Z");
                    return new Need("n" + number, at, number < answered ? at.plusSeconds(60) : null);
                })
                .toList();
    }

    @Test
    void dying_shrinksAndNeedsStayUnanswered_isARisk() {
        Offers offers = offers(shrinking(), lateNeeds(1), 1);
        OverviewItem item = item(offers, "dying:" + ID);

        assertThat(item.section()).isEqualTo(Section.AT_RISK);
        assertThat(item.sentence().english())
                .isEqualTo(
                        "Valves is dying: 84 contributions in the second half of the period against 504 in the first,"
                                + " and 75% of needs unanswered.");
        assertThat(item.sentence().french()).startsWith("Valves s'éteint");
        assertThat(item.value()).isEqualTo(84 / 504.0 - 1);
        assertThat(item.people()).isEqualTo(6);
        assertThat(item.view()).isEqualTo("#/communities?id=community%3Avalves");
        assertThat(offers.looked().getFirst().english()).isEqualTo("1 communities");
    }

    @Test
    void dying_needsAreAnswered_isOnlySmaller() {
        // The six are newcomers as well, and they came back.
        assertThat(keys(offers(shrinking(), lateNeeds(2), 1))).doesNotContain("dying:" + ID);
        assertThat(keys(offers(shrinking(), List.of(), 1))).doesNotContain("dying:" + ID);
    }

    @Test
    void communityOfFewerThanTheFloor_isNotSpokenOf() {
        Offers offers = offers(shrinking(), lateNeeds(0), 7);
        assertThat(offers.items()).isEmpty();
        assertThat(offers.looked().getFirst().english()).isEqualTo("0 communities");
    }

    /**
     * Ten threads that fay opens; in each, eighteen of twenty-four others speak once. Whoever else is left out leaves the
     * threads alive.
     */
    private static String restingOn(String opener) {
        return IntStream.range(0, 12)
                .mapToObj(thread -> opener + " "
                        + IntStream.range(0, 18)
                                .mapToObj(place -> "p" + (thread * 5 + place) % 24)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }

    @Test
    void fragile_allThreadsOfOnePerson_isARiskThatNamesNobody() {
        OverviewItem item = item(offers(restingOn("fay"), List.of(), 1), "fragile:" + ID);

        assertThat(item.section()).isEqualTo(Section.AT_RISK);
        assertThat(item.value()).isZero();
        assertThat(item.effect()).isEqualTo(1);
        assertThat(item.who()).isEmpty();
        assertThat(item.sentence().english()).startsWith("Valves rests on one person: without them 0%");
        assertThat(item.certainty().value()).isGreaterThan(0.95);
    }

    @Test
    void fragile_threadsOfMany_isNothingToSay() {
        String many = IntStream.range(0, 12)
                .mapToObj(thread -> "p" + thread + " "
                        + IntStream.range(1, 18)
                                .mapToObj(place -> "p" + (thread + place) % 24)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
        assertThat(keys(offers(many, List.of(), 1))).doesNotContain("fragile:" + ID);
    }

    /** Two hosts answer a newcomer a day, each of whom is there again a fortnight later. */
    private static String welcoming() {
        return IntStream.range(0, 80)
                .mapToObj(day ->
                        "new" + day + " " + (day % 2 == 0 ? "host" : "other") + (day < 14 ? "" : " new" + (day - 14)))
                .collect(Collectors.joining(";"));
    }

    @Test
    void welcomes_followedByReturns_areThanked() {
        OverviewItem item = item(offers(welcoming(), List.of(), 2), "welcomes");

        assertThat(item.section()).isEqualTo(Section.THANKS);
        assertThat(item.who()).extracting(Person::id).containsExactly("host", "other");
        // Of the eighty the last fourteen had no time to come back.
        assertThat(item.value()).isEqualTo(66);
        assertThat(item.sentence().english())
                .isEqualTo(
                        "2 people were first to answer a newcomer who came back: 66 of 80 welcomes were followed by a"
                                + " return.");
    }

    @Test
    void animators_whoSparkBeyondVolume_areThanked() {
        String sparked = IntStream.range(0, 20)
                .mapToObj(thread -> {
                    String one = "p" + thread % 5;
                    String two = "q" + thread % 7;
                    return String.join(" ", "fay", one, two, one, two, one, two, "gus");
                })
                .collect(Collectors.joining(";"));
        Offers offers = offers(sparked, List.of(), 1);
        OverviewItem item = item(offers, "animators");

        assertThat(item.section()).isEqualTo(Section.THANKS);
        assertThat(item.who()).extracting(Person::id).contains("fay").doesNotContain("gus");
        assertThat(item.sentence().english()).contains("beyond their volume and rank");
        assertThat(keys(offers(sparked, List.of(), 10))).doesNotContain("animators");
    }
}
