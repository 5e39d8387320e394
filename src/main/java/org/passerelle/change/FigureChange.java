package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.BlockDeals;
import org.passerelle.network.Bilingual;

/**
 * A figure in two windows.
 *
 * @param before null where it is not defined
 * @param after null where it is not defined
 * @param change after less before; null where one is missing
 * @param low lower end of the change's interval of 95 %; null with too few weeks,
 *     or too large a network, to deal weeks anew
 * @param high upper end
 * @param expected what weeks dealt at random between the two windows would change it by
 * @param p share of such deals that go as far from that; null where the interval is
 * @param adjustedP the same, corrected for the tests made beside it
 * @param sentence what is said of it
 */
public record FigureChange(
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double change,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double expected,
        @Nullable Double p,
        @Nullable Double adjustedP,
        FigureSentence sentence) {
    /** From that on a change is called one. */
    static final double SIGNIFICANT = 0.05;

    private static final Bilingual TOO_FEW_WEEKS = new Bilingual(
            "there are too few weeks to tell whether that is more than chance",
            "il y a trop peu de semaines pour dire si c’est plus que le hasard");

    /** The change of a figure, called by its name; without deals, because there are too few weeks. */
    static FigureChange of(Bilingual name, BlockDeals.Change change, double adjusted) {
        return of(name, change, adjusted, TOO_FEW_WEEKS);
    }

    /** The change of a figure, called by its name, with what is said where nothing could be dealt. */
    static FigureChange of(Bilingual name, BlockDeals.Change change, double adjusted, Bilingual undealt) {
        return new FigureChange(
                BeforeAfter.number(change.before()),
                BeforeAfter.number(change.after()),
                BeforeAfter.number(change.change()),
                BeforeAfter.number(change.low()),
                BeforeAfter.number(change.high()),
                BeforeAfter.number(change.expected()),
                BeforeAfter.number(change.p()),
                BeforeAfter.number(adjusted),
                new FigureSentence(name, change, adjusted, undealt));
    }

    /** A figure that may not be told. */
    static FigureChange withheld(Bilingual why) {
        return new FigureChange(null, null, null, null, null, null, null, null, FigureSentence.withheld(why));
    }

    /** One sentence, written when it is asked for. */
    public Bilingual summary() {
        return sentence.written();
    }

    /** Whether it changed beyond chance, after correction. */
    boolean significant() {
        return adjustedP != null && adjustedP < SIGNIFICANT;
    }
}
