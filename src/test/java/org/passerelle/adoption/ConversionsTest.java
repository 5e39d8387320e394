package org.passerelle.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.adoption.Conversions.Result;
import org.passerelle.network.Dimension;

class ConversionsTest {
    private static final int UNITS = 20;
    private static final int PEOPLE = 10;

    /** Twenty units of ten at two sites; everybody begins on some day, the neighbours of converters within two weeks. */
    private static Village village(long seed, int converters) {
        SplittableRandom random = new SplittableRandom(seed);
        Village village = new Village().posts("old", 0, 330);
        for (int unit = 0; unit < UNITS; unit++) {
            int first = random.nextInt(40, 250);
            for (int number = 0; number < PEOPLE; number++) {
                String name = "u" + (10 + unit) + "n" + number;
                village.unit("unit" + (10 + unit), name).group("site" + unit % 2, Dimension.SITE, true, name);
                village.line(name, "head" + unit).unit("heads", "head" + unit);
                int any = random.nextInt(40, 300);
                int soon = number == 0 ? first : first + random.nextInt(1, 15);
                village.posts(name, unit < converters ? soon : any);
            }
        }
        return village;
    }

    @Test
    void plantedConverters_areFoundAndNobodyOutsideTheirUnits() {
        Result result = Conversions.compute(village(1, 2).ground(330, 1), Neighbourhood.UNIT);

        assertThat(result.converters()).extracting(found -> found.person().id()).contains("u10n0", "u11n0");
        assertThat(result.converters()).allMatch(found -> found.person().id().matches("u1[01]n.*"));
        assertThat(result.converters().getFirst().followed()).isEqualTo(9);
        assertThat(result.contagion().p()).isLessThan(0.05);
        assertThat(result.contagion().summary().english()).contains("association");
    }

    @Test
    void line_findsWhoReportsToTheSameManager() {
        Result result = Conversions.compute(village(1, 2).ground(330, 1), Neighbourhood.LINE);

        assertThat(result.converters()).extracting(found -> found.person().id()).contains("u10n0", "u11n0");
    }

    @Test
    void site_wholeSite_isNotConvertedByOne() {
        assertThat(Conversions.compute(village(1, 0).ground(330, 1), Neighbourhood.SITE)
                        .converters())
                .isEmpty();
    }

    @Test
    void nobodyConverts_fewAreFoundAndPIsUniform() {
        int companies = 100;
        int found = 0;
        int[] small = new int[3];
        double[] levels = {0.05, 0.2, 0.5};
        for (int seed = 0; seed < companies; seed++) {
            Result result = Conversions.compute(village(seed, 0).ground(330, 1), Neighbourhood.UNIT);
            found += result.converters().isEmpty() ? 0 : 1;
            Double p = result.contagion().p();
            assertThat(p).isNotNull();
            for (int level = 0; level < levels.length; level++) {
                small[level] += p != null && p <= levels[level] ? 1 : 0;
            }
        }
        // In at most one of twenty companies somebody by chance: three standard deviations of 100.
        assertThat(found).isLessThanOrEqualTo(5 + 6);
        for (int level = 0; level < levels.length; level++) {
            double mean = companies * levels[level];
            assertThat((double) small[level]).isBetween(mean - 3 * Math.sqrt(mean), mean + 3 * Math.sqrt(mean));
        }
    }

    @Test
    void seasonThatEverybodyShares_isNoConversion() {
        // All begin in the same fortnight, whatever their unit.
        SplittableRandom random = new SplittableRandom(3);
        Village village = new Village().posts("old", 0, 330);
        for (int unit = 0; unit < UNITS; unit++) {
            for (int number = 0; number < PEOPLE; number++) {
                String name = "u" + (10 + unit) + "n" + number;
                village.unit("unit" + (10 + unit), name).posts(name, random.nextInt(100, 114));
            }
        }

        Result result = Conversions.compute(village.ground(330, 1), Neighbourhood.UNIT);

        assertThat(result.converters()).isEmpty();
        assertThat(result.contagion().p()).isGreaterThan(0.05);
    }

    @Test
    void neighbours_areThoseOfTheDayBefore() {
        Village village = new Village()
                .posts("old", 0, 330)
                .unit("A", "ann bob cid dan")
                .posts("ann", 60)
                .posts("bob", 61)
                .posts("cid", 62)
                .posts("dan", 200);

        assertThat(Neighbourhood.UNIT.of("ann", village.snapshot().chart(), Village.day(59)))
                .containsExactlyInAnyOrder("bob", "cid", "dan");
        // ann, with three neighbours who became active later, is looked at; bob has two.
        assertThat(Conversions.compute(village.ground(330, 1), Neighbourhood.UNIT)
                        .contagion()
                        .tested())
                .isEqualTo(1);
    }

    @Test
    void nobodyActive_hasNoData() {
        assertThat(Conversions.compute(new Village().posts("old", 0).ground(330, 1), Neighbourhood.UNIT)
                        .contagion()
                        .state())
                .isEqualTo(FigureState.NO_DATA);
    }
}
