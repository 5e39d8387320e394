package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.passerelle.network.LearnedRanking;

/**
 * The folder that holds everything that lasts: the database's generations, quarantine, inbox, keys and
 * configuration.
 */
public record Home(Path root) {
    private static final int SECRET_BYTES = 24;

    /** Makes the folders that are missing. */
    public Home {
        root = root.toAbsolutePath().normalize();
        for (String folder : new String[] {"db", "quarantine", "inbox", "keys", "run"}) {
            try {
                Files.createDirectories(root.resolve(folder));
            } catch (IOException failure) {
                throw new UncheckedIOException("The home folder " + root + " cannot be made or written", failure);
            }
        }
    }

    /** The folder used when none is named: {@code .passerelle} of the user. */
    public static Path usual() {
        String named = System.getenv("PASSERELLE_HOME");
        return named != null ? Path.of(named) : Path.of(System.getProperty("user.home"), ".passerelle");
    }

    /** The newest generation of the database; the first one when there is none. */
    public Path database() {
        try (var generations = Files.list(root.resolve("db"))) {
            return generations
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .max((one, other) -> Integer.compare(
                            Integer.parseInt(one.getFileName().toString()),
                            Integer.parseInt(other.getFileName().toString())))
                    .orElse(root.resolve("db").resolve("1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where rows that cannot be believed are set aside. */
    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /** Where files must be for a load started through the API. */
    public Path inbox() {
        return root.resolve("inbox");
    }

    /** Where the company's own words are, if it has written some down. */
    public Path glossary() {
        return root.resolve("glossary");
    }

    /** What this home learnt about the order of experts. */
    public LearnedRanking learnedRanking() {
        return new KeptRanking(root.resolve("ranking.properties"));
    }

    /** The file whose lock says which process holds the database. */
    Path lock() {
        return root.resolve("run").resolve("lock");
    }

    /** Who holds the database. */
    Path owner() {
        return root.resolve("run").resolve("owner");
    }

    /** A secret of this home, made at its first use and readable by its owner only. */
    public String secret(String name) {
        Path file = root.resolve("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(bytes);
                create(file);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("The key " + file + " cannot be read or made", failure);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException alreadyThere) {
            // Another process made it in this moment; what it wrote is read below.
            return;
        }
    }
}
