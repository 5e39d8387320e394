package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
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

    private final Store store;
    private final TopicShelf shelf;
    private final ReadBeside<TopicRows> rows;
    private volatile boolean tooMany;

    TopicRowsReader(Store store, TopicShelf shelf, Executor beside) {
        this.store = store;
        this.shelf = shelf;
        this.rows = new ReadBeside<>("topics of contributions", beside);
    }

    /** The topics that there are. */
    TopicShelf shelf() {
        return shelf;
    }

    /** Those of these columns, of before the last change where that is still being read; sees to it that there will be some. */
    Optional<TopicRows> current(ReadableColumns columns) {
        long version = shelf.version();
        boolean upToDate = held(columns).filter(held -> held.areOf(version)).isPresent();
        if (!upToDate && !tooMany) {
            rows.begin(() -> read(columns, version));
        }
        return held(columns);
    }

    private Optional<TopicRows> held(ReadableColumns columns) {
        return rows.held().filter(held -> held.areOf(columns));
    }

    /** Waits until the reading that goes on has ended, at most a minute: for commands, which ask nothing before. */
    void awaitRead() {
        rows.await(WAIT_MILLIS);
    }

    private Optional<TopicRows> read(ReadableColumns columns, long version) {
        List<Record> topics = store.read("read/topic-nodes", Map.of(), row -> row);
        TopicRows.Builder builder = new TopicRows.Builder(
                columns,
                topics.stream().map(row -> row.get("id").asString()).toList(),
                topics.stream().map(row -> row.get("node").asLong()).toList());
        boolean whole = store.inStretches("read/topic-rows", STRETCH, stretch -> {
            List<Long> nodes = stretch.get("nodes").asList(Value::asLong);
            List<List<Long>> about = stretch.get("topics").asList(each -> each.asList(Value::asLong));
            for (int at = 0; at < nodes.size(); at++) {
                builder.add(nodes.get(at), about.get(at));
            }
            return builder.size() <= SIZE_MAX;
        });
        if (!whole) {
            LOG.info("Contributions are about more than {} topics in all: near topics are not looked at", SIZE_MAX);
            tooMany = true;
            return Optional.empty();
        }
        return ReadableReader.stamp(store).equals(columns.stamp())
                ? Optional.of(builder.build(version))
                : Optional.empty();
    }
}
