package org.passerelle.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What of a community lives without its animators: a thread does when somebody else started it and at least one more
 * person who is none of them spoke in it. The share of such threads, and how it changes week by week.
 *
 * <p>{@code removal} asks it of one person: of the others' replies (contributions after a thread's first), the share
 * in threads that would live without that person. It assumes that nobody would step in, so it is always given beside
 * what it would be without others of about the same volume, one at a time: the {@value #MATCHES} nearest in number
 * of contributions, from half to twice as many. Only what lies below them is the person's own.
 *
 * <p>The interval of the share and of its trend resamples weeks ({@link Weeks}), as threads of one week have much in
 * common. Ours; no paper. O(contributions + draws weeks). No threads: NaN.
 */
public final class SelfRegulation {
    /** People of like volume that a removal is compared with. */
    public static final int MATCHES = 20;

    private SelfRegulation() {}

    /**
     * A community's threads.
     *
     * @param threads for each, who spoke, in order; people are numbers from 0
     * @param week of each thread's start, any count of weeks
     * @param animators whether each person is an animator
     */
    public record Parameters(List<int[]> threads, int[] week, boolean[] animators, Weeks.Parameters weeks) {
        /** Copies; refuses empty threads and people without flag. */
        public Parameters {
            threads = threads.stream().map(int[]::clone).toList();
            week = week.clone();
            animators = animators.clone();
            if (week.length != threads.size()) {
                throw new IllegalArgumentException(
                        "A week for each of " + threads.size() + " threads, not " + week.length);
            }
            for (int[] thread : threads) {
                if (thread.length == 0) {
                    throw new IllegalArgumentException("A thread has a contribution at least, not 0");
                }
                for (int speaker : thread) {
                    if (speaker < 0 || speaker >= animators.length) {
                        throw new IllegalArgumentException(
                                "A person is 0 to " + (animators.length - 1) + ", not " + speaker);
                    }
                }
            }
        }

        /** With the usual draws of weeks. */
        public static Parameters defaults(List<int[]> threads, int[] week, boolean[] animators) {
            return new Parameters(threads, week, animators, Weeks.Parameters.defaults());
        }
    }

    /**
     * The answer.
     *
     * @param living whether each thread lives without the animators
     * @param share of the threads that do, with its interval
     * @param trend change of the share in a week, by least squares over threads, with its interval; NaN where all are
     *     of one week
     */
    public record Result(boolean[] living, Weeks.Interval share, Weeks.Interval trend) {
        /** Number of threads that live. */
        public int livingThreads() {
            int threads = 0;
            for (boolean lives : living) {
                threads += lives ? 1 : 0;
            }
            return threads;
        }
    }

    /**
     * What would remain without one person.
     *
     * @param contributions the person's
     * @param kept share of the others' replies that would remain
     * @param matched the same without each person of like volume, ascending
     * @param expected their mean; NaN without any
     * @param p share of them, the person included, without whom no more would remain; NaN without any
     */
    public record Removal(int contributions, double kept, List<Double> matched, double expected, double p) {}

    /** The share of threads that live without the animators, and its trend. */
    public static Result compute(Parameters parameters) {
        List<int[]> threads = parameters.threads();
        boolean[] living = new boolean[threads.size()];
        int first = Arrays.stream(parameters.week()).min().orElse(0);
        int last = Arrays.stream(parameters.week()).max().orElse(-1);
        double[][] weeks = new double[last - first + 1][5];
        for (int thread = 0; thread < living.length; thread++) {
            living[thread] = lives(threads.get(thread), parameters.animators());
            double[] counts = weeks[parameters.week()[thread] - first];
            double time = parameters.week()[thread] - first;
            double alive = living[thread] ? 1 : 0;
            counts[0]++;
            counts[1] += alive;
            counts[2] += time;
            counts[3] += time * alive;
            counts[4] += time * time;
        }
        return new Result(
                living,
                Weeks.interval(weeks, sums -> sums.length == 0 ? Double.NaN : sums[1] / sums[0], parameters.weeks()),
                Weeks.interval(weeks, SelfRegulation::slope, parameters.weeks()));
    }

    private static double slope(double[] sums) {
        if (sums.length == 0) {
            return Double.NaN;
        }
        double spread = sums[0] * sums[4] - sums[2] * sums[2];
        return spread > 0 ? (sums[0] * sums[3] - sums[2] * sums[1]) / spread : Double.NaN;
    }

    private static boolean lives(int[] thread, boolean[] without) {
        if (without[thread[0]]) {
            return false;
        }
        for (int speaker : thread) {
            if (speaker != thread[0] && !without[speaker]) {
                return true;
            }
        }
        return false;
    }

    /** What would remain without one person, beside those of like volume. */
    public static Removal removal(Parameters parameters, int person) {
        int people = parameters.animators().length;
        if (person < 0 || person >= people) {
            throw new IllegalArgumentException("A person is 0 to " + (people - 1) + ", not " + person);
        }
        int[] volumes = volumes(parameters.threads(), people);
        List<Integer> alike = IntStream.range(0, people)
                .filter(other -> other != person && alike(volumes[other], volumes[person]))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(other -> Math.abs(volumes[other] - volumes[person]))
                        .thenComparingInt(other -> other))
                .limit(MATCHES)
                .toList();
        double kept = kept(parameters.threads(), people, person);
        List<Double> matched = new ArrayList<>();
        for (int other : alike) {
            matched.add(kept(parameters.threads(), people, other));
        }
        return removal(volumes[person], kept, matched);
    }

    /**
     * What would remain without several people at once, beside {@value #MATCHES} removals of as many others: for each of
     * them one of like volume, drawn without replacement. No such others for one of them: that removal leaves it out.
     */
    public static Removal removal(Parameters parameters, int[] people, long seed) {
        int all = parameters.animators().length;
        boolean[] without = new boolean[all];
        for (int person : people) {
            without[person] = true;
        }
        int[] volumes = volumes(parameters.threads(), all);
        int volume = Arrays.stream(people).map(person -> volumes[person]).sum();
        double kept = kept(parameters.threads(), without);
        List<Double> matched = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < MATCHES; draw++) {
            boolean[] others = new boolean[all];
            int found = 0;
            for (int person : people) {
                int[] alike = IntStream.range(0, all)
                        .filter(other -> !without[other] && !others[other] && alike(volumes[other], volumes[person]))
                        .toArray();
                if (alike.length > 0) {
                    others[alike[random.nextInt(alike.length)]] = true;
                    found++;
                }
            }
            // With most of them unmatched it would be the removal of fewer people, and always look better.
            if (found * 2 > people.length) {
                matched.add(kept(parameters.threads(), others));
            }
        }
        return removal(volume, kept, matched);
    }

    private static boolean alike(int volume, int other) {
        return volume > 0 && volume * 2L >= other && volume <= other * 2L;
    }

    private static int[] volumes(List<int[]> threads, int people) {
        int[] volumes = new int[people];
        for (int[] thread : threads) {
            for (int speaker : thread) {
                volumes[speaker]++;
            }
        }
        return volumes;
    }

    private static Removal removal(int volume, double kept, List<Double> matched) {
        matched.sort(null);
        double expected =
                matched.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        long asLittle = matched.stream().filter(other -> other <= kept).count();
        double p = matched.isEmpty() || Double.isNaN(kept) ? Double.NaN : (asLittle + 1.0) / (matched.size() + 1.0);
        return new Removal(volume, kept, List.copyOf(matched), expected, p);
    }

    private static double kept(List<int[]> threads, int people, int person) {
        boolean[] without = new boolean[people];
        without[person] = true;
        return kept(threads, without);
    }

    private static double kept(List<int[]> threads, boolean[] without) {
        long replies = 0;
        long remaining = 0;
        for (int[] thread : threads) {
            long others = Arrays.stream(thread, 1, thread.length)
                    .filter(speaker -> !without[speaker])
                    .count();
            replies += others;
            remaining += lives(thread, without) ? others : 0;
        }
        // Somebody's further words in a thread in which nobody else is left answer nobody.
        return (double) remaining / replies;
    }
}
