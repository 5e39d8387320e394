package org.passerelle.api;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.HeavyAnswers.Question;
import org.springframework.stereotype.Component;

/**
 * The answers that take longer than a request may: the first to ask starts the work and is told that it is not there
 * yet; whoever asks again gets the answer once it is. One thread works, so that requests keep the other processors; at
 * most {@value #WAITING_MAX} questions wait for it, and when one more comes, the one that nobody has asked about for
 * longest is given up. The {@value #ANSWERS_MAX} answers asked for last are kept.
 */
@Component
public final class BackgroundAnswers implements AutoCloseable {
    static final int WAITING_MAX = 16;
    static final int ANSWERS_MAX = 64;

    private final ThreadPoolExecutor worker;
    /** In order of when each was asked about last; guarded by itself. */
    private final Map<Question, Work> works = new LinkedHashMap<>(16, 0.75f, true);

    /** No answers yet. */
    public BackgroundAnswers() {
        worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX + 1),
                Thread.ofPlatform().name("background-answers-", 0).daemon().factory());
    }

    /** One question's work; what began is told apart from what waits, because only that may be dropped. */
    private static final class Work extends FutureTask<Object> {
        private volatile boolean began;

        Work(Supplier<?> compute) {
            super(compute::get);
        }

        @Override
        public void run() {
            began = true;
            super.run();
        }
    }

    /**
     * The answer if it is there; otherwise nothing, and it is being worked on. Never waits.
     *
     * @param compute is interrupted when the work is given up; a failure is thrown to whoever asks next, and then
     *     forgotten
     */
    public <A> Optional<A> answer(Question question, Class<A> type, Supplier<A> compute) {
        synchronized (works) {
            Work known = works.get(question);
            if (known != null && known.isDone() && !known.isCancelled()) {
                return Optional.of(type.cast(result(question, known)));
            }
            if (known == null || known.isCancelled()) {
                start(question, new Work(compute));
            }
            return Optional.empty();
        }
    }

    /**
     * Waits until nothing is being worked on, for whoever is in the same process and would ask again and again.
     *
     * @return whether that came in time
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Optional<Work> unfinished = unfinished();
        while (unfinished.isPresent()) {
            try {
                unfinished.get().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                return false;
            } catch (ExecutionException | CancellationException _) {
                // How it ended is told to whoever asks for the answer.
            }
            unfinished = unfinished();
        }
        return true;
    }

    private Optional<Work> unfinished() {
        synchronized (works) {
            return works.values().stream().filter(work -> !work.isDone()).findFirst();
        }
    }

    /** Gives the work on a question up; whether there was any. What is there already stays. */
    public boolean cancel(Question question) {
        synchronized (works) {
            Work work = works.get(question);
            if (work == null || !work.cancel(true)) {
                return false;
            }
            worker.remove(work);
            works.remove(question);
            return true;
        }
    }

    /** Gives all work up. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void start(Question question, Work work) {
        long waiting = works.values().stream()
                .filter(other -> !other.began && !other.isDone())
                .count();
        if (waiting >= WAITING_MAX) {
            drop(WorkState.WAITING);
        }
        if (works.size() >= ANSWERS_MAX) {
            drop(WorkState.DONE);
        }
        works.put(question, work);
        worker.execute(work);
    }

    private enum WorkState {
        WAITING,
        DONE
    }

    /** Forgets the work in that state that nobody has asked about for longest. */
    private void drop(WorkState state) {
        for (Iterator<Work> oldest = works.values().iterator(); oldest.hasNext(); ) {
            Work work = oldest.next();
            boolean found = state == WorkState.DONE ? work.isDone() : !work.began && !work.isDone();
            if (found) {
                work.cancel(true);
                worker.remove(work);
                oldest.remove();
                return;
            }
        }
    }

    private Object result(Question question, Work done) {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            works.remove(question);
            @Nullable Throwable cause = failed.getCause();
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException | CancellationException stopped) {
            throw new IllegalStateException("Work that is done neither waits nor is cancelled", stopped);
        }
    }
}
