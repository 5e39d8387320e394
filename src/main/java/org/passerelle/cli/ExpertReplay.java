package org.passerelle.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.evaluation.Baselines;
import org.passerelle.evaluation.Belonging;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API for experts as of each question's moment, beside the baselines, and prints how good the orders are. */
final class ExpertReplay {
    private static final int FIRST = 100;
    private static final int ATTEMPTS = 3;
    private static final String QUERY =
            "query($about: String!, $filter: ExpertFilter, $from: ID, $by: Ranking!, $byMeaning: Boolean!) {"
                    + " experts(about: $about, filter: $filter, from: $from, by: $by, byMeaning: $byMeaning, first: "
                    + FIRST
                    + ") { nodes { person { id } } } }";
    private static final List<String> RANKINGS = List.of("TEXT", "RECOGNITION", "RECENCY", "NETWORK");
    private static final String FINAL = "NETWORK";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Belonging belonging;
    private final boolean communities;
    private final List<String> rankings;
    private final boolean meaning;
    private final Map<String, RankingRun> runs = new LinkedHashMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private int refused;

    /**
     * In how many ways every question is asked.
     *
     * @param communities with the question's community given as well
     * @param ablation by every ranking, and not by the whole one only
     * @param meaning by words alone as well, since the home is searched by meaning too
     */
    record Ways(boolean communities, boolean ablation, boolean meaning) {}

    /** Asks this address. */
    ExpertReplay(String address, Belonging belonging, Ways ways) {
        this.belonging = belonging;
        this.address = URI.create(address);
        this.communities = ways.communities();
        this.rankings = ways.ablation() ? RANKINGS : List.of(FINAL);
        this.meaning = ways.meaning();
    }

    /** Asks one question in every way. */
    void ask(Replay.Asked asked) {
        AskedQuestion question = asked.question();
        Set<String> busy = asked.past().busiest();
        for (Baselines.Kind kind : Baselines.Kind.values()) {
            run(kind.name()).add(asked.past().order(kind, question, null), asked, busy, belonging);
        }
        rank(asked, busy, null);
        String community = question.communityId();
        if (!communities || community == null) {
            return;
        }
        for (Baselines.Kind kind : Baselines.Kind.values()) {
            run(kind.name() + GIVEN).add(asked.past().order(kind, question, community), asked, busy, belonging);
        }
        rank(asked, busy, community);
    }

    private void rank(Replay.Asked asked, Set<String> busy, @Nullable String community) {
        String given = community == null ? "" : GIVEN;
        for (String ranking : rankings) {
            run(ranking + given).add(order(asked.question(), ranking, community, true), asked, busy, belonging);
        }
        if (meaning) {
            run(FINAL + WORDS_ALONE + given)
                    .add(order(asked.question(), FINAL, community, false), asked, busy, belonging);
        }
    }

    private static final String GIVEN = ", community given";
    private static final String WORDS_ALONE = ", words alone";

    private RankingRun run(String name) {
        return runs.computeIfAbsent(name, _ -> new RankingRun());
    }

    private List<String> order(AskedQuestion question, String ranking, @Nullable String community, boolean byMeaning) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("before", question.at().truncatedTo(ChronoUnit.SECONDS).toString());
        if (community != null) {
            filter.put("community", community);
        }
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "query",
                QUERY,
                "variables",
                Map.of(
                        "about",
                        question.about(),
                        "filter",
                        filter,
                        "from",
                        question.askerId(),
                        "by",
                        ranking,
                        "byMeaning",
                        byMeaning)));
        long started = System.nanoTime();
        JsonNode answer = JSON.readTree(posted(body));
        milliseconds.add((System.nanoTime() - started) / 1e6);
        if (answer.has("errors")) {
            refused++;
        }
        List<String> order = new ArrayList<>();
        answer.at("/data/experts/nodes")
                .forEach(node -> order.add(node.at("/person/id").asString()));
        return order;
    }

    /** The answer; asked again where the server had just closed the connection, which is its right between two requests. */
    private String posted(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return client.send(request, BodyHandlers.ofString()).body();
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException("The API did not answer: " + failure.getMessage(), failure);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped", interrupted);
            }
        }
    }

    /** Answers that were errors. */
    int refused() {
        return refused;
    }

    /** Prints the tables. */
    void print() {
        ReplayTables tables = new ReplayTables(System.out, runs);
        tables.quality("all who answered", RankingRun::all);
        if (runs.values().stream().anyMatch(run -> !run.accepted().isEmpty())) {
            tables.quality("accepted answers", RankingRun::accepted);
        }
        for (String given : List.of("", GIVEN)) {
            tables.differences(
                    FINAL + given,
                    runs.keySet().stream()
                            .filter(name -> name.endsWith(GIVEN) == given.equals(GIVEN))
                            .toList());
            tables.reachingOut(FINAL + given, "TEXT" + given);
        }
        List<Double> sorted = milliseconds.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "One at a time, the API took %.0f ms (median), %.0f ms (95 %%), %.0f ms (99 %%).%n",
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.95)),
                    sorted.get((int) (sorted.size() * 0.99)));
        }
    }
}
