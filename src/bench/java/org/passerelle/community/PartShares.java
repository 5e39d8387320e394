package org.passerelle.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which shares of the parts of a score would find planted animators best: chosen on companies of even number, told of those of
 * odd number, which had no say.
 */
final class PartShares {
    private static final double[] TRIED = {0, 0.5, 1, 2};

    private PartShares() {}

    static void report(String what, List<PlantedAnimator> animators) {
        List<PlantedAnimator> choosing =
                animators.stream().filter(one -> one.company() % 2 == 0).toList();
        List<PlantedAnimator> held =
                animators.stream().filter(one -> one.company() % 2 == 1).toList();
        int parts = AnimatorScores.partNames().size();
        double[] equal = new double[parts];
        Arrays.fill(equal, 1);
        double[] best = equal;
        double most = mean(choosing, equal);
        for (int number = 0; number < Math.pow(TRIED.length, parts); number++) {
            double[] shares = new double[parts];
            int left = number;
            for (int part = 0; part < parts; part++) {
                shares[part] = TRIED[left % TRIED.length];
                left /= TRIED.length;
            }
            double found = mean(choosing, shares);
            if (found > most) {
                most = found;
                best = shares;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "REPORT %s: shares of %s chosen on one half %s: %.3f there (equal %.3f), on the other half %.3f (equal"
                        + " %.3f)%n",
                what,
                AnimatorScores.partNames(),
                Arrays.toString(best),
                most,
                mean(choosing, equal),
                mean(held, best),
                mean(held, equal));
    }

    private static double mean(List<PlantedAnimator> animators, double[] shares) {
        return animators.stream()
                .mapToDouble(one -> one.precision(shares))
                .average()
                .orElse(Double.NaN);
    }
}
