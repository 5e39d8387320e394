package org.passerelle.measure;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A sum over many sources that is bit for bit the same for any number of threads: the sources are dealt
 * into a fixed number of stripes, each stripe adds up its own in order, and the stripes are added in order.
 * Interrupting the calling thread stops the work.
 */
final class Stripes {
    private static final int STRIPES = 64;

    private Stripes() {}

    /**
     * What one thread does for one source. It keeps its own working arrays, serves one stripe after the other,
     * and what it adds depends on the source alone.
     */
    interface Kernel {
        /** Adds what a source contributes to the sums. */
        void add(int source, double[] sums);
    }

    /** The sums over the sources 0..n-1, one for each of so many places. */
    static double[] sum(int sources, int places, int threads, Supplier<Kernel> kernels) {
        return sum(sources, places, threads, kernels, Progress.NONE);
    }

    /** The same; the listener hears of every stripe that is done. */
    static double[] sum(int sources, int places, int threads, Supplier<Kernel> kernels, Progress progress) {
        return sum(STRIPES, sources, places, threads, kernels, progress);
    }

    /** The same in so many stripes: fewer where a stripe's own sums take long to make beside what few sources add. */
    static double[] sum(
            int stripeCount, int sources, int places, int threads, Supplier<Kernel> kernels, Progress progress) {
        double[] sums = new double[places];
        Queue<Kernel> idle = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            int count = Math.min(stripeCount, sources);
            // A queue, so that a part that was added can be collected while the others are computed.
            Queue<Future<double[]>> stripes = new ArrayDeque<>();
            for (int first = 0; first < count; first++) {
                int stripe = first;
                stripes.add(executor.submit(() -> {
                    @Nullable Kernel waiting = idle.poll();
                    Kernel kernel = waiting == null ? kernels.get() : waiting;
                    double[] part = stripe(stripe, stripeCount, sources, new double[places], kernel);
                    idle.add(kernel);
                    return part;
                }));
            }
            try {
                for (int number = 1; number <= count; number++) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    double[] part = stripes.remove().get();
                    for (int place = 0; place < places; place++) {
                        sums[place] += part[place];
                    }
                    progress.reached(number / (double) count);
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
        return sums;
    }

    private static double[] stripe(int first, int step, int sources, double[] sums, Kernel kernel) {
        for (int source = first; source < sources; source += step) {
            checkInterrupted();
            kernel.add(source, sums);
        }
        return sums;
    }

    /** Ends the work of an interrupted thread. */
    static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Stopped while computing");
        }
    }
}
