package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.Record;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch;

/**
 * Full-text search over three indexes: French stems, English stems, and folded words. Each index ranks
 * by BM25; a contribution's score is the best of its three, each divided by the best of its index.
 */
public final class FullTextSearch implements ContributionSearch {
    private static final List<String> INDEXES =
            List.of("contribution_french", "contribution_english", "contribution_folded");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}'’]*");
    private static final int WORDS_MAX = 64;

    // Where an analyzer drops every word as a stop word the clause would vanish and everything would match; a word
    // that no place has keeps it.
    private static final String NEVER = " place:nowhere";

    private final Store store;

    /** Searches in this store. */
    public FullTextSearch(Store store) {
        this.store = store;
    }

    @Override
    public List<Hit> search(Request request) {
        List<String> words = words(request.about());
        if (words.isEmpty()) {
            return List.of();
        }
        String filter = filter(request);
        Map<String, Hit> best = new LinkedHashMap<>();
        for (String index : INDEXES) {
            boolean folded = index.equals("contribution_folded");
            String terms =
                    String.join(" ", folded ? words.stream().map(Text::folded).toList() : words);
            String fields = folded ? "folded:(" + terms + ")" : "subject:(" + terms + ")^1.5 text:(" + terms + ")";
            String query = "+(" + fields + NEVER + ")" + filter;
            List<Hit> hits = store.read(
                    "read/search",
                    Map.of("index", index, "query", query, "limit", request.hitsMax()),
                    row -> hit(row, words));
            double top = hits.stream().mapToDouble(Hit::score).max().orElse(1);
            for (Hit hit : hits) {
                best.merge(
                        hit.key(),
                        scored(hit, hit.score() / top),
                        (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::key))
                .limit(request.hitsMax())
                .toList();
    }

    /** The reader's words, without anything that the query language would understand. */
    static List<String> words(String about) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(about);
        while (matcher.find() && words.size() < WORDS_MAX) {
            // Lower case, so that AND, OR, NOT and TO are words like any other.
            words.add(matcher.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return words;
    }

    private String filter(Request request) {
        StringBuilder filter = new StringBuilder()
                .append(" +day:[")
                .append(Contributions.day(request.window().from()))
                .append(" TO ")
                .append(Contributions.day(request.window().to()))
                .append(']');
        if (request.readerId() == null) {
            // Whatever colleagues of some audience can read; a PRIVATE contribution has none.
            filter.append(" +audience:c*");
        } else {
            String audiences = store
                    .read(
                            "read/communities-of-person",
                            Map.of("person", request.readerId()),
                            row -> Contributions.audience(row.get("community").asString()))
                    .stream()
                    .sorted()
                    .collect(Collectors.joining(" "));
            filter.append(" +audience:(company ").append(audiences).append(")^0");
        }
        if (!request.communityIds().isEmpty()) {
            filter.append(" +place:(")
                    .append(request.communityIds().stream()
                            .sorted()
                            .map(Contributions::audience)
                            .collect(Collectors.joining(" ")))
                    .append(")^0");
        }
        return filter.toString();
    }

    private static Hit hit(Record row, List<String> words) {
        String subject = row.get("subject").asString("");
        String text = row.get("text").asString("");
        return new Hit(
                row.get("key").asString(),
                row.get("score").asDouble(),
                row.get("person").asString(),
                ContributionKind.valueOf(row.get("kind").asString()),
                Instant.ofEpochMilli(row.get("at").asLong()),
                subject.isEmpty() ? null : subject,
                Snippet.of(text.isEmpty() ? subject : text, words),
                row.get("community").asString(null),
                row.get("reactions").asInt(),
                row.get("resolving").asBoolean());
    }

    private static Hit scored(Hit hit, double score) {
        return new Hit(
                hit.key(),
                score,
                hit.personId(),
                hit.kind(),
                hit.at(),
                hit.subject(),
                hit.snippet(),
                hit.communityId(),
                hit.reactions(),
                hit.resolving());
    }
}
