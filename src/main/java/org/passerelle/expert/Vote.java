package org.passerelle.expert;

import java.util.Comparator;
import org.passerelle.network.ContributionSearch.Hit;

/**
 * A vote of a contribution for a person.
 *
 * @param part how far the person's part in it counts
 * @param recognition how far others recognised it, in [0, 1]
 * @param recency 2^(-age / half-life)
 * @param text what it counts by words alone
 * @param value what it counts
 */
record Vote(Hit hit, double part, double recognition, double recency, double text, double value) {
    private static final int MANY_REACTIONS = 10;

    /** The best first. */
    static final Comparator<Vote> ORDER = Comparator.comparingDouble(Vote::value)
            .reversed()
            .thenComparing(vote -> vote.hit().at(), Comparator.reverseOrder())
            .thenComparing(vote -> vote.hit().key());

    /** For whoever made the contribution, or for somebody whom it names. */
    static Vote of(Hit hit, String personId, double part, ExpertSearch.Parameters parameters) {
        Mixture mixture = parameters.mixture();
        double recognition = personId.equals(hit.personId()) ? recognition(hit) : 0;
        double recency = ExpertSearch.recency(hit.at(), parameters.moment(), parameters.halfLifeDays());
        double text = Math.pow(hit.score(), mixture.scoreExponent()) * part;
        double value = text
                * (parameters.ranking().counts(Ranking.RECOGNITION) ? 1 + mixture.recognitionFactor() * recognition : 1)
                * (parameters.ranking().counts(Ranking.RECENCY) ? recency : 1);
        return new Vote(hit, part, recognition, recency, text, value);
    }

    private static double recognition(Hit hit) {
        double reactions =
                hit.reactions() == 0 ? 0 : Math.min(1, Math.log1p(hit.reactions()) / Math.log1p(MANY_REACTIONS));
        return (hit.resolving() ? 0.5 : 0) + reactions / 2;
    }
}
