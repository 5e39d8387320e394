package org.passerelle.store;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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

    private final Store store;
    private final Clock clock;
    private final ReadBeside<ReadableColumns> columns;
    private String seen = "";
    private long seenSince;
    private long lookedAt = Long.MIN_VALUE;
    private boolean tooMany;

    ReadableReader(Store store, Clock clock, Executor beside) {
        this.store = store;
        this.clock = clock;
        this.columns = new ReadBeside<>("contributions", beside);
    }

    /** The columns, unless they are known to be of earlier data; sees to it that there will be some. */
    Optional<ReadableColumns> current() {
        if (isTimeToLook()) {
            look(stamp());
        }
        synchronized (this) {
            return columns.held().filter(this::isUpToDate);
        }
    }

    private boolean isUpToDate(ReadableColumns held) {
        return held.stamp().equals(seen);
    }

    /** Whether there will be columns soon. */
    boolean isReading() {
        return columns.isReading();
    }

    /** Waits until the reading that goes on has ended, for as long as somebody who asks may be kept waiting. */
    void awaitRead() {
        columns.await(WAIT_MILLIS);
    }

    private synchronized boolean isTimeToLook() {
        long now = clock.millis();
        boolean upToDate = columns.held().filter(this::isUpToDate).isPresent();
        if (upToDate
                || columns.isReading()
                || tooMany
                || (lookedAt != Long.MIN_VALUE && now - lookedAt < LOOK_EVERY_MILLIS)) {
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
            Optional<ReadableColumns> held = columns.held();
            boolean settled = held.isEmpty() || clock.millis() - seenSince >= SETTLED_MILLIS;
            if (held.filter(this::isUpToDate).isPresent() || tooMany || !settled) {
                return;
            }
        }
        columns.begin(() -> read(stamp()));
    }

    private Optional<ReadableColumns> read(String before) {
        ReadableRows rows = new ReadableRows();
        boolean whole = store.inStretches("read/readable", STRETCH, stretch -> {
            rows.add(stretch);
            return rows.size() <= ROWS_MAX;
        });
        if (!whole) {
            LOG.info("More than {} contributions: they stay in the database, and searches take longer", ROWS_MAX);
            synchronized (this) {
                tooMany = true;
            }
            return Optional.empty();
        }
        return stamp().equals(before) ? Optional.of(new ReadableColumns(before, rows)) : Optional.empty();
    }

    private String stamp() {
        return stamp(store);
    }

    /** The state that the data have now. */
    static String stamp(Store store) {
        return store.read(
                        "read/readable-stamp", Map.of(), row -> row.get("stamp").asString())
                .getFirst();
    }
}
