package org.passerelle.community;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;

/**
 * How far those whom the company appointed are those who animate beyond chance, among everybody who contributed or was
 * appointed.
 *
 * @param people contributors and appointed people together
 * @param appointed how many were appointed
 * @param natural how many animate beyond chance
 * @param both how many are both
 * @param expected how many would be both by chance, null without people
 * @param kappa Cohen's kappa of the two (Cohen 1960, doi:10.1177/001316446002000104): 1 the same people, 0 as by chance;
 *     null where nobody or everybody is either
 */
record Mandates(
        int people,
        int appointed,
        int natural,
        int both,
        @Nullable Double expected,
        @Nullable Double kappa) {
    /** Counts in one community. */
    static Mandates of(List<Scored> contributors, Set<String> appointed) {
        Set<String> people = new HashSet<>(appointed);
        int natural = 0;
        int both = 0;
        for (Scored scored : contributors) {
            people.add(scored.personId());
            if (scored.significant()) {
                natural++;
                both += appointed.contains(scored.personId()) ? 1 : 0;
            }
        }
        return of(people.size(), appointed.size(), natural, both);
    }

    /** The same from counts. */
    static Mandates of(int people, int appointed, int natural, int both) {
        if (people == 0) {
            return new Mandates(0, 0, 0, 0, null, null);
        }
        double expected = appointed * (double) natural / people;
        double agreed = (people - appointed - natural + 2.0 * both) / people;
        double chance = (appointed * (double) natural + (people - appointed) * (double) (people - natural))
                / ((double) people * people);
        return new Mandates(
                people, appointed, natural, both, expected, chance < 1 ? (agreed - chance) / (1 - chance) : null);
    }
}
