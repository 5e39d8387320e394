package org.passerelle.store;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something large that is read into memory beside the questions, one reading at a time. What was read last stays until the
 * next is there; where a reading fails questions are answered without, and the next one tries again.
 */
final class ReadBeside<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ReadBeside.class);
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final String name;
    private final Executor beside;
    private @Nullable T held;
    private boolean reading;

    /**
     * Nothing yet.
     *
     * @param name what it is, for the log
     */
    ReadBeside(String name, Executor beside) {
        this.name = name;
        this.beside = beside;
    }

    /** What was read last. */
    synchronized Optional<T> held() {
        return Optional.ofNullable(held);
    }

    /** Whether a reading goes on. */
    synchronized boolean isReading() {
        return reading;
    }

    /** Begins to read, unless that goes on already; what gives nothing leaves what is held. */
    void begin(Supplier<Optional<T>> read) {
        synchronized (this) {
            if (reading) {
                return;
            }
            reading = true;
        }
        beside.execute(() -> take(read));
    }

    private void take(Supplier<Optional<T>> read) {
        Optional<T> now = Optional.empty();
        try {
            now = read.get();
        } catch (Neo4jException failure) {
            LOG.info("The {} could not be read into memory ({})", name, failure.code());
        } finally {
            synchronized (this) {
                held = now.orElse(held);
                reading = false;
                notifyAll();
            }
        }
    }

    /** Waits until the reading that goes on has ended, at most so long. */
    synchronized void await(long millis) {
        long end = System.nanoTime() + millis * NANOS_OF_MILLI;
        long left = millis;
        try {
            while (reading && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / NANOS_OF_MILLI;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
