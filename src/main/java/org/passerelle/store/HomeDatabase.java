package org.passerelle.store;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/**
 * The embedded database of the server's home, as connection details for the driver: the address is fixed
 * at once, the database is started behind it as soon as no other process holds it.
 */
final class HomeDatabase implements Neo4jConnectionDetails, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeDatabase.class);
    private static final long RETRY_NANOS = 300_000_000L;

    private final Home home;
    private final int port = HomeStore.freePort();
    private @Nullable Store started;
    private boolean closed;

    HomeDatabase(Home home) {
        this.home = home;
    }

    @Override
    public URI getUri() {
        return URI.create(HomeStore.uri(port));
    }

    @Override
    public AuthToken getAuthToken() {
        return AuthTokens.basic(HomeStore.USER, HomeStore.password(home));
    }

    /** Waits while a load holds the database, then starts it; another server on it is refused. */
    void start() {
        StoreHold hold = null;
        boolean told = false;
        while (hold == null) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            hold = StoreHold.take(home, HomeStore.owner("serve", port)).orElse(null);
            if (hold == null) {
                Optional<StoreHold.Owner> owner = StoreHold.owner(home);
                if (owner.isPresent() && owner.get().command().equals("serve")) {
                    throw new StoreInUse(
                            "Another server (process " + owner.get().pid() + ") serves " + home.root()
                                    + "; stop it, or use another --home",
                            null);
                }
                if (!told) {
                    LOG.info("Waiting until the load that holds {} ends", home.root());
                    told = true;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        begin(hold);
    }

    private synchronized void begin(StoreHold hold) {
        if (closed) {
            hold.close();
            return;
        }
        started = HomeStore.start(home, hold, port);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (started != null) {
            started.close();
        }
    }
}
