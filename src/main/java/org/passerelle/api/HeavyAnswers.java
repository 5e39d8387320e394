package org.passerelle.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The answers that took long, kept while they are asked for: the same question about the same data is computed
 * once, also when several ask at the same time. The {@value #ANSWERS_MAX} asked for last are kept.
 */
@Component
public final class HeavyAnswers {
    private static final int ANSWERS_MAX = 64;
    private static final int LOCKS = 32;

    private final ReentrantLock[] computing = new ReentrantLock[LOCKS];
    private final Map<Question, Object> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Object> eldest) {
            return size() > ANSWERS_MAX;
        }
    };

    /** No answers yet. */
    public HeavyAnswers() {
        for (int lock = 0; lock < LOCKS; lock++) {
            computing[lock] = new ReentrantLock();
        }
    }

    /**
     * What an answer depends on.
     *
     * @param field what was asked
     * @param snapshot version of the data
     * @param parameters everything else, a record
     */
    public record Question(String field, String snapshot, Object parameters) {}

    /** The answer to the question, computed when it is not there; a failure is not kept. */
    public <A> A answer(Question question, Class<A> type, Supplier<A> compute) {
        Object known = known(question);
        if (known != null) {
            return type.cast(known);
        }
        ReentrantLock lock = computing[Math.floorMod(question.hashCode(), LOCKS)];
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The request was given up before its answer was there.");
        }
        try {
            known = known(question);
            A answer = known != null ? type.cast(known) : compute.get();
            keep(question, answer);
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Object known(Question question) {
        synchronized (answers) {
            return answers.get(question);
        }
    }

    private void keep(Question question, Object answer) {
        synchronized (answers) {
            answers.put(question, answer);
        }
    }
}
