package org.passerelle.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.AskedQuestion;

/**
 * Four ways to order people that any expert search must beat, over what has been answered so far: answers given; the
 * same, halved every 180 days; BM25 over answered questions, the first 100 voting for who answered them
 * (CombSUM); and the first 300, each vote halved every two years. In BM25, k1 is 1.2 and b 0.75.
 */
public final class Baselines {
    /** Which of the four. */
    public enum Kind {
        /** Answers given so far. */
        PRIOR,
        /** The same, halved every 180 days. */
        RECENT_PRIOR,
        /** Answered questions that match, voting. */
        VOTES,
        /** The same, with votes that fade. */
        FADING_VOTES
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}_']+");
    private static final double K1 = 1.2;
    private static final double B = 0.75;
    private static final int VOTERS = 100;
    private static final int FADING_VOTERS = 300;
    private static final double PRIOR_HALF_LIFE_DAYS = 180;
    private static final double VOTE_HALF_LIFE_DAYS = 730;
    private static final double SECONDS_OF_DAY = 86_400;

    private final Map<String, Integer> prior = new HashMap<>();
    private final Map<String, Fading> recent = new HashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Map<String, Map<Document, Integer>> postings = new HashMap<>();
    private final Map<String, Set<String>> communities = new HashMap<>();
    private final Map<String, Map<String, Integer>> homes = new HashMap<>();
    private long words;

    Baselines() {}

    private record Fading(double value, Instant at) {
        double on(Instant moment) {
            return value * halved(at, moment, PRIOR_HALF_LIFE_DAYS);
        }
    }

    /** An answered question; compared by identity. */
    private static final class Document {
        private final Map<String, List<Instant>> answers = new LinkedHashMap<>();
        private int length;
    }

    private static double halved(Instant at, Instant moment, double halfLifeDays) {
        return Math.pow(2, -Duration.between(at, moment).toMillis() / 1_000.0 / SECONDS_OF_DAY / halfLifeDays);
    }

    /** Somebody answered a question. */
    void answered(AskedQuestion question, AskedQuestion.Answer answer) {
        String person = answer.personId();
        prior.merge(person, 1, Integer::sum);
        recent.merge(
                person, new Fading(1, answer.at()), (before, now) -> new Fading(before.on(now.at()) + 1, now.at()));
        if (question.communityId() != null) {
            communities
                    .computeIfAbsent(question.communityId(), _ -> new HashSet<>())
                    .add(person);
            homes.computeIfAbsent(person, _ -> new HashMap<>()).merge(question.communityId(), 1, Integer::sum);
        }
        List<String> text = words(answer.text());
        Document document = documents.get(question.key());
        if (document == null) {
            document = new Document();
            documents.put(question.key(), document);
            text.addAll(words(question.about() + ' ' + question.text()));
        }
        document.answers.computeIfAbsent(person, _ -> new ArrayList<>()).add(answer.at());
        document.length += text.size();
        words += text.size();
        for (String word : text) {
            // In the order they came, so that equal matches are cut off the same way in every run.
            postings.computeIfAbsent(word, _ -> new LinkedHashMap<>()).merge(document, 1, Integer::sum);
        }
    }

    /** Whether somebody has answered anything so far. */
    public boolean hasAnswered(String personId) {
        return prior.containsKey(personId);
    }

    /** The community in which somebody has answered most so far, of equal ones the first by id. */
    public Optional<String> home(String personId) {
        return homes.getOrDefault(personId, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** Those who have given the most answers so far: a hundredth of all who have given any, at least one. */
    public Set<String> busiest() {
        return Set.copyOf(prior.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(Math.max(1, prior.size() / 100))
                .map(Map.Entry::getKey)
                .toList());
    }

    /**
     * The order of people for a question, ties by id.
     *
     * @param communityId only those who have answered in this community; null for everybody
     */
    public List<String> order(Kind kind, AskedQuestion question, @Nullable String communityId) {
        Map<String, Double> scores =
                switch (kind) {
                    case PRIOR -> prior();
                    case RECENT_PRIOR -> recentPrior(question.at());
                    case VOTES -> votes(question, VOTERS, false);
                    case FADING_VOTES -> votes(question, FADING_VOTERS, true);
                };
        Predicate<String> admitted =
                communityId == null ? _ -> true : communities.getOrDefault(communityId, Set.of())::contains;
        return scores.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(question.askerId()) && admitted.test(entry.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Double> prior() {
        Map<String, Double> scores = new HashMap<>();
        prior.forEach((person, answers) -> scores.put(person, (double) answers));
        return scores;
    }

    private Map<String, Double> recentPrior(Instant moment) {
        Map<String, Double> scores = new HashMap<>();
        recent.forEach((person, fading) -> scores.put(person, fading.on(moment)));
        return scores;
    }

    private Map<String, Double> votes(AskedQuestion question, int voters, boolean fading) {
        Map<String, Double> scores = new HashMap<>();
        for (Map.Entry<Document, Double> match : matches(question, voters)) {
            match.getKey().answers.forEach((person, moments) -> {
                double vote = fading
                        ? match.getValue() * halved(moments.getLast(), question.at(), VOTE_HALF_LIFE_DAYS)
                        : match.getValue() * moments.size();
                scores.merge(person, vote, Double::sum);
            });
        }
        return scores;
    }

    private List<Map.Entry<Document, Double>> matches(AskedQuestion question, int voters) {
        Map<Document, Double> scores = new LinkedHashMap<>();
        int count = documents.size();
        double mean = count == 0 ? 1 : (double) words / count;
        for (String word : words(question.about())) {
            Map<Document, Integer> holding = Objects.requireNonNullElse(postings.get(word), Map.of());
            double rarity = Math.log(1 + (count - holding.size() + 0.5) / (holding.size() + 0.5));
            holding.forEach((document, times) -> scores.merge(
                    document,
                    rarity * times * (K1 + 1) / (times + K1 * (1 - B + B * document.length / mean)),
                    Double::sum));
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(voters)
                .toList();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
