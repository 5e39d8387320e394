package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The built program's server as a process of its own, on a free port. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code serve} with these arguments; it may not be ready yet. */
    public static ServerProcess start(Path home, String... arguments) throws IOException {
        Path jar = Path.of(System.getProperty("passerelle.jar", "target/passerelle.jar"));
        assertThat(jar).as("the built program; ./mvnw package builds it").isRegularFile();
        Path log = Files.createTempFile(home.toAbsolutePath().getParent(), "serve", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "serve",
                "--home",
                home.toString(),
                "--port",
                "0"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, log);
    }

    /** The server's address, once it listens. */
    public String url() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            Matcher port = STARTED.matcher(log());
                            assertThat(process.isAlive() || port.find())
                                    .as("the server runs; it said:%n%s", log())
                                    .isTrue();
                            return port.reset().find() ? "http://127.0.0.1:" + port.group(1) : "";
                        },
                        address -> !address.isEmpty());
    }

    /** Waits until questions are answered. */
    public ServerProcess ready() {
        String query = "{ dataset { people } }";
        url();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive())
                    .as("the server runs; it said:%n%s", log())
                    .isTrue();
            return ask(query).statusCode() == 200;
        });
        return this;
    }

    /** Sends a query and gives the HTTP answer. */
    public HttpResponse<String> ask(String query) throws IOException, InterruptedException {
        String body = "{\"query\":\""
                + query.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"}";
        return client.send(
                HttpRequest.newBuilder(URI.create(url() + "/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Subscribes over a WebSocket (graphql-transport-ws) and gives every answer until the end. */
    public List<String> listen(String subscription) throws Exception {
        Listener listener = new Listener();
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(URI.create(url().replace("http:", "ws:") + "/graphql"), listener)
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        listener.acknowledged.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        String query = subscription.replace("\\", "\\\\").replace("\"", "\\\"");
        socket.sendText("{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"" + query + "\"}}", true)
                .join();
        listener.completed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        return List.copyOf(listener.answers);
    }

    /** What a subscription says. */
    private static final class Listener implements WebSocket.Listener {
        private final CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        private final CompletableFuture<Boolean> completed = new CompletableFuture<>();
        private final List<String> answers = new CopyOnWriteArrayList<>();
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            socket.request(1);
            if (last) {
                heard(message.toString());
                message.setLength(0);
            }
            return null;
        }

        private void heard(String text) {
            if (text.contains("\"connection_ack\"")) {
                acknowledged.complete(true);
            } else if (text.contains("\"complete\"")) {
                completed.complete(true);
            } else {
                answers.add(text);
            }
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            acknowledged.completeExceptionally(error);
            completed.completeExceptionally(error);
        }
    }

    /** What it printed so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    /** Waits for its end and gives the exit code. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the server ended")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
