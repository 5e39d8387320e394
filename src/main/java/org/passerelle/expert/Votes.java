package org.passerelle.expert;

import org.passerelle.network.HitColumns;

/** What each hit counts, whoever it votes for; worked out once for each. */
final class Votes {
    private static final int MANY_REACTIONS = 10;

    private final HitColumns hits;
    private final ExpertSearch.Parameters parameters;
    private final double[] texts;
    private final double[] recencies;
    private final double[] recognitions;

    /** Of these hits. */
    Votes(HitColumns hits, ExpertSearch.Parameters parameters) {
        this.hits = hits;
        this.parameters = parameters;
        texts = new double[hits.size()];
        recencies = new double[hits.size()];
        recognitions = new double[hits.size()];
        for (int hit = 0; hit < texts.length; hit++) {
            // Hits come in order of their scores, and what inherits a match has the score of it.
            boolean asBefore = hit > 0 && hits.score(hit) == hits.score(hit - 1);
            texts[hit] = asBefore
                    ? texts[hit - 1]
                    : Math.pow(hits.score(hit), parameters.mixture().scoreExponent());
            recencies[hit] = ExpertSearch.recency(hits.at(hit), parameters.moment(), parameters.halfLifeDays());
            recognitions[hit] = recognition(hits.reactions(hit), hits.resolving(hit));
        }
    }

    private static double recognition(int reactions, boolean resolving) {
        double of = reactions == 0 ? 0 : Math.min(1, Math.log1p(reactions) / Math.log1p(MANY_REACTIONS));
        return (resolving ? 0.5 : 0) + of / 2;
    }

    /** What a hit counts by words alone for somebody who has this part in it. */
    double text(int hit, double part) {
        return texts[hit] * part;
    }

    /** What it counts. */
    double value(int hit, int person, double part) {
        return text(hit, part)
                * (parameters.ranking().counts(Ranking.RECOGNITION)
                        ? 1 + parameters.mixture().recognitionFactor() * recognition(hit, person)
                        : 1)
                * (parameters.ranking().counts(Ranking.RECENCY) ? recencies[hit] : 1);
    }

    /** How far others recognised it, in [0, 1]; that is for whoever made it, not for whom it names. */
    double recognition(int hit, int person) {
        return person == hits.person(hit) ? recognitions[hit] : 0;
    }

    /** 2^(-age / half-life). */
    double recency(int hit) {
        return recencies[hit];
    }
}
