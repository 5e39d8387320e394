package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.NetworkSnapshot;

/**
 * Who naturally animates a community: those after whom others exchange, more than their volume explains.
 *
 * <p>For an organisation: an animator in this sense is found by what others do, not by how much the person
 * says, so somebody discreet can lead and somebody loud can be nobody's animator.
 *
 * <p>Six parts in [0, 1]. Five are counts O set against the mean E of the same count when the speakers of
 * every thread are permuted among its acts, which keeps everybody's volume in every thread: {@code
 * max(0, (O - E) / (O + E + 4))}, where 4 keeps a handful of events from deciding. What counts is the turn
 * of speech: lines that somebody writes in a row are one ({@link Turns}).
 * <ul>
 *   <li>sparks: exchanges among two others within 10 acts and 7 days after the person spoke in the thread;
 *   <li>draws: answers by others, and reactions of distinct others, to the person's contributions;
 *   <li>welcomes: first to speak after a newcomer's first contribution, twice where the newcomer is there
 *       again on a later day;
 *   <li>resolves: contributions that met somebody else's need;
 *   <li>connects: sparked exchanges of two people without any tie before the thread began, twice where they
 *       are of different units or trades;
 *   <li>keeps: weeks with a contribution over weeks the person's volume could have filled, {@code
 *       weeks / (min(volume, all weeks) + 4)}; volume-free as it stands.
 * </ul>
 * An answer goes to the act its source names, else to the last act by somebody else. Parts of which the
 * community shows not one event (no source says what met a need) are left out of the mean. Score = mean of
 * the parts x (1 - the person's share of all turns): dominance lowers it; x weeks with a contribution over 4, at
 * most 1: nobody animates in one visit. It is significant above the 95th percentile of the person's own scores
 * under the permutations. Last, what formal rank gives on average in this community is taken away
 * ({@link FormalRank}): people speak up after their boss whatever the boss says.
 *
 * <p>Ours; the parts follow the practice literature, not a paper. Groups and lines
 * are those of the window's last day. Time O(permutations x acts x 10), memory O(acts + people x
 * permutations). Same acts and seed, same scores; people may be renamed. No acts: nobody.
 */
public final class AnimatorScores {
    private static final int SUPPORTED = 100;
    private static final List<String> NAMES = List.of("sparks", "draws", "welcomes", "resolves", "connects", "keeps");

    private AnimatorScores() {}

    /**
     * How the null is drawn.
     *
     * @param permutations times that the speakers are permuted, 20 to 10,000
     * @param seed of the permutations
     */
    public record Parameters(int permutations, long seed) {
        /** Refuses too few permutations for a 95th percentile, and too many to wait for. */
        public Parameters {
            if (permutations < 20 || permutations > 10_000) {
                throw new IllegalArgumentException("permutations must be 20 to 10000, not " + permutations);
            }
        }

        /** 100 permutations. */
        public static Parameters defaults() {
            return new Parameters(100, 20250101L);
        }
    }

    /**
     * One contributor.
     *
     * @param parts by {@link #partNames}
     * @param contributions volume in the window
     * @param sparked exchanges among others that followed the person
     * @param sparkedExpected what the person's volume would have sparked
     * @param welcomed what the person's welcomes count
     * @param beforeRank the score before formal rank is taken away
     * @param peopleBelow people below the person in the line
     * @param evidence contributions that support each part but the last, for the first {@value #SUPPORTED}; empty for others
     */
    public record Scored(
            String personId,
            double score,
            List<Double> parts,
            int contributions,
            boolean significant,
            int sparked,
            double sparkedExpected,
            int welcomed,
            double beforeRank,
            int peopleBelow,
            List<List<ShownAct>> evidence) {
        /** Copies the lists. */
        public Scored {
            parts = List.copyOf(parts);
            evidence = List.copyOf(evidence);
        }

        private Scored supportedBy(List<List<ShownAct>> acts) {
            return new Scored(
                    personId,
                    score,
                    parts,
                    contributions,
                    significant,
                    sparked,
                    sparkedExpected,
                    welcomed,
                    beforeRank,
                    peopleBelow,
                    acts);
        }
    }

    /** Names of the parts, in their order. */
    public static List<String> partNames() {
        return NAMES;
    }

    /**
     * Everybody who contributed, the highest score first, equal ones in order of id.
     *
     * @param acts in time order
     * @param knownBefore people who had contributed before the window: no newcomers
     * @param snapshot the ties before and the groups of people
     * @param day the window's last day
     */
    public static List<Scored> compute(
            List<Act> acts, Set<String> knownBefore, NetworkSnapshot snapshot, LocalDate day, Parameters parameters) {
        Threads threads = Threads.of(Turns.of(acts));
        boolean[] known = threads.among(knownBefore);
        PartCounts counter = new PartCounts(threads, new Strangers(snapshot, threads.people, day), known);
        int[][] observed = copy(counter.count(threads.speaker));
        int[][][] dealt = permuted(threads, counter, parameters);
        int[] below = FormalRank.below(snapshot.chart(), threads.people, day);
        List<Scored> ranked = new AnimatorScoring(threads, Threads.volumes(acts), observed, dealt, below).ranked();
        return supported(ranked, threads, counter);
    }

    private static List<Scored> supported(List<Scored> ranked, Threads threads, PartCounts counter) {
        List<Scored> first = ranked.subList(0, Math.min(SUPPORTED, ranked.size()));
        List<Integer> numbers =
                first.stream().map(scored -> number(threads, scored.personId())).toList();
        Map<Integer, List<List<ShownAct>>> evidence = PartEvidence.of(threads, counter, numbers);
        List<Scored> supported = new ArrayList<>(ranked);
        for (int place = 0; place < first.size(); place++) {
            supported.set(place, first.get(place).supportedBy(evidence.getOrDefault(numbers.get(place), List.of())));
        }
        return supported;
    }

    private static int number(Threads threads, String personId) {
        return Collections.binarySearch(threads.people, personId);
    }

    private static int[][][] permuted(Threads threads, PartCounts counter, Parameters parameters) {
        SplittableRandom random = new SplittableRandom(parameters.seed());
        int[] speaker = threads.speaker.clone();
        int[][][] dealt = new int[parameters.permutations()][][];
        for (int permutation = 0; permutation < dealt.length; permutation++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The answer is no longer waited for");
            }
            shuffle(threads, speaker, random);
            dealt[permutation] = copy(counter.count(speaker));
        }
        return dealt;
    }

    /** Deals the speakers of every thread anew among its acts. */
    static void shuffle(Threads threads, int[] speaker, SplittableRandom random) {
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            for (int last = threads.threadStart[thread + 1] - 1; last > start; last--) {
                int other = random.nextInt(start, last + 1);
                int kept = speaker[last];
                speaker[last] = speaker[other];
                speaker[other] = kept;
            }
        }
    }

    private static int[][] copy(int[][] counts) {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }
}
