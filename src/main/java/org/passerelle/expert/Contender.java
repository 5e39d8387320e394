package org.passerelle.expert;

import org.passerelle.expert.Ballot.Voted;
import org.passerelle.network.HitColumns;

/**
 * Somebody with votes, and what the network says of them.
 *
 * @param hits that voted, by which they have a number
 * @param given answers so far
 * @param answering share of the latest answers where the question belongs; 0 where that is unknown
 */
record Contender(HitColumns hits, Voted voted, Standing.Answers given, double answering) {
    String personId() {
        return hits.personId(voted.person());
    }
}
