package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.api.HeavyAnswers.Question;

class BackgroundAnswersTest {
    /** So long that only a fault takes it. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private final BackgroundAnswers answers = new BackgroundAnswers();
    private final Queue<Integer> computed = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        answers.close();
    }

    private static Question question(int number) {
        return new Question("field", "v1", number);
    }

    private Optional<Integer> ask(int number) {
        return answers.answer(question(number), Integer.class, () -> {
            computed.add(number);
            return number * 10;
        });
    }

    /** Everything that was asked before has been worked on: one thread works, in order. */
    private void workUntilNow() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        answers.answer(new Question("last", "v1", System.identityHashCode(began)), Integer.class, () -> {
            began.countDown();
            return 0;
        });
        began.await();
    }

    /** Occupies the worker until the latch opens. */
    private void occupy(CountDownLatch until) throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        answers.answer(new Question("occupy", "v1", 0), Integer.class, () -> {
            began.countDown();
            try {
                until.await();
            } catch (InterruptedException _) {
                computed.add(-1);
            }
            return 0;
        });
        began.await();
    }

    @Test
    void answer_askedAgain_thereOnceItIsComputed() throws InterruptedException {
        assertThat(ask(4)).isEmpty();
        workUntilNow();
        assertThat(ask(4)).contains(40);
        assertThat(ask(4)).contains(40);
        assertThat(computed).containsExactly(4);
    }

    @Test
    void answer_whileWorkedOn_neitherWaitsNorStartsAgain() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        occupy(release);
        assertThat(ask(1)).isEmpty();
        assertThat(ask(1)).isEmpty();
        release.countDown();
        workUntilNow();
        assertThat(computed).containsExactly(1);
    }

    @Test
    void answer_failure_thrownOnceAndForgotten() throws InterruptedException {
        answers.answer(question(1), Integer.class, () -> {
            throw new IllegalStateException("once");
        });
        workUntilNow();
        assertThatThrownBy(() -> ask(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("once");
        assertThat(ask(1)).isEmpty();
        workUntilNow();
        assertThat(ask(1)).contains(10);
    }

    @Test
    void awaitIdle_workOnItsWay_isThereAfterwards() throws InterruptedException {
        assertThat(answers.awaitIdle(Duration.ZERO)).isTrue();
        CountDownLatch release = new CountDownLatch(1);
        occupy(release);
        assertThat(ask(3)).isEmpty();
        assertThat(answers.awaitIdle(Duration.ZERO)).isFalse();
        release.countDown();
        assertThat(answers.awaitIdle(LONG)).isTrue();
        assertThat(ask(3)).contains(30);
    }

    @Test
    void awaitIdle_workThatFailsOrIsGivenUp_isNoWorkAnyMore() throws InterruptedException {
        answers.answer(question(1), Integer.class, () -> {
            throw new IllegalStateException("told to whoever asks");
        });
        assertThat(answers.awaitIdle(LONG)).isTrue();
        assertThatThrownBy(() -> ask(1)).hasMessage("told to whoever asks");
        occupy(new CountDownLatch(1));
        answers.cancel(new Question("occupy", "v1", 0));
        assertThat(answers.awaitIdle(LONG)).isTrue();
    }

    @Test
    void cancel_workThatBegan_interruptsIt() throws InterruptedException {
        occupy(new CountDownLatch(1));
        assertThat(answers.cancel(new Question("occupy", "v1", 0))).isTrue();
        workUntilNow();
        assertThat(computed).containsExactly(-1);
        assertThat(answers.cancel(question(9))).isFalse();
    }

    @Test
    void cancel_workThatWaits_neverBegins() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        occupy(release);
        ask(1);
        assertThat(answers.cancel(question(1))).isTrue();
        release.countDown();
        workUntilNow();
        assertThat(computed).isEmpty();
    }

    @Test
    void answer_moreThanMayWait_whatNobodyAsksAboutIsGivenUp() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        occupy(release);
        for (int number = 0; number < BackgroundAnswers.WAITING_MAX; number++) {
            ask(number);
        }
        // Somebody still asks about 0, so 1 goes.
        ask(0);
        ask(100);
        release.countDown();
        workUntilNow();
        // One more question came then, for which another may have gone.
        assertThat(computed).contains(0, 15, 100).doesNotContain(1);
    }

    @Test
    void answer_moreThanAreKept_theOldestGo() throws InterruptedException {
        for (int number = 0; number <= BackgroundAnswers.ANSWERS_MAX; number++) {
            ask(number);
            workUntilNow();
        }
        assertThat(ask(0)).isEmpty();
        workUntilNow();
        assertThat(ask(0)).contains(0);
    }
}
