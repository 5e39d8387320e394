package org.passerelle.store;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Embedder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a vector with those of the contributions: with every one in memory, so that who may read what and which days
 * count is known before the best are chosen; with those that the database's index finds near, asked for more than needed,
 * until they are in memory and where they are too many for it.
 */
final class MeaningReader {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningReader.class);
    private static final int STRETCH = 5_000;
    private static final int NEAR_MAX = 3_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;
    /** Two and a half million vectors of 384 numbers. */
    static final long BYTES_MAX = 1_000_000_000L;

    private final Store store;
    private final Embedder embedder;
    private final Clock clock;
    private final ReadBeside<MeaningVectors> vectors;
    private final long bytesMax;
    private @Nullable MeaningState state;
    private String told = "";
    private long lookedAt = Long.MIN_VALUE;

    MeaningReader(Store store, Embedder embedder, Clock clock, Executor beside, long bytesMax) {
        this.store = store;
        this.embedder = embedder;
        this.clock = clock;
        this.vectors = new ReadBeside<>("vectors", beside);
        this.bytesMax = bytesMax;
    }

    /** How alike rows are to a vector, and what nineteen in twenty pairs do not reach by chance. */
    record Similarities(IntToDoubleFunction ofRow, double chance) {}

    /** Those of the rows of these columns; empty where the graph has no vectors of this model. */
    Optional<Similarities> similarities(float[] vector, ReadableColumns columns) {
        MeaningState now = state();
        if (now == null) {
            return Optional.empty();
        }
        MeaningVectors held = vectors(now, columns);
        return Optional.ofNullable(held == null ? near(vector, columns) : held.similarities(vector))
                .map(ofRow -> new Similarities(ofRow, now.chance()));
    }

    private synchronized @Nullable MeaningState state() {
        long time = clock.millis();
        if (lookedAt == Long.MIN_VALUE || time - lookedAt >= LOOK_EVERY_MILLIS) {
            lookedAt = time;
            state = MeaningState.of(store).orElse(null);
        }
        String fault =
                state == null ? "No contribution has a vector yet: run `embed` on this home" : state.mismatch(embedder);
        if (fault != null && !fault.equals(told)) {
            LOG.warn("Questions are answered by words alone. {}", fault);
        }
        told = fault == null ? "" : fault;
        return fault == null ? state : null;
    }

    private @Nullable MeaningVectors vectors(MeaningState now, ReadableColumns columns) {
        boolean tooMany = (long) columns.size() * (QuantisedVector.HEAD + now.dimensions()) > bytesMax;
        boolean newest = held(now, columns).filter(held -> held.areNewest(now)).isPresent();
        if (!tooMany && !newest) {
            vectors.begin(() -> read(now, columns));
        }
        return held(now, columns).orElse(null);
    }

    private Optional<MeaningVectors> held(MeaningState now, ReadableColumns columns) {
        return vectors.held().filter(held -> held.areOf(columns, now.model()));
    }

    private Optional<MeaningVectors> read(MeaningState now, ReadableColumns columns) {
        MeaningVectors.Builder builder = new MeaningVectors.Builder(columns);
        each(store, builder::add);
        return ReadableReader.stamp(store).equals(columns.stamp()) ? Optional.of(builder.build(now)) : Optional.empty();
    }

    /** Takes a vector and the number of its node. */
    interface Taker {
        void take(long node, byte[] vector);
    }

    /** Every vector of the graph. */
    static void each(Store store, Taker taker) {
        store.inStretches("read/meaning-bytes", STRETCH, stretch -> {
            List<Long> nodes = stretch.get("nodes").asList(Value::asLong);
            List<byte[]> read = stretch.get("vectors").asList(Value::asByteArray);
            for (int at = 0; at < nodes.size(); at++) {
                taker.take(nodes.get(at), read.get(at));
            }
            return true;
        });
    }

    /** What the index finds near; null where that is not of the data of these columns. */
    private @Nullable IntToDoubleFunction near(float[] vector, ReadableColumns columns) {
        Record found = store.read("read/meaning-nodes", Map.of("vector", vector, "limit", NEAR_MAX), row -> row)
                .getFirst();
        if (!found.get("stamp").asString().equals(columns.stamp())) {
            return null;
        }
        List<Long> nodes = found.get("nodes").asList(Value::asLong);
        List<Double> similarities = found.get("similarities").asList(Value::asDouble);
        double[] byRow = new double[columns.size()];
        Arrays.fill(byRow, 0);
        for (int at = 0; at < nodes.size(); at++) {
            int row = columns.row(nodes.get(at));
            if (row >= 0) {
                byRow[row] = similarities.get(at);
            }
        }
        return row -> byRow[row];
    }
}
