package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

class WeeklyTiesTest {
    private static final Window YEAR = days(0, 370);

    private static WeeklyTies ties(NetworkSnapshot snapshot) {
        return WeeklyTies.of(snapshot, snapshot.history(Dimension.UNIT, 0, YEAR), TieFilter.of(YEAR));
    }

    private static SmallOrganisation three() {
        SmallOrganisation organisation = new SmallOrganisation();
        for (int person = 0; person < 12; person++) {
            organisation.unit("U" + person % 3, "p" + (10 + person));
        }
        return organisation;
    }

    /** By week and pair of people, whether they wrote; counted draw by draw. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tallies_weeksDrawn_areThoseOfEveryDrawByItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = three();
        boolean[][][] wrote = new boolean[53][12][12];
        for (int mail = 0; mail < 200; mail++) {
            int one = random.nextInt(12);
            int other = (one + 1 + random.nextInt(11)) % 12;
            int day = random.nextInt(371);
            organisation.mail("p" + (10 + one), "p" + (10 + other), day);
            wrote[day / 7][Math.min(one, other)][Math.max(one, other)] = true;
        }
        int draws = 100;
        int[][] times = new int[draws][];
        Arrays.setAll(times, _ -> random.ints(53, 0, 3).map(drawn -> drawn / 2).toArray());
        List<TieTally> tallies = ties(organisation.snapshot()).tallies(times);
        assertThat(tallies).hasSize(draws);
        for (int draw = 0; draw < draws; draw++) {
            int[] inside = new int[3];
            int[] outside = new int[3];
            for (int one = 0; one < 12; one++) {
                for (int other = one + 1; other < 12; other++) {
                    if (drawn(wrote, times[draw], one, other)) {
                        (one % 3 == other % 3 ? inside : outside)[one % 3]++;
                        outside[other % 3] += one % 3 == other % 3 ? 0 : 1;
                    }
                }
            }
            assertThat(tallies.get(draw).inside()).as("seed " + seed).isEqualTo(inside);
            assertThat(tallies.get(draw).outside()).as("seed " + seed).isEqualTo(outside);
        }
    }

    private static boolean drawn(boolean[][][] wrote, int[] times, int one, int other) {
        for (int week = 0; week < times.length; week++) {
            if (times[week] > 0 && wrote[week][one][other]) {
                return true;
            }
        }
        return false;
    }

    @Test
    void tallies_everyWeekDrawn_areAllTies() {
        SmallOrganisation organisation = three().mail("p10", "p11", 3).mail("p11", "p14", 300);
        WeeklyTies ties = ties(organisation.snapshot());
        int[] once = new int[53];
        Arrays.fill(once, 1);
        TieTally tally = ties.tallies(new int[][] {once}).getFirst();
        assertThat(tally.inside()).isEqualTo(ties.tally().inside()).containsExactly(0, 1, 0);
        assertThat(tally.outside()).isEqualTo(ties.tally().outside()).containsExactly(1, 1, 0);
    }

    @Test
    void tallies_noTies_countNone() {
        WeeklyTies none = ties(three().snapshot());
        assertThat(none.tallies(new int[][] {new int[53]}).getFirst().ties()).isZero();
        assertThat(none.tallies(new int[0][])).isEmpty();
    }
}
