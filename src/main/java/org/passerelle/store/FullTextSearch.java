package org.passerelle.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.Nearby;
import org.passerelle.network.Window;

/**
 * Full-text search over three indexes: French stems, English stems, and folded words. Each index ranks
 * by BM25; a contribution's score is the best of its three, each divided by the best of its index. Every index
 * is asked twice, for all days and for the last two years, so that what is recent is not cut off by what is old.
 * What hangs on the hits is put together by the database, or in memory where {@link ReadableReader} has it.
 */
public final class FullTextSearch implements ContributionSearch {
    private static final List<String> INDEXES =
            List.of("contribution_french", "contribution_english", "contribution_folded");
    private static final int RECENT_YEARS = 2;
    static final int THREAD_MAX = 50;
    private static final int LATEST_MAX = 900;
    private static final int LATEST_OF_ALL_MAX = 3_000;
    private static final int ANSWERS_MAX = 300;
    private static final int EXACT_LOOKED_MAX = 5_000;

    private final Store store;
    private final Glossary glossary;
    private final @Nullable ReadableReader readable;
    /** While the columns are read one search goes the long way and the others wait: many would hold up the reading for long. */
    private final Semaphore goesTheLongWay = new Semaphore(1);

    private final @Nullable MeaningSearch meaning;
    private final @Nullable TopicRowsReader topicRows;

    /** Searches in this store, with the synonyms of this glossary; everything is asked of the database. */
    public FullTextSearch(Store store, Glossary glossary) {
        this(store, glossary, null);
    }

    /** The same, sooner: what was found is put together in memory as soon as the columns are there. */
    FullTextSearch(Store store, Glossary glossary, @Nullable ReadableReader readable) {
        this(store, glossary, readable, null, null);
    }

    /** The same, with what is alike in meaning. */
    FullTextSearch(Store store, Glossary glossary, @Nullable ReadableReader readable, @Nullable MeaningSearch meaning) {
        this(store, glossary, readable, meaning, null);
    }

    /** The same, with what is about near topics. */
    FullTextSearch(
            Store store,
            Glossary glossary,
            @Nullable ReadableReader readable,
            @Nullable MeaningSearch meaning,
            @Nullable TopicRowsReader topicRows) {
        this.store = store;
        this.glossary = glossary;
        this.readable = readable;
        this.meaning = meaning;
        this.topicRows = topicRows;
    }

    /** Sees to it that the columns are read before somebody searches. */
    void prepare() {
        columns();
    }

    /** Waits until everything is in memory: a command that asks many questions wants each answered alike. */
    public void awaitPrepared() {
        columns();
        if (readable != null && topicRows != null) {
            readable.awaitRead();
            columns().ifPresent(topicRows::current);
            topicRows.awaitRead();
        }
    }

    private Optional<ReadableColumns> columns() {
        return readable == null ? Optional.empty() : readable.current();
    }

    @Override
    public Found search(Request request) {
        SearchWords words = SearchWords.of(request.about(), glossary);
        if (words.isEmpty()) {
            return new Found(List.of(), false);
        }
        List<String> audiences = store.audiences().of(request.scope());
        List<Hit> exact = hits(request, words, audiences);
        Found byWords = exact.isEmpty() && words.approximable()
                ? new Found(hits(request, words.approximate(), audiences), true)
                : new Found(exact, false);
        return meaning == null || !request.byMeaning() ? byWords : meaning.with(byWords, request, audiences);
    }

    @Override
    public Nearby near(Found found, Request request) {
        Optional<ReadableColumns> columns = columns();
        if (topicRows == null || columns.isEmpty()) {
            return Nearby.NOTHING;
        }
        return topicRows
                .current(columns.get())
                .map(rows -> new TopicNeighbours(
                                columns.get(),
                                rows,
                                topicRows.shelf(),
                                request,
                                Rights.of(request, store.audiences().of(request.scope())))
                        .of(found))
                .orElse(Nearby.NOTHING);
    }

    private List<Hit> hits(Request request, SearchWords words, @Nullable List<String> audiences) {
        List<String> places = places(request);
        List<Map<String, Object>> searches = new ArrayList<>();
        for (String index : INDEXES) {
            String clause = words.clause(index.equals("contribution_folded"));
            if (clause.isEmpty()) {
                continue;
            }
            List<String> queries = horizons(request.window()).stream()
                    .map(days -> clause + days + filter(audiences, places))
                    .toList();
            searches.add(searching(index, index, queries, ""));
        }
        for (String abbreviation : words.isApproximate() ? List.<String>of() : words.exact()) {
            String query = words.clauseOf(abbreviation) + days(request.window()) + filter(audiences, places);
            searches.add(searching(
                    "contribution_folded", "exact " + abbreviation, List.of(query), SearchWords.pattern(abbreviation)));
        }
        if (readable == null) {
            return DatabaseMatches.hits(store, searches, request, audiences);
        }
        Optional<List<Hit>> found = ReadableMatches.hits(store, readable, searches, request, audiences);
        if (found.isEmpty() && readable.isReading()) {
            if (goesTheLongWay.tryAcquire()) {
                try {
                    return DatabaseMatches.hits(store, searches, request, audiences);
                } finally {
                    goesTheLongWay.release();
                }
            }
            readable.awaitRead();
            found = ReadableMatches.hits(store, readable, searches, request, audiences);
        }
        return found.orElseGet(() -> DatabaseMatches.hits(store, searches, request, audiences));
    }

    /** Where to look, as words of the index. */
    static List<String> places(Request request) {
        return request.communityIds().stream()
                .sorted()
                .map(Contributions::audience)
                .toList();
    }

    /**
     * A question to an index, for all days and then for the recent ones; where only texts of a pattern count, more are
     * looked at, since most will not do.
     */
    private static Map<String, Object> searching(String index, String name, List<String> queries, String pattern) {
        return Map.of("index", index, "name", name, "queries", queries, "pattern", pattern, "looked", EXACT_LOOKED_MAX);
    }

    /**
     * The filters of days that an index is asked with. A range of days is gathered day by day at every search, so none is
     * given where it would leave nothing out, and what is recent is not asked for apart where nothing is older.
     */
    private List<String> horizons(Window window) {
        Optional<Window> extent = columns().flatMap(ReadableColumns::extent);
        boolean whole = extent.filter(window::covers).isPresent();
        LocalDate begin =
                extent.map(Window::from).filter(window.from()::isBefore).orElse(window.from());
        Window recent = new Window(window.to().minusYears(RECENT_YEARS), window.to());
        String days = whole ? "" : days(window);
        return recent.from().isAfter(begin) ? List.of(days, days(recent)) : List.of(days);
    }

    private static String days(Window window) {
        return " +day:[" + Contributions.day(window.from()) + " TO " + Contributions.day(window.to()) + "]^0";
    }

    /** Filters that do not change the score: a boost of nothing takes their constant out of the sum. */
    private static String filter(@Nullable List<String> audiences, List<String> places) {
        String readers = audiences == null ? "" : " +audience:(" + String.join(" ", audiences) + ")^0";
        return readers + (places.isEmpty() ? "" : " +place:(" + String.join(" ", places) + ")^0");
    }

    @Override
    public Map<String, Passage> passages(List<String> keys, String about) {
        SearchWords search = SearchWords.of(about, glossary);
        MatchedWords matched = MatchedWords.of(search);
        Snippet.Nearness nearness =
                meaning == null ? null : meaning.nearness(about).orElse(null);
        Map<String, Passage> passages = new HashMap<>();
        for (var entry : store.read(
                "read/passages",
                Map.of("keys", keys),
                row -> Map.entry(row.get("key").asString(), passage(row, search.plain(), matched, nearness)))) {
            passages.put(entry.getKey(), entry.getValue());
        }
        return passages;
    }

    private static Passage passage(
            Record row, List<String> words, MatchedWords matched, Snippet.@Nullable Nearness nearness) {
        String subject = row.get("subject").asString();
        String text = row.get("text").asString();
        String snippet = Snippet.of(text.isEmpty() ? subject : text, matched, nearness);
        return new Passage(
                subject.isEmpty() ? null : subject,
                snippet,
                matched.marks(snippet),
                matched.marks(subject),
                Snippet.coverage(subject + "\n" + text, words),
                row.get("link").asString(null));
    }

    @Override
    public Map<String, String> languages(List<String> keys) {
        Map<String, String> languages = new HashMap<>();
        store.read(
                        "read/languages",
                        Map.of("keys", keys),
                        row -> Map.entry(
                                row.get("key").asString(), row.get("language").asString()))
                .forEach(entry -> languages.put(entry.getKey(), entry.getValue()));
        return languages;
    }

    @Override
    public Map<String, List<String>> recentAnswers(Set<String> communityIds, Scope scope) {
        Optional<ReadableColumns> columns = columns();
        if (columns.isPresent()) {
            Rights rights = Rights.of(scope, store.audiences().of(scope));
            Map<String, List<String>> answers = new TreeMap<>();
            for (String community : communityIds) {
                int latestMax = community.equals(NO_COMMUNITY) ? LATEST_OF_ALL_MAX : LATEST_MAX;
                List<String> people = columns.get().recentAnswers(community, rights, latestMax, ANSWERS_MAX);
                if (!people.isEmpty()) {
                    answers.put(community, people);
                }
            }
            return answers;
        }
        Map<String, Object> parameters = scoped(scope);
        parameters.put("limit", ANSWERS_MAX);
        Map<String, List<String>> answers = new TreeMap<>();
        List<String> communities = communityIds.stream()
                .filter(community -> !community.equals(NO_COMMUNITY))
                .sorted()
                .toList();
        if (!communities.isEmpty()) {
            parameters.put("communities", communities);
            parameters.put("latest", LATEST_MAX);
            answers.putAll(recentAnswers("read/recent-answers", parameters));
        }
        if (communityIds.contains(NO_COMMUNITY)) {
            parameters.put("latest", LATEST_OF_ALL_MAX);
            answers.putAll(recentAnswers("read/recent-answers-outside", parameters));
        }
        return answers;
    }

    private Map<String, List<String>> recentAnswers(String statement, Map<String, Object> parameters) {
        return store
                .read(
                        statement,
                        parameters,
                        row -> Map.entry(
                                row.get("community").asString(),
                                row.get("people").asList(Value::asString)))
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Integer> contributions(String personId, Scope scope) {
        Optional<ReadableColumns> columns = columns();
        if (columns.isPresent()) {
            return columns.get()
                    .contributions(personId, Rights.of(scope, store.audiences().of(scope)));
        }
        Map<String, Object> parameters = scoped(scope);
        parameters.put("person", personId);
        Map<String, Integer> contributions = new TreeMap<>();
        store.read(
                        "read/contributions-of-person",
                        parameters,
                        row -> Map.entry(
                                row.get("community").asString(),
                                row.get("contributions").asInt()))
                .forEach(entry -> contributions.put(entry.getKey(), entry.getValue()));
        return contributions;
    }

    private Map<String, Object> scoped(Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", Objects.requireNonNull(scope.before()).toEpochMilli());
        parameters.put("audiences", store.audiences().of(scope));
        return parameters;
    }
}
