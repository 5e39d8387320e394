package org.passerelle.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The built program serving its invented organisation on a free port, with a home of its own; or, with the
 * property {@code passerelle.url}, a server that runs already.
 */
final class Demonstration implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);

    private static @Nullable Demonstration shared;

    private final String url;
    private final @Nullable Process process;

    private Demonstration(String url, @Nullable Process process) {
        this.url = url;
        this.process = process;
    }

    /** The one that all tests of the page ask; it ends with the tests. */
    static synchronized Demonstration shared() throws IOException {
        if (shared == null) {
            Path home = Files.createTempDirectory("demonstration");
            Demonstration started = start(home);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                deleted(home);
            }));
            shared = started;
        }
        return shared;
    }

    private static void deleted(Path home) {
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Demonstration start(Path home) throws IOException {
        String running = System.getProperty("passerelle.url", "");
        if (!running.isEmpty()) {
            return new Demonstration(running, null);
        }
        Path jar = Path.of(System.getProperty("passerelle.jar", "target/passerelle.jar"));
        assertThat(jar).as("the built program; ./mvnw package builds it").isRegularFile();
        int port = freePort();
        Path log = home.resolve("serve.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--demo",
                        "--home",
                        home.resolve("home").toString(),
                        "--port",
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Demonstration demonstration = new Demonstration("http://127.0.0.1:" + port, process);
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(500)).until(() -> {
                assertThat(process.isAlive()).as("the program runs").isTrue();
                return demonstration.answers();
            });
        } catch (RuntimeException | AssertionError failure) {
            demonstration.close();
            throw new AssertionError("the program did not come up:\n" + Files.readString(log), failure);
        }
        return demonstration;
    }

    String url() {
        return url;
    }

    /** Whether the graph can be asked and holds people. */
    private boolean answers() throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(url + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ dataset { people } }\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && answer.body().matches(".*\"people\":\\s*[1-9].*");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
