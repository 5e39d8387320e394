package org.passerelle.expert;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.passerelle.evaluation.PairedBootstrap;
import org.passerelle.evaluation.PairedBootstrap.Estimate;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.expert.ExpertSearch.Parameters;
import org.passerelle.expert.ExpertSearch.Ranked;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.store.EveryContribution;
import org.passerelle.store.Store;

/**
 * Whether sentence embeddings find what words do not: the same questions, votes and parts over hits of full text, of
 * embeddings, and of both. {@code main MODEL HOME FROM UNTIL SAMPLE SEED}, MODEL being the name of a class of
 * langchain4j; every text of the home is embedded first, which is timed.
 */
public final class DenseRetrievalBench {
    private static final int CHARACTERS_MAX = 600;
    private static final int RANK_SOFTENING = 60;
    private static final int WARM = 20;
    private static final int PAIRS = 20_000;
    private static final int CHANCE_PERCENT = Integer.getInteger("chance", 95);

    private final EmbeddingModel model;
    private final EveryContribution all;
    private final Map<String, float[]> vectors = new HashMap<>();
    private final Map<String, List<RankingQuality>> runs = new LinkedHashMap<>();
    private final List<Double> embedding = new ArrayList<>();
    private final List<Double> scanning = new ArrayList<>();
    private final double chance;

    private DenseRetrievalBench(EmbeddingModel model, Store store) {
        this.model = model;
        this.all = new EveryContribution(store);
        long start = System.nanoTime();
        for (int row = 0; row < all.size(); row++) {
            vectors.computeIfAbsent(all.words(row), this::vector);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d contributions, %d different texts embedded in %.1f s (%.1f ms each)%n",
                all.size(),
                vectors.size(),
                seconds,
                1e3 * seconds / Math.max(1, vectors.size()));
        chance = chance();
        System.out.printf(
                Locale.ROOT, "%d %% of pairs drawn at random are less alike than %.3f%n", CHANCE_PERCENT, chance);
    }

    public static void main(String... arguments) throws Exception {
        EmbeddingModel model = Class.forName(arguments[0])
                .asSubclass(EmbeddingModel.class)
                .getDeclaredConstructor()
                .newInstance();
        DenseRetrievalBench[] bench = new DenseRetrievalBench[1];
        PastQuestions.each(
                arguments[1], PastQuestions.Part.of(Arrays.asList(arguments).subList(2, 6)), store -> {
                    bench[0] = new DenseRetrievalBench(model, store);
                    return bench[0]::judge;
                });
        bench[0].print();
    }

    private float[] vector(String text) {
        String begin = text.length() > CHARACTERS_MAX ? text.substring(0, CHARACTERS_MAX) : text;
        return begin.isBlank() ? new float[0] : model.embed(begin).content().vector();
    }

    private void judge(PastQuestions.Found found) {
        long start = System.nanoTime();
        float[] question = vector(found.question().about());
        long embedded = System.nanoTime();
        List<Hit> similar = all.best(
                row -> Math.max(similarity(question, row), similarity(question, all.opening(row))),
                found.scope(),
                found.community(),
                ExpertController.HITS_MAX);
        List<Hit> dense = spread(similar);
        embedding.add((embedded - start) / 1e6);
        scanning.add((System.nanoTime() - embedded) / 1e6);
        List<Hit> text = found.hits();
        add(found, "text", text);
        add(found, "embeddings", dense);
        add(found, "reciprocal rank", fused(text, dense, hits -> ranks(hits)));
        add(found, "mean of scores", fused(text, dense, DenseRetrievalBench::scores));
        add(
                found,
                "text, a quarter embeddings",
                fused(times(text, 0.75), times(dense, 0.25), DenseRetrievalBench::scores));
        add(found, "text, a tenth embeddings", fused(times(text, 0.9), times(dense, 0.1), DenseRetrievalBench::scores));
        add(
                found,
                "text, a quarter embeddings beyond chance",
                fused(
                        times(text, 0.75),
                        times(spread(beyond(similar, text, chance)), 0.25),
                        DenseRetrievalBench::scores));
    }

    /** What words found, and what is more alike than most pairs drawn at random. */
    private static List<Hit> beyond(List<Hit> similar, List<Hit> text, double chance) {
        Map<String, Double> byWords = scores(text);
        return similar.stream()
                .filter(hit -> hit.score() > chance || byWords.containsKey(hit.key()))
                .toList();
    }

    /** The similarity that most pairs of texts, drawn at random, do not reach. */
    private double chance() {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, PAIRS)
                .mapToDouble(_ -> similarity(
                        vectors.getOrDefault(all.words(random.nextInt(all.size())), new float[0]),
                        random.nextInt(all.size())))
                .sorted()
                .skip(PAIRS / 100L * CHANCE_PERCENT)
                .findFirst()
                .orElse(0);
    }

    private double similarity(float[] question, int row) {
        float[] other = vectors.getOrDefault(all.words(row), question);
        float sum = 0;
        for (int at = 0; at < Math.min(question.length, other.length); at++) {
            sum += question[at] * other[at];
        }
        return sum;
    }

    /** Similarities lie close together: spread from 0, the last of them, to 1, the first. */
    private static List<Hit> spread(List<Hit> hits) {
        double high = hits.stream().mapToDouble(Hit::score).max().orElse(1);
        double low = hits.stream().mapToDouble(Hit::score).min().orElse(0);
        return hits.stream()
                .map(hit -> scored(hit, high > low ? (hit.score() - low) / (high - low) : 1))
                .toList();
    }

    private static List<Hit> times(List<Hit> hits, double factor) {
        return hits.stream().map(hit -> scored(hit, hit.score() * factor)).toList();
    }

    private static Map<String, Double> scores(List<Hit> hits) {
        Map<String, Double> scores = new HashMap<>();
        hits.forEach(hit -> scores.put(hit.key(), hit.score()));
        return scores;
    }

    /** By rank of the discussion: many contributions of one are one place. */
    private static Map<String, Double> ranks(List<Hit> hits) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Double> ranks = new HashMap<>();
        hits.stream().sorted(Comparator.comparingDouble(Hit::score).reversed()).forEach(hit -> {
            places.putIfAbsent(hit.discussion(), places.size() + 1);
            ranks.put(hit.key(), 1.0 / (RANK_SOFTENING + places.getOrDefault(hit.discussion(), 1)));
        });
        return ranks;
    }

    /** The hits of both, with the sum of their two scores over the largest sum. */
    private static List<Hit> fused(
            List<Hit> one, List<Hit> other, java.util.function.Function<List<Hit>, Map<String, Double>> score) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        Map<String, Double> sums = new HashMap<>();
        for (List<Hit> list : List.of(one, other)) {
            Map<String, Double> scores = score.apply(list);
            for (Hit hit : list) {
                hits.putIfAbsent(hit.key(), hit);
                sums.merge(hit.key(), scores.getOrDefault(hit.key(), 0.0), Double::sum);
            }
        }
        double best =
                sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return hits.values().stream()
                .map(hit -> scored(hit, sums.getOrDefault(hit.key(), 0.0) / best))
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key))
                .toList();
    }

    private static Hit scored(Hit hit, double score) {
        return new Hit(
                hit.key(),
                score,
                hit.personId(),
                hit.kind(),
                hit.at(),
                hit.discussion(),
                hit.communityId(),
                hit.opening(),
                hit.reactions(),
                hit.resolving(),
                hit.mentionedIds());
    }

    private void add(PastQuestions.Found found, String name, List<Hit> hits) {
        for (Ranking ranking : List.of(Ranking.RECENCY, Ranking.NETWORK)) {
            List<String> order = ExpertSearch.rank(
                            hits,
                            found.candidates(),
                            found.standing().apply(hits),
                            Parameters.at(found.scope().before()).withRanking(ranking))
                    .stream()
                    .map(Ranked::personId)
                    .toList();
            String way = ranking + (found.community() == null ? "" : ", community given");
            RankingQuality quality = RankingQuality.of(order, found.right());
            runs.computeIfAbsent(way + " | " + name, _ -> new ArrayList<>()).add(quality);
            runs.computeIfAbsent(way + ", questions in " + found.language() + " | " + name, _ -> new ArrayList<>())
                    .add(quality);
        }
    }

    private void print() {
        System.out.println("| order | hits | questions | MRR | MAP | MRR above text | MAP above text |");
        System.out.println("|---|---|---|---|---|---|---|");
        runs.forEach((name, qualities) -> {
            List<RankingQuality> text = runs.getOrDefault(name.substring(0, name.indexOf('|')) + "| text", qualities);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s |%n",
                    name,
                    qualities.size(),
                    mean(qualities, RankingQuality::reciprocalRank),
                    mean(qualities, RankingQuality::averagePrecision),
                    above(qualities, text, RankingQuality::reciprocalRank),
                    above(qualities, text, RankingQuality::averagePrecision));
        });
        System.out.printf(
                Locale.ROOT,
                "A question costs %.1f ms to embed and %.1f ms to compare with all texts (median).%n",
                median(embedding),
                median(scanning));
    }

    private static String mean(List<RankingQuality> qualities, ToDoubleFunction<RankingQuality> of) {
        return String.format(
                Locale.ROOT,
                "%.3f",
                qualities.stream().mapToDouble(of).average().orElse(0));
    }

    private static String above(
            List<RankingQuality> one, List<RankingQuality> other, ToDoubleFunction<RankingQuality> of) {
        Estimate difference = PairedBootstrap.difference(
                one.stream().mapToDouble(of).toArray(),
                other.stream().mapToDouble(of).toArray());
        return String.format(
                Locale.ROOT, "%+.3f (%+.3f to %+.3f)", difference.mean(), difference.low(), difference.high());
    }

    private static double median(List<Double> values) {
        double[] warm = values.stream()
                .skip(WARM)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return warm.length == 0 ? 0 : warm[warm.length / 2];
    }
}
