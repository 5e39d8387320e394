package org.passerelle.expert;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.expert.Mixture.Part;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.HitColumns;

/**
 * Learns the {@link Mixture} again: coordinate ascent over its numbers, each set and each way to ask counting the same, by
 * the mean of MRR and MAP. {@code main FROM UNTIL SAMPLE SEED HOME...}; the last 20 % are for reporting and are no part
 * of it.
 */
public final class RankingTuning {
    private static final double LEAST_GAIN = 0.0005;
    private static final int ROUNDS_MAX = 3;

    private final Map<String, List<Case>> sets = new LinkedHashMap<>();

    private RankingTuning() {}

    /** A question, what was found for it, and who was right. */
    private record Case(
            Parameters parameters,
            List<Hit> hits,
            HitColumns nearby,
            Predicate<String> candidates,
            Standing standing,
            Set<String> right) {
        RankingQuality judged(Mixture mixture) {
            return RankingQuality.of(
                    ExpertSearch.rank(hits, nearby, candidates, standing, parameters.withMixture(mixture)).stream()
                            .map(Ranked::personId)
                            .toList(),
                    right);
        }
    }

    /** A number of the mixture, and what is tried for it. */
    private record Dial(String name, BiFunction<Mixture, Double, Mixture> with, List<Double> values) {}

    private static List<Dial> dials() {
        return List.of(
                new Dial("scoreExponent", RankingTuning::withScore, List.of(1.5, 2.0, 2.5, 3.0, 4.0)),
                new Dial("recognitionFactor", RankingTuning::withRecognition, List.of(1.0, 2.0, 4.0)),
                new Dial(
                        "votes.floor",
                        (mixture, value) -> withVotes(
                                mixture, new Part(value, mixture.votes().exponent())),
                        List.of(0.01, 0.03, 0.06)),
                new Dial(
                        "votes.exponent",
                        (mixture, value) ->
                                withVotes(mixture, new Part(mixture.votes().floor(), value)),
                        List.of(0.5, 0.55, 0.6, 0.7)),
                new Dial(
                        "answering.floor",
                        (mixture, value) -> withAnswering(
                                mixture, new Part(value, mixture.answering().exponent())),
                        List.of(0.001, 0.003, 0.01)),
                new Dial(
                        "answering.exponent",
                        (mixture, value) -> withAnswering(
                                mixture, new Part(mixture.answering().floor(), value)),
                        List.of(0.7, 0.75, 0.8, 0.9)),
                new Dial(
                        "focusExponent",
                        (mixture, value) -> withFocus(mixture, value, mixture.focusAnswers()),
                        List.of(0.4, 0.5, 0.6)),
                new Dial(
                        "focusAnswers",
                        (mixture, value) -> withFocus(mixture, mixture.focusExponent(), value),
                        List.of(30.0, 50.0, 100.0)),
                new Dial("familiarityExponent", RankingTuning::withFamiliarity, List.of(0.5, 1.0, 1.5)),
                new Dial("nearby", Mixture::withNearby, List.of(0.0, 0.03, 0.1, 0.25, 0.5)));
    }

    private static Mixture withScore(Mixture mixture, double exponent) {
        return new Mixture(
                exponent,
                mixture.recognitionFactor(),
                mixture.votes(),
                mixture.answering(),
                mixture.focusExponent(),
                mixture.focusAnswers(),
                mixture.familiarityExponent(),
                mixture.nearby());
    }

    private static Mixture withRecognition(Mixture mixture, double factor) {
        return new Mixture(
                mixture.scoreExponent(),
                factor,
                mixture.votes(),
                mixture.answering(),
                mixture.focusExponent(),
                mixture.focusAnswers(),
                mixture.familiarityExponent(),
                mixture.nearby());
    }

    private static Mixture withFamiliarity(Mixture mixture, double exponent) {
        return new Mixture(
                mixture.scoreExponent(),
                mixture.recognitionFactor(),
                mixture.votes(),
                mixture.answering(),
                mixture.focusExponent(),
                mixture.focusAnswers(),
                exponent,
                mixture.nearby());
    }

    private static Mixture withVotes(Mixture mixture, Part votes) {
        return new Mixture(
                mixture.scoreExponent(),
                mixture.recognitionFactor(),
                votes,
                mixture.answering(),
                mixture.focusExponent(),
                mixture.focusAnswers(),
                mixture.familiarityExponent(),
                mixture.nearby());
    }

    private static Mixture withAnswering(Mixture mixture, Part answering) {
        return new Mixture(
                mixture.scoreExponent(),
                mixture.recognitionFactor(),
                mixture.votes(),
                answering,
                mixture.focusExponent(),
                mixture.focusAnswers(),
                mixture.familiarityExponent(),
                mixture.nearby());
    }

    private static Mixture withFocus(Mixture mixture, double exponent, double answers) {
        return new Mixture(
                mixture.scoreExponent(),
                mixture.recognitionFactor(),
                mixture.votes(),
                mixture.answering(),
                exponent,
                answers,
                mixture.familiarityExponent(),
                mixture.nearby());
    }

    public static void main(String... arguments) throws Exception {
        PastQuestions.Part part = PastQuestions.Part.of(Arrays.asList(arguments).subList(0, 4));
        RankingTuning tuning = new RankingTuning();
        for (String home : Arrays.asList(arguments).subList(4, arguments.length)) {
            String name = String.valueOf(Path.of(home).getFileName());
            PastQuestions.each(home, part, _ -> found -> tuning.add(name, found));
        }
        tuning.learn();
    }

    private void add(String set, PastQuestions.Found found) {
        String name = set + (found.community() == null ? "" : ", community given");
        sets.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new Case(
                        Parameters.at(found.scope().before()),
                        found.hits(),
                        found.nearby(),
                        found.candidates(),
                        found.standing().apply(found.hits()),
                        found.right()));
    }

    private void learn() {
        Mixture best = Mixture.learned();
        double quality = shown("in use", best);
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Mixture before = best;
            for (Dial dial : dials()) {
                for (double value : dial.values()) {
                    Mixture tried = dial.with().apply(best, value);
                    if (!tried.equals(best)) {
                        double there = shown(dial.name() + " " + value, tried);
                        if (there > quality + LEAST_GAIN) {
                            quality = there;
                            best = tried;
                        }
                    }
                }
            }
            if (before.equals(best)) {
                break;
            }
        }
        shown("learnt: " + best, best);
    }

    /** Prints MRR and MAP of each set, and gives the mean of all. */
    private double shown(String name, Mixture mixture) {
        StringBuilder line = new StringBuilder(name);
        double sum = 0;
        for (Map.Entry<String, List<Case>> set : sets.entrySet()) {
            List<RankingQuality> judged = set.getValue().parallelStream()
                    .map(each -> each.judged(mixture))
                    .toList();
            double rank = judged.stream()
                    .mapToDouble(RankingQuality::reciprocalRank)
                    .average()
                    .orElse(0);
            double precision = judged.stream()
                    .mapToDouble(RankingQuality::averagePrecision)
                    .average()
                    .orElse(0);
            line.append(
                    String.format(Locale.ROOT, " | %s (%d) %.3f / %.3f", set.getKey(), judged.size(), rank, precision));
            sum += (rank + precision) / 2;
        }
        double mean = sum / Math.max(1, sets.size());
        System.out.println(line.append(String.format(Locale.ROOT, " | mean %.4f", mean)));
        return mean;
    }
}
