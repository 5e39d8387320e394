package org.passerelle.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.evaluation.Baselines;
import org.passerelle.evaluation.PairedBootstrap;
import org.passerelle.evaluation.PairedBootstrap.Estimate;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API for experts as of each question's moment, beside the baselines, and prints how good the orders are. */
final class ExpertReplay {
    private static final int FIRST = 100;
    private static final int ATTEMPTS = 3;
    private static final String QUERY = "query($about: String!, $filter: ExpertFilter, $from: ID, $by: Ranking!) {"
            + " experts(about: $about, filter: $filter, from: $from, by: $by, first: " + FIRST
            + ") { nodes { person { id } } } }";
    private static final List<String> RANKINGS = List.of("TEXT", "RECOGNITION", "RECENCY", "NETWORK");
    private static final String FINAL = "NETWORK";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final boolean communities;
    private final List<String> rankings;
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final List<Double> milliseconds = new ArrayList<>();
    private int refused;

    /** Asks this address; with the question's community given as well where there are several. */
    ExpertReplay(String address, boolean communities, boolean ablation) {
        this.address = URI.create(address);
        this.communities = communities;
        this.rankings = ablation ? RANKINGS : List.of(FINAL);
    }

    /** What one way to order people was worth, question by question. */
    private static final class Run {
        private final List<RankingQuality> all = new ArrayList<>();
        private final List<RankingQuality> accepted = new ArrayList<>();
        private int busiest;

        void add(List<String> order, Replay.Asked asked, Set<String> busy) {
            all.add(RankingQuality.of(order, asked.right()));
            if (!asked.accepted().isEmpty()) {
                accepted.add(RankingQuality.of(order, asked.accepted()));
            }
            busiest += !order.isEmpty() && busy.contains(order.getFirst()) ? 1 : 0;
        }
    }

    /** Asks one question in every way. */
    void ask(Replay.Asked asked) {
        AskedQuestion question = asked.question();
        Set<String> busy = asked.past().busiest();
        for (Baselines.Kind kind : Baselines.Kind.values()) {
            run(kind.name()).add(asked.past().order(kind, question, null), asked, busy);
        }
        for (String ranking : rankings) {
            run(ranking).add(order(question, ranking, null), asked, busy);
        }
        String community = question.communityId();
        if (!communities || community == null) {
            return;
        }
        for (Baselines.Kind kind : Baselines.Kind.values()) {
            run(kind.name() + GIVEN).add(asked.past().order(kind, question, community), asked, busy);
        }
        for (String ranking : rankings) {
            run(ranking + GIVEN).add(order(question, ranking, community), asked, busy);
        }
    }

    private static final String GIVEN = ", community given";

    private Run run(String name) {
        return runs.computeIfAbsent(name, _ -> new Run());
    }

    private List<String> order(AskedQuestion question, String ranking, @Nullable String community) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("before", question.at().truncatedTo(ChronoUnit.SECONDS).toString());
        if (community != null) {
            filter.put("community", community);
        }
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "query",
                QUERY,
                "variables",
                Map.of("about", question.about(), "filter", filter, "from", question.askerId(), "by", ranking)));
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

    /** Prints the tables. */
    void print(Collection<AskedQuestion> questions) {
        System.out.printf(
                Locale.ROOT,
                "%d questions, %d asked again; %d refused%n%n",
                questions.size(),
                runs.values().stream().mapToInt(run -> run.all.size()).max().orElse(0),
                refused);
        table("all who answered", run -> run.all);
        if (runs.values().stream().anyMatch(run -> !run.accepted.isEmpty())) {
            table("accepted answers", run -> run.accepted);
        }
        differences("");
        differences(GIVEN);
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

    private void table(String title, java.util.function.Function<Run, List<RankingQuality>> of) {
        System.out.println("| " + title + " | questions | MRR | MAP | P@5 | NDCG@3 | first to the busiest 1 % |");
        System.out.println("|---|---|---|---|---|---|---|");
        runs.forEach((name, run) -> {
            List<RankingQuality> each = of.apply(run);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %.1f %% |%n",
                    name,
                    each.size(),
                    shown(each, RankingQuality::reciprocalRank),
                    shown(each, RankingQuality::averagePrecision),
                    shown(each, RankingQuality::precisionAt5),
                    shown(each, RankingQuality::gainAt3),
                    100.0 * run.busiest / Math.max(1, run.all.size()));
        });
        System.out.println();
    }

    private static double[] values(List<RankingQuality> each, ToDoubleFunction<RankingQuality> of) {
        return each.stream().mapToDouble(of).toArray();
    }

    private static String shown(List<RankingQuality> each, ToDoubleFunction<RankingQuality> of) {
        Estimate estimate = PairedBootstrap.of(values(each, of));
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", estimate.mean(), estimate.low(), estimate.high());
    }

    /** The whole ranking less each other one, over the same questions. */
    private void differences(String given) {
        Run last = runs.get(FINAL + given);
        if (last == null || last.all.isEmpty()) {
            return;
        }
        System.out.println("| NETWORK" + given + " less | MRR | MAP |");
        System.out.println("|---|---|---|");
        runs.forEach((name, run) -> {
            if (name.equals(FINAL + given) || name.contains(GIVEN) == given.isEmpty()) {
                return;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s |%n",
                    name,
                    difference(last, run, RankingQuality::reciprocalRank),
                    difference(last, run, RankingQuality::averagePrecision));
        });
        System.out.println();
    }

    private static String difference(Run one, Run other, ToDoubleFunction<RankingQuality> of) {
        Estimate estimate = PairedBootstrap.difference(values(one.all, of), values(other.all, of));
        return String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f)%s",
                estimate.mean(),
                estimate.low(),
                estimate.high(),
                estimate.excludesZero() ? "" : " no difference shown");
    }
}
