package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The database that all integration tests share: one scratch store, emptied for whoever asks. */
public final class TestStores {
    private static @Nullable Store scratch;
    private static @Nullable Home scratchHome;

    private TestStores() {}

    /** The scratch store, empty but for its schema; skips the test in a build without embedded database. */
    public static synchronized Store scratch() {
        Assumptions.assumeTrue(
                ServiceLoader.load(DatabaseServer.class).findFirst().isPresent(),
                "SKIPPED: this build has no embedded database (-DnoEmbedded)");
        if (scratch == null) {
            Home home = new Home(folder());
            Store opened = HomeStore.open(home, "load");
            scratchHome = home;
            GraphSchema.apply(opened);
            Runtime.getRuntime().addShutdownHook(new Thread(opened::close));
            scratch = opened;
        }
        scratch.write("load/empty-graph", Map.of());
        return scratch;
    }

    /** Where the scratch store's database listens, and its password: for what connects to it as to any server. */
    public record Address(String uri, String password) {}

    /** The address of the scratch store, which is emptied. */
    public static synchronized Address address() {
        scratch();
        Home home = Objects.requireNonNull(scratchHome);
        return new Address(StoreHold.owner(home).orElseThrow().uri(), HomeStore.password(home));
    }

    /** Takes away what people asked and said; what was loaded stays. */
    public static void forgetWords(Store store) {
        store.write("test/forget-words", Map.of());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "scratch-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
