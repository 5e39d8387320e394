package org.passerelle.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.RankCorrelation;
import org.passerelle.measure.StratifiedCounts;
import org.passerelle.measure.StratifiedCounts.Chance;
import org.passerelle.measure.StratifiedCounts.Stratum;

/**
 * How far the people who close loops are those who animate, among the people of one place: of the first of either, how many are
 * both, beside what chance would bring if the first closers were anybody there (hypergeometric), and if they were anybody of like
 * volume, a stratum for each doubling of contributions. The second matters: whoever writes much is likelier to be either, so
 * an overlap that volume explains says only that both take words. Closing loops and animating are two things; somebody who
 * closes many and animates nothing is no worse for it.
 *
 * <p>Equal closers and equal animators come in order of id. O(people log people).
 *
 * @param people of the place
 * @param closers of them who closed a loop of somebody else
 * @param animators of them who animate beyond chance
 * @param first how many of either are compared: as asked, or as many as there are
 * @param both of those first who are among both
 * @param any what chance would bring among all; null where there is nobody to compare
 * @param alike what chance would bring among people of like volume; null likewise
 * @param correlation of loops closed with animation, over people who did either; null with fewer than {@value #RANKED_MIN}, or
 *     where one never changes
 */
record CloserOverlap(
        int people,
        int closers,
        int animators,
        int first,
        int both,
        @Nullable Chance any,
        @Nullable Chance alike,
        @Nullable Double correlation) {
    private static final int RANKED_MIN = 10;

    /**
     * Somebody of the place.
     *
     * @param contributions in communities
     * @param loops of others that they closed
     * @param animation what they animate beyond chance, 0 for nothing
     */
    record Candidate(String personId, int contributions, int loops, double animation) {
        private int stratum() {
            return 32 - Integer.numberOfLeadingZeros(contributions);
        }
    }

    /** Compares so many of the first. */
    static CloserOverlap of(List<Candidate> people, int asked) {
        List<Candidate> closers = people.stream()
                .filter(one -> one.loops() > 0)
                .sorted(Comparator.comparingInt(Candidate::loops).reversed().thenComparing(Candidate::personId))
                .toList();
        List<Candidate> animators = people.stream()
                .filter(one -> one.animation() > 0)
                .sorted(Comparator.comparingDouble(Candidate::animation)
                        .reversed()
                        .thenComparing(Candidate::personId))
                .toList();
        int first = Math.min(asked, Math.min(closers.size(), animators.size()));
        Set<Candidate> closing = new HashSet<>(closers.subList(0, first));
        Set<Candidate> animating = new HashSet<>(animators.subList(0, first));
        int both = (int) closing.stream().filter(animating::contains).count();
        return new CloserOverlap(
                people.size(),
                closers.size(),
                animators.size(),
                first,
                both,
                first == 0 ? null : StratifiedCounts.compute(List.of(new Stratum(people.size(), first, first)), both),
                first == 0 ? null : StratifiedCounts.compute(strata(people, closing, animating), both),
                correlation(people));
    }

    private static List<Stratum> strata(List<Candidate> people, Set<Candidate> closing, Set<Candidate> animating) {
        Map<Integer, int[]> counts = new TreeMap<>();
        for (Candidate one : people) {
            int[] count = counts.computeIfAbsent(one.stratum(), _ -> new int[3]);
            count[0]++;
            count[1] += animating.contains(one) ? 1 : 0;
            count[2] += closing.contains(one) ? 1 : 0;
        }
        List<Stratum> strata = new ArrayList<>();
        counts.values().forEach(count -> strata.add(new Stratum(count[0], count[1], count[2])));
        return strata;
    }

    private static @Nullable Double correlation(List<Candidate> people) {
        List<Candidate> either = people.stream()
                .filter(one -> one.loops() > 0 || one.animation() > 0)
                .toList();
        if (either.size() < RANKED_MIN) {
            return null;
        }
        double found = RankCorrelation.compute(
                either.stream().mapToDouble(Candidate::loops).toArray(),
                either.stream().mapToDouble(Candidate::animation).toArray());
        return Double.isNaN(found) ? null : Double.valueOf(found);
    }
}
