package org.passerelle.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

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
 * <pre>score^2 x part x 2^(-age / half-life) x (1 + 2 recognition)</pre>
 * with score in [0, 1], part 1 for what answers or explains, 0.5 for a message and for being named, 0.3 for whoever
 * opened the discussion, and recognition in [0, 1]: 1/2 for a contribution that met a need, and up to
 * 1/2 for reactions, {@code log(1 + reactions) / log(1 + 10)}. The order is a log-linear combination of four parts,
 * each over its largest value in the answer:
 * <pre>(votes + 0.01) x (answering + 0.003)^0.4 x focus^0.4 x 2^familiarity</pre>
 * answering: {@link Venues}; focus: {@code (sum of scores of discussions answered + 0.05) / (answers to anybody +
 * 100)}, the language-model idea that what somebody speaks of all the time says more (Balog's "Model 1"), and
 * the guard against a popularity contest; familiarity: {@code min(1, log(1 + answers to this asker) / 2)}.
 *
 * <p>Who declared or confirmed a topic that the question names has one vote more, of 0.3, which needs no contribution.
 *
 * <p>Where we differ: scores are squared rather than exponentiated (CombSUM of squares), one vote a discussion, and the
 * other parts. Where nothing is known of who answers, that part is 1 for everybody. Time O(h log h) for h hits. No
 * hits: nobody. Equal scores: in order of id.
 */
public final class ExpertSearch {
    static final double OPENING_SHARE = 0.3;
    static final double MESSAGE_SHARE = 0.5;
    static final double MENTION_SHARE = 0.5;
    private static final double CLAIM_VOTE = 0.3;
    private static final double RECOGNITION_SHARE = 2;
    private static final int MANY_REACTIONS = 10;
    private static final double SECONDS_OF_DAY = 86_400;

    private static final double VOTES_FLOOR = 0.01;
    private static final double ANSWERING_FLOOR = 0.003;
    private static final double ANSWERING_EXPONENT = 0.4;
    private static final double FOCUS_FLOOR = 0.05;
    private static final double FOCUS_EXPONENT = 0.4;
    private static final double FOCUS_ANSWERS = 100;
    private static final double FAMILIAR_LOGARITHM = 2;

    private ExpertSearch() {}

    /**
     * What is counted how.
     *
     * @param moment when the question is asked
     * @param halfLifeDays days after which a contribution counts half
     * @param ranking how much of what is known counts
     */
    public record Parameters(Instant moment, int halfLifeDays, Ranking ranking) {
        /** One year was best on r_mailing_lists among 60 days to four years (docs/decisions/0023). */
        public static final int HALF_LIFE_DAYS = 365;

        /** Refuses a half-life of no day. */
        public Parameters {
            if (halfLifeDays < 1) {
                throw new IllegalArgumentException("halfLifeDays must be at least 1, not " + halfLifeDays);
            }
        }

        /** Everything counts. */
        public static Parameters at(Instant moment) {
            return new Parameters(moment, HALF_LIFE_DAYS, Ranking.NETWORK);
        }

        /** The same, by this ranking. */
        public Parameters withRanking(Ranking ranking) {
            return new Parameters(moment, halfLifeDays, ranking);
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
     */
    record Parts(double text, double recognition, double recency, double answering, double focus, double familiarity) {}

    /**
     * Somebody who knows.
     *
     * @param evidence the contributions that voted, best first
     */
    record Ranked(String personId, double score, Parts parts, List<Hit> evidence) {
        Ranked {
            evidence = List.copyOf(evidence);
        }
    }

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
            List<Hit> hits,
            Predicate<String> candidates,
            Set<String> claiming,
            Standing standing,
            Parameters parameters) {
        Set<Opening> openings = openings(hits);
        Map<String, List<Vote>> byPerson = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.score() <= 0) {
                continue;
            }
            boolean opened = openings.contains(new Opening(hit.discussion(), hit.personId()));
            vote(byPerson, candidates, hit, hit.personId(), opened ? OPENING_SHARE : share(hit.kind()), parameters);
            for (String mentioned : hit.mentionedIds()) {
                if (!mentioned.equals(hit.personId())) {
                    vote(byPerson, candidates, hit, mentioned, MENTION_SHARE, parameters);
                }
            }
        }
        claiming.stream()
                .filter(candidates)
                .forEach(person -> byPerson.computeIfAbsent(person, _ -> new ArrayList<>()));
        Comparator<Vote> order = order(parameters.ranking());
        List<Voted> voted = byPerson.entrySet().stream()
                .map(entry -> new Voted(
                        entry.getKey(),
                        onePerDiscussion(entry.getValue(), order),
                        claiming.contains(entry.getKey()) ? CLAIM_VOTE : 0))
                .toList();
        return compared(voted, standing, parameters.ranking());
    }

    /** 2^(-age / half-life), 1 for what is not yet there. */
    static double recency(Instant at, Instant moment, int halfLifeDays) {
        double days = Math.max(0, Duration.between(at, moment).toSeconds()) / SECONDS_OF_DAY;
        return Math.pow(2, -days / halfLifeDays);
    }

    private record Opening(String discussion, String personId) {}

    private static Set<Opening> openings(List<Hit> hits) {
        Set<Opening> openings = new HashSet<>();
        for (Hit hit : hits) {
            boolean opens =
                    switch (hit.kind()) {
                        case QUESTION, TICKET, POST -> true;
                        case MESSAGE -> hit.opening();
                        case ANSWER, REPLY, DOCUMENT -> false;
                    };
            if (opens) {
                openings.add(new Opening(hit.discussion(), hit.personId()));
            }
        }
        return openings;
    }

    private static double share(ContributionKind kind) {
        return kind == ContributionKind.MESSAGE ? MESSAGE_SHARE : 1;
    }

    /**
     * A vote of a contribution for a person.
     *
     * @param part how far the person's part in it counts
     */
    private record Vote(Hit hit, double part, double recognition, double recency) {
        double text() {
            return hit.score() * hit.score() * part;
        }

        double value(Ranking ranking) {
            return text()
                    * (ranking.counts(Ranking.RECOGNITION) ? 1 + RECOGNITION_SHARE * recognition : 1)
                    * (ranking.counts(Ranking.RECENCY) ? recency : 1);
        }
    }

    /**
     * A person with their votes.
     *
     * @param claim the vote for what the person says of themselves, 0 for nothing
     */
    private record Voted(String personId, List<Vote> votes, double claim) {
        double all(ToDoubleFunction<Vote> of) {
            return claim + sum(of);
        }

        double sum(ToDoubleFunction<Vote> of) {
            return votes.stream().mapToDouble(of).sum();
        }

        double mean(ToDoubleFunction<Vote> of) {
            double texts = sum(Vote::text);
            return texts == 0 ? 0 : Math.min(1, sum(vote -> vote.text() * of.applyAsDouble(vote)) / texts);
        }

        double focus(Standing standing) {
            double answered =
                    sum(vote -> vote.part() > OPENING_SHARE ? vote.hit().score() : 0);
            return (answered + FOCUS_FLOOR) / (standing.answersGiven().applyAsInt(personId) + FOCUS_ANSWERS);
        }
    }

    private static void vote(
            Map<String, List<Vote>> byPerson,
            Predicate<String> candidates,
            Hit hit,
            String personId,
            double part,
            Parameters parameters) {
        if (!candidates.test(personId)) {
            return;
        }
        boolean own = personId.equals(hit.personId());
        double reactions = Math.min(1, Math.log1p(hit.reactions()) / Math.log1p(MANY_REACTIONS));
        double recognition = own ? (hit.resolving() ? 0.5 : 0) + reactions / 2 : 0;
        double recency = recency(hit.at(), parameters.moment(), parameters.halfLifeDays());
        byPerson.computeIfAbsent(personId, _ -> new ArrayList<>()).add(new Vote(hit, part, recognition, recency));
    }

    /** The best vote of each discussion, best first. */
    private static List<Vote> onePerDiscussion(List<Vote> votes, Comparator<Vote> order) {
        Map<String, Vote> best = new HashMap<>();
        for (Vote vote : votes) {
            best.merge(vote.hit().discussion(), vote, (one, other) -> order.compare(one, other) <= 0 ? one : other);
        }
        return best.values().stream().sorted(order).toList();
    }

    private static Comparator<Vote> order(Ranking ranking) {
        return Comparator.<Vote>comparingDouble(vote -> vote.value(ranking))
                .reversed()
                .thenComparing(vote -> vote.hit().at(), Comparator.reverseOrder())
                .thenComparing(vote -> vote.hit().key());
    }

    private static List<Ranked> compared(List<Voted> voted, Standing standing, Ranking ranking) {
        double textMax = max(voted, person -> person.all(Vote::text));
        double votesMax = max(voted, person -> person.all(vote -> vote.value(ranking)));
        double focusMax = max(voted, person -> person.focus(standing));
        double answeringMax = max(voted, person -> standing.answering().getOrDefault(person.personId(), 0.0));
        List<Ranked> ranked = new ArrayList<>(voted.size());
        for (Voted person : voted) {
            String id = person.personId();
            Parts parts = new Parts(
                    person.all(Vote::text) / textMax,
                    person.mean(Vote::recognition),
                    person.mean(Vote::recency),
                    answeringMax > 0 ? standing.answering().getOrDefault(id, 0.0) / answeringMax : 1,
                    person.focus(standing) / focusMax,
                    Math.min(1, Math.log1p(standing.answersToAsker().applyAsInt(id)) / FAMILIAR_LOGARITHM));
            double votes = person.all(vote -> vote.value(ranking)) / votesMax;
            ranked.add(new Ranked(
                    id,
                    ranking.counts(Ranking.NETWORK) ? (votes + VOTES_FLOOR) * network(parts) : votes,
                    parts,
                    person.votes().stream().map(Vote::hit).toList()));
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::personId));
        return ranked;
    }

    private static double network(Parts parts) {
        return Math.pow(parts.answering() + ANSWERING_FLOOR, ANSWERING_EXPONENT)
                * Math.pow(parts.focus(), FOCUS_EXPONENT)
                * Math.pow(2, parts.familiarity());
    }

    private static double max(List<Voted> voted, ToDoubleFunction<Voted> of) {
        return voted.stream().mapToDouble(of).max().orElse(1);
    }
}
