package org.passerelle.expert;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Window;

/**
 * Somebody who knows, as the API shows it.
 *
 * @param parts what the score is made of
 * @param hits the contributions that voted, best first
 * @param asked the circumstances of the question
 */
record Expert(Person person, double score, int rank, Parts parts, List<Hit> hits, Asked asked) {
    /** What an expert's score is made of, each in [0, 1]. */
    record Parts(double text, double recognition, double recency, double reach) {}

    /** Who asked, about which days, on which data. */
    record Asked(@Nullable String askerId, Window window, NetworkSnapshot snapshot, Acquaintances acquaintances) {}
}
