package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Numbered pieces of work that write to places of their own, so that it does not matter which thread does
 * which. Interrupting the calling thread stops them.
 */
final class Tasks {
    private Tasks() {}

    /** What one thread does for one number; it keeps its own working arrays. */
    interface Worker {
        /** Does the piece of that number. */
        void work(int task);
    }

    /** As many threads as the machine runs at once. */
    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Does the pieces 0..n-1; the listener hears of every one that the calling thread sees done. */
    static void run(int tasks, int threads, Supplier<Worker> workers, Progress progress) {
        if (tasks == 0) {
            return;
        }
        // The others may take all the pieces before the caller looks.
        Stripes.checkInterrupted();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        int hands = Math.min(threads, tasks);
        try (ExecutorService executor = Executors.newFixedThreadPool(hands)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int hand = 1; hand < hands; hand++) {
                futures.add(executor.submit(() -> drain(tasks, next, done, workers.get(), Progress.NONE)));
            }
            try {
                // The caller works too, so that it tells of progress and notices its own interruption.
                drain(tasks, next, done, workers.get(), progress);
                for (Future<?> future : futures) {
                    future.get();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Stopped while computing");
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed.getCause());
            } finally {
                executor.shutdownNow();
            }
        }
        progress.reached(1);
    }

    /** The answers of the pieces 0..n-1, in their order. */
    static <T> List<T> map(int tasks, int threads, IntFunction<T> task) {
        ConcurrentSkipListMap<Integer, T> answers = new ConcurrentSkipListMap<>();
        run(tasks, threads, () -> number -> answers.put(number, task.apply(number)), Progress.NONE);
        return List.copyOf(answers.values());
    }

    private static void drain(int tasks, AtomicInteger next, AtomicInteger done, Worker worker, Progress progress) {
        double told = 0;
        for (int task = next.getAndIncrement(); task < tasks; task = next.getAndIncrement()) {
            Stripes.checkInterrupted();
            worker.work(task);
            double share = (double) done.incrementAndGet() / tasks;
            if (share > told && share < 1) {
                told = share;
                progress.reached(share);
            }
        }
    }
}
