package org.passerelle.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.passerelle.Passerelle;
import org.passerelle.network.AskedQuestion;
import org.passerelle.store.AskedQuestions;
import org.passerelle.store.FullTextSearch;
import org.passerelle.store.Store;
import org.passerelle.store.StoreStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A server over a home, on loopback, for the command that started it, until the command ends. */
final class RunningHome implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningHome(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it, open to whoever asks it, and waits until its graph is there. */
    static RunningHome open(StoreOptions options) throws InterruptedException {
        return start(options, Map.of("passerelle.open", true));
    }

    /** Starts it with more properties, and waits until its graph is there. */
    static RunningHome start(StoreOptions options, Map<String, Object> more) throws InterruptedException {
        SpringApplication application = new SpringApplication(Passerelle.class);
        Map<String, Object> properties = properties(options);
        properties.putAll(more);
        application.setDefaultProperties(properties);
        application.setBannerMode(Banner.Mode.OFF);
        QuietLogs.begin();
        ConfigurableApplicationContext context = application.run("--server.port=0");
        try {
            context.getBean(StoreStart.class).ready().get();
            context.getBean(FullTextSearch.class).awaitPrepared();
            return new RunningHome(context);
        } catch (ExecutionException failure) {
            context.close();
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new IllegalStateException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static Map<String, Object> properties(StoreOptions options) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("passerelle.home", options.home().root().toString());
        properties.put("passerelle.demo", false);
        options.serverUri().ifPresent(uri -> {
            properties.put("spring.neo4j.uri", uri);
            properties.put("spring.neo4j.authentication.username", options.serverUser());
            properties.put("spring.neo4j.authentication.password", options.serverPassword());
        });
        return properties;
    }

    /** A part of it. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it answers at a path. */
    String address(String path) {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path;
    }

    /** The questions of its past, in time order. */
    List<AskedQuestion> questions() {
        return AskedQuestions.of(part(Store.class));
    }

    /** Whether questions were put in more than one place. */
    static boolean hasCommunities(List<AskedQuestion> questions) {
        return questions.stream()
                        .map(question -> String.valueOf(question.communityId()))
                        .distinct()
                        .count()
                > 1;
    }

    @Override
    public void close() {
        context.close();
    }
}
