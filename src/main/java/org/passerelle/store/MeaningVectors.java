package org.passerelle.store;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** The vectors of the contributions that are in memory, a byte a number. Immutable. */
final class MeaningVectors {
    private final ReadableColumns columns;
    private final String model;
    private final long version;
    private final int[] places;
    private final byte[] bytes;

    private MeaningVectors(Builder built, String model, long version) {
        this.columns = built.columns;
        this.model = model;
        this.version = version;
        places = built.places;
        bytes = Arrays.copyOf(built.bytes, built.size);
    }

    /** Whether these are of this model, for these columns. */
    boolean areOf(ReadableColumns held, String name) {
        return columns == held && model.equals(name);
    }

    /** Whether nothing was written since. */
    boolean areNewest(MeaningState state) {
        return version == state.version();
    }

    /** How alike each row is to a vector, as a cosine; 0 for rows without vector. */
    IntToDoubleFunction similarities(float[] vector) {
        QuantisedVector.Probe probe = new QuantisedVector.Probe(vector);
        return row -> places[row] < 0 ? 0 : probe.similarity(bytes, places[row]);
    }

    /** Vectors while they are read. */
    static final class Builder {
        private final ReadableColumns columns;
        private final int[] places;
        private byte[] bytes = new byte[1 << 16];
        private int size;

        Builder(ReadableColumns columns) {
            this.columns = columns;
            places = new int[columns.size()];
            Arrays.fill(places, ReadableColumns.NONE);
        }

        /** Adds that of a node; one that is no row is left out. */
        void add(long node, byte[] vector) {
            int row = columns.row(node);
            if (row < 0) {
                return;
            }
            if (size + vector.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + vector.length, (int)
                        Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.length)));
            }
            System.arraycopy(vector, 0, bytes, size, vector.length);
            places[row] = size;
            size += vector.length;
        }

        MeaningVectors build(MeaningState state) {
            return new MeaningVectors(this, state.model(), state.version());
        }
    }
}
