package org.passerelle.bridge;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;

/**
 * What would be lost with one person: pairs of others in different groups, with no tie of their own, who both know that
 * person.
 *
 * @param connects such pairs
 * @param alone those among them who share no other contact
 * @param share of the former that are the latter; null where there are none
 * @param sentence the same in words, about the two groups the person links most where these may be told
 */
public record BridgeRisk(
        long connects, long alone, @Nullable Double share, Bilingual sentence) {
    /** Of counts over all groups, and in words. */
    static BridgeRisk of(long connects, long alone, Bilingual sentence) {
        return new BridgeRisk(connects, alone, connects == 0 ? null : (double) alone / connects, sentence);
    }

    /**
     * How many pairs rest on one person.
     *
     * @param whom whose pairs, as in "pairs of people of ..."
     */
    static Bilingual sentence(long connects, long alone, Bilingual whom) {
        return Bilingual.of(in -> in == Language.FRENCH
                ? french(connects, alone, whom.french())
                : english(connects, alone, whom.english()));
    }

    private static String english(long connects, long alone, String whom) {
        if (connects == 0) {
            return "Connects no two people of " + whom + " who do not know each other.";
        }
        if (connects == 1) {
            return "Connects one pair of people of " + whom + ", "
                    + (alone == 1 ? "which nobody else connects." : "which others connect too.");
        }
        if (alone == 0) {
            return "All " + connects + " pairs of people of " + whom + " whom this person connects are connected by"
                    + " others too.";
        }
        return "Of " + connects + " pairs of people of " + whom + " whom this person connects, nobody else connects "
                + (alone == connects ? "any" : String.valueOf(alone)) + ".";
    }

    private static String french(long connects, long alone, String whom) {
        if (connects == 0) {
            return "Ne relie aucune paire de personnes " + whom + " qui ne se connaissent pas.";
        }
        if (connects == 1) {
            return "Relie une paire de personnes " + whom + ", "
                    + (alone == 1 ? "que nul autre ne relie." : "que d’autres relient aussi.");
        }
        if (alone == 0) {
            return "Les " + connects + " paires de personnes " + whom + " que cette personne relie le sont aussi par"
                    + " d’autres.";
        }
        return "Des " + connects + " paires de personnes " + whom
                + " que cette personne relie, nul autre n’en relie "
                + (alone == connects ? "aucune" : String.valueOf(alone)) + ".";
    }
}
