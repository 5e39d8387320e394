package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.api.HeavyAnswers.Question;

class HeavyAnswersTest {
    private final HeavyAnswers answers = new HeavyAnswers();
    private final AtomicInteger computed = new AtomicInteger();

    private int ask(String snapshot, int parameter) {
        return answers.answer(new Question("field", snapshot, parameter), Integer.class, () -> {
            computed.incrementAndGet();
            return parameter * 10;
        });
    }

    @Test
    void answer_askedAgain_computedOnce() {
        assertThat(ask("v1", 4)).isEqualTo(40);
        assertThat(ask("v1", 4)).isEqualTo(40);
        assertThat(computed).hasValue(1);
    }

    @Test
    void answer_otherDataOrParameters_computedAnew() {
        ask("v1", 4);
        ask("v2", 4);
        ask("v1", 5);
        assertThat(computed).hasValue(3);
    }

    @Test
    void answer_failure_isNotKept() {
        Question question = new Question("field", "v1", 4);
        assertThatThrownBy(() -> answers.answer(question, Integer.class, () -> {
                    throw new IllegalStateException("once");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ask("v1", 4)).isEqualTo(40);
    }

    @Test
    void answer_moreThanAreKept_theOldestGo() {
        IntStream.rangeClosed(0, 64).forEach(parameter -> ask("v1", parameter));
        ask("v1", 64);
        assertThat(computed).hasValue(65);
        ask("v1", 0);
        assertThat(computed).hasValue(66);
    }

    @Test
    void answer_manyAtOnce_computedOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> asking = () -> {
                start.await();
                return ask("v1", 4);
            };
            List<Future<Integer>> asked =
                    IntStream.range(0, 8).mapToObj(_ -> threads.submit(asking)).toList();
            start.countDown();
            for (Future<Integer> answer : asked) {
                assertThat(answer.get()).isEqualTo(40);
            }
        }
        assertThat(computed).hasValue(1);
    }
}
