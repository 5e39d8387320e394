package org.passerelle.expert;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks a running server {@code experts} in an open loop: colleagues do not wait for one another, so questions arrive at
 * moments drawn beforehand (a Poisson process), and an answer's time counts from the moment its question was due, whether
 * or not the server was still busy with earlier ones. Percentiles are exact, of all answers kept.
 *
 * <p>Arguments: {@code passerelle} or {@code peer}, the address, the file of questions, and {@code rate N SECONDS},
 * {@code climb} (the highest rate at which 95 of 100 answers come within {@value #SUSTAINED_MILLIS} ms) or
 * {@code record N FILE} (answers of the first N questions, one a line, to compare two builds).
 */
final class ExpertLoad {
    private static final int SUSTAINED_MILLIS = 250;
    private static final int STEP_SECONDS = 8;
    private static final int OPEN_MAX = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String QUERY =
            "query($about:String!,$from:ID,$filter:ExpertFilter){experts(about:$about,from:$from,filter:$filter,first:10)"
                    + "{nodes{rank score person{id name} parts{text recognition recency answering focus familiarity reach}"
                    + " silos{id name} distance introductionPath{people{id name} via}"
                    + " evidence(first:3){contribution subject snippet at reactions community{name}}}}}";
    private static final String PEER_QUERY = "query($about:String!){experts(about:$about){id name score}}";

    private final boolean peer;
    private final URI address;
    private final List<String> questions;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private int asked;

    private ExpertLoad(boolean peer, URI address, List<String> questions) {
        this.peer = peer;
        this.address = address;
        this.questions = List.copyOf(questions);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4) {
            throw new IllegalArgumentException(
                    "Expected passerelle|peer ADDRESS QUESTIONS and what to do, not " + Arrays.toString(arguments));
        }
        ExpertLoad load = new ExpertLoad(
                arguments[0].equals("peer"), URI.create(arguments[1]), Files.readAllLines(Path.of(arguments[2])));
        switch (arguments[3]) {
            case "rate" ->
                System.out.println(load.run(Double.parseDouble(arguments[4]), Integer.parseInt(arguments[5])));
            case "climb" -> load.climb();
            case "record" -> load.record(Integer.parseInt(arguments[4]), Path.of(arguments[5]));
            default -> throw new IllegalArgumentException("Expected rate, climb or record, not " + arguments[3]);
        }
    }

    /** What came of a run; times in milliseconds. */
    private record Outcome(
            double rate, int answers, int errors, int found, double p50, double p95, double p99, double max) {
        boolean sustained() {
            return errors == 0 && p95 < SUSTAINED_MILLIS;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f a second: %d answers, %d with somebody, %d errors; p50 %.1f p95 %.1f p99 %.1f max %.1f ms",
                    rate,
                    answers,
                    found,
                    errors,
                    p50,
                    p95,
                    p99,
                    max);
        }
    }

    private void climb() {
        double sustained = 0;
        double failed = 0;
        double rate = 10;
        while (failed == 0 || (sustained > 0 && failed / sustained > 1.06)) {
            Outcome outcome = run(rate, STEP_SECONDS);
            System.out.println(outcome);
            if (outcome.sustained()) {
                sustained = rate;
            } else {
                failed = rate;
            }
            if (failed > 0 && sustained == 0) {
                break;
            }
            rate = failed == 0 ? rate * 1.5 : (sustained + failed) / 2;
        }
        System.out.printf(Locale.ROOT, "highest sustained: %.0f a second; again, longer:%n", sustained);
        if (sustained > 0) {
            System.out.println(run(sustained, 2 * STEP_SECONDS));
        }
    }

    private Outcome run(double rate, int seconds) {
        int count = (int) (rate * seconds);
        long[] due = new long[count];
        SplittableRandom random = new SplittableRandom(count);
        double at = 0;
        for (int question = 0; question < count; question++) {
            at -= Math.log(1 - random.nextDouble()) / rate;
            due[question] = (long) (at * 1e9);
        }
        long[] took = new long[count];
        AtomicInteger errors = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int question = 0; question < count; question++) {
                waitUntil(start + due[question]);
                int number = question;
                String line = questions.get(asked++ % questions.size());
                if (open.get() >= OPEN_MAX) {
                    errors.incrementAndGet();
                    took[number] = PATIENCE.toNanos();
                    continue;
                }
                open.incrementAndGet();
                askers.execute(() -> {
                    String answer = ask(line);
                    took[number] = System.nanoTime() - start - due[number];
                    open.decrementAndGet();
                    (answer == null ? errors : new AtomicInteger()).incrementAndGet();
                    (holdsSomebody(answer) ? found : new AtomicInteger()).incrementAndGet();
                });
            }
        }
        Arrays.sort(took);
        return new Outcome(
                rate,
                count,
                errors.get(),
                found.get(),
                part(took, 0.5),
                part(took, 0.95),
                part(took, 0.99),
                part(took, 1));
    }

    private static double part(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    private static void waitUntil(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }

    private static boolean holdsSomebody(@Nullable String answer) {
        return answer != null && answer.contains("\"score\"");
    }

    /** The answer, or null where it is none. */
    private @Nullable String ask(String line) {
        String[] columns = line.split("\t", -1);
        String body = peer
                ? "{\"query\":\"" + PEER_QUERY + "\",\"variables\":{\"about\":\"" + columns[0] + "\"}}"
                : "{\"query\":\"" + QUERY + "\",\"variables\":{\"about\":\"" + columns[0] + "\",\"from\":\""
                        + columns[1] + "\",\"filter\":" + filter(columns[2]) + "}}";
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            boolean answered = response.statusCode() == 200 && !response.body().contains("\"errors\":");
            return answered ? response.body() : null;
        } catch (IOException failure) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String filter(String column) {
        if (column.isEmpty()) {
            return "null";
        }
        String name = column.substring(0, column.indexOf('='));
        String value = column.substring(column.indexOf('=') + 1);
        if (!name.equals("window")) {
            return "{\"" + name + "\":\"" + value + "\"}";
        }
        String[] days = value.split("\\.\\.", -1);
        return "{\"window\":{\"from\":\"" + days[0] + "\",\"to\":\"" + days[1] + "\"}}";
    }

    private void record(int count, Path file) throws IOException {
        Files.write(
                file,
                questions.stream()
                        .limit(count)
                        .map(line -> line + "\t" + ask(line))
                        .toList());
    }
}
