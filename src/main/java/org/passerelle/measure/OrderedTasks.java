package org.passerelle.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Independent tasks on several threads, their answers in the order of the tasks: the same for any number of
 * threads. Interrupting the calling thread stops the work.
 */
final class OrderedTasks {
    private OrderedTasks() {}

    /** The answers of the tasks 0..n-1. */
    static <T> List<T> map(int tasks, int threads, IntFunction<T> task) {
        List<T> answers = new ArrayList<>(tasks);
        try (ExecutorService executor = Executors.newFixedThreadPool(Math.clamp(tasks, 1, threads))) {
            List<Future<T>> futures = new ArrayList<>();
            for (int number = 0; number < tasks; number++) {
                int one = number;
                futures.add(executor.submit(() -> task.apply(one)));
            }
            try {
                for (Future<T> future : futures) {
                    answers.add(future.get());
                }
            } catch (InterruptedException stopped) {
                executor.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("Stopped while computing");
            } catch (ExecutionException failed) {
                executor.shutdownNow();
                if (failed.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }
        return answers;
    }
}
