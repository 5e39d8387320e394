package org.passerelle.community;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.passerelle.measure.Estimate;

/**
 * How large a loss during animators' absences would have been told, by how many absences there are: changes in absences of others
 * are drawn for both sides, and so much is taken away from one.
 */
final class AbsencePower {
    private static final int[] ABSENCES = {5, 8, 16, 40};
    private static final double[] LOSSES = {0, 0.2, 0.4, 0.6};
    private static final int DRAWS = 400;

    private AbsencePower() {}

    static void report(String what, Absences.Matched measured) {
        if (measured.others().length == 0) {
            return;
        }
        for (int absences : ABSENCES) {
            StringBuilder line = new StringBuilder();
            for (double loss : LOSSES) {
                line.append(String.format(
                        Locale.ROOT, "  %.0f %%: %.2f", 100 * loss, told(measured.others(), absences, loss)));
            }
            System.out.printf(
                    Locale.ROOT, "REPORT %s: loss told with %d absences of each kind: %s%n", what, absences, line);
        }
    }

    private static double told(double[] changes, int absences, double loss) {
        SplittableRandom random = new SplittableRandom(1);
        int told = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] theirs = drawn(changes, absences, random);
            double[] others = drawn(changes, absences, random);
            double[] less = Arrays.stream(theirs)
                    .map(change -> change + Math.log1p(-loss))
                    .toArray();
            Estimate difference =
                    new Absences.Matched(less, others).effect(draw).difference();
            told += difference != null && difference.high() < 0 ? 1 : 0;
        }
        return told / (double) DRAWS;
    }

    private static double[] drawn(double[] values, int count, SplittableRandom random) {
        double[] drawn = new double[count];
        Arrays.setAll(drawn, _ -> values[random.nextInt(values.length)]);
        return drawn;
    }
}
