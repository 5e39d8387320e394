package org.passerelle.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rows of {@link ReadableColumns} are about: topics of each row, and rows of each topic, newest first. Immutable; some
 * 8 bytes for each topic of a row.
 */
final class TopicRows {
    private static final int NONE = -1;

    private final ReadableColumns columns;
    private final long version;
    private final List<String> ids;
    private final IntLists ofRow;
    private final IntLists ofTopic;

    private TopicRows(ReadableColumns columns, long version, List<String> ids, IntLists ofRow) {
        this.columns = columns;
        this.version = version;
        this.ids = ids;
        this.ofRow = ofRow;
        this.ofTopic = ofTopic(columns, ofRow, ids.size());
    }

    /** Rows of each topic: they are gone through newest first, so that no list needs to be sorted. */
    private static IntLists ofTopic(ReadableColumns columns, IntLists ofRow, int topics) {
        int[] rows = new int[ofRow.values().length];
        int[] about = new int[rows.length];
        int size = 0;
        for (int place = 0; place < columns.size(); place++) {
            int row = columns.newest(place);
            for (int at = ofRow.start(row); at < ofRow.end(row); at++) {
                rows[size] = row;
                about[size++] = ofRow.value(at);
            }
        }
        return IntLists.grouped(about, topics).of(rows);
    }

    /** Whether they are of these columns. */
    boolean areOf(ReadableColumns other) {
        return columns == other;
    }

    /** Whether topics have not been found anew since. */
    boolean areOf(long topicVersion) {
        return version == topicVersion;
    }

    /** The topic's id. */
    String id(int topic) {
        return ids.get(topic);
    }

    /** Topics of each row. */
    IntLists ofRow() {
        return ofRow;
    }

    /** Rows of each topic, newest first. */
    IntLists ofTopic() {
        return ofTopic;
    }

    /** They while they are read. */
    static final class Builder {
        private final ReadableColumns columns;
        private final List<String> ids;
        private final Map<Long, Integer> byNode = new HashMap<>();
        private int[] rows = new int[1_024];
        private int[] topics = new int[1_024];
        private int size;

        /**
         * For these columns.
         *
         * @param ids of all topics
         * @param nodes their node numbers
         */
        Builder(ReadableColumns columns, List<String> ids, List<Long> nodes) {
            this.columns = columns;
            this.ids = List.copyOf(ids);
            for (int topic = 0; topic < nodes.size(); topic++) {
                byNode.put(nodes.get(topic), topic);
            }
        }

        /** What the contribution of a node is about, as node numbers; nothing where one of the two is new. */
        void add(long node, List<Long> about) {
            int row = columns.row(node);
            for (long each : about) {
                int topic = byNode.getOrDefault(each, NONE);
                if (row != ReadableColumns.NONE && topic != NONE) {
                    if (size == rows.length) {
                        rows = Arrays.copyOf(rows, 2 * size);
                        topics = Arrays.copyOf(topics, 2 * size);
                    }
                    rows[size] = row;
                    topics[size++] = topic;
                }
            }
        }

        /** How many topics of rows there are so far. */
        int size() {
            return size;
        }

        TopicRows build(long version) {
            IntLists ofRow =
                    IntLists.grouped(Arrays.copyOf(rows, size), columns.size()).of(topics);
            return new TopicRows(columns, version, ids, ofRow);
        }
    }
}
