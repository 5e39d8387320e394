package org.passerelle.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.passerelle.Passerelle;
import org.passerelle.store.Home;
import org.passerelle.store.MeaningSettings;
import org.passerelle.store.StoreStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code serve}: the explorer, the API and GraphiQL, until the process is told to stop. */
@Command(
        name = "serve",
        description = "Serves the explorer at /, the API at /graphql and GraphiQL at /graphiql.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--demo", description = "Serves an invented organisation, open to everybody on this machine.")
    private boolean demo;

    @Option(names = "--open", description = "Serves your own home, open to everybody on this machine.")
    private boolean open;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port on 127.0.0.1; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Unmatched
    private final List<String> more = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        check();
        Map<String, Object> properties = properties();
        // Wrong settings are said here, where one line says them.
        MeaningSettings settings =
                MeaningSettings.of(new Home(Path.of(String.valueOf(properties.get("passerelle.home")))));
        if (settings.search()) {
            QuietLogs.beginModel();
            settings.open();
        }
        SpringApplication application = new SpringApplication(Passerelle.class);
        application.setDefaultProperties(properties);
        application.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
        CountDownLatch closed = new CountDownLatch(1);
        application.addListeners(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        ConfigurableApplicationContext context;
        try {
            context = application.run(more.toArray(String[]::new));
        } catch (PortInUseException taken) {
            throw new IllegalStateException(
                    "Port " + taken.getPort() + " is taken by another process; choose one with --port", taken);
        }
        StoreStart start = context.getBean(StoreStart.class);
        try {
            start.ready().get();
        } catch (ExecutionException failure) {
            context.close();
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
        announce(context);
        closed.await();
        return PasserelleCommand.DONE;
    }

    private void check() {
        if (demo && open) {
            throw new ParameterException(
                    spec.commandLine(), "--demo serves invented people, --open your own home: choose one");
        }
        List<String> strange = more.stream()
                .filter(argument -> !argument.matches("--(spring|server|passerelle|logging|management)\\..+"))
                .toList();
        if (!strange.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Unknown arguments: " + String.join(" ", strange));
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        Path home = options.givenHome().orElseGet(() -> demo ? Home.usual().resolve("demonstration") : Home.usual());
        properties.put("passerelle.home", home.toAbsolutePath().normalize().toString());
        properties.put("passerelle.demo", demo);
        properties.put("passerelle.open", demo || open);
        more.add("--server.port=" + port);
        options.serverUri().ifPresent(uri -> {
            properties.put("spring.neo4j.uri", uri);
            properties.put("spring.neo4j.authentication.username", options.serverUser());
            properties.put("spring.neo4j.authentication.password", options.serverPassword());
        });
        return properties;
    }

    private void announce(ConfigurableApplicationContext context) {
        String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        System.out.println();
        if (open) {
            System.out.println("OPEN: everybody who reaches this address sees everything in this home, by name.");
        }
        System.out.println("Explorer  " + address + "/");
        System.out.println("API       " + address + "/graphql");
        System.out.println("GraphiQL  " + address + "/graphiql");
        System.out.println("Ready. Stop with Ctrl-C.");
        System.out.flush();
    }
}
