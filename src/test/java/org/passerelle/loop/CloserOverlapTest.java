package org.passerelle.loop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.loop.CloserOverlap.Candidate;
import org.passerelle.measure.StratifiedCounts.Chance;

class CloserOverlapTest {
    @Test
    void nobody_nothing() {
        CloserOverlap none = CloserOverlap.of(List.of(), 10);
        assertThat(none.first()).isZero();
        assertThat(none.any()).isNull();
        assertThat(CloserOverlap.of(List.of(new Candidate("ann", 3, 0, 0.5)), 10)
                        .any())
                .as("nobody closes")
                .isNull();
    }

    @Test
    void overlap_ofFour_isItsArithmetic() {
        // First two closers ann and bob, first two animators ann and cid: one is both, of 2 * 2 / 4 = 1 by chance; one
        // or
        // more in 1 - 1/6 of deals.
        CloserOverlap overlap = CloserOverlap.of(
                List.of(
                        new Candidate("ann", 8, 5, 0.4),
                        new Candidate("bob", 9, 4, 0.1),
                        new Candidate("cid", 2, 0, 0.3),
                        new Candidate("dan", 3, 1, 0)),
                2);
        assertThat(overlap.both()).isEqualTo(1);
        assertThat(overlap.closers()).isEqualTo(3);
        assertThat(overlap.animators()).isEqualTo(3);
        Chance any = requireNonNull(overlap.any());
        assertThat(any.mean()).isCloseTo(1, within(1e-12));
        assertThat(any.p()).isCloseTo(5.0 / 6, within(1e-12));
        // Of like volume: ann and bob (8 to 15) with one animator and both closers, cid and dan (2 to 3) with one and
        // none.
        Chance alike = requireNonNull(overlap.alike());
        assertThat(alike.mean()).isCloseTo(1, within(1e-12));
        assertThat(alike.p()).isCloseTo(1, within(1e-12));
        assertThat(overlap.correlation()).as("too few").isNull();
    }

    @Test
    void overlap_equalPeople_comeInOrderOfId() {
        CloserOverlap overlap = CloserOverlap.of(
                List.of(
                        new Candidate("bob", 1, 1, 0.5),
                        new Candidate("ann", 1, 1, 0.5),
                        new Candidate("cid", 1, 1, 0)),
                1);
        assertThat(overlap.both()).isEqualTo(1);
    }

    /** People of whom the busy ones are likelier to close and likelier to animate, but not one because of the other. */
    private static List<Candidate> busy(SplittableRandom random, boolean joined) {
        List<Candidate> people = new ArrayList<>();
        for (int person = 0; person < 200; person++) {
            int contributions = 1 << random.nextInt(8);
            double share = contributions / 256.0;
            int loops = random.nextDouble() < share ? 1 + random.nextInt(20) : 0;
            boolean animates = joined ? loops > 0 && random.nextDouble() < 0.8 : random.nextDouble() < share;
            people.add(new Candidate("p" + person, contributions, loops, animates ? random.nextDouble() : 0));
        }
        return people;
    }

    @Test
    void volumeAlone_isNoOverlapAmongAlike_butJoinedPeopleAre() {
        int any = 0;
        int alike = 0;
        int found = 0;
        for (int seed = 1; seed <= 200; seed++) {
            CloserOverlap apart = CloserOverlap.of(busy(new SplittableRandom(seed), false), 20);
            any += requireNonNull(apart.any()).p() < 0.05 ? 1 : 0;
            alike += requireNonNull(apart.alike()).p() < 0.05 ? 1 : 0;
            CloserOverlap joined = CloserOverlap.of(busy(new SplittableRandom(seed), true), 20);
            found += requireNonNull(joined.alike()).p() < 0.05 ? 1 : 0;
        }
        System.out.printf(
                "REPORT overlap of closers and animators, 200 drawn places: volume alone called by chance among all %d, among"
                        + " alike %d; joined people called %d%n",
                any, alike, found);
        assertThat(any).as("volume alone looks like an overlap").isGreaterThan(100);
        // 10 of 200 are expected, fewer as counts come in steps; 21 or more come in one of a thousand runs.
        assertThat(alike).isLessThanOrEqualTo(20);
        assertThat(found).isGreaterThan(150);
    }
}
