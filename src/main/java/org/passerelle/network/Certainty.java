package org.passerelle.network;

/**
 * How sure something is, from 0 to 1, and why.
 *
 * @param value of a test 1 less its p; of a share 1 less the width of its interval; of what is seen twice how far the two
 *     agree
 * @param reason the same in words
 */
public record Certainty(double value, Bilingual reason) {
    /** Refuses what is no part of 1. */
    public Certainty {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A certainty is from 0 to 1, not " + value);
        }
    }

    /** Of a test that was made alone. */
    public static Certainty testedAlone(double p) {
        return new Certainty(1 - p, byChance(p));
    }

    /** Of a test, by its p after correction for the tests made beside it. */
    public static Certainty tested(double adjusted) {
        Bilingual chance = byChance(adjusted);
        return new Certainty(
                1 - adjusted,
                new Bilingual(
                        chance.english() + ", corrected for the other comparisons of its kind",
                        chance.french() + ", corrigé des autres comparaisons du même genre"));
    }

    private static Bilingual byChance(double p) {
        return new Bilingual(
                "chance alone would bring as much in " + rarely(p, Language.ENGLISH) + " of cases",
                "le hasard seul en ferait autant dans " + rarely(p, Language.FRENCH) + " des cas");
    }

    private static String rarely(double p, Language language) {
        boolean french = language == Language.FRENCH;
        return p < 0.001 ? (french ? "moins de " : "less than ") + language.percent(0.001) : language.percent(p);
    }

    /** Of a share with its interval of 95 %. */
    public static Certainty within(double low, double high) {
        return new Certainty(
                1 - (high - low),
                new Bilingual(
                        "between " + Language.ENGLISH.percent(low) + " and " + Language.ENGLISH.percent(high)
                                + " (95% interval)",
                        "entre " + Language.FRENCH.percent(low) + " et " + Language.FRENCH.percent(high)
                                + " (intervalle à 95\u00a0%)"));
    }

    /** Of a difference of shares whose interval of 95 % leaves 0 out. */
    public static Certainty apart(double low, double high) {
        return new Certainty(
                0.95,
                new Bilingual(
                        "the change is between " + points(low, Language.ENGLISH) + " and "
                                + points(high, Language.ENGLISH) + " points (95% interval)",
                        "l'écart est entre " + points(low, Language.FRENCH) + " et " + points(high, Language.FRENCH)
                                + " points (intervalle à 95\u00a0%)"));
    }

    /** From one share to another in points of percent, as the two are written. */
    public static String points(double before, double after, Language language) {
        return points(Math.round(100 * after) / 100.0 - Math.round(100 * before) / 100.0, language);
    }

    /** A difference of two shares in points of percent, with its sign. */
    public static String points(double difference, Language language) {
        double points = Math.rint(100 * difference);
        return points < 0 ? "\u2212" + language.number(-points, 0) : "+" + language.number(points, 0);
    }
}
