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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.passerelle.Passerelle;
import org.passerelle.api.BackgroundAnswers;
import org.passerelle.store.StoreStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server over a home, on loopback, for as long as a command asks it for one file: so that the API's rules hold. */
record OwnServer(StoreOptions options, boolean open) {
    /** How long an answer may be worked out. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** An answer that was worked out may be given up for others before it is asked for; a few times is no accident. */
    private static final int ASKED_MAX = 10;

    private static final int NOT_YET = 503;

    /** Writes what the server hands out at a path into a file; the command's exit code. */
    int write(String path, Path out) throws InterruptedException {
        SpringApplication application = new SpringApplication(Passerelle.class);
        application.setDefaultProperties(properties());
        application.setBannerMode(Banner.Mode.OFF);
        QuietLogs.begin();
        try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
            context.getBean(StoreStart.class).ready().get();
            String port = context.getEnvironment().getProperty("local.server.port");
            URI address = URI.create("http://127.0.0.1:" + port + path);
            return write(address, context.getBean(BackgroundAnswers.class), out);
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("passerelle.home", options.home().root().toString());
        properties.put("passerelle.open", open);
        properties.put("passerelle.demo", false);
        // Nobody waits at a screen: a large network may take its time.
        properties.put("passerelle.timeout", "10m");
        options.serverUri().ifPresent(uri -> {
            properties.put("spring.neo4j.uri", uri);
            properties.put("spring.neo4j.authentication.username", options.serverUser());
            properties.put("spring.neo4j.authentication.password", options.serverPassword());
        });
        return properties;
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
