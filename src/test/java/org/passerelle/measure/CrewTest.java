package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/** Threads that share chunks, and that the measures which use them can be stopped and tell how far they are. */
class CrewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void manyRounds_everyChunkOnceARound(int threads) {
        int[] done = new int[37];
        try (Crew crew = new Crew(threads)) {
            for (int round = 1; round <= 500; round++) {
                crew.each(done.length, () -> chunk -> done[chunk]++);
                assertThat(done).as("round %d", round).containsOnly(round);
            }
        }
    }

    @Test
    void noChunks_nothingToDo() {
        AtomicInteger calls = new AtomicInteger();
        try (Crew crew = new Crew(3)) {
            crew.each(0, () -> _ -> calls.incrementAndGet());
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void eachThread_keepsItsOwnWorker() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger workers = new AtomicInteger();
        try (Crew crew = new Crew(2)) {
            crew.each(2, () -> {
                workers.incrementAndGet();
                // A chunk that waits for the other leaves it to the other thread.
                return _ -> meet(both);
            });
        }
        assertThat(workers).hasValue(2);
    }

    private static void meet(CountDownLatch both) {
        both.countDown();
        try {
            both.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void failingChunk_comesOutAndTheCrewWorksOn(int threads) {
        int[] done = new int[20];
        try (Crew crew = new Crew(threads)) {
            assertThatThrownBy(() -> crew.each(20, () -> CrewTest::failAtSeven))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("chunk 7");
            crew.each(20, () -> chunk -> done[chunk]++);
        }
        assertThat(done).containsOnly(1);
    }

    private static void failAtSeven(int chunk) {
        if (chunk == 7) {
            throw new IllegalStateException("chunk " + chunk);
        }
    }

    @Test
    void interruptedOnTheWay_stopsBeforeTheCallersNextChunk() {
        AtomicInteger done = new AtomicInteger();
        IntConsumer interrupts = _ -> {
            done.incrementAndGet();
            Thread.currentThread().interrupt();
        };
        try (Crew crew = new Crew(1)) {
            assertThatThrownBy(() -> crew.each(10, () -> interrupts)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(done).hasValue(1);
    }

    /** A measure that works in a crew. */
    record Work(String name, Measurement measurement) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The computation of such a measure. */
    interface Measurement {
        void compute(TieGraph graph, Progress progress);
    }

    static Stream<Work> works() {
        return Stream.of(
                new Work(
                        "PageRank",
                        (graph, progress) -> PageRank.compute(graph, PageRank.Parameters.defaults(), progress)),
                new Work(
                        "Clustering",
                        (graph, progress) -> Clustering.compute(graph, Clustering.Parameters.defaults(), progress)),
                new Work(
                        "Constraint",
                        (graph, progress) -> Constraint.compute(graph, Constraint.Parameters.defaults(), progress)),
                new Work(
                        "StructuralDiversity",
                        (graph, progress) -> StructuralDiversity.compute(
                                graph, StructuralDiversity.Parameters.defaults(), progress)),
                new Work(
                        "LabelPropagation",
                        (graph, progress) ->
                                LabelPropagation.compute(graph, LabelPropagation.Parameters.defaults(), progress)),
                new Work("Hits", (graph, progress) -> Hits.compute(graph, Hits.Parameters.defaults(), progress)),
                new Work(
                        "Eigenvector",
                        (graph, progress) -> Eigenvector.compute(graph, Eigenvector.Parameters.defaults(), progress)));
    }

    @ParameterizedTest
    @MethodSource("works")
    void measure_tellsHowFar_neverFallingToTheEnd(Work work) {
        List<Double> heard = new ArrayList<>();
        work.measurement().compute(GraphText.random(19, 300, .1, Orientation.DIRECTED, 3), heard::add);
        assertThat(heard).isSorted();
        assertThat(heard.getLast()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("works")
    void measure_interrupted_stops(Work work) {
        TieGraph graph = GraphText.random(20, 300, .1, Orientation.DIRECTED, 3);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> work.measurement().compute(graph, Progress.NONE))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("works")
    void measure_interruptedByItsListener_stopsInTheMiddle(Work work) {
        TieGraph graph = GraphText.random(21, 500, .1, Orientation.DIRECTED, 3);
        double[] last = new double[1];
        try {
            assertThatThrownBy(() -> work.measurement().compute(graph, share -> {
                        last[0] = share;
                        Thread.currentThread().interrupt();
                    }))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(last[0]).isLessThan(1);
    }

    @Test
    void ranges_ofAnyRows_coverEverybodyOnce() {
        for (int people : new int[] {0, 1, 5, 5000}) {
            int[] offsets = new int[people + 1];
            Arrays.setAll(offsets, vertex -> vertex * vertex / 100);
            int[] ranges = Rows.ranges(offsets);
            assertThat(ranges).isSorted();
            assertThat(ranges[0]).isZero();
            assertThat(ranges[ranges.length - 1]).isEqualTo(people);
        }
    }
}
