package org.passerelle.expert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.expert.Ballot.Voted;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.HitColumns;

/**
 * Who knows about something: contributions found for the words vote for the people who made them.
 *
 * <p>For an organisation: somebody is an expert where they have answered on it, lately, and to others' use;
 * not because of a title or of many contacts. Among those, whoever answers lately where this is talked about, and on
 * this rather than on everything, comes first: that is who will answer this question too.
 *
 * <p>Document-centric voting (Balog, Azzopardi, de Rijke 2006, "Model 2", doi:10.1145/1148170.1148181;
 * Macdonald and Ounis 2006, doi:10.1145/1183614.1183671). In one discussion a person votes once, by the best of
 * their contributions, so that a long discussion is not many proofs. A vote is
 * <pre>score^3 x part x 2^(-age / half-life) x (1 + 4 recognition)</pre>
 * with score in [0, 1], part 1 for what answers or explains, 0.5 for a message and for being named, 0.3 for whoever
 * opened the discussion, and recognition in [0, 1]: 1/2 for a contribution that met a need, and up to
 * 1/2 for reactions, {@code log(1 + reactions) / log(1 + 10)}. The order is a log-linear combination of four parts,
 * each over its largest value in the answer, with the numbers of {@link Mixture}:
 * <pre>(votes + 0.03)^0.55 x (answering + 0.003)^0.75 x focus^0.6 x 2^familiarity</pre>
 * answering: {@link Venues}; focus: {@code (sum of scores of discussions answered + 1) / (answers to anybody +
 * 50)}, the language-model idea that what somebody speaks of all the time says more (Balog's "Model 1"), and
 * the guard against a popularity contest; familiarity: {@code min(1, log(1 + answers to this asker) / 2)}.
 *
 * <p>Who declared or confirmed a topic that the question names has one vote more, of 0.3, which needs no contribution.
 *
 * <p>Whoever wrote nothing that matches, and did write on near topics ({@link org.passerelle.network.Nearby}), comes in by votes of
 * those contributions; the largest sum of them counts a tenth of the largest sum of votes by words, and so do discussions
 * answered in the focus. Nobody comes in so where nobody is found by words.
 *
 * <p>Where we differ: scores are cubed rather than exponentiated (CombSUM of cubes), one vote a discussion, and the
 * other parts. Where nothing is known of who answers, that part is 1 for everybody. Time O(h log h) for h hits. No
 * hits: nobody. Equal scores: in order of id.
 */
public final class ExpertSearch {
    static final double OPENING_SHARE = 0.3;
    static final double MESSAGE_SHARE = 0.5;
    static final double MENTION_SHARE = 0.5;
    private static final double SECONDS_OF_DAY = 86_400;
    private static final long MILLIS_OF_SECOND = 1_000;

    private ExpertSearch() {}

    /**
     * What is counted how.
     *
     * @param moment when the question is asked
     * @param halfLifeDays days after which a contribution counts half
     * @param ranking what of all that is known counts
     * @param mixture how much each of it counts
     */
    record Parameters(Instant moment, int halfLifeDays, Ranking ranking, Mixture mixture) {
        /** One year was best on r_mailing_lists among 60 days to four years (docs/decisions/0023). */
        static final int HALF_LIFE_DAYS = 365;

        /** Refuses a half-life of no day. */
        Parameters {
            if (halfLifeDays < 1) {
                throw new IllegalArgumentException("halfLifeDays must be at least 1, not " + halfLifeDays);
            }
        }

        /** Everything counts. */
        static Parameters at(Instant moment) {
            return new Parameters(moment, HALF_LIFE_DAYS, Ranking.NETWORK, Mixture.learned());
        }

        /** The same, by this ranking. */
        Parameters withRanking(Ranking ranking) {
            return new Parameters(moment, halfLifeDays, ranking, mixture);
        }

        /** The same, with other numbers. */
        Parameters withMixture(Mixture mixture) {
            return new Parameters(moment, halfLifeDays, ranking, mixture);
        }
    }

    /**
     * What a person's place comes from, each in [0, 1].
     *
     * @param text sum of the votes by words alone, over the largest
     * @param recognition mean recognition of the votes
     * @param recency mean of 2^(-age / half-life) over the votes
     * @param answering share of the latest answers where the question belongs, over the largest; 1 where unknown
     * @param focus how much of what the person answers is on this, over the largest
     * @param familiarity how often the person answered the asker
     * @param nearby sum of the votes of contributions on near topics, over the largest; 0 of whoever wrote in the
     *     question's words
     */
    record Parts(
            double text,
            double recognition,
            double recency,
            double answering,
            double focus,
            double familiarity,
            double nearby) {}

    /**
     * Somebody who knows.
     *
     * @param evidence the contributions that voted, best first; never changed again, so not copied for thousands of
     *     whom ten are shown
     */
    record Ranked(String personId, double score, Parts parts, List<Hit> evidence) {}

    /**
     * Everybody whom a contribution voted for, best first.
     *
     * @param candidates who may be an expert
     */
    static List<Ranked> rank(List<Hit> hits, Predicate<String> candidates, Standing standing, Parameters parameters) {
        return rank(hits, candidates, Set.of(), standing, parameters);
    }

    /**
     * The same, with people who say themselves that they know about it.
     *
     * @param claiming who declared, confirmed or added a topic of the question
     */
    static List<Ranked> rank(
            List<Hit> found,
            Predicate<String> candidates,
            Set<String> claiming,
            Standing standing,
            Parameters parameters) {
        HitColumns hits = HitColumns.of(found).withPeople(claiming);
        return rank(hits, claiming, Electorate.byId(hits, candidates, standing), parameters);
    }

    /** The same, with people who wrote on near topics. */
    static List<Ranked> rank(
            List<Hit> found,
            HitColumns nearby,
            Predicate<String> candidates,
            Standing standing,
            Parameters parameters) {
        HitColumns hits = HitColumns.of(found);
        return rank(
                new Poll(hits, Electorate.byId(hits, candidates, standing)),
                Set.of(),
                new Poll(nearby, Electorate.byId(nearby, candidates, standing)),
                parameters);
    }

    /**
     * The same of people by number.
     *
     * @param hits among the people of whom are all who claim to know
     */
    static List<Ranked> rank(HitColumns hits, Set<String> claiming, Electorate electorate, Parameters parameters) {
        return rank(new Poll(hits, electorate), claiming, null, parameters);
    }

    /**
     * Contributions with those whom they may vote for.
     *
     * @param electorate of the people of these hits
     */
    record Poll(HitColumns hits, Electorate electorate) {}

    /**
     * The same, with people who wrote nothing that matches: they are named for what they wrote on near topics, and only where
     * somebody is named for what matches.
     *
     * @param nearby contributions scored by how near they are; null for none
     */
    static List<Ranked> rank(Poll poll, Set<String> claiming, @Nullable Poll nearby, Parameters parameters) {
        List<Contender> contenders = contenders(poll, claiming, parameters, _ -> true);
        if (nearby == null || contenders.isEmpty() || parameters.mixture().nearby() == 0) {
            return Comparison.ranked(contenders, List.of(), parameters);
        }
        Set<String> others = new HashSet<>();
        for (int person = 0; person < nearby.hits().people(); person++) {
            others.add(nearby.hits().personId(person));
        }
        contenders.forEach(each -> others.remove(each.personId()));
        return Comparison.ranked(
                contenders,
                contenders(nearby, Set.of(), parameters, each -> others.contains(each.personId())),
                parameters);
    }

    private static List<Contender> contenders(
            Poll poll, Set<String> claiming, Parameters parameters, Predicate<Contender> counts) {
        HitColumns hits = poll.hits();
        Electorate electorate = poll.electorate();
        Openings openings = Openings.of(hits);
        Ballot ballot = new Ballot(hits, electorate, parameters);
        for (int hit = 0; hit < hits.size(); hit++) {
            if (hits.score(hit) <= 0) {
                continue;
            }
            int person = hits.person(hit);
            ballot.vote(hit, person, openings.has(hit) ? OPENING_SHARE : share(hits.kind(hit)));
            for (int mention = hits.mentionStart(hit); mention < hits.mentionEnd(hit); mention++) {
                if (hits.mentioned(mention) != person) {
                    ballot.vote(hit, hits.mentioned(mention), MENTION_SHARE);
                }
            }
        }
        List<Contender> contenders = new ArrayList<>();
        for (Voted voted : ballot.voted(claiming)) {
            Contender contender = new Contender(
                    hits, voted, electorate.answers(voted.person()), electorate.answering(voted.person()));
            if (counts.test(contender)) {
                contenders.add(contender);
            }
        }
        return contenders;
    }

    /** 2^(-age / half-life), 1 for what is not yet there; of whole seconds. */
    static double recency(long atMillis, Instant moment, int halfLifeDays) {
        long seconds = Math.floorDiv(moment.toEpochMilli() - atMillis, MILLIS_OF_SECOND);
        return Math.pow(2, -(Math.max(0, seconds) / SECONDS_OF_DAY) / halfLifeDays);
    }

    /**
     * Who opened which discussion. Nearly every discussion has one who did, so a second one is kept apart.
     *
     * @param first somebody who opened it, by discussion
     * @param others who else did
     */
    private record Openings(HitColumns hits, int[] first, Map<Integer, Set<Integer>> others) {
        private static final int NOBODY = -1;

        static Openings of(HitColumns hits) {
            int[] nobody = new int[hits.discussions()];
            Arrays.fill(nobody, NOBODY);
            Openings openings = new Openings(hits, nobody, new HashMap<>());
            for (int hit = 0; hit < hits.size(); hit++) {
                boolean opens =
                        switch (hits.kind(hit)) {
                            case QUESTION, TICKET, POST -> true;
                            case MESSAGE -> hits.opening(hit);
                            case ANSWER, REPLY, DOCUMENT -> false;
                        };
                if (opens) {
                    openings.add(hits.discussion(hit), hits.person(hit));
                }
            }
            return openings;
        }

        private void add(int discussion, int person) {
            if (first[discussion] == NOBODY) {
                first[discussion] = person;
            } else if (first[discussion] != person) {
                others.computeIfAbsent(discussion, _ -> new HashSet<>()).add(person);
            }
        }

        /** Whether who made it opened its discussion. */
        boolean has(int hit) {
            int discussion = hits.discussion(hit);
            int person = hits.person(hit);
            return first[discussion] == person
                    || (!others.isEmpty()
                            && others.getOrDefault(discussion, Set.of()).contains(person));
        }
    }

    private static double share(ContributionKind kind) {
        return kind == ContributionKind.MESSAGE ? MESSAGE_SHARE : 1;
    }
}
