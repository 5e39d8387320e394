package org.passerelle.silo;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/**
 * Openness in one channel.
 *
 * @param ties pairs of people with a tie in it; null unless shown
 * @param externalInternal E-I index in it; null unless shown, and without ties
 * @param externalInternalInterval where it lies in other weeks; null as the former, and in fewer than four weeks
 * @param difference the index less that of all channels together, in the same weeks; null as the former
 * @param sentence what that says
 */
public record ChannelSilos(
        String channel,
        FigureState state,
        @Nullable Integer ties,
        @Nullable Double externalInternal,
        @Nullable Estimate externalInternalInterval,
        @Nullable Estimate difference,
        Bilingual sentence) {
    /** Nothing can be shown. */
    static ChannelSilos withheld(String channel, FigureState state) {
        return new ChannelSilos(
                channel,
                state,
                null,
                null,
                null,
                null,
                state == FigureState.NO_DATA
                        ? new Bilingual(
                                "Nobody of these groups exchanged in " + channel + ".",
                                "Personne de ces groupes n’a échangé par " + channel + ".")
                        : new Bilingual(
                                "Too few people exchanged in " + channel
                                        + ", or beside other figures it would tell what few exchange.",
                                "Trop peu de personnes ont échangé par " + channel
                                        + ", ou bien ce chiffre, avec d’autres, dirait ce que peu échangent."));
    }

    /** What a difference says of the channel, as a sentence. */
    static Bilingual sentence(String channel, @Nullable Estimate difference) {
        if (difference == null) {
            return new Bilingual(
                    "Too little exchange in " + channel + " to compare it with all channels together.",
                    "Trop peu d’échanges par " + channel + " pour le comparer à l’ensemble des canaux.");
        }
        double least = Math.min(Math.abs(difference.low()), Math.abs(difference.high()));
        double most = Math.max(Math.abs(difference.low()), Math.abs(difference.high()));
        Function<Language, String> size = in -> in.number(Math.abs(difference.value()), 2) + " (" + in.number(least, 2)
                + (in == Language.FRENCH ? " à " : " to ") + in.number(most, 2) + ")";
        if (difference.low() > 0) {
            return new Bilingual(
                    "Seen through " + channel + " alone the groups look more open than they are: E-I higher by "
                            + size.apply(Language.ENGLISH) + ". It understates silos.",
                    "Vus par " + channel
                            + " seul, les groupes paraissent plus ouverts qu’ils ne le sont\u00a0: E-I plus haut de "
                            + size.apply(Language.FRENCH) + ". Ce canal sous-estime les silos.");
        }
        if (difference.high() < 0) {
            return new Bilingual(
                    "Seen through " + channel + " alone the groups look more closed than they are: E-I lower by "
                            + size.apply(Language.ENGLISH) + ". It overstates silos.",
                    "Vus par " + channel
                            + " seul, les groupes paraissent plus fermés qu’ils ne le sont\u00a0: E-I plus bas de "
                            + size.apply(Language.FRENCH) + ". Ce canal surestime les silos.");
        }
        return new Bilingual(
                "No sure difference between " + channel + " and all channels together.",
                "Pas de différence sûre entre " + channel + " et l’ensemble des canaux.");
    }
}
