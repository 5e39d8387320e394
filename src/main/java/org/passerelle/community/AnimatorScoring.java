package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.passerelle.community.AnimatorScores.Scored;

/** From counts of what followed people, as it was and as speakers were dealt anew, to scores. */
final class AnimatorScoring {
    private static final double SHRINKAGE = 4;
    private static final double PERCENTILE = 0.95;
    private static final int PRESENT_WEEKS = 4;
    private static final int COUNTED = PartCounts.PARTS;

    private final Threads threads;
    private final int[][] observed;
    private final int[][][] dealt;
    private final Map<String, Integer> contributions;
    private final int[] volumes;
    private final double[][] expected;
    private final double[] keeps;
    private final double[] presence;
    private final int[] below;
    private final double slope;
    private final boolean[] shown = new boolean[COUNTED];
    private final int partsShown;

    AnimatorScoring(
            Threads threads, Map<String, Integer> contributions, int[][] observed, int[][][] dealt, int[] below) {
        this.threads = threads;
        this.contributions = contributions;
        this.observed = observed;
        this.dealt = dealt;
        this.volumes = threads.volumes();
        this.expected = new double[COUNTED][volumes.length];
        int[] weeks = threads.activeWeeks();
        int all = (int) Arrays.stream(threads.day)
                .map(day -> Math.floorDiv(day, 7))
                .distinct()
                .count();
        this.keeps = keeps(weeks, all);
        this.presence = Arrays.stream(weeks)
                .mapToDouble(active -> presence(active, all))
                .toArray();
        int shownParts = 1;
        for (int part = 0; part < COUNTED; part++) {
            shown[part] = Arrays.stream(observed[part]).anyMatch(count -> count > 0);
            shownParts += shown[part] ? 1 : 0;
            for (int[][] counts : dealt) {
                for (int person = 0; person < volumes.length; person++) {
                    expected[part][person] += (double) counts[part][person] / dealt.length;
                }
            }
        }
        this.partsShown = shownParts;
        this.below = below;
        double[] scores = new double[volumes.length];
        boolean[] steady = new boolean[volumes.length];
        for (int person = 0; person < volumes.length; person++) {
            steady[person] = volumes[person] > 0 && presence[person] >= 1;
            scores[person] = score(person, observed);
        }
        this.slope = FormalRank.slope(scores, below, steady);
    }

    private double[] keeps(int[] weeks, int all) {
        double[] shares = new double[weeks.length];
        for (int person = 0; person < weeks.length; person++) {
            shares[person] = keeps(weeks[person], volumes[person], all);
        }
        return shares;
    }

    /** How steady: weeks with a contribution over the weeks that the volume could have filled. */
    static double keeps(int weeks, int volume, int allWeeks) {
        return weeks / (Math.min(volume, allWeeks) + SHRINKAGE);
    }

    /** Nobody animates in one visit. */
    static double presence(int weeks, int allWeeks) {
        return allWeeks == 0 ? 0 : Math.min(1, weeks / (double) Math.min(PRESENT_WEEKS, allWeeks));
    }

    /** How far a count lies above what is usual for the volume. */
    static double net(double count, double usual) {
        return Math.max(0, (count - usual) / (count + usual + SHRINKAGE));
    }

    List<Scored> ranked() {
        List<Scored> scored = new ArrayList<>();
        for (int person = 0; person < volumes.length; person++) {
            if (volumes[person] > 0) {
                scored.add(scored(person));
            }
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::personId));
        return scored;
    }

    private Scored scored(int person) {
        List<Double> parts = new ArrayList<>();
        for (int part = 0; part < COUNTED; part++) {
            parts.add(net(part, person, observed[part][person]));
        }
        parts.add(keeps[person]);
        double before = score(person, observed);
        double score = Math.max(0, before - slope * FormalRank.rank(below[person]));
        int sparks = PartCounts.SPARKS;
        return new Scored(
                threads.people.get(person),
                score,
                parts,
                contributions.getOrDefault(threads.people.get(person), 0),
                score > 0 && before > nullPercentile(person),
                observed[sparks][person],
                expected[sparks][person],
                observed[PartCounts.WELCOMES][person],
                before,
                below[person],
                List.of());
    }

    private double net(int part, int person, int count) {
        return net(count, expected[part][person]);
    }

    private double score(int person, int[][] counts) {
        double sum = keeps[person];
        for (int part = 0; part < COUNTED; part++) {
            sum += shown[part] ? net(part, person, counts[part][person]) : 0;
        }
        return sum / partsShown * (1 - (double) volumes[person] / threads.acts()) * presence[person];
    }

    private double nullPercentile(int person) {
        double[] scores = Arrays.stream(dealt)
                .mapToDouble(counts -> score(person, counts))
                .sorted()
                .toArray();
        return scores[(int) Math.ceil(PERCENTILE * scores.length) - 1];
    }
}
