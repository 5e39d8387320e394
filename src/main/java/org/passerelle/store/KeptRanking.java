package org.passerelle.store;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.RankingExponents;

/**
 * The learnt order of experts as a file of the home, {@code HOME/ranking.properties}: three lines that can be read and
 * changed by hand. Read again when it changed, so that a server need not be started again.
 */
public final class KeptRanking implements LearnedRanking {
    private final Path file;
    private volatile Held held = new Held(null, Optional.empty());

    /** In this file, which may be absent. */
    public KeptRanking(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param changed when the file was last written; null where there is none
     */
    private record Held(@Nullable FileTime changed, Optional<RankingExponents> exponents) {}

    @Override
    public Optional<RankingExponents> exponents() {
        FileTime changed = changed();
        Held known = held;
        if (changed == null ? known.changed() != null : !changed.equals(known.changed())) {
            known = new Held(changed, changed == null ? Optional.empty() : Optional.of(read()));
            held = known;
        }
        return known.exponents();
    }

    @Override
    public void keep(RankingExponents exponents) {
        Properties lines = new Properties();
        lines.setProperty("votes", Double.toString(exponents.votes()));
        lines.setProperty("answering", Double.toString(exponents.answering()));
        lines.setProperty("focus", Double.toString(exponents.focus()));
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8)) {
                lines.store(
                        writer, "Learnt by: passerelle learn experts. Without this file the built-in numbers hold.");
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failure);
        }
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be deleted", failure);
        }
    }

    private @Nullable FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be read", failure);
        }
    }

    private RankingExponents read() {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be read", failure);
        }
        try {
            return new RankingExponents(number(lines, "votes"), number(lines, "answering"), number(lines, "focus"));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    file + ": " + wrong.getMessage()
                            + ". Correct it, or delete the file to go back to the built-in numbers.",
                    wrong);
        }
    }

    private static double number(Properties lines, String name) {
        String value = lines.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("A line '" + name + "=NUMBER' is missing");
        }
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + name + "' must be a number, not '" + value + "'", wrong);
        }
    }
}
