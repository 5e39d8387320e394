package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

class AlikeTiesTest {
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tally_weeksDrawn_isThatOfEveryTieByItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = three();
        for (int mail = 0; mail < 200; mail++) {
            int one = random.nextInt(12);
            int other = (one + 1 + random.nextInt(11)) % 12;
            organisation.mail("p" + (10 + one), "p" + (10 + other), random.nextInt(371));
        }
        WeeklyTies ties = ties(organisation.snapshot());
        AlikeTies alike = AlikeTies.of(ties);
        for (int draw = 0; draw < 20; draw++) {
            int[] times = random.ints(53, 0, 3).toArray();
            TieTally expected = ties.tally(times);
            assertThat(alike.tally(times).inside()).as("seed " + seed).isEqualTo(expected.inside());
            assertThat(alike.tally(times).outside()).as("seed " + seed).isEqualTo(expected.outside());
        }
    }

    @Test
    void tally_noTies_countsNone() {
        TieTally none = AlikeTies.of(ties(three().snapshot())).tally(new int[53]);
        assertThat(none.ties()).isZero();
    }
}
