package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The database that all integration tests share: one scratch store, emptied for whoever asks. */
public final class TestStores {
    private static @Nullable Store scratch;

    private TestStores() {}

    /** The scratch store, empty but for its schema; skips the test in a build without embedded database. */
    public static synchronized Store scratch() {
        Assumptions.assumeTrue(
                ServiceLoader.load(DatabaseServer.class).findFirst().isPresent(),
                "SKIPPED: this build has no embedded database (-DnoEmbedded)");
        if (scratch == null) {
            Store opened = HomeStore.open(new Home(folder()), "load");
            GraphSchema.apply(opened);
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            scratch = opened;
        }
        scratch.write("load/empty-graph", Map.of());
        return scratch;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "scratch-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
