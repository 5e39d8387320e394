package org.passerelle.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.store.GraphSchema;
import org.passerelle.store.Home;
import org.passerelle.store.HomeStore;
import org.passerelle.store.Store;
import picocli.CommandLine.Option;

/** Where the graph is: options that commands share. */
final class StoreOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder that holds everything that lasts (default: PASSERELLE_HOME, or ~/.passerelle).")
    private @Nullable Path home;

    @Option(
            names = "--spring.neo4j.uri",
            paramLabel = "URI",
            description = "A Neo4j server instead of the home's own database (default: PASSERELLE_NEO4J_URI).")
    private @Nullable String uri;

    @Option(
            names = "--spring.neo4j.authentication.username",
            paramLabel = "USER",
            description = "User of that server (default: PASSERELLE_NEO4J_USERNAME, or neo4j).")
    private @Nullable String username;

    @Option(
            names = "--spring.neo4j.authentication.password",
            paramLabel = "PASSWORD",
            description = "Password of that user (default: PASSERELLE_NEO4J_PASSWORD).")
    private @Nullable String password;

    /** The home folder, made when absent. */
    Home home() {
        return new Home(home == null ? Home.usual() : home);
    }

    /** The home folder as given. */
    Optional<Path> givenHome() {
        return Optional.ofNullable(home);
    }

    /** The server's address, where one is named. */
    Optional<String> serverUri() {
        return named(uri, "PASSERELLE_NEO4J_URI");
    }

    String serverUser() {
        return named(username, "PASSERELLE_NEO4J_USERNAME").orElse("neo4j");
    }

    String serverPassword() {
        return named(password, "PASSERELLE_NEO4J_PASSWORD").orElse("");
    }

    private static Optional<String> named(@Nullable String option, String variable) {
        return Optional.ofNullable(option != null ? option : System.getenv(variable));
    }

    /** Opens the graph for a command and brings its schema up to date. */
    Store open(String command) {
        QuietLogs.begin();
        Store store = serverUri().isPresent()
                ? Store.connect(serverUri().get(), serverUser(), serverPassword())
                : HomeStore.open(home(), command);
        try {
            store.verifyConnectivity();
            GraphSchema.apply(store);
        } catch (RuntimeException failure) {
            store.close();
            throw failure;
        }
        return store;
    }
}
