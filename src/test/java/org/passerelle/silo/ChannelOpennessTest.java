package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Dimension;
import org.passerelle.network.SmallOrganisation;

class ChannelOpennessTest {
    private static final int PEOPLE = 8;

    /** Two teams over 30 weeks; every pair speaks through each channel with a chance of its own a week. */
    private static SmallOrganisation organisation(long seed, double mailInside, double mailAcross) {
        SplittableRandom random = new SplittableRandom(seed);
        SmallOrganisation organisation = new SmallOrganisation();
        for (int number = 0; number < PEOPLE; number++) {
            organisation.unit("A", "a" + number).unit("B", "b" + number);
        }
        for (int one = 0; one < 2 * PEOPLE; one++) {
            for (int other = one + 1; other < 2 * PEOPLE; other++) {
                boolean inside = one / PEOPLE == other / PEOPLE;
                for (String channel : List.of("chat", "mail")) {
                    double rate = channel.equals("chat") ? .03 : inside ? mailInside : mailAcross;
                    int[] weeks = IntStream.range(0, 30)
                            .filter(_ -> random.nextDouble() < rate)
                            .map(week -> 7 * week)
                            .toArray();
                    if (weeks.length > 0) {
                        organisation.exchange(channel, name(one), name(other), weeks);
                    }
                }
            }
        }
        return organisation;
    }

    private static String name(int number) {
        return (number < PEOPLE ? "a" : "b") + number % PEOPLE;
    }

    private static ChannelSilos mail(SmallOrganisation organisation) {
        return ChannelOpenness.compute(organisation.snapshot(), SiloQuestion.of(Dimension.UNIT, 0, days(0, 209)))
                .getLast();
    }

    @Test
    void compute_mailKeptInside_saysThatItOverstates() {
        ChannelSilos mail = mail(organisation(1, .1, .004));
        assertThat(Objects.requireNonNull(mail.difference()).high()).isNegative();
        assertThat(mail.sentence().english()).contains("more closed", "overstates silos");
    }

    @Test
    void compute_mailAcrossOnly_saysThatItUnderstates() {
        ChannelSilos mail = mail(organisation(1, .004, .1));
        assertThat(Objects.requireNonNull(mail.difference()).low()).isPositive();
        assertThat(mail.sentence().english()).contains("more open", "understates silos");
    }

    @Test
    void compute_sameHabitsInBoth_seldomADifference() {
        int alarms = 0;
        for (long seed = 1; seed <= 40; seed++) {
            Estimate difference =
                    Objects.requireNonNull(mail(organisation(seed, .03, .03)).difference());
            alarms += difference.low() > 0 || difference.high() < 0 ? 1 : 0;
        }
        System.out.printf("REPORT channel differences: %d false alarms of 40%n", alarms);
        // Two expected at 5 %; more than six once in a hundred times.
        assertThat(alarms).isLessThanOrEqualTo(6);
    }

    @Test
    void states_tooFewUsers_theLeastUsedOtherGoesToo() {
        FigureState shown = FigureState.SHOWN;
        FigureState hidden = FigureState.SUPPRESSED;
        assertThat(ChannelOpenness.states(List.of(30, 3, 20), 10)).containsExactly(shown, hidden, hidden);
        assertThat(ChannelOpenness.states(List.of(30, 3, 4), 10)).containsExactly(shown, hidden, hidden);
        assertThat(ChannelOpenness.states(List.of(30, 0), 10)).containsExactly(shown, FigureState.NO_DATA);
        assertThat(ChannelOpenness.states(List.of(3), 1)).containsExactly(shown);
        assertThat(ChannelOpenness.states(List.of(3), 10)).containsExactly(hidden);
    }

    @Test
    void compute_belowTheFloor_neitherFiguresNorZeros() {
        List<ChannelSilos> silos = ChannelOpenness.compute(
                organisation(1, .1, .1).snapshot(), new SiloQuestion(Dimension.UNIT, 0, days(0, 209), Set.of(), 17));
        assertThat(silos).hasSize(2).allSatisfy(channel -> {
            assertThat(channel.state()).isEqualTo(FigureState.SUPPRESSED);
            assertThat(channel.ties()).isNull();
            assertThat(channel.externalInternal()).isNull();
            assertThat(channel.difference()).isNull();
            assertThat(channel.sentence().english()).startsWith("Too few people");
        });
    }
}
