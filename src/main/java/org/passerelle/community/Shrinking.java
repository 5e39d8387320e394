package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Window;

/**
 * Whether a community shrinks by more than its weeks differ anyway: contributions by blocks of two weeks, dealt at random
 * over the window; p is the share of deals whose second half has as few as the real one has, the real one included. Blocks,
 * because a busy week is often followed by another. A last block of one week is left out.
 */
final class Shrinking {
    private static final int BLOCK_DAYS = 14;
    private static final int DEALS = 1999;
    private static final long SEED = 20_250_101L;

    private Shrinking() {}

    /** From 1 / {@value #DEALS} + 1 up to 1; NaN with fewer than four blocks or no act. */
    static double p(List<Act> acts, Window window) {
        int blocks = (int) ((ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / BLOCK_DAYS);
        if (blocks < 4 || acts.isEmpty()) {
            return Double.NaN;
        }
        int[] counts = new int[blocks];
        for (Act act : acts) {
            LocalDate day = LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
            int block = (int) (ChronoUnit.DAYS.between(window.from(), day) / BLOCK_DAYS);
            if (block >= 0 && block < blocks) {
                counts[block]++;
            }
        }
        int late = blocks / 2;
        long real = last(counts, late);
        SplittableRandom random = new SplittableRandom(SEED);
        int asFew = 1;
        for (int deal = 0; deal < DEALS; deal++) {
            for (int place = blocks - 1; place > 0; place--) {
                int other = random.nextInt(place + 1);
                int kept = counts[place];
                counts[place] = counts[other];
                counts[other] = kept;
            }
            asFew += last(counts, late) <= real ? 1 : 0;
        }
        return asFew / (DEALS + 1.0);
    }

    private static long last(int[] counts, int number) {
        long sum = 0;
        for (int place = counts.length - number; place < counts.length; place++) {
            sum += counts[place];
        }
        return sum;
    }
}
