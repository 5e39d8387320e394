package org.passerelle.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Alike;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.Embedder;
import org.passerelle.network.TextLanguage;

/**
 * Adds what is alike in meaning to what words found. Similarities lie close together, so those found are spread from 0, the
 * last of them, to 1; a contribution's score is three quarters that by words and one quarter this, over the largest sum.
 * Whoever asks, for which days and places, decides on both in the same way.
 */
final class MeaningSearch {
    private static final double WORDS_SHARE = 0.75;
    private static final int QUESTIONS_KEPT = 200;
    private static final int PASSAGES_MAX = 40;

    private final Embedder embedder;
    private final ReadableReader readable;
    private final MeaningReader meanings;
    private final Map<String, float[]> questions = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > QUESTIONS_KEPT;
        }
    };
    private @Nullable Openings openings;

    MeaningSearch(Embedder embedder, ReadableReader readable, MeaningReader meanings) {
        this.embedder = embedder;
        this.readable = readable;
        this.meanings = meanings;
    }

    /** Of which row each row's discussion began with, for these columns. */
    private record Openings(ReadableColumns columns, int[] rows) {}

    /** What words found, with what is alike in meaning; unchanged where the model cannot read the question. */
    Found with(Found byWords, Request request, @Nullable List<String> audiences) {
        // Said of the data that words were looked for in: the reader knows their state since.
        Optional<ReadableColumns> columns = readable.current();
        if (columns.isEmpty() || !isReadBy(request.about())) {
            return byWords;
        }
        return meanings.similarities(question(request.about()), columns.get())
                .map(similarities -> with(byWords, request, columns.get(), Rights.of(request, audiences), similarities))
                .orElse(byWords);
    }

    private Found with(
            Found byWords,
            Request request,
            ReadableColumns columns,
            Rights rights,
            MeaningReader.Similarities similarities) {
        Set<String> known = new HashSet<>();
        byWords.hits().forEach(hit -> known.add(hit.key()));
        // Something is always nearest: what no word found must be more alike than texts are by chance.
        List<Hit> alike = AlikeRows.best(
                        columns,
                        openings(columns),
                        similarities.ofRow(),
                        new AlikeRows.Asked(rights, request.hitsMax()))
                .stream()
                .map(row -> columns.hit(row.row(), row.similarity(), request.scope()))
                .filter(hit -> hit.score() > similarities.chance() || known.contains(hit.key()))
                .toList();
        Set<String> unknown = new HashSet<>();
        alike.stream().map(Hit::key).filter(key -> !known.contains(key)).forEach(unknown::add);
        return new Found(fused(byWords.hits(), alike), byWords.approximate(), new Alike(embedder.model(), unknown));
    }

    private synchronized int[] openings(ReadableColumns columns) {
        if (openings == null || openings.columns() != columns) {
            openings = new Openings(columns, columns.openings());
        }
        return openings.rows();
    }

    private boolean isReadBy(String about) {
        return embedder.reads(TextLanguage.likely(about).orElse(null));
    }

    private float[] question(String about) {
        synchronized (questions) {
            float[] known = questions.get(about);
            if (known != null) {
                return known;
            }
        }
        float[] made = embedder.question(about.substring(0, Math.min(about.length(), MeaningWriter.CHARACTERS_MAX)));
        synchronized (questions) {
            questions.put(about, made);
        }
        return made;
    }

    /**
     * How alike passages of texts are to a question, as a cosine; 0 from the {@value #PASSAGES_MAX}th on, since each takes some
     * milliseconds. Empty where the model cannot read the question.
     */
    Optional<Snippet.Nearness> nearness(String about) {
        if (!isReadBy(about)) {
            return Optional.empty();
        }
        float[] question = question(about);
        AtomicInteger looked = new AtomicInteger();
        return Optional.of(passage -> {
            if (looked.incrementAndGet() > PASSAGES_MAX) {
                return 0;
            }
            float[] vector = embedder.text(passage);
            double sum = 0;
            for (int at = 0; at < question.length; at++) {
                sum += question[at] * vector[at];
            }
            return sum;
        });
    }

    /**
     * Hits of both, best first, then in order of key.
     *
     * @param byWords scores in [0, 1]
     * @param alike best first, scored by similarity
     */
    static List<Hit> fused(List<Hit> byWords, List<Hit> alike) {
        if (alike.isEmpty()) {
            return byWords;
        }
        double high = alike.getFirst().score();
        double low = alike.getLast().score();
        IntToDoubleFunction spread = place -> high > low ? (alike.get(place).score() - low) / (high - low) : 1;
        Map<String, Hit> hits = new LinkedHashMap<>();
        Map<String, Double> sums = new HashMap<>();
        for (Hit hit : byWords) {
            hits.put(hit.key(), hit);
            sums.put(hit.key(), WORDS_SHARE * hit.score());
        }
        for (int place = 0; place < alike.size(); place++) {
            Hit hit = alike.get(place);
            hits.putIfAbsent(hit.key(), hit);
            sums.merge(hit.key(), (1 - WORDS_SHARE) * spread.applyAsDouble(place), Double::sum);
        }
        double best =
                sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<Hit> both = new ArrayList<>(hits.size());
        hits.forEach((key, hit) -> both.add(hit.withScore(best > 0 ? sums.getOrDefault(key, 0.0) / best : 0)));
        both.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key));
        return both;
    }
}
