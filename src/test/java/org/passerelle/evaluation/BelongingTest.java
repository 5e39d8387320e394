package org.passerelle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.Person;

class BelongingTest {
    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");

    private static Membership in(String person, String unit, @Nullable LocalDate until) {
        return new Membership(person, unit, null, until, 1, true, null);
    }

    /** ann and bob weld; cid painted until January 15th; zoe and dan have no unit. */
    private static final Chart CHART = new Chart(
            Stream.of("ann", "bob", "cid", "dan", "zoe")
                    .map(id -> new Person(id, id, null, null, null, null, false))
                    .toList(),
            List.of(
                    new Group("unit:welding", "Welding", Dimension.UNIT, null, true),
                    new Group("unit:painting", "Painting", Dimension.UNIT, null, true)),
            List.of(
                    in("ann", "unit:welding", null),
                    in("bob", "unit:welding", null),
                    in("cid", "unit:painting", LocalDate.parse("2025-01-15"))),
            List.of(),
            List.of(),
            List.of());

    private static AskedQuestion asked(int day, String asker, @Nullable String community, String... answerers) {
        Instant at = START.plusSeconds(86_400L * day);
        return new AskedQuestion(
                "q" + day,
                at,
                asker,
                "valves",
                "",
                community,
                Stream.of(answerers)
                        .map(person -> new AskedQuestion.Answer(person, at.plusSeconds(60), false, ""))
                        .toList());
    }

    private static Replay.Asked last(AskedQuestion last) {
        List<AskedQuestion> all = List.of(
                asked(0, "x", "steel", "bob", "dan"),
                asked(1, "x", "water", "cid"),
                asked(2, "x", "steel", "dan"),
                last);
        List<Replay.Asked> seen = new ArrayList<>();
        new Replay(all).run(List.of(last), seen::add);
        return seen.getFirst();
    }

    @Test
    void outside_isByTheUnitOfTheDay() {
        Belonging belonging = new Belonging(CHART);
        Replay.Asked early = last(asked(3, "ann", "steel", "bob"));
        assertThat(belonging.outside(early, "bob")).contains(false);
        assertThat(belonging.outside(early, "cid")).contains(true);
        // Two weeks later cid has no unit, and has answered on water only.
        assertThat(belonging.outside(last(asked(20, "ann", "steel", "bob")), "cid"))
                .contains(true);
        assertThat(belonging.outside(last(asked(20, "ann", "water", "bob")), "cid"))
                .contains(false);
    }

    @Test
    void outside_withoutUnits_isByTheCommunity() {
        Belonging belonging = new Belonging(CHART);
        Replay.Asked asked = last(asked(3, "zoe", "steel", "bob"));
        assertThat(belonging.outside(asked, "dan")).contains(false);
        assertThat(belonging.outside(asked, "cid")).contains(true);
        assertThat(belonging.outside(asked, "zoe")).isEmpty();
        assertThat(belonging.outside(last(asked(3, "zoe", null, "bob")), "dan")).isEmpty();
    }
}
