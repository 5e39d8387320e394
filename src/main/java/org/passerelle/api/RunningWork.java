package org.passerelle.api;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The threads that work on one request, so that a request that is given up stops them: they are interrupted,
 * which ends what waits and what looks at {@link Thread#isInterrupted}. Spring announces every thread that
 * starts to work for a request by setting the request's context on it; that is where they are noted.
 */
final class RunningWork {
    private static final String KEY = RunningWork.class.getName();
    private static final ThreadLocal<RunningWork> CURRENT = new ThreadLocal<>();

    private final Map<Thread, Integer> threads = new HashMap<>();
    private boolean stopped;

    /** Lets every request's threads be noted. Doing it twice is doing it once. */
    static void announce() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new Announcement());
    }

    /** What the request's context must hold. */
    Map<String, Object> context() {
        return Map.of(KEY, this);
    }

    /** Interrupts who works on the request now and whoever starts to later. */
    synchronized void stop() {
        stopped = true;
        threads.keySet().forEach(Thread::interrupt);
    }

    private synchronized void enter() {
        threads.merge(Thread.currentThread(), 1, Integer::sum);
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave() {
        threads.computeIfPresent(Thread.currentThread(), (_, times) -> times == 1 ? null : times - 1);
    }

    /** Told by Spring when a thread takes up a request and when it puts it down. */
    private static final class Announcement implements ThreadLocalAccessor<RunningWork> {
        @Override
        public Object key() {
            return KEY;
        }

        @Override
        public @Nullable RunningWork getValue() {
            return CURRENT.get();
        }

        @Override
        public void setValue(RunningWork work) {
            work.enter();
            CURRENT.set(work);
        }

        @Override
        public void setValue() {
            RunningWork work = CURRENT.get();
            if (work != null) {
                work.leave();
            }
            CURRENT.remove();
        }

        @Override
        public void restore(RunningWork previous) {
            RunningWork work = CURRENT.get();
            if (work != null) {
                work.leave();
            }
            CURRENT.set(previous);
        }
    }
}
