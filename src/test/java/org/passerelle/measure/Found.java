package org.passerelle.measure;

import java.util.Locale;

/**
 * How much of what was found is right and how much of what is there was found. The interval of F1 is that of {@code F* =
 * right / (right + wrong + missed)}, a share of cases, taken through {@code F1 = 2 F* / (1 + F*)}: Hand, Christen and
 * Kirielle, F*: an interpretable transformation of the F-measure, 2021, doi:10.1007/s10994-021-05964-1.
 *
 * @param right found and there
 * @param wrong found and not there
 * @param missed there and not found
 */
public record Found(int right, int wrong, int missed) {
    /** Nothing yet. */
    public static final Found NOTHING = new Found(0, 0, 0);

    /** With one more case. */
    public Found plus(boolean found, boolean there) {
        return new Found(
                right + (found && there ? 1 : 0),
                wrong + (found && !there ? 1 : 0),
                missed + (!found && there ? 1 : 0));
    }

    /** Right of those found, NaN where nothing was found. */
    public Proportion precision() {
        return Proportion.of(right, (long) right + wrong);
    }

    /** Found of those there, NaN where nothing is there. */
    public Proportion recall() {
        return Proportion.of(right, (long) right + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return 2.0 * right / (2.0 * right + wrong + missed);
    }

    /** One line for reports. */
    public String line() {
        Proportion star = Proportion.of(right, (long) right + wrong + missed);
        return String.format(
                Locale.ROOT,
                "precision %s recall %s F1 %.3f [%.3f, %.3f]",
                line(precision()),
                line(recall()),
                f1(),
                ofStar(star.low()),
                ofStar(star.high()));
    }

    private static double ofStar(double star) {
        return 2 * star / (1 + star);
    }

    /** A share with its interval. */
    public static String line(Proportion share) {
        return String.format(
                Locale.ROOT,
                "%d/%d = %.3f [%.3f, %.3f]",
                share.counted(),
                share.of(),
                share.share(),
                share.low(),
                share.high());
    }
}
