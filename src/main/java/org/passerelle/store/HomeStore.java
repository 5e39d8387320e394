package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.ServiceLoader;
import org.passerelle.store.StoreHold.Owner;

/** Opens the graph of a home: starts its database in this process, or joins the server that has it. */
public final class HomeStore {
    static final String USER = "neo4j";
    private static final String PASSWORD = "neo4j.password";
    private static final String SERVE = "serve";

    private HomeStore() {}

    /**
     * Opens the graph for a command other than {@code serve}. While {@code serve} runs on the same home, its
     * database is joined; any other process on it is refused.
     */
    public static Store open(Home home, String command) {
        int port = freePort();
        Optional<StoreHold> hold = StoreHold.take(home, owner(command, port));
        if (hold.isPresent()) {
            return start(home, hold.get(), port);
        }
        Owner owner = StoreHold.owner(home).orElseThrow(() -> held(home, "another process"));
        if (!owner.command().equals(SERVE)) {
            throw held(home, "`" + owner.command() + "` (process " + owner.pid() + ")");
        }
        Store store = Store.connect(owner.uri(), USER, home.secret(PASSWORD));
        try {
            store.verifyConnectivity();
        } catch (RuntimeException failure) {
            store.close();
            throw new StoreInUse(
                    "`serve` (process " + owner.pid() + ") holds " + home.root()
                            + " but does not answer yet; wait until it is ready, then run this again",
                    failure);
        }
        return store;
    }

    /** Starts the database that was taken; closing the store stops it and gives it free. */
    static Store start(Home home, StoreHold hold, int port) {
        DatabaseServer.Running running;
        try {
            running = server().start(home.database(), port, home.secret(PASSWORD));
        } catch (RuntimeException failure) {
            hold.close();
            throw failure;
        }
        Store store = Store.connect(uri(port), USER, home.secret(PASSWORD), () -> {
            running.close();
            hold.close();
        });
        store.verifyConnectivity();
        return store;
    }

    /** The database that this build can start. */
    static DatabaseServer server() {
        return ServiceLoader.load(DatabaseServer.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This build has no embedded database (it was made with"
                        + " -DnoEmbedded): name a Neo4j server with --spring.neo4j.uri=… or PASSERELLE_NEO4J_URI"));
    }

    static String password(Home home) {
        return home.secret(PASSWORD);
    }

    static String uri(int port) {
        return "bolt://127.0.0.1:" + port;
    }

    static Owner owner(String command, int port) {
        return new Owner(command, ProcessHandle.current().pid(), uri(port));
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("No port is free on the loopback address", failure);
        }
    }

    private static StoreInUse held(Home home, String by) {
        return new StoreInUse(
                "The database of " + home.root() + " is held by " + by + "; wait until it ends, or use another --home",
                null);
    }
}
