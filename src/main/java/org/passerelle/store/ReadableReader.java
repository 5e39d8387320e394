package org.passerelle.store;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link ReadableColumns} of the present data. They are read beside the questions, which ask the database alone
 * until then; when the data have moved they are put aside at once and read anew as soon as nothing moves any more, so that
 * a load is not slowed down by it.
 */
final class ReadableReader {
    private static final Logger LOG = LoggerFactory.getLogger(ReadableReader.class);
    private static final int STRETCH = 10_000;
    /** A million take about 150 MB. */
    private static final int ROWS_MAX = 5_000_000;

    private static final long SETTLED_MILLIS = 3_000;
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long WAIT_MILLIS = 20_000;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final Store store;
    private final Clock clock;
    private final Executor beside;
    private @Nullable ReadableColumns columns;
    private String seen = "";
    private long seenSince;
    private long lookedAt = Long.MIN_VALUE;
    private boolean reading;
    private boolean tooMany;

    ReadableReader(Store store, Clock clock, Executor beside) {
        this.store = store;
        this.clock = clock;
        this.beside = beside;
    }

    /** The columns, unless they are known to be of earlier data; sees to it that there will be some. */
    Optional<ReadableColumns> current() {
        if (isTimeToLook()) {
            look(stamp());
        }
        synchronized (this) {
            return Optional.ofNullable(columns).filter(held -> held.stamp().equals(seen));
        }
    }

    /** Whether there will be columns soon. */
    synchronized boolean isReading() {
        return reading;
    }

    /** Waits until the reading that goes on has ended, for as long as somebody who asks may be kept waiting. */
    synchronized void awaitRead() {
        long end = System.nanoTime() + WAIT_MILLIS * NANOS_OF_MILLI;
        long left = WAIT_MILLIS;
        try {
            while (reading && left > 0) {
                wait(left);
                left = (end - System.nanoTime()) / NANOS_OF_MILLI;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isTimeToLook() {
        long now = clock.millis();
        boolean upToDate = columns != null && columns.stamp().equals(seen);
        if (upToDate || reading || tooMany || (lookedAt != Long.MIN_VALUE && now - lookedAt < LOOK_EVERY_MILLIS)) {
            return false;
        }
        lookedAt = now;
        return true;
    }

    /** Takes note of the state that the data have now. */
    void look(String stamp) {
        synchronized (this) {
            if (!stamp.equals(seen)) {
                seen = stamp;
                seenSince = clock.millis();
            }
            boolean upToDate = columns != null && columns.stamp().equals(stamp);
            boolean settled = columns == null || clock.millis() - seenSince >= SETTLED_MILLIS;
            if (upToDate || reading || tooMany || !settled) {
                return;
            }
            reading = true;
        }
        beside.execute(this::read);
    }

    private void read() {
        ReadableColumns read = null;
        try {
            read = columns(stamp());
        } catch (Neo4jException failure) {
            // Questions are answered without; the next one tries again.
            LOG.info("The contributions could not be read into memory ({})", failure.code());
        } finally {
            synchronized (this) {
                columns = read == null ? columns : read;
                reading = false;
                notifyAll();
            }
        }
    }

    private @Nullable ReadableColumns columns(String before) {
        ReadableRows rows = new ReadableRows();
        String last = "";
        do {
            Map<String, Object> parameters = new HashMap<>();
            parameters.put("after", last);
            parameters.put("limit", STRETCH);
            Record stretch = store.read("read/readable", parameters, row -> row).getFirst();
            last = stretch.get("last").asString("");
            rows.add(stretch);
            if (rows.size() > ROWS_MAX) {
                LOG.info("More than {} contributions: they stay in the database, and searches take longer", ROWS_MAX);
                synchronized (this) {
                    tooMany = true;
                }
                return null;
            }
        } while (!last.isEmpty());
        return stamp().equals(before) ? new ReadableColumns(before, rows) : null;
    }

    private String stamp() {
        return store.read(
                        "read/readable-stamp", Map.of(), row -> row.get("stamp").asString())
                .getFirst();
    }
}
