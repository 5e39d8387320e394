package org.passerelle.store;

import java.util.Locale;
import java.util.Set;
import org.passerelle.network.Embedder;

/** Vectors by how often each three letters in a row stand in a text: alike in letters, which is enough to test what is done with them. */
final class TrigramEmbedder implements Embedder {
    private final String model;
    private final int dimensions;

    TrigramEmbedder(String model, int dimensions) {
        this.model = model;
        this.dimensions = dimensions;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public Set<String> languages() {
        return Set.of("en");
    }

    @Override
    public float[] question(String words) {
        return text(words);
    }

    @Override
    public float[] text(String text) {
        String padded = "  " + text.toLowerCase(Locale.ROOT) + "  ";
        float[] vector = new float[dimensions];
        for (int at = 0; at + 3 <= padded.length(); at++) {
            vector[Math.floorMod(padded.substring(at, at + 3).hashCode() * 0x9E3779B1, dimensions)]++;
        }
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        for (int at = 0; at < dimensions; at++) {
            vector[at] /= (float) Math.sqrt(square);
        }
        return vector;
    }
}
