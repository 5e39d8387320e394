package org.passerelle.network;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Texts as vectors of length 1: the cosine of two says how alike they are in meaning, whatever their words. A build has one
 * or none; it is found by {@link java.util.ServiceLoader} as a {@link Source}.
 */
public interface Embedder {
    /** What vectors are comparable: equal for embedders that give the same vector for the same text. */
    String model();

    /** Numbers of a vector. */
    int dimensions();

    /** Languages it was made for (ISO 639-1); empty for any. */
    Set<String> languages();

    /** The vector of what somebody asks. */
    float[] question(String words);

    /** The vector of what somebody wrote; what the model cannot take in is left out at its end. */
    float[] text(String text);

    /** Whether a text of this language, null where it is unknown, means something to it. */
    default boolean reads(@Nullable String language) {
        return language == null || languages().isEmpty() || languages().contains(language);
    }

    /** What a build can embed with. */
    interface Source {
        /**
         * Opens a model.
         *
         * @param files the model of these files; null for the one that the build brings
         * @throws IllegalStateException where it cannot be opened, saying which file is wrong
         */
        Embedder open(@Nullable Files files);
    }

    /** How the vectors of a text's words become one. */
    enum Pooling {
        /** Their mean. */
        MEAN,
        /** That of the first one, which stands for the whole. */
        CLS
    }

    /**
     * A model of somebody's own.
     *
     * @param model in ONNX
     * @param tokenizer as Hugging Face writes it, in JSON
     * @param languages it was made for; empty for any
     * @param questionPrefix what the model wants before a question, empty for nothing
     * @param textPrefix what the model wants before a text, empty for nothing
     */
    record Files(
            Path model,
            Path tokenizer,
            Pooling pooling,
            Set<String> languages,
            String questionPrefix,
            String textPrefix) {
        /** Copies the set. */
        public Files {
            languages = Set.copyOf(languages);
        }
    }
}
