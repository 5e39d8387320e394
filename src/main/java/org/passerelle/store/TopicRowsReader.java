package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link TopicRows} of the present data. They are read beside the questions, which do without until then, and anew
 * whenever contributions or topics have changed.
 */
final class TopicRowsReader {
    private static final Logger LOG = LoggerFactory.getLogger(TopicRowsReader.class);
    private static final int STRETCH = 10_000;
    /** Twenty million take 160 MB. */
    private static final int SIZE_MAX = 20_000_000;

    private static final long WAIT_MILLIS = 60_000;
    private static final long NANOS_OF_MILLI = 1_000_000;

    private final Store store;
    private final TopicShelf shelf;
    private final Executor beside;
    private @Nullable TopicRows rows;
    private boolean reading;
    private boolean tooMany;

    TopicRowsReader(Store store, TopicShelf shelf, Executor beside) {
        this.store = store;
        this.shelf = shelf;
        this.beside = beside;
    }

    /** The topics that there are. */
    TopicShelf shelf() {
        return shelf;
    }

    /** Those of these columns, of before the last change where that is still being read; sees to it that there will be some. */
    Optional<TopicRows> current(ReadableColumns columns) {
        long version = shelf.version();
        synchronized (this) {
            boolean upToDate = rows != null && rows.areOf(columns) && rows.areOf(version);
            if (upToDate || reading || tooMany) {
                return held(columns);
            }
            reading = true;
        }
        beside.execute(() -> read(columns, version));
        synchronized (this) {
            return held(columns);
        }
    }

    private Optional<TopicRows> held(ReadableColumns columns) {
        return Optional.ofNullable(rows).filter(held -> held.areOf(columns));
    }

    /** Waits until the reading that goes on has ended, at most a minute: for commands, which ask nothing before. */
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

    private void read(ReadableColumns columns, long version) {
        TopicRows read = null;
        try {
            read = rows(columns, version);
        } catch (Neo4jException failure) {
            // Questions are answered without; the next one tries again.
            LOG.info("What contributions are about could not be read into memory ({})", failure.code());
        } finally {
            synchronized (this) {
                rows = read == null ? rows : read;
                reading = false;
                notifyAll();
            }
        }
    }

    private @Nullable TopicRows rows(ReadableColumns columns, long version) {
        List<Record> topics = store.read("read/topic-nodes", Map.of(), row -> row);
        TopicRows.Builder builder = new TopicRows.Builder(
                columns,
                topics.stream().map(row -> row.get("id").asString()).toList(),
                topics.stream().map(row -> row.get("node").asLong()).toList());
        String last = "";
        do {
            Record stretch = store.read("read/topic-rows", Map.of("after", last, "limit", STRETCH), row -> row)
                    .getFirst();
            last = stretch.get("last").asString("");
            List<Long> nodes = stretch.get("nodes").asList(Value::asLong);
            List<List<Long>> about = stretch.get("topics").asList(each -> each.asList(Value::asLong));
            for (int at = 0; at < nodes.size(); at++) {
                builder.add(nodes.get(at), about.get(at));
            }
            if (builder.size() > SIZE_MAX) {
                LOG.info("Contributions are about more than {} topics in all: near topics are not looked at", SIZE_MAX);
                synchronized (this) {
                    tooMany = true;
                }
                return null;
            }
        } while (!last.isEmpty());
        String stamp = store.read(
                        "read/readable-stamp", Map.of(), row -> row.get("stamp").asString())
                .getFirst();
        return stamp.equals(columns.stamp()) ? builder.build(version) : null;
    }
}
