package org.passerelle.expert;

import org.passerelle.expert.Ballot.Voted;

/**
 * Somebody with votes, and what the network says of them.
 *
 * @param given answers so far
 * @param answering share of the latest answers where the question belongs; 0 where that is unknown
 */
record Contender(String personId, Voted voted, Standing.Answers given, double answering) {}
