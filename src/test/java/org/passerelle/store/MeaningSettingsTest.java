package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Embedder;
import org.passerelle.network.Embedder.Pooling;

class MeaningSettingsTest {
    @TempDir
    private Path folder;

    private MeaningSettings read(String... lines) throws IOException {
        Files.write(folder.resolve("meaning.properties"), java.util.List.of(lines));
        return MeaningSettings.of(new Home(folder));
    }

    private void refused(String what, String... lines) {
        assertThatThrownBy(() -> read(lines))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("meaning.properties")
                .hasMessageContaining(what);
    }

    @Test
    void noFile_isOff() {
        assertThat(MeaningSettings.of(new Home(folder)).search()).isFalse();
        assertThat(Meaning.of(new Home(folder)).embedder()).isEmpty();
    }

    @Test
    void emptyFile_isOff() throws IOException {
        assertThat(read("# nothing yet").search()).isFalse();
    }

    @Test
    void searchOn_withoutModel_isThatOfTheBuild() throws IOException {
        assertThat(read("search = on").search()).isTrue();
        assertThat(read("search = on").model()).isNull();
    }

    @Test
    void ownModel_besideTheSettings_isFound() throws IOException {
        Files.createFile(folder.resolve("fr.onnx"));
        Files.createFile(folder.resolve("fr.json"));

        assertThat(read(
                                "search=on",
                                "model=fr.onnx",
                                "tokenizer=fr.json",
                                "pooling=cls",
                                "languages=fr, en",
                                "question-prefix=query:\\u0020")
                        .model())
                .isEqualTo(new Embedder.Files(
                        folder.resolve("fr.onnx"),
                        folder.resolve("fr.json"),
                        Pooling.CLS,
                        Set.of("fr", "en"),
                        "query: ",
                        ""));
    }

    @Test
    void mistakes_eachSaysWhatToDo() throws IOException {
        Files.createFile(folder.resolve("fr.onnx"));

        refused("knows no `modell`; it may hold languages, model,", "modell=fr.onnx");
        refused("say on or off", "search=yes");
        refused("there is no file " + folder.resolve("gone.onnx"), "model=gone.onnx", "tokenizer=fr.onnx");
        refused("names no `tokenizer`", "model=fr.onnx");
        refused("names none: add `model = FILE.onnx`", "languages=fr");
        refused("say mean or cls", "model=fr.onnx", "tokenizer=fr.onnx", "pooling=max");
    }
}
