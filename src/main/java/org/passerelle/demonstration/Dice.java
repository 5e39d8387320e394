package org.passerelle.demonstration;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A seeded source of chance that gives the same draws on every machine: logarithms are StrictMath's,
 * and every part of the story draws from its own stream, so that switching a pattern off leaves the
 * others alone.
 */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, String stream) {
        this.random = new SplittableRandom(mixed(seed, stream));
    }

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private static long mixed(long seed, String stream) {
        long state = seed * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < stream.length(); i++) {
            state = (state ^ stream.charAt(i)) * 0x100000001B3L;
        }
        return state;
    }

    /** A seed for another source. */
    long seed() {
        return random.nextLong();
    }

    /** In [0, bound). */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** In [low, high], both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** In [0, 1). */
    double fraction() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Positive, with the given median; a spread of 1 puts two thirds within a factor of e. */
    double logNormal(double median, double spread) {
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return median * StrictMath.exp((sum - 6) * spread);
    }

    /** How many, where {@code mean} are expected. */
    int poisson(double mean) {
        double limit = StrictMath.exp(-Math.min(mean, 500));
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A position drawn in proportion to the values; -1 where all are zero. */
    int proportional(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        if (total <= 0) {
            return -1;
        }
        double left = random.nextDouble() * total;
        int last = -1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                last = i;
                left -= values[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /** Puts the list in a drawn order. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T moved = list.get(i);
            list.set(i, list.get(j));
            list.set(j, moved);
        }
    }
}
