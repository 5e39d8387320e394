package org.passerelle.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Embedder;
import org.passerelle.network.Embedder.Pooling;

/** The model that the build brings, and one of somebody's own by its files. */
class OnnxEmbedderTest {
    @TempDir
    private Path folder;

    private static Embedder.Source source() {
        return ServiceLoader.load(Embedder.Source.class).findFirst().orElseThrow();
    }

    private Path file(String resource) throws IOException {
        Path file = folder.resolve(resource);
        if (!Files.exists(file)) {
            try (InputStream bytes = Objects.requireNonNull(
                    OnnxEmbedderTest.class.getResourceAsStream("/all-minilm-l6-v2-q" + resource))) {
                Files.copy(bytes, file);
            }
        }
        return file;
    }

    private Embedder.Files files(Pooling pooling, String textPrefix) throws IOException {
        return new Embedder.Files(file(".onnx"), file("-tokenizer.json"), pooling, Set.of("en"), "", textPrefix);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int at = 0; at < one.length; at++) {
            sum += one[at] * other[at];
        }
        return sum;
    }

    @Test
    void ownOfTheBuild_sameThingInOtherWords_isNearerThanAnotherThing() {
        Embedder embedder = source().open(null);
        float[] question = embedder.question("my tap is dripping");

        assertThat(embedder.dimensions()).isEqualTo(384);
        assertThat(embedder.reads("en")).isTrue();
        assertThat(embedder.reads(null)).isTrue();
        assertThat(embedder.reads("fr")).isFalse();
        assertThat(cosine(question, question)).isCloseTo(1, within(1e-5));
        assertThat(cosine(question, embedder.text("the faucet leaks water")))
                .isGreaterThan(0.3 + cosine(question, embedder.text("budget of the next quarter")));
    }

    @Test
    void text_longerThanTheModelTakes_hasAVector() {
        Embedder embedder = source().open(null);
        float[] vector = embedder.text("the faucet leaks water ".repeat(400));

        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void files_ofTheSameModel_giveTheSameVectorsUnderTheirOwnName() throws IOException {
        Embedder embedder = source().open(files(Pooling.MEAN, ""));

        assertThat(embedder.model())
                .startsWith(".onnx ")
                .isNotEqualTo(source().open(null).model());
        assertThat(cosine(embedder.text("a valve leaks"), source().open(null).text("a valve leaks")))
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void model_whateverChangesTheVectors_changesTheName() throws IOException {
        String name = source().open(files(Pooling.MEAN, "")).model();

        assertThat(source().open(files(Pooling.CLS, "")).model()).isNotEqualTo(name);
        assertThat(source().open(files(Pooling.MEAN, "passage: ")).model()).isNotEqualTo(name);
        assertThat(source().open(files(Pooling.MEAN, "")).model()).isEqualTo(name);
    }

    @Test
    void files_thatAreNoModel_areRefusedByName() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.onnx"), "no model");
        Embedder.Files files = new Embedder.Files(wrong, file("-tokenizer.json"), Pooling.MEAN, Set.of(), "", "");

        assertThatThrownBy(() -> source().open(files))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(wrong.toString())
                .hasMessageContaining("cannot be used");
    }
}
