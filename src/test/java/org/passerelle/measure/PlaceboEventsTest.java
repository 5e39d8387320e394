package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.PlaceboEvents.Event;
import org.passerelle.measure.PlaceboEvents.Parameters;
import org.passerelle.measure.PlaceboEvents.Result;

class PlaceboEventsTest {
    private static final Parameters USUAL = new Parameters(84, 20, 999, 1);

    @Test
    void oneEvent_besideThree_isItsArithmetic() {
        Event event = new Event(100, new int[] {7, 1, 2, 3}, new double[] {-1, 0.1, 0.2, 0.3});
        Result result = PlaceboEvents.compute(List.of(event), USUAL);
        assertThat(result.difference().value()).isCloseTo(-1.2, within(1e-12));
        assertThat(result.others()).isCloseTo(0.2, within(1e-12));
        assertThat(result.p()).as("one of four").isBetween(0.2, 0.3);
        assertThat(result.difference().low()).as("four deals refuse nothing").isNaN();
        assertThat(PlaceboEvents.others(event, List.of(event), USUAL)).isEqualTo(3);
    }

    @Test
    void events_nearOneAnother_areNoComparison() {
        Event one = new Event(100, new int[] {1, 2, 3}, new double[] {0, 5, 1});
        Event near = new Event(150, new int[] {2, 1, 3}, new double[] {0, 5, 1});
        Event far = new Event(184, new int[] {2, 1, 3}, new double[] {0, 5, 1});
        assertThat(PlaceboEvents.compute(List.of(one, near), USUAL).others()).isCloseTo(1, within(1e-12));
        assertThat(PlaceboEvents.compute(List.of(one, far), USUAL).others()).isCloseTo(3, within(1e-12));
    }

    @Test
    void nothing_saysNothing() {
        assertThat(PlaceboEvents.compute(List.of(), USUAL).p()).isNaN();
        Result alone = PlaceboEvents.compute(List.of(new Event(1, new int[] {1}, new double[] {1})), USUAL);
        assertThat(alone.events()).isZero();
        assertThat(alone.p()).isNaN();
        assertThatThrownBy(() -> new Event(1, new int[] {1}, new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Parameters(84, 0, 999, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Six events within three months among eighteen places; each place's change is the same all the time, so all is shared. */
    private static List<Event> shared(int seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] changes = new double[18];
        java.util.Arrays.setAll(changes, _ -> random.nextGaussian());
        List<Event> events = new ArrayList<>();
        for (int event = 0; event < 6; event++) {
            int own = event;
            int[] places = java.util.stream.IntStream.range(0, 18)
                    .map(place -> place == 0 ? own : place <= own ? place - 1 : place)
                    .toArray();
            double[] seen = java.util.Arrays.stream(places)
                    .mapToDouble(place -> changes[place] + (place == own ? effect : 0))
                    .toArray();
            events.add(new Event(100 + 10 * event, places, seen));
        }
        return events;
    }

    @Test
    void sharedPlaces_withoutEffect_alarmAsOftenAsSaid() {
        int p = 0;
        int missed = 0;
        for (int seed = 1; seed <= 400; seed++) {
            Result none = PlaceboEvents.compute(shared(seed, 0), new Parameters(84, 20, 399, 1));
            p += none.p() < 0.05 ? 1 : 0;
            Weeks.Interval some = PlaceboEvents.compute(shared(seed, 2), new Parameters(84, 20, 399, 1))
                    .difference();
            missed += some.low() > 2 || some.high() < 2 ? 1 : 0;
        }
        System.out.printf(
                "REPORT placebo events, 400 drawn worlds: false alarms %d, intervals that miss %d%n", p, missed);
        // 20 of 400 are expected; 35 or more, or 7 or fewer, come in one of a thousand runs.
        assertThat(p).isBetween(8, 34);
        assertThat(missed).isBetween(8, 34);
    }
}
