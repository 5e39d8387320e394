package org.passerelle.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Embedder;
import org.passerelle.network.Embedder.Pooling;

/**
 * Whether a home is searched by meaning too, and with which model: {@code HOME/meaning.properties}. Off without that file.
 *
 * @param file where it stands, whether it is there or not
 * @param search whether questions ask for meaning
 * @param model files of a model of the home's own; null for the one that the build brings
 */
public record MeaningSettings(Path file, boolean search, Embedder.@Nullable Files model) {
    private static final Set<String> KEYS = new TreeSet<>(
            Set.of("search", "model", "tokenizer", "pooling", "languages", "question-prefix", "text-prefix"));

    /** Those of a home; refuses what cannot be understood. */
    public static MeaningSettings of(Home home) {
        Path file = home.root().resolve("meaning.properties");
        if (!Files.exists(file)) {
            return new MeaningSettings(file, false, null);
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
        Lines lines = new Lines(file, read);
        lines.check();
        return new MeaningSettings(file, lines.isOn("search"), lines.model());
    }

    /** Opens the model; refuses where this build has none. */
    public Embedder open() {
        return ServiceLoader.load(Embedder.Source.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This build has no embedding model. Make one that has with"
                        + " `./mvnw -Ddense package`, or search by words alone: take `search = on` out of " + file))
                .open(model);
    }

    private record Lines(Path file, Properties read) {
        void check() {
            for (String key : read.stringPropertyNames()) {
                if (!KEYS.contains(key)) {
                    throw wrong("knows no `" + key + "`; it may hold " + String.join(", ", KEYS));
                }
            }
        }

        boolean isOn(String key) {
            return switch (word(key)) {
                case "on" -> true;
                case "", "off" -> false;
                default -> throw wrong("says `" + key + " = " + word(key) + "`; say on or off");
            };
        }

        Embedder.@Nullable Files model() {
            if (word("model").isEmpty()) {
                for (String alone :
                        new String[] {"tokenizer", "pooling", "languages", "question-prefix", "text-prefix"}) {
                    if (read.containsKey(alone)) {
                        throw wrong(
                                "says `" + alone + "` of a model of your own and names none: add `model = FILE.onnx`");
                    }
                }
                return null;
            }
            return new Embedder.Files(
                    path("model"),
                    path("tokenizer"),
                    pooling(),
                    Arrays.stream(word("languages").split("[,;\\s]+"))
                            .filter(language -> !language.isEmpty())
                            .collect(Collectors.toSet()),
                    read.getProperty("question-prefix", ""),
                    read.getProperty("text-prefix", ""));
        }

        private Pooling pooling() {
            return switch (word("pooling")) {
                case "", "mean" -> Pooling.MEAN;
                case "cls" -> Pooling.CLS;
                default ->
                    throw wrong("says `pooling = " + word("pooling") + "`; say mean or cls, as the model's page does");
            };
        }

        /** A file beside the settings, or anywhere by its whole path. */
        private Path path(String key) {
            if (word(key).isEmpty()) {
                throw wrong(
                        "names no `" + key + "`: a model needs both, `model = FILE.onnx` and `tokenizer = FILE.json`");
            }
            Path path = file.resolveSibling(read.getProperty(key).strip());
            if (!Files.isRegularFile(path)) {
                throw wrong("says `" + key + " = " + read.getProperty(key).strip() + "`, and there is no file " + path);
            }
            return path;
        }

        private String word(String key) {
            return read.getProperty(key, "").strip().toLowerCase(Locale.ROOT);
        }

        private IllegalStateException wrong(String what) {
            return new IllegalStateException(file + " " + what);
        }
    }
}
