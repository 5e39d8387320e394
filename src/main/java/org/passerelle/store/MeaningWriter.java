package org.passerelle.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Embedder;

/**
 * Gives vectors to contributions that have none. What was written stays when it is stopped, and the next run goes on. All
 * vectors of a graph are of one model; those of another are taken away first, where that is wanted.
 */
public final class MeaningWriter {
    private static final int STRETCH = 200;
    private static final int REMOVED_AT_ONCE = 5_000;
    private static final int TOLD_EVERY = 20_000;
    static final int CHARACTERS_MAX = 600;
    private static final int KEPT_MAX = 20_000;
    private static final int SAMPLE_MAX = 4_000;
    private static final int SAMPLE_MIN = 100;
    private static final int PAIRS = 20_000;
    private static final double CHANCE_SHARE = 0.95;

    private final Store store;
    private final Embedder embedder;
    private final Progress progress;
    private final BooleanSupplier stopped;
    // Replies on a list have their subject only: the same text again and again.
    private final Map<String, float[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT_MAX;
        }
    };

    private MeaningWriter(Store store, Embedder embedder, Progress progress, BooleanSupplier stopped) {
        this.store = store;
        this.embedder = embedder;
        this.progress = progress;
        this.stopped = stopped;
    }

    /** Told how far it is. */
    public interface Progress {
        /**
         * After every stretch.
         *
         * @param done contributions looked at
         * @param total contributions without vector when it began
         */
        void advanced(long done, long total);
    }

    /** Vectors of another model. */
    public enum Others {
        /** Are a mistake, and refused. */
        KEEP,
        /** Are taken away. */
        REMOVE
    }

    /**
     * What was done.
     *
     * @param embedded contributions that have a vector now and had none
     * @param unread contributions in a language that the model was not made for
     * @param wordless contributions that say nothing
     */
    public record Result(long embedded, long unread, long wordless) {}

    /** Embeds all that has no vector, until told to stop. */
    public static Result run(
            Store store, Embedder embedder, Others others, Progress progress, BooleanSupplier stopped) {
        return new MeaningWriter(store, embedder, progress, stopped).run(others);
    }

    private Result run(Others others) {
        Optional<MeaningState> state = MeaningState.of(store);
        String fault = state.map(held -> held.model().isEmpty() ? null : held.mismatch(embedder))
                .orElse(null);
        if (fault != null && others == Others.KEEP) {
            throw new IllegalStateException(fault);
        }
        boolean begins = others == Others.REMOVE
                || state.isEmpty()
                || state.get().model().isEmpty();
        if (begins) {
            removeAll();
            tell(embedder.model(), 0);
        }
        double chance = begins ? 0 : state.get().chance();
        Result result = embedAll(chance);
        tell(embedder.model(), result.embedded() == 0 ? chance : chance());
        return result;
    }

    /** First no model's, so that a run that is stopped in between leaves no vector of the former under the new name. */
    private void removeAll() {
        tell("", 0);
        long removed;
        do {
            removed = store.write("load/delete-meanings", Map.of("limit", REMOVED_AT_ONCE))
                    .getFirst()
                    .get("removed")
                    .asLong();
        } while (removed > 0);
    }

    private void tell(String model, double chance) {
        store.write(
                "load/meaning-state", Map.of("model", model, "dimensions", embedder.dimensions(), "chance", chance));
    }

    /** A contribution without vector. */
    private record Missing(
            String key, String words, @Nullable String language) {}

    private Result embedAll(double chance) {
        long total = store.read("read/meaning-missing", Map.of(), row -> row.get("missing")
                        .asLong())
                .getFirst();
        Result result = new Result(0, 0, 0);
        String last = "";
        long done = 0;
        long told = 0;
        List<Missing> stretch;
        do {
            stretch = stretch(last);
            Result written = write(stretch);
            result = new Result(
                    result.embedded() + written.embedded(),
                    result.unread() + written.unread(),
                    result.wordless() + written.wordless());
            done += stretch.size();
            progress.advanced(done, Math.max(done, total));
            if (result.embedded() - told >= TOLD_EVERY) {
                told = result.embedded();
                tell(embedder.model(), chance);
            }
            last = stretch.isEmpty() ? last : stretch.getLast().key();
        } while (!stretch.isEmpty() && !stopped.getAsBoolean());
        return result;
    }

    private List<Missing> stretch(String after) {
        return store.read(
                "read/meaning-texts",
                Map.of("after", after, "limit", STRETCH, "characters", CHARACTERS_MAX),
                row -> new Missing(
                        row.get("key").asString(),
                        words(row.get("subject").asString(), row.get("text").asString()),
                        row.get("language").asString(null)));
    }

    /** What is embedded of a contribution: its subject first. */
    static String words(String subject, String text) {
        String words = (Text.withoutReply(subject) + "\n" + text).strip();
        return words.length() > CHARACTERS_MAX ? words.substring(0, CHARACTERS_MAX) : words;
    }

    private Result write(List<Missing> stretch) {
        List<String> keys = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        long unread = 0;
        long wordless = 0;
        for (Missing missing : stretch) {
            if (missing.words().isEmpty()) {
                wordless++;
            } else if (!embedder.reads(missing.language())) {
                unread++;
            } else {
                float[] vector = kept.computeIfAbsent(missing.words(), embedder::text);
                keys.add(missing.key());
                bytes.add(QuantisedVector.of(vector));
                vectors.add(vector);
            }
        }
        if (!keys.isEmpty()) {
            Map<String, Object> rows = new HashMap<>();
            rows.put("keys", keys);
            rows.put("bytes", bytes);
            rows.put("vectors", vectors);
            store.write("load/meanings", rows);
        }
        return new Result(keys.size(), unread, wordless);
    }

    /** The similarity that nineteen in twenty pairs of contributions do not reach; 0 where there are too few to tell. */
    private double chance() {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> sample = new ArrayList<>();
        long[] seen = {0};
        MeaningReader.each(store, (_, vector) -> {
            long place = sample.size() < SAMPLE_MAX ? sample.size() : random.nextLong(seen[0] + 1);
            if (place == sample.size()) {
                sample.add(vector);
            } else if (place < SAMPLE_MAX) {
                sample.set((int) place, vector);
            }
            seen[0]++;
        });
        return sample.size() < SAMPLE_MIN ? 0 : chance(sample, random);
    }

    private static double chance(List<byte[]> sample, SplittableRandom random) {
        double[] similarities = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            int one = random.nextInt(sample.size());
            int other = (one + 1 + random.nextInt(sample.size() - 1)) % sample.size();
            similarities[pair] = QuantisedVector.similarity(sample.get(one), sample.get(other));
        }
        java.util.Arrays.sort(similarities);
        return similarities[(int) (CHANCE_SHARE * PAIRS)];
    }
}
