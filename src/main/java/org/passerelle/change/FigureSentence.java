package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.measure.BlockDeals;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/**
 * What is said of a figure in two windows, kept as what it takes to say it: of the hundreds of pairs of groups of a comparison
 * few are read.
 *
 * @param name what the figure is called; why it is withheld where it is
 * @param change null where the figure is withheld
 * @param adjusted p corrected for the tests made beside it; NaN where nothing could be dealt
 * @param undealt what is said then
 */
public record FigureSentence(Bilingual name, BlockDeals.@Nullable Change change, double adjusted, Bilingual undealt) {
    /** Of a figure that may not be told. */
    static FigureSentence withheld(Bilingual why) {
        return new FigureSentence(why, null, Double.NaN, why);
    }

    /** In both languages. */
    Bilingual written() {
        BlockDeals.Change told = change;
        return told == null ? name : new Bilingual(of(told, Language.ENGLISH), of(told, Language.FRENCH));
    }

    private String of(BlockDeals.Change told, Language in) {
        boolean french = in == Language.FRENCH;
        int digits = Math.abs(told.before()) >= 100 ? 0 : 3;
        String from = name.in(in) + " " + Wording.fromTo(told.before(), told.after(), digits, in);
        if (Double.isNaN(told.change())) {
            return from + ".";
        }
        if (Double.isNaN(adjusted)) {
            return from + (french ? "\u00a0; " : "; ") + undealt.in(in) + ".";
        }
        // Where the windows are of different length, figures differ without any change; that is said where it matters.
        boolean unequal = Math.abs(told.expected()) > 0.1 * (told.high() - told.low());
        String expected = unequal ? signed(told.expected(), digits, in) : "";
        boolean further = adjusted < FigureChange.SIGNIFICANT;
        String p = " (" + Wording.adjusted(adjusted, in) + ").";
        return french
                ? from + (further ? ", plus loin que" : ", pas plus loin que") + " des semaines redistribuées au hasard"
                        + (unequal ? " (" + expected + ", pour des périodes de ces durées)" : "") + p
                : from + (further ? ", further" : ", no further") + " than weeks dealt at random bring"
                        + (unequal ? " (" + expected + ", windows of this length)" : "") + p;
    }

    private static String signed(double value, int digits, Language in) {
        return (value > 0 ? "+" : "") + Wording.figure(value, digits, in);
    }
}
