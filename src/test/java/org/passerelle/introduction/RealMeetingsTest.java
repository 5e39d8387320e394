package org.passerelle.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Visibility;

/** Chosen meetings beside random pairs and pairs of the best connected: in planted companies and in a real institution. */
class RealMeetingsTest {
    private static final int DRAWS = 20;

    /**
     * Five units of ten people who mostly know one another, and six pairs of people of different units who do: a
     * company of silos, decided by the seed.
     */
    private static NetworkSnapshot company(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation company = new SmallOrganisation();
        for (int person = 0; person < 50; person++) {
            company.unit("unit" + person / 10, name(person));
        }
        for (int one = 0; one < 50; one++) {
            for (int other = one + 1; other < 50; other++) {
                if (one / 10 == other / 10 && random.nextInt(10) < 3) {
                    acquainted(company, one, other);
                }
            }
        }
        for (int pair = 0; pair < 6; pair++) {
            int unit = pair % 5;
            acquainted(company, 10 * unit + random.nextInt(10), 10 * ((unit + 1) % 5) + random.nextInt(10));
        }
        return company.snapshot();
    }

    private static String name(int person) {
        return "p" + (10 + person);
    }

    private static void acquainted(SmallOrganisation company, int one, int other) {
        company.mail(name(one), name(other), 1, 2).mail(name(other), name(one), 3);
    }

    @Test
    void gain_plantedCompanies_isAboveEveryOtherChoice() {
        double chosen = 0;
        double degree = 0;
        double random = 0;
        for (long seed = 0; seed < 20; seed++) {
            MeetingsCompared.Figures figures = MeetingsCompared.compare(company(seed), Dimension.UNIT, 0, 5, DRAWS);
            assertThat(figures.meetings()).as("seed %d", seed).isEqualTo(5);
            assertThat(figures.chosen())
                    .as("seed %d: %s", seed, figures)
                    .isGreaterThan(figures.degree())
                    .isGreaterThan(figures.randomBest())
                    .isLessThanOrEqualTo(figures.ceiling());
            chosen += figures.chosen() / 5;
            degree += figures.degree() / 5;
            random += figures.random() / 5;
        }
        System.out.printf(
                "REPORT introductions, 20 planted companies, gain of one: chosen %.5f, degree %.5f, random %.5f%n",
                chosen / 20, degree / 20, random / 20);
    }

    @Test
    void meetings_allExchangesPrivate_areSuggestedWithoutIntroducers() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        MeetingPlan plan = Meetings.compute(
                snapshot,
                new MeetingQuestion(
                        Dimension.UNIT, 0, snapshot.extent(), List.of(), 1, Set.of(Visibility.COMPANY), Set.of()));
        assertThat(plan.introducersTold()).isFalse();
        assertThat(plan.meetings()).hasSize(1);
        assertThat(plan.meetings().getFirst().introduction()).isNull();
        assertThat(ShownMeeting.of(plan.meetings().getFirst(), List.of(), person -> person, 1)
                        .sentence()
                        .english())
                .contains("is not told, because all exchanges are private");
    }

    @Test
    void gain_realInstitution_isAboveEveryOtherChoice() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        long started = System.nanoTime();
        MeetingsCompared.Figures figures = MeetingsCompared.compare(snapshot, Dimension.UNIT, 0, 5, DRAWS);
        System.out.printf(
                "REPORT introductions, email_eu_core: %s; %.1f s with all baselines%n",
                figures, (System.nanoTime() - started) / 1e9);
        assertThat(figures.chosen())
                .isGreaterThan(figures.degree())
                .isGreaterThan(figures.randomBest())
                .isLessThanOrEqualTo(figures.ceiling());
    }
}
