package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.network.SmallOrganisation.days;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.SolvedSums;
import org.passerelle.network.Window;

/** What somebody learns who asks for maps of all months, all channels and some of them, and subtracts one from another. */
class SubtractedMapsTest {
    private static final int FLOOR = 5;
    private static final List<String> CHANNELS = List.of("chat", "mail", "wiki");
    /** First days of the months, and the day after the last. */
    private static final int[] MONTHS = {0, 31, 60, 91};

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** Units of 5 to 14 people who exchange more in some months, and through some channels, than in others. */
    private static final class Company {
        private final SmallOrganisation organisation = new SmallOrganisation();
        private final int units;
        /** By unit, month and channel, who took part. */
        private final BitSet[][][] took;

        Company(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            units = 3 + random.nextInt(3);
            took = new BitSet[units][3][3];
            List<String> names = new ArrayList<>();
            List<Integer> of = new ArrayList<>();
            for (int unit = 0; unit < units; unit++) {
                for (int person = 0; person < 5 + random.nextInt(10); person++) {
                    names.add("p" + (100 + names.size()));
                    of.add(unit);
                    organisation.unit("u" + unit, names.getLast());
                }
                for (int month = 0; month < 3; month++) {
                    for (int channel = 0; channel < 3; channel++) {
                        took[unit][month][channel] = new BitSet();
                    }
                }
            }
            for (int month = 0; month < 3; month++) {
                for (int channel = 0; channel < 3; channel++) {
                    // From a few exchanges to several for everybody.
                    int many = (int) (names.size() * Math.pow(random.nextDouble(), 2) * 4) + 1;
                    for (int exchange = 0; exchange < many; exchange++) {
                        int one = random.nextInt(names.size());
                        int other = random.nextInt(names.size());
                        if (one != other) {
                            int day = MONTHS[month] + random.nextInt(MONTHS[month + 1] - MONTHS[month]);
                            organisation.exchange(CHANNELS.get(channel), names.get(one), names.get(other), day);
                            took[of.get(one)][month][channel].set(one);
                            took[of.get(other)][month][channel].set(other);
                        }
                    }
                }
            }
        }

        /** Whether some people of a unit took part in these months and channels, but fewer than the floor. */
        boolean few(int unit, int first, int last, Set<Integer> channels) {
            BitSet people = new BitSet();
            for (int month = first; month <= last; month++) {
                for (int channel : channels) {
                    people.or(took[unit][month][channel]);
                }
            }
            return !people.isEmpty() && people.cardinality() < FLOOR;
        }

        int pairs() {
            return units * (units + 1) / 2;
        }

        int pair(int one, int other) {
            return Math.max(one, other) * (Math.max(one, other) + 1) / 2 + Math.min(one, other);
        }

        /** Exchanges of a pair of units in some months through some channels. */
        long[] sum(Set<Integer> pairs, int first, int last, Set<Integer> channels) {
            long[] row = new long[pairs() * 9];
            for (int pair : pairs) {
                for (int month = first; month <= last; month++) {
                    for (int channel : channels) {
                        row[pair * 9 + month * 3 + channel] = 1;
                    }
                }
            }
            return row;
        }
    }

    private static List<Set<Integer>> subsets() {
        List<Set<Integer>> subsets = new ArrayList<>();
        for (int bits = 1; bits < 8; bits++) {
            Set<Integer> some = new HashSet<>();
            for (int channel = 0; channel < 3; channel++) {
                if ((bits >> channel & 1) == 1) {
                    some.add(channel);
                }
            }
            subsets.add(some);
        }
        return subsets;
    }

    /** What was learnt of few people, and how many cells were told. */
    private record Harvest(int learnt, int told) {}

    /** Asks everything; {@code ruled} by the map, else by each question's own people alone. */
    private static Harvest attack(long seed, boolean ruled, boolean byMonth, boolean byChannel) {
        Company company = new Company(seed);
        NetworkSnapshot snapshot = company.organisation.snapshot();
        Set<Integer> all = new HashSet<>();
        for (int pair = 0; pair < company.pairs(); pair++) {
            all.add(pair);
        }
        SolvedSums known = new SolvedSums();
        int told = 0;
        for (int first = 0; first < 3; first++) {
            for (int last = first; last < 3; last++) {
                if (!byMonth && (first > 0 || last < 2)) {
                    continue;
                }
                Window window = days(MONTHS[first], MONTHS[last + 1] - 1);
                for (Set<Integer> channels : subsets()) {
                    if (!byChannel && channels.size() < 3) {
                        continue;
                    }
                    // How many exchanges there are in all stands in the answer's parameters.
                    known.know(company.sum(all, first, last, channels));
                    Set<String> names = new HashSet<>();
                    channels.forEach(channel -> names.add(CHANNELS.get(channel)));
                    SiloMap map = Silos.compute(
                            snapshot,
                            new SiloQuestion(
                                    Dimension.UNIT,
                                    0,
                                    window,
                                    channels.size() == 3 ? Set.of() : names,
                                    ruled ? FLOOR : 1));
                    for (SiloCell cell : map.cells()) {
                        int one = Integer.parseInt(cell.from().id().substring(1));
                        int other = Integer.parseInt(cell.to().id().substring(1));
                        boolean alone =
                                !company.few(one, first, last, channels) && !company.few(other, first, last, channels);
                        if (cell.state() == FigureState.SHOWN && alone) {
                            known.know(company.sum(Set.of(company.pair(one, other)), first, last, channels));
                            told++;
                        }
                        assertThat(alone || !ruled || cell.state() != FigureState.SHOWN)
                                .isTrue();
                    }
                }
            }
        }
        return new Harvest(learnt(company, known), told);
    }

    /** Sums of one pair of units, over months and channels in which few of the one or the other took part. */
    private static int learnt(Company company, SolvedSums known) {
        int learnt = 0;
        for (int one = 0; one < company.units; one++) {
            for (int other = 0; other <= one; other++) {
                for (int first = 0; first < 3; first++) {
                    for (int last = first; last < 3; last++) {
                        for (Set<Integer> channels : subsets()) {
                            boolean few = company.few(one, first, last, channels)
                                    || company.few(other, first, last, channels);
                            learnt += few
                                            && known.knows(company.sum(
                                                    Set.of(company.pair(one, other)), first, last, channels))
                                    ? 1
                                    : 0;
                        }
                    }
                }
            }
        }
        return learnt;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mapsOfAllMonths_subtracted_tellNothingOfFewPeople(long seed) {
        assertThat(attack(seed, true, true, false).learnt()).as("seed " + seed).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mapsOfAllChannels_subtracted_tellNothingOfFewPeople(long seed) {
        assertThat(attack(seed, true, false, true).learnt()).as("seed " + seed).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mapsOfAllMonthsAndChannelsTogether_subtracted_tellNothingOfFewPeople(long seed) {
        assertThat(attack(seed, true, true, true).learnt()).as("seed " + seed).isZero();
    }

    /** That there is something to close, and what closing it costs. */
    @Test
    void mapsByTheirOwnPeopleAlone_subtracted_wouldTell() {
        int fall = 0;
        int told = 0;
        int toldAlone = 0;
        for (long seed : seeds().toArray()) {
            Harvest alone = attack(seed, false, true, true);
            fall += alone.learnt() > 0 ? 1 : 0;
            toldAlone += alone.told();
            told += attack(seed, true, true, true).told();
        }
        System.out.printf(
                "REPORT subtracted: by each question's own people alone %d of 100 companies tell of few people; by the rule"
                        + " %d cells are told of %d%n",
                fall, told, toldAlone);
        assertThat(fall).isGreaterThan(50);
        assertThat(told).isGreaterThan(toldAlone / 10);
    }

    @Test
    void window_thatEndsWithinAMonth_isWithheld() {
        Company company = new Company(1);
        SiloQuestion question = new SiloQuestion(Dimension.UNIT, 0, days(0, 40), Set.of(), FLOOR);
        assertThat(Silos.compute(company.organisation.snapshot(), question).groups())
                .allSatisfy(group -> assertThat(group.state()).isNotEqualTo(FigureState.SHOWN));
    }
}
