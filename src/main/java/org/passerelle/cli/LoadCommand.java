package org.passerelle.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.passerelle.ingest.Format;
import org.passerelle.ingest.Load;
import org.passerelle.ingest.LoadProgress;
import org.passerelle.ingest.LoadRequest;
import org.passerelle.ingest.QuarantinedRow;
import org.passerelle.network.Coverage.LoadRecord;
import org.passerelle.network.LoadState;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Visibility;
import org.passerelle.store.Glossary;
import org.passerelle.store.GraphWriter;
import org.passerelle.store.LoadedCoverage;
import org.passerelle.store.Meaning;
import org.passerelle.store.MeaningWriter.Others;
import org.passerelle.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code load}: reads files into the graph; may be stopped and run again at any time. */
@Command(
        name = "load",
        description = "Reads files into the graph. Running it again changes nothing; after a stop it goes on.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    private static final int STOP_SECONDS = 30;
    private static final int MESSAGES_MAX = 20;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(index = "0", paramLabel = "FORMAT", description = "organisation, csv, jsonl, mbox or stackexchange.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String format;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files or folders.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private List<Path> paths;

    @Option(names = "--mapping", paramLabel = "FILE.yml", description = "What the columns mean, for csv and jsonl.")
    private @Nullable Path mapping;

    @Option(names = "--source", paramLabel = "NAME", description = "Name of the source.")
    private @Nullable String source;

    @Option(
            names = "--visibility",
            description = "Who could already read the texts: ${COMPLETION-CANDIDATES}; mbox is private unless told.")
    private @Nullable Visibility visibility;

    @Option(names = "--resume", description = "Goes on after a stop; what every load does.")
    @SuppressWarnings("UnusedVariable") // the word is accepted; every load resumes
    private boolean resume;

    /** What was said of the first rows that were set aside. */
    private final List<String> setAside = new ArrayList<>();

    @Override
    public Integer call() {
        LoadRequest request = request();
        QuietLogs.beginModel();
        Meaning meaning = Meaning.of(options.home());
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> {
            cancelled.set(true);
            await(ended);
        });
        Runtime.getRuntime().addShutdownHook(stop);
        long started = System.nanoTime();
        try (Store store = options.open("load")) {
            LoadSummary summary = run(request.withCancellation(cancelled::get), store);
            print(summary, (System.nanoTime() - started) / 1e9);
            if (cancelled.get()) {
                System.err.println("Stopped. What was written stays; run the same command again to go on.");
                return PasserelleCommand.FAILED;
            }
            meaning.embedder().ifPresent(embedder -> EmbedCommand.embed(store, embedder, Others.KEEP, cancelled));
            return summary.quarantinedTotal() > 0 ? PasserelleCommand.QUARANTINED : PasserelleCommand.DONE;
        } finally {
            ended.countDown();
        }
    }

    private LoadRequest request() {
        LoadRequest request =
                LoadRequest.of(Format.named(format), paths, options.home().quarantine());
        if (mapping != null) {
            request = request.withMapping(mapping);
        }
        if (source != null) {
            request = request.withSource(source);
        }
        return visibility == null ? request : request.withVisibility(visibility);
    }

    private LoadSummary run(LoadRequest request, Store store) {
        String id = UUID.randomUUID().toString();
        LoadedCoverage journal = new LoadedCoverage(store);
        String named = source != null ? source : paths.getFirst().getFileName().toString();
        LoadRecord record =
                new LoadRecord(id, named, format, Instant.now(), null, LoadState.READING, LoadSummary.none(), null);
        journal.record(record);
        setAside.clear();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("load " + named)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" MiB", 1 << 20)
                .setUpdateIntervalMillis(1_000)
                .build()) {
            LoadSummary summary = Load.run(
                    request.withProgress(new Bar(bar, setAside)),
                    new GraphWriter(store, new Glossary(options.home().glossary())));
            journal.record(ended(record, LoadState.DONE, summary, null));
            return summary;
        } catch (RuntimeException failure) {
            journal.record(ended(record, LoadState.FAILED, LoadSummary.none(), failure.getMessage()));
            throw failure;
        }
    }

    private static LoadRecord ended(LoadRecord record, LoadState state, LoadSummary summary, @Nullable String failure) {
        return new LoadRecord(
                record.id(),
                record.source(),
                record.format(),
                record.started(),
                Instant.now(),
                state,
                summary,
                failure);
    }

    private void print(LoadSummary summary, double seconds) {
        System.out.printf(
                "read %d rows in %.1f s (%.0f a second)%n", summary.read(), seconds, summary.read() / seconds);
        System.out.printf(
                "loaded %d, already there %d, replaced %d, quarantined %d%n",
                summary.loaded(), summary.alreadyThere(), summary.replaced(), summary.quarantinedTotal());
        summary.quarantined().forEach((code, rows) -> System.out.printf("  %s: %d%n", code, rows));
        setAside.forEach(System.err::println);
        if (summary.quarantinedTotal() > setAside.size()) {
            System.err.println("… and " + (summary.quarantinedTotal() - setAside.size()) + " more");
        }
        if (summary.quarantinedTotal() > 0) {
            System.out.println(
                    "Rows set aside are in " + options.home().quarantine() + "; correct them and load them again.");
        }
    }

    private static void await(CountDownLatch ended) {
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("The load did not stop in time; run the same command again to go on.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows how far the files are read, and keeps the first messages about rows set aside for the end. */
    private record Bar(ProgressBar bar, List<String> messages) implements LoadProgress {
        @Override
        public void advanced(State state) {
            bar.maxHint(state.bytesTotal());
            bar.stepTo(state.bytesRead());
            bar.setExtraMessage(state.rows() + " rows");
        }

        @Override
        public void quarantined(QuarantinedRow row) {
            if (messages.size() < MESSAGES_MAX) {
                messages.add(row.message());
            }
        }
    }
}
