package org.passerelle.meaning;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.Set;
import org.passerelle.network.Embedder;

/** A model of langchain4j; several may ask it at once. */
final class OnnxEmbedder implements Embedder {
    private final EmbeddingModel embedding;
    private final String name;
    private final Set<String> languages;
    private final String questionPrefix;
    private final String textPrefix;
    private final int dimensions;

    OnnxEmbedder(
            EmbeddingModel embedding, String name, Set<String> languages, String questionPrefix, String textPrefix) {
        this.embedding = embedding;
        this.name = name;
        this.languages = Set.copyOf(languages);
        this.questionPrefix = questionPrefix;
        this.textPrefix = textPrefix;
        this.dimensions = embedding.dimension();
    }

    @Override
    public String model() {
        return name;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public Set<String> languages() {
        return languages;
    }

    @Override
    public float[] question(String words) {
        return vector(questionPrefix + words);
    }

    @Override
    public float[] text(String text) {
        return vector(textPrefix + text);
    }

    private float[] vector(String text) {
        float[] vector = embedding.embed(text).content().vector();
        double square = 0;
        for (float number : vector) {
            square += number * number;
        }
        float length = (float) Math.sqrt(square);
        for (int at = 0; at < vector.length && length > 0; at++) {
            vector[at] /= length;
        }
        return vector;
    }
}
