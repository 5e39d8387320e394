package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.passerelle.api.BackgroundAnswers;

/** A server over a home, on loopback, for as long as a command asks it for one file: so that the API's rules hold. */
record OwnServer(StoreOptions options, boolean open) {
    /** How long an answer may be worked out. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** An answer that was worked out may be given up for others before it is asked for; a few times is no accident. */
    private static final int ASKED_MAX = 10;

    private static final int NOT_YET = 503;

    /** Writes what the server hands out at a path into a file; the command's exit code. */
    int write(String path, Path out) throws InterruptedException {
        // Nobody waits at a screen: a large network may take its time.
        try (RunningHome home =
                RunningHome.start(options, Map.of("passerelle.open", open, "passerelle.timeout", "10m"))) {
            return write(URI.create(home.address(path)), home.part(BackgroundAnswers.class), out);
        }
    }

    private static int write(URI address, BackgroundAnswers answers, Path out) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = asked(client, address, answers);
            if (answer.statusCode() != 200) {
                System.err.print("passerelle: " + new String(answer.body(), StandardCharsets.UTF_8));
                return answer.statusCode() == 400 || answer.statusCode() == 404
                        ? PasserelleCommand.WRONG_ARGUMENTS
                        : PasserelleCommand.FAILED;
            }
            Files.write(out, answer.body());
            System.out.println("Written: " + out);
            return PasserelleCommand.DONE;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The answer, asked for again when the server, which says that it is being worked out, has done its work. */
    private static HttpResponse<byte[]> asked(HttpClient client, URI address, BackgroundAnswers answers)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address).GET().build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        for (int asked = 1; asked < ASKED_MAX && isNotYet(answer) && answers.awaitIdle(LONGEST); asked++) {
            answer = client.send(request, BodyHandlers.ofByteArray());
        }
        return answer;
    }

    private static boolean isNotYet(HttpResponse<?> answer) {
        return answer.statusCode() == NOT_YET
                && answer.headers().firstValue("Retry-After").isPresent();
    }
}
