package org.passerelle.change;

import org.passerelle.measure.BlockDeals;

/**
 * One figure where something was tried beside the same figure elsewhere.
 *
 * @param scope of the ties that touch the groups where it was tried
 * @param others of the ties that touch none of them
 * @param gap the first less the second; its change is the difference in differences
 * @param summary one sentence
 */
public record EffectFigure(Kind kind, FigureChange scope, FigureChange others, FigureChange gap, String summary) {
    /** The figure of its three changes; only the gap is tested beside the gaps of the other figures. */
    static EffectFigure of(
            Kind kind, BlockDeals.Change scope, BlockDeals.Change others, BlockDeals.Change gap, double adjusted) {
        FigureChange first = FigureChange.of("Where it was tried, the " + kind.words(), scope, scope.p());
        FigureChange second = FigureChange.of("Elsewhere, the " + kind.words(), others, others.p());
        FigureChange both = FigureChange.of("The gap between the two", gap, adjusted);
        String verdict = both.p() == null
                ? "whether that is its doing cannot be told."
                : both.significant()
                        ? "the difference of " + Wording.figure(gap.change(), 3) + " is more than chance brings ("
                                + Wording.adjusted(adjusted) + ")."
                        : "the difference of " + Wording.figure(gap.change(), 3) + " is no more than chance brings ("
                                + Wording.adjusted(adjusted) + ").";
        String sentence = "The " + kind.words() + " " + Wording.fromTo(scope.before(), scope.after(), 3)
                + " where it was tried and " + Wording.fromTo(others.before(), others.after(), 3) + " elsewhere; "
                + verdict;
        return new EffectFigure(kind, first, second, both, sentence);
    }

    /** What is compared. */
    public enum Kind {
        /** The E-I index. */
        EXTERNAL_INTERNAL(0, "E-I index"),
        /** Ties across groups over those that everybody's number of ties would bring. */
        OBSERVED_OVER_EXPECTED(1, "ties across groups, over those expected,"),
        /** Interactions a week over those of both windows together, so that 1 is as usual. */
        ACTIVITY(2, "interactions a week, over the mean of both windows,");

        private final int place;
        private final String words;

        Kind(int place, String words) {
            this.place = place;
            this.words = words;
        }

        /** Its place among the figures of an effect. */
        int place() {
            return place;
        }

        String words() {
            return words;
        }
    }
}
