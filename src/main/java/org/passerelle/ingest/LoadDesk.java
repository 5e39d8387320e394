package org.passerelle.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Coverage;
import org.passerelle.network.Coverage.LoadRecord;
import org.passerelle.network.LoadJournal;
import org.passerelle.network.LoadSink;
import org.passerelle.network.LoadState;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Visibility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Loads that were asked for through the API: one at a time, from the inbox only, told to whoever listens. */
@Component
public final class LoadDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LoadDesk.class);

    private final ObjectProvider<LoadSink> sinks;
    private final LoadJournal journal;
    private final Coverage coverage;
    private final Clock clock;
    private final Path home;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("load").factory());

    LoadDesk(
            ObjectProvider<LoadSink> sinks,
            LoadJournal journal,
            Coverage coverage,
            Clock clock,
            @Value("${passerelle.home:}") String home) {
        this.sinks = sinks;
        this.journal = journal;
        this.coverage = coverage;
        this.clock = clock;
        this.home = Path.of(home);
    }

    /** What to load; paths are relative to the inbox. */
    public record Wish(
            String format,
            List<String> paths,
            @Nullable String mapping,
            @Nullable String source,
            @Nullable Visibility visibility) {}

    /** Checks what can be checked at once, and starts the load as soon as those before it ended. */
    public LoadRecord start(Wish wish) {
        AtomicBoolean cancelled = new AtomicBoolean();
        List<Path> paths = wish.paths().stream().map(this::inInbox).toList();
        LoadRequest request = LoadRequest.of(Format.named(wish.format()), paths, home.resolve("quarantine"))
                .withCancellation(cancelled::get);
        if (wish.mapping() != null) {
            request = request.withMapping(inInbox(wish.mapping()));
        }
        if (wish.source() != null) {
            request = request.withSource(wish.source());
        }
        if (wish.visibility() != null) {
            request = request.withVisibility(wish.visibility());
        }
        String source = wish.source() == null ? wish.paths().getFirst() : wish.source();
        LoadRecord waiting = new LoadRecord(
                UUID.randomUUID().toString(),
                source,
                request.format().word(),
                clock.instant(),
                null,
                LoadState.WAITING,
                LoadSummary.none(),
                null);
        Job job = new Job(waiting, cancelled);
        jobs.put(waiting.id(), job);
        journal.record(waiting);
        LoadRequest chosen = request;
        worker.execute(() -> run(job, chosen));
        return waiting;
    }

    /** Asks a load to stop after its batch; empty where there is no such load in this process. */
    public Optional<LoadRecord> cancel(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            return Optional.empty();
        }
        job.cancelled.set(true);
        return Optional.of(job.record);
    }

    /** Every load, newest first; running ones as they are now. */
    public List<LoadRecord> loads() {
        return coverage.loads().stream()
                .map(record -> {
                    Job job = jobs.get(record.id());
                    return job == null ? record : job.record;
                })
                .sorted(Comparator.comparing(LoadRecord::started).reversed().thenComparing(LoadRecord::id))
                .toList();
    }

    /** The load now, after every batch, and at its end; empty where there is none of that id. */
    public Optional<Flux<LoadRecord>> progress(String id) {
        Job job = jobs.get(id);
        if (job != null) {
            return Optional.of(job.listeners.asFlux());
        }
        return coverage.loads().stream()
                .filter(record -> record.id().equals(id))
                .findFirst()
                .map(Flux::just);
    }

    /** Stops the running load after its batch. */
    @Override
    public void destroy() {
        jobs.values().forEach(job -> job.cancelled.set(true));
        worker.close();
    }

    private void run(Job job, LoadRequest request) {
        job.move(job.record, LoadState.READING, LoadSummary.none(), null);
        try {
            LoadSummary summary = Load.run(request.withProgress(job), sinks.getObject());
            end(job, job.cancelled.get() ? LoadState.CANCELLED : LoadState.DONE, summary, null);
        } catch (UnusableInput wrong) {
            end(job, LoadState.FAILED, job.record.summary(), wrong.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("Load {} failed", job.record.id(), failure);
            end(
                    job,
                    LoadState.FAILED,
                    job.record.summary(),
                    "The load broke off; what was written stays. Start the same load again to go on.");
        }
    }

    private void end(Job job, LoadState state, LoadSummary summary, @Nullable String failure) {
        LoadRecord before = job.record;
        LoadRecord ended = new LoadRecord(
                before.id(),
                before.source(),
                before.format(),
                before.started(),
                clock.instant(),
                state,
                summary,
                failure);
        try {
            journal.record(ended);
        } finally {
            job.publish(ended);
            job.listeners.tryEmitComplete();
        }
    }

    /** The file of that name in the inbox; nothing outside of it can be named. */
    private Path inInbox(String name) {
        Path inbox = home.resolve("inbox");
        try {
            Path file = inbox.resolve(name).toRealPath();
            if (file.startsWith(inbox.toRealPath())) {
                return file;
            }
        } catch (IOException missing) {
            LOG.debug("A load named a file that cannot be read", missing);
        }
        throw new UnusableInput("inbox/" + name, "expected a file or folder inside HOME/inbox", "Put it there first");
    }

    /** A load of this process. */
    private static final class Job implements LoadProgress {
        private final AtomicBoolean cancelled;
        private final Sinks.Many<LoadRecord> listeners = Sinks.many().replay().latest();
        private volatile LoadRecord record;

        Job(LoadRecord record, AtomicBoolean cancelled) {
            this.record = record;
            this.cancelled = cancelled;
            publish(record);
        }

        @Override
        public void advanced(State state) {
            Map<String, Long> setAside =
                    state.rowsQuarantined() == 0 ? Map.of() : Map.of("SET_ASIDE", state.rowsQuarantined());
            move(record, LoadState.READING, new LoadSummary(state.rows(), 0, 0, 0, setAside), null);
        }

        void move(LoadRecord before, LoadState state, LoadSummary summary, @Nullable String failure) {
            publish(new LoadRecord(
                    before.id(), before.source(), before.format(), before.started(), null, state, summary, failure));
        }

        void publish(LoadRecord newer) {
            record = newer;
            listeners.tryEmitNext(newer);
        }
    }
}
