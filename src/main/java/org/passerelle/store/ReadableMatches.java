package org.passerelle.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.store.ReadableColumns.Rights;

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
        // Rows follow the keys, and the sort leaves rows of equal score in their order.
        return Arrays.stream(scores.rows())
                .filter(row -> columns.passes(row, rights))
                .mapToObj(row -> new Scored(row, scores.score(row)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .map(found -> columns.hit(found.row(), found.score(), request.scope()))
                .toList();
    }

    private record Scored(int row, double score) {}
}
