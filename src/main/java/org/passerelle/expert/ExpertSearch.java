package org.passerelle.expert;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Hit;

/**
 * Who knows about something: contributions found for the words vote for the people who made them.
 *
 * <p>For an organisation: somebody is an expert where they have written about it, lately, and to others'
 * use; not because of a title or of many contacts.
 *
 * <p>Document-centric voting (Balog, Azzopardi, de Rijke 2006, "Model 2", doi:10.1145/1148170.1148181;
 * Macdonald and Ounis 2006, doi:10.1145/1183614.1183671). In one thread a person votes once, by the best of
 * their contributions, so that a long discussion is not many proofs. A vote is
 * <pre>(score / best score)^2 x kind x 2^(-age / half-life) x (1 + recognition / 2)</pre>
 * with kind 1 for what answers or explains and 0.3 for what asks or only opens a thread, the age in days at the
 * end of the window, and recognition in [0, 1]: 1/2 for a contribution that met a need, and up to 1/2 for
 * reactions, {@code log(1 + reactions) / log(1 + 10)}. A person's score is the sum of the votes x (1 + reach / 10).
 *
 * <p>Where we differ: scores are squared rather than exponentiated (CombSUM of squares), one vote a thread, and the
 * factors of time, recognition and reach. Time O(h log h) for h hits. No hits: nobody. Equal scores: in order of id.
 */
public final class ExpertSearch {
    private static final double OPENING_SHARE = 0.3;
    private static final double MESSAGE_SHARE = 0.5;
    private static final double RECOGNITION_SHARE = 2;
    private static final double REACH_SHARE = 0.1;
    private static final int MANY_REACTIONS = 10;

    private ExpertSearch() {}

    /**
     * What is counted how.
     *
     * @param lastDay the day at whose end the question is asked
     * @param halfLifeDays days after which a contribution counts half
     */
    public record Parameters(LocalDate lastDay, int halfLifeDays) {
        /** One year was best on r_mailing_lists among 120 days to two years (docs/decisions/0021). */
        public static final int HALF_LIFE_DAYS = 365;

        /** Refuses a half-life of no day. */
        public Parameters {
            if (halfLifeDays < 1) {
                throw new IllegalArgumentException("halfLifeDays must be at least 1, not " + halfLifeDays);
            }
        }
    }

    /**
     * Somebody who knows.
     *
     * @param evidence the contributions that voted, best first
     * @param text sum of the votes by words alone, over that of the person with the largest
     * @param recognition mean recognition of the votes
     * @param recency mean of 2^(-age / half-life) over the votes
     * @param reach as it was given
     */
    public record Ranked(
            String personId,
            double score,
            double text,
            double recognition,
            double recency,
            double reach,
            List<Hit> evidence) {
        /** Copies the evidence. */
        public Ranked {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Everybody whom a contribution voted for, best first.
     *
     * @param candidates who may be an expert
     * @param reach of a person, in [0, 1]
     */
    public static List<Ranked> rank(
            List<Hit> hits, Predicate<String> candidates, ToDoubleFunction<String> reach, Parameters parameters) {
        double best = hits.stream().mapToDouble(Hit::score).max().orElse(0);
        if (best <= 0) {
            return List.of();
        }
        Map<String, List<Vote>> byPerson = new HashMap<>();
        for (Hit hit : hits) {
            if (candidates.test(hit.personId()) && hit.score() > 0) {
                byPerson.computeIfAbsent(hit.personId(), _ -> new ArrayList<>()).add(vote(hit, best, parameters));
            }
        }
        List<Voted> voted = byPerson.entrySet().stream()
                .map(entry -> new Voted(entry.getKey(), onePerThread(entry.getValue())))
                .toList();
        double textMax = voted.stream().mapToDouble(Voted::text).max().orElse(1);
        return voted.stream()
                .map(person -> ranked(person, textMax, reach.applyAsDouble(person.personId())))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::personId))
                .toList();
    }

    private record Vote(Hit hit, double text, double recognition, double recency) {
        double value() {
            return text * recency * (1 + RECOGNITION_SHARE * recognition);
        }
    }

    private record Voted(String personId, List<Vote> votes) {
        double text() {
            return votes.stream().mapToDouble(Vote::text).sum();
        }

        double mean(ToDoubleFunction<Vote> of) {
            return votes.stream()
                            .mapToDouble(vote -> vote.text() * of.applyAsDouble(vote))
                            .sum()
                    / text();
        }
    }

    private record Discussion(String subject, @Nullable String communityId) {}

    private static Vote vote(Hit hit, double best, Parameters parameters) {
        double relative = hit.score() / best;
        double kind = share(hit.kind());
        long age = ChronoUnit.DAYS.between(hit.at().atZone(ZoneOffset.UTC).toLocalDate(), parameters.lastDay());
        double recency = Math.pow(2, -(double) Math.max(0, age) / parameters.halfLifeDays());
        double reactions = Math.min(1, Math.log1p(hit.reactions()) / Math.log1p(MANY_REACTIONS));
        return new Vote(hit, relative * relative * kind, (hit.resolving() ? 0.5 : 0) + reactions / 2, recency);
    }

    private static double share(ContributionKind kind) {
        return switch (kind) {
            case QUESTION, TICKET, POST -> OPENING_SHARE;
            case MESSAGE -> MESSAGE_SHARE;
            case ANSWER, REPLY, DOCUMENT -> 1;
        };
    }

    /** The best vote of each thread, best first; without subject, what says the same is one thread. */
    private static List<Vote> onePerThread(List<Vote> votes) {
        Map<Object, Vote> best = new HashMap<>();
        for (Vote vote : votes) {
            String subject = vote.hit().subject();
            Object thread = subject == null
                    ? vote.hit().snippet()
                    : new Discussion(subject, vote.hit().communityId());
            best.merge(thread, vote, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other);
        }
        return best.values().stream().sorted(ORDER).toList();
    }

    private static final Comparator<Vote> ORDER = Comparator.comparingDouble(Vote::value)
            .reversed()
            .thenComparing(vote -> vote.hit().at(), Comparator.reverseOrder())
            .thenComparing(vote -> Objects.requireNonNull(vote.hit().key()));

    private static Ranked ranked(Voted person, double textMax, double reach) {
        double sum = person.votes().stream().mapToDouble(Vote::value).sum();
        return new Ranked(
                person.personId(),
                sum * (1 + REACH_SHARE * reach),
                person.text() / textMax,
                Math.min(1, person.mean(Vote::recognition)),
                Math.min(1, person.mean(Vote::recency)),
                reach,
                person.votes().stream().map(Vote::hit).toList());
    }
}
