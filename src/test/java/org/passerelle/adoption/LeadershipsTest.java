package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.demonstration.InventedNetwork;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.demonstration.Pattern;
import org.passerelle.network.Dimension;

class LeadershipsTest {
    @TempDir
    private Path directory;

    @Test
    void plantedEffect_isFound_andSaidToBeAnAssociation() {
        LeadershipEffect effect = Leaderships.compute(Village.led(1, 0.4).ground(364, 1));

        assertThat(effect.state()).isEqualTo(FigureState.SHOWN);
        assertThat(effect.leaders()).isEqualTo(3);
        assertThat(effect.p()).isLessThan(0.01);
        assertThat(effect.difference()).isNotNull().satisfies(difference -> assertThat(difference.low())
                .isPositive());
        assertThat(effect.summary().english()).startsWith("An association, no proof of a cause");
    }

    @Test
    void withoutEffect_smallPIsAsRareAsItSays() {
        int companies = 100;
        // Larger ones come in lumps, because few begin in a week.
        double[] levels = {0.05, 0.1, 0.2};
        int[] small = new int[3];
        for (int seed = 0; seed < companies; seed++) {
            Double p = Leaderships.compute(Village.led(seed, 0).ground(364, 1)).p();
            assertThat(p).isNotNull();
            for (int level = 0; level < levels.length; level++) {
                small[level] += p != null && p <= levels[level] ? 1 : 0;
            }
        }
        for (int level = 0; level < levels.length; level++) {
            double mean = companies * levels[level];
            double spread = 3 * Math.sqrt(mean * (1 - levels[level]));
            assertThat((double) small[level]).as("p <= %s", levels[level]).isBetween(mean - spread, mean + spread);
        }
    }

    @Test
    void withoutLines_nobodyLeads() {
        LeadershipEffect effect = Leaderships.compute(
                new Village().unit("A", "ann").posts("ann", 1, 60).ground(100, 1));

        assertThat(effect.state()).isEqualTo(FigureState.NO_DATA);
        assertThat(effect.summary().english()).contains("No reporting lines");
    }

    @Test
    void floor_fewLeaders_areWithheld() {
        LeadershipEffect effect = Leaderships.compute(Village.led(1, 0.4).ground(364, 5));

        assertThat(effect.state()).isEqualTo(FigureState.SUPPRESSED);
        assertThat(effect.p()).isNull();
        assertThat(effect.places()).isEmpty();
    }

    @Test
    void leaders_areTheTopLevelsWithReports() {
        Leaders one = new Leaders(Village.led(1, 0).snapshot().chart(), 1);
        Leaders two = new Leaders(Village.led(1, 0).snapshot().chart(), 2);

        assertThat(one.lead("chief", Village.day(5))).isTrue();
        assertThat(one.lead("head1", Village.day(5))).isFalse();
        assertThat(two.lead("head1", Village.day(5))).isTrue();
        assertThat(two.lead("staff", Village.day(5))).isFalse();
    }

    private LeadershipEffect invented(int seed, Switches switches) throws IOException {
        InventedNetwork network = InventedNetwork.of(new Parameters(400, seed, switches), directory);
        AdoptionQuestion question = new AdoptionQuestion(
                Dimension.UNIT,
                0,
                AdoptionQuestion.wholeMonths(network.snapshot().extent()),
                Set.of(),
                2,
                1);
        return Leaderships.compute(AdoptionGround.of(network.snapshot(), network.said(), question));
    }

    @Test
    void inventedCompanies_plantedSponsor_isFound_andWhereLeftOut_not() throws IOException {
        for (int seed = 1; seed <= 2; seed++) {
            LeadershipEffect planted = invented(seed, Switches.all());
            assertThat(planted.p())
                    .as("seed %d: %s", seed, planted.summary().english())
                    .isLessThan(0.01);
            LeadershipEffect absent = invented(seed, Switches.all().without(Pattern.LEADER));
            assertThat(absent.p())
                    .as("seed %d: %s", seed, absent.summary().english())
                    .isGreaterThan(0.01);
        }
    }
}
