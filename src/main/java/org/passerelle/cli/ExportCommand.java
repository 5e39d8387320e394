package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.passerelle.Passerelle;
import org.passerelle.store.StoreStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes what {@code /export} of a server over the same home would hand out, into a file. */
@Command(
        name = "export",
        description = "Writes a matrix or network of a home into a CSV or GEXF file, under the rules of the API.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "silos, groups, bridges, bridge-ties, network, nodes, wirearchy, introductions,"
                    + " transverse-topics or compare.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv (usual) or gexf.")
    private String format = "csv";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private Path out;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "An argument of the question, for instance --with dimension=SITE --with from=2025-01-01.")
    private List<String> arguments = List.of();

    @Option(
            names = "--open",
            description = "Exports your own home as everybody on this machine may see it; nobody can sign in yet.")
    private boolean open;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!List.of("csv", "gexf").contains(format) || !what.matches("[a-z-]+")) {
            throw new ParameterException(
                    spec.commandLine(), "Expected: export silos (or another of --help) --format csv or gexf");
        }
        String query = arguments.stream().map(this::encoded).collect(Collectors.joining("&"));
        SpringApplication application = new SpringApplication(Passerelle.class);
        application.setDefaultProperties(properties());
        application.setBannerMode(Banner.Mode.OFF);
        QuietLogs.begin();
        try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
            context.getBean(StoreStart.class).ready().get();
            String port = context.getEnvironment().getProperty("local.server.port");
            return write(URI.create("http://127.0.0.1:" + port + "/export/" + what + "." + format + "?" + query));
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private String encoded(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new ParameterException(spec.commandLine(), "--with takes NAME=VALUE, not '" + argument + "'");
        }
        return URLEncoder.encode(argument.substring(0, equals), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(argument.substring(equals + 1), StandardCharsets.UTF_8);
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

    private int write(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer =
                    client.send(HttpRequest.newBuilder(address).GET().build(), BodyHandlers.ofByteArray());
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
}
