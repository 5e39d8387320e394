package org.passerelle.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;

/**
 * What {@code read/search} answers, put together in memory: the database gives the numbers and scores of what matches,
 * {@link ReadableColumns} the rest. Both must be of the same data, else there is no answer here.
 */
final class ReadableMatches {
    private ReadableMatches() {}

    /** The hits of these searches, best first; empty where the columns are not of the present data. */
    static Optional<List<Hit>> hits(
            Store store,
            ReadableReader readable,
            List<Map<String, Object>> searches,
            Request request,
            @Nullable List<String> audiences) {
        Optional<ReadableColumns> columns = readable.current();
        if (columns.isEmpty() || searches.isEmpty()) {
            return Optional.empty();
        }
        List<Matched> matched =
                store.read("read/search-nodes", Map.of("searches", searches, "limit", request.hitsMax()), Matched::of);
        String stamp = matched.getFirst().stamp();
        readable.look(stamp);
        return columns.filter(held -> held.stamp().equals(stamp))
                .map(held -> hits(held, scores(matched, held), request, Rights.of(request, audiences)));
    }

    /** What one index answered about one stretch of days. */
    private record Matched(String stamp, String index, List<Long> nodes, List<Double> scores) {
        static Matched of(Record row) {
            return new Matched(
                    row.get("stamp").asString(),
                    row.get("index").asString(),
                    row.get("nodes").asList(Value::asLong),
                    row.get("scores").asList(Value::asDouble));
        }

        double best() {
            return scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }
    }

    private static RowScores scores(List<Matched> matched, ReadableColumns columns) {
        Map<String, Double> best = new HashMap<>();
        matched.forEach(each -> best.merge(each.index(), each.best(), Math::max));
        RowScores found = new RowScores();
        for (Matched each : matched) {
            double top = best.getOrDefault(each.index(), 0.0);
            for (int at = 0; at < each.nodes().size() && top > 0; at++) {
                int row = columns.row(each.nodes().get(at));
                if (row >= 0) {
                    found.atLeast(row, each.scores().get(at) / top);
                }
            }
        }
        RowScores scores = new RowScores();
        for (int row : found.rows()) {
            scores.atLeast(row, found.score(row));
            columns.inherit(row, found.score(row), scores, FullTextSearch.THREAD_MAX);
        }
        return scores;
    }

    private static List<Hit> hits(ReadableColumns columns, RowScores scores, Request request, Rights rights) {
        int[] rows = Arrays.stream(scores.rows())
                .filter(row -> columns.passes(row, rights))
                .toArray();
        int[] ordered = bestFirst(rows, scores);
        return columns.hits(
                ordered, Arrays.stream(ordered).mapToDouble(scores::score).toArray(), request.scope());
    }

    /** Rows follow the keys; those of equal score stay in their order. */
    private static int[] bestFirst(int[] rows, RowScores scores) {
        double[] levels = levels(rows, scores);
        long[] order = new long[rows.length];
        for (int at = 0; at < rows.length; at++) {
            int below = levels.length - Arrays.binarySearch(levels, scores.score(rows[at]));
            order[at] = (long) below << Integer.SIZE | rows[at];
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(each -> (int) each).toArray();
    }

    /** The scores that there are, each once, ascending. */
    private static double[] levels(int[] rows, RowScores scores) {
        double[] levels =
                Arrays.stream(rows).mapToDouble(scores::score).sorted().toArray();
        int kept = 0;
        for (double level : levels) {
            if (kept == 0 || level > levels[kept - 1]) {
                levels[kept++] = level;
            }
        }
        return Arrays.copyOf(levels, kept);
    }
}
