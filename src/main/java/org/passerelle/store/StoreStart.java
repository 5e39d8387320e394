package org.passerelle.store;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the graph up behind a server that already answers: the database, its schema, what must be in it
 * before the first question, the first snapshot. Until then the server is alive and not ready.
 */
@Component
public class StoreStart {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStart.class);
    private static final long RETRY_NANOS = 1_000_000_000L;

    private final Store store;
    private final ObjectProvider<HomeDatabase> database;
    private final ObjectProvider<FirstContent> firstContent;
    private final SnapshotReader snapshots;
    private final FullTextSearch search;
    private final ApplicationEventPublisher events;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    StoreStart(
            Store store,
            ObjectProvider<HomeDatabase> database,
            ObjectProvider<FirstContent> firstContent,
            SnapshotReader snapshots,
            FullTextSearch search,
            ApplicationEventPublisher events) {
        this.store = store;
        this.database = database;
        this.firstContent = firstContent;
        this.snapshots = snapshots;
        this.search = search;
        this.events = events;
    }

    /** What must be in the graph before the first question, such as the demonstration organisation. */
    public interface FirstContent {
        /** Puts it there unless it is there. */
        void ensure(Store store);
    }

    /** Completes when questions can be answered; fails when they never will be. */
    public CompletableFuture<Void> ready() {
        return ready;
    }

    /** Whether questions can be answered. */
    public boolean isReady() {
        return ready.isDone() && !ready.isCompletedExceptionally();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        Thread.ofPlatform().daemon().name("store-start").start(this::start);
    }

    private void start() {
        try {
            database.ifAvailable(HomeDatabase::start);
            awaitDatabase();
            GraphSchema.apply(store);
            firstContent.ifAvailable(content -> content.ensure(store));
            search.prepare();
            snapshots.snapshot();
            AvailabilityChangeEvent.publish(events, this, ReadinessState.ACCEPTING_TRAFFIC);
            ready.complete(null);
        } catch (RuntimeException failure) {
            LOG.error("The graph cannot be opened: {}", failure.getMessage(), failure);
            ready.completeExceptionally(failure);
        }
    }

    private void awaitDatabase() {
        boolean told = false;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                store.verifyConnectivity();
                return;
            } catch (AuthenticationException refused) {
                throw new IllegalStateException(
                        "The database refuses the user or password of spring.neo4j.authentication", refused);
            } catch (Neo4jException unavailable) {
                if (!told) {
                    LOG.info("Waiting until the database answers: {}", unavailable.getMessage());
                    told = true;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }
}
