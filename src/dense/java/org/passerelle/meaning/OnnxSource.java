package org.passerelle.meaning;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Embedder;
import org.passerelle.network.Embedder.Files;
import org.passerelle.network.Embedder.Pooling;

/**
 * Models in ONNX: all-MiniLM-L6-v2, quantised, which comes with the build and was trained on English; or any of somebody's
 * own that takes what BERT takes.
 */
public final class OnnxSource implements Embedder.Source {
    private static final int DIGITS = 12;

    @Override
    public Embedder open(@Nullable Files files) {
        return files == null
                ? new OnnxEmbedder(
                        new AllMiniLmL6V2QuantizedEmbeddingModel(), "all-MiniLM-L6-v2-q", Set.of("en"), "", "")
                : new OnnxEmbedder(
                        model(files), name(files), files.languages(), files.questionPrefix(), files.textPrefix());
    }

    // Whatever the native code finds wrong with a file of the user's own comes as some unchecked exception.
    private static EmbeddingModel model(Files files) {
        try {
            PoolingMode pooling = files.pooling() == Pooling.CLS ? PoolingMode.CLS : PoolingMode.MEAN;
            EmbeddingModel model = new OnnxEmbeddingModel(files.model(), files.tokenizer(), pooling);
            model.embed("words");
            return model;
        } catch (RuntimeException failure) {
            throw new IllegalStateException(
                    "The model " + files.model() + " with the tokenizer " + files.tokenizer()
                            + " cannot be used; both must be of one model that takes input_ids, attention_mask and at most"
                            + " token_type_ids (" + failure.getMessage() + ")",
                    failure);
        }
    }

    /** Two are equal where the vectors are: by the content of the files, and by all that goes into a vector beside. */
    private static String name(Files files) {
        return "%s %s %s %s \"%s\"%s"
                .formatted(
                        files.model().getFileName(),
                        digest(files.model()),
                        digest(files.tokenizer()),
                        files.pooling().name().toLowerCase(Locale.ROOT),
                        files.textPrefix(),
                        files.languages().isEmpty()
                                ? ""
                                : " "
                                        + String.join(
                                                ",",
                                                files.languages().stream()
                                                        .sorted()
                                                        .toList()));
    }

    private static String digest(Path file) {
        try (InputStream bytes = java.nio.file.Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(digested.getMessageDigest().digest())
                    .substring(0, DIGITS);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
