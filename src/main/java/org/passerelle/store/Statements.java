package org.passerelle.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of {@code cypher/}, one a file, by name: {@code read/people}. */
final class Statements {
    private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

    private Statements() {}

    /** The text of a statement. */
    static String text(String name) {
        return TEXTS.computeIfAbsent(name, Statements::load);
    }

    private static String load(String name) {
        String path = "/cypher/" + name + ".cypher";
        try (InputStream file = Statements.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no statement " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
