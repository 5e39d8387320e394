package org.passerelle.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.passerelle.network.Embedder;
import org.passerelle.store.MeaningSettings;
import org.passerelle.store.MeaningWriter;
import org.passerelle.store.MeaningWriter.Others;
import org.passerelle.store.MeaningWriter.Result;
import org.passerelle.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code embed}: gives every contribution that has none a vector of what it means; may be stopped and run again. */
@Command(
        name = "embed",
        description = "Gives what contributions mean as vectors to the graph, for a search by meaning too"
                + " (`search = on` in HOME/meaning.properties). After a stop it goes on.",
        mixinStandardHelpOptions = true)
final class EmbedCommand implements Callable<Integer> {
    private static final int STOP_SECONDS = 30;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Option(names = "--anew", description = "Takes all vectors away first; needed when the model is another.")
    private boolean anew;

    @Override
    public Integer call() {
        MeaningSettings settings = MeaningSettings.of(options.home());
        QuietLogs.beginModel();
        Embedder embedder = settings.open();
        AtomicBoolean stopped = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopped.set(true);
            await(ended);
        }));
        try (Store store = options.open("embed")) {
            embed(store, embedder, anew ? Others.REMOVE : Others.KEEP, stopped);
            if (stopped.get()) {
                System.err.println("Stopped. What was written stays; run `embed` again to go on.");
                return PasserelleCommand.FAILED;
            }
            if (!settings.search()) {
                System.out.println("Questions ask for words alone until " + settings.file() + " says `search = on`.");
            }
            return PasserelleCommand.DONE;
        } finally {
            ended.countDown();
        }
    }

    /** Embeds with a bar that shows how far it is. */
    static void embed(Store store, Embedder embedder, Others others, AtomicBoolean stopped) {
        long started = System.nanoTime();
        Result result;
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("embed")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(1_000)
                .build()) {
            result = MeaningWriter.run(
                    store,
                    embedder,
                    others,
                    (done, total) -> {
                        bar.maxHint(total);
                        bar.stepTo(done);
                    },
                    stopped::get);
        }
        System.out.printf(
                "embedded %d contributions in %.1f s with %s; left out: %d in other languages, %d without words%n",
                result.embedded(),
                (System.nanoTime() - started) / 1e9,
                embedder.model(),
                result.unread(),
                result.wordless());
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("It did not stop in time; run `embed` again to go on.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
