package org.passerelle.measure;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and some helpers that work through numbered chunks together, round after round, for
 * kernels whose rounds last less than a millisecond. What a chunk computes may not depend on who works on it
 * nor on other chunks of the round: then the answer is the same, bit for bit, for any number of threads.
 * Interrupting the calling thread stops the work.
 */
final class Crew implements AutoCloseable {
    /*
     * Whoever is free takes the next chunk, and the caller works too, so no round waits for a helper that has
     * not woken up: at the end the caller waits only for chunks that somebody has begun. Between rounds a
     * helper looks out for the next one for some ten microseconds before it goes to sleep, because waking a
     * thread takes as long as a short round.
     */
    private static final int SPINS = 1_000;

    private final Thread[] helpers;
    private final AtomicReference<@Nullable Round> current = new AtomicReference<>();
    private volatile boolean closed;

    /** A crew of so many threads, the caller included. */
    Crew(int threads) {
        helpers = new Thread[threads - 1];
        for (int helper = 0; helper < helpers.length; helper++) {
            helpers[helper] =
                    Thread.ofPlatform().daemon().name("measure-", helper).start(this::help);
        }
    }

    /** A crew for so much work; a graph that fits the nearest cache is not worth waking anybody for. */
    static Crew forSlots(int threads, long slots) {
        return new Crew(slots < 16_384 ? 1 : threads);
    }

    /** Every processor. */
    static int everyProcessor() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Refuses to work without threads. */
    static void checkThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread has to work, not " + threads);
        }
    }

    /** Works through the chunks 0..n-1; every thread that takes part gets its own worker. */
    void each(int chunks, Supplier<IntConsumer> workers) {
        each(chunks, Progress.NONE, workers);
    }

    /**
     * The same; the listener hears of the start, of every chunk that the caller takes and of the end. The helpers
     * may leave the caller no chunk at all: an interrupt is looked for at the start and at the end as well.
     */
    void each(int chunks, Progress progress, Supplier<IntConsumer> workers) {
        progress.reached(0);
        Stripes.checkInterrupted();
        Round round = new Round(chunks, workers);
        current.set(round);
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
        round.work(() -> {
            Stripes.checkInterrupted();
            progress.reached(round.share());
        });
        round.await();
        current.set(null);
        Stripes.checkInterrupted();
        progress.reached(1);
    }

    /** Lets the helpers go. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private void help() {
        Round last = null;
        int spins = 0;
        while (!closed) {
            Round round = current.get();
            if (round != null && round != last) {
                round.work(() -> {});
                last = round;
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                // A finished round holds on to all its arrays.
                last = null;
                LockSupport.park(this);
                spins = 0;
            }
        }
    }

    /** Chunks to do once. */
    private static final class Round {
        private final int chunks;
        private final Supplier<IntConsumer> workers;
        private final Thread caller = Thread.currentThread();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Round(int chunks, Supplier<IntConsumer> workers) {
            this.chunks = chunks;
            this.workers = workers;
        }

        double share() {
            return (double) done.get() / chunks;
        }

        void work(Runnable beforeChunk) {
            IntConsumer worker = null;
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                try {
                    beforeChunk.run();
                    if (worker == null) {
                        worker = workers.get();
                    }
                    worker.accept(chunk);
                } catch (RuntimeException | Error failed) {
                    failure.compareAndSet(null, failed);
                    // Nobody begins what is left.
                    done.addAndGet(Math.max(0, chunks - next.getAndSet(chunks)));
                }
                if (done.incrementAndGet() == chunks) {
                    LockSupport.unpark(caller);
                }
            }
        }

        void await() {
            for (int spins = 0; done.get() < chunks; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    // An interrupted thread does not sleep: it looks on until what others began is done.
                    LockSupport.park(this);
                }
            }
            switch (failure.get()) {
                case null -> {}
                case CancellationException stopped -> throw stopped;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case Throwable impossible -> throw new IllegalStateException(impossible);
            }
        }
    }
}
