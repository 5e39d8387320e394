package org.passerelle.store;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.passerelle.network.Embedder;

/**
 * What vectors the graph holds.
 *
 * @param model whose they are; empty while those of another are taken away
 * @param dimensions numbers of each
 * @param version moves whenever vectors were written
 * @param chance the similarity that nineteen in twenty pairs of its texts, drawn at random, do not reach
 */
record MeaningState(String model, int dimensions, long version, double chance) {
    /** Empty where nothing was ever embedded. */
    static Optional<MeaningState> of(Store store) {
        return store.read("read/meaning-state", Map.of(), MeaningState::of).stream()
                .findFirst();
    }

    private static MeaningState of(Record row) {
        return new MeaningState(
                row.get("model").asString(),
                row.get("dimensions").asInt(),
                row.get("version").asLong(),
                row.get("chance").asDouble());
    }

    /** Why these vectors cannot be compared with those of an embedder, and what to do; null where they can. */
    @Nullable
    String mismatch(Embedder embedder) {
        if (!model.equals(embedder.model())) {
            return "The vectors of this home are of " + (model.isEmpty() ? "no model any more" : "the model " + model)
                    + ", and the model now is " + embedder.model()
                    + ": make them again with `embed --anew`, or name the former model in meaning.properties";
        }
        return dimensions == embedder.dimensions()
                ? null
                : "The vectors of this home have " + dimensions + " numbers, and those of " + embedder.model()
                        + " have " + embedder.dimensions() + ": make them again with `embed --anew`";
    }
}
