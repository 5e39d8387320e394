package org.passerelle.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.TopicText;

/** Every contribution of a home with its words, for searches that no index knows. */
public final class EveryContribution {
    private final ReadableColumns columns;
    private final List<String> words = new ArrayList<>();
    private final int[] openings;

    /** Reads all of them. */
    public EveryContribution(Store store) {
        columns = new ReadableReader(store, Clock.systemUTC(), Runnable::run)
                .current()
                .orElseThrow();
        Map<String, TopicText> texts = new HashMap<>();
        TopicTexts.of(store).forEach(text -> texts.put(text.key(), text));
        Scope everything = new Scope(null, java.time.Instant.MAX, false);
        openings = new int[columns.size()];
        Map<String, Integer> openingOf = new HashMap<>();
        for (int row = 0; row < columns.size(); row++) {
            Hit hit = columns.hit(row, 1, everything);
            TopicText text = texts.get(hit.key());
            words.add(text == null ? "" : words(text));
            if (text != null && text.opening()) {
                openingOf.putIfAbsent(hit.discussion(), row);
            }
        }
        for (int row = 0; row < columns.size(); row++) {
            openings[row] =
                    openingOf.getOrDefault(columns.hit(row, 1, everything).discussion(), row);
        }
    }

    private static String words(TopicText text) {
        return (Text.withoutReply(String.valueOf(text.subject() == null ? "" : text.subject()))
                        + "\n"
                        + (text.text() == null ? "" : text.text()))
                .strip();
    }

    /** How many there are. */
    public int size() {
        return columns.size();
    }

    /** Subject and text of one. */
    public String words(int row) {
        return words.get(row);
    }

    /** The one its discussion began with. */
    public int opening(int row) {
        return openings[row];
    }

    /** The best of them before a moment, in one community or everywhere, and the best of its last two years, scores above 0 only. */
    public List<Hit> best(IntToDoubleFunction score, Scope scope, @Nullable String community, int most) {
        Rights rights = new Rights(
                Long.MIN_VALUE, scope.before().toEpochMilli(), null, community == null ? Set.of() : Set.of(community));
        double[] scores = new double[columns.size()];
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < scores.length; row++) {
            scores[row] = columns.passes(row, rights) ? score.applyAsDouble(row) : 0;
            if (scores[row] > 0) {
                rows.add(row);
            }
        }
        rows.sort((one, other) -> Double.compare(scores[other], scores[one]));
        List<Hit> hits = new ArrayList<>();
        long recent = scope.before().minusSeconds(2 * 365L * 86_400).toEpochMilli();
        int late = 0;
        for (int row : rows) {
            Hit hit = columns.hit(row, scores[row], scope);
            boolean isLate = hit.at().toEpochMilli() >= recent;
            if (hits.size() < most || (isLate && late < most)) {
                hits.add(hit);
            }
            late += isLate ? 1 : 0;
            if (hits.size() >= most && late >= most) {
                break;
            }
        }
        return hits;
    }
}
