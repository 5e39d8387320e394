package org.passerelle.expert;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.HitColumns;

/**
 * The votes as they come in, a column for each thing that they say; each person is asked about once, however many votes
 * are for them.
 */
final class Ballot {
    private static final double CLAIM_VOTE = 0.3;
    private static final int FEW_VOTES = 32;
    private static final byte UNKNOWN = 0;
    private static final byte CANDIDATE = 1;
    private static final byte NO_CANDIDATE = 2;

    private final HitColumns hits;
    private final Electorate electorate;
    private final Votes votes;
    private final byte[] known;
    private int[] voting = new int[1_024];
    private int[] votedFor = new int[1_024];
    private double[] parts = new double[1_024];
    private int size;

    Ballot(HitColumns hits, Electorate electorate, ExpertSearch.Parameters parameters) {
        this.hits = hits;
        this.electorate = electorate;
        this.votes = new Votes(hits, parameters);
        this.known = new byte[hits.people()];
    }

    /** A hit votes for somebody who has this part in it; in vain where that is no candidate. */
    void vote(int hit, int person, double part) {
        if (!isCandidate(person)) {
            return;
        }
        if (size == voting.length) {
            voting = Arrays.copyOf(voting, 2 * size);
            votedFor = Arrays.copyOf(votedFor, 2 * size);
            parts = Arrays.copyOf(parts, 2 * size);
        }
        voting[size] = hit;
        votedFor[size] = person;
        parts[size] = part;
        size++;
    }

    private boolean isCandidate(int person) {
        if (known[person] == UNKNOWN) {
            known[person] = electorate.has(person) ? CANDIDATE : NO_CANDIDATE;
        }
        return known[person] == CANDIDATE;
    }

    /**
     * Everybody who has a vote.
     *
     * @param claiming who say of themselves that they know, whether or not a hit votes for them
     */
    List<Voted> voted(Set<String> claiming) {
        int[] ends = new int[hits.people() + 1];
        for (int vote = 0; vote < size; vote++) {
            ends[votedFor[vote] + 1]++;
        }
        for (int person = 0; person < hits.people(); person++) {
            ends[person + 1] += ends[person];
        }
        int[] next = ends.clone();
        double[] values = new double[size];
        int[] byPerson = new int[size];
        for (int vote = 0; vote < size; vote++) {
            byPerson[next[votedFor[vote]]++] = vote;
            values[vote] = votes.value(voting[vote], votedFor[vote], parts[vote]);
        }
        List<Voted> voted = new ArrayList<>();
        for (int person = 0; person < hits.people(); person++) {
            boolean claims = !claiming.isEmpty() && claiming.contains(hits.personId(person)) && isCandidate(person);
            if (claims || ends[person] < ends[person + 1]) {
                int[] cast = Arrays.copyOfRange(byPerson, ends[person], ends[person + 1]);
                voted.add(voted(person, onePerDiscussion(cast, values), values, claims ? CLAIM_VOTE : 0));
            }
        }
        return voted;
    }

    /** The best vote of each discussion, best first. */
    private int[] onePerDiscussion(int[] cast, double[] values) {
        if (cast.length <= 1) {
            return cast;
        }
        IntBinaryOperator order = (one, other) -> compare(one, other, values);
        int[] ordered = cast.length <= FEW_VOTES
                ? inserted(cast, order)
                : Arrays.stream(cast)
                        .boxed()
                        .sorted(order::applyAsInt)
                        .mapToInt(Integer::intValue)
                        .toArray();
        int kept = 0;
        for (int vote : ordered) {
            int discussion = hits.discussion(voting[vote]);
            if (!isAmong(discussion, ordered, kept)) {
                ordered[kept++] = vote;
            }
        }
        return Arrays.copyOf(ordered, kept);
    }

    private boolean isAmong(int discussion, int[] kept, int count) {
        for (int at = 0; at < count; at++) {
            if (hits.discussion(voting[kept[at]]) == discussion) {
                return true;
            }
        }
        return false;
    }

    /** Most people have a handful of votes, for which nothing is as quick. */
    private static int[] inserted(int[] cast, IntBinaryOperator order) {
        int[] ordered = new int[cast.length];
        for (int at = 0; at < cast.length; at++) {
            int place = at;
            while (place > 0 && order.applyAsInt(cast[at], ordered[place - 1]) < 0) {
                ordered[place] = ordered[place - 1];
                place--;
            }
            ordered[place] = cast[at];
        }
        return ordered;
    }

    /** What counts more first, then what is newer, then by key. */
    private int compare(int one, int other, double[] values) {
        int byValue = Double.compare(values[other], values[one]);
        if (byValue != 0) {
            return byValue;
        }
        int byTime = Long.compare(hits.at(voting[other]), hits.at(voting[one]));
        return byTime != 0 ? byTime : hits.key(voting[one]).compareTo(hits.key(voting[other]));
    }

    private Voted voted(int person, int[] best, double[] values, double claim) {
        double text = 0;
        double value = 0;
        double recognition = 0;
        double recency = 0;
        double answered = 0;
        for (int vote : best) {
            int hit = voting[vote];
            double words = votes.text(hit, parts[vote]);
            text += words;
            value += values[vote];
            recognition += words * votes.recognition(hit, votedFor[vote]);
            recency += words * votes.recency(hit);
            answered += parts[vote] > ExpertSearch.OPENING_SHARE ? hits.score(hit) : 0;
        }
        int[] evidence = new int[best.length];
        for (int at = 0; at < best.length; at++) {
            evidence[at] = voting[best[at]];
        }
        return new Voted(
                person,
                new Evidence(hits, evidence),
                claim + text,
                claim + value,
                text == 0 ? 0 : Math.min(1, recognition / text),
                text == 0 ? 0 : Math.min(1, recency / text),
                answered);
    }

    /** The hits that voted for somebody, each made when it is shown: thousands have votes, and ten are shown. */
    private static final class Evidence extends AbstractList<Hit> {
        private final HitColumns hits;
        private final int[] places;

        Evidence(HitColumns hits, int[] places) {
            this.hits = hits;
            this.places = places;
        }

        @Override
        public Hit get(int at) {
            return hits.get(places[at]);
        }

        @Override
        public int size() {
            return places.length;
        }
    }

    /**
     * Somebody with votes, and what they come to.
     *
     * @param evidence the hits that voted, best first
     * @param text sum of what they count by words alone, with what the person says of themselves
     * @param value sum of what they count, with what the person says of themselves
     * @param recognition mean, by words; 0 without votes
     * @param recency mean, by words
     * @param answered sum of the scores of discussions that the person did more in than open them
     */
    record Voted(
            int person,
            List<Hit> evidence,
            double text,
            double value,
            double recognition,
            double recency,
            double answered) {}
}
