package org.passerelle.measure;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every kernel on planted silos, by JMH: {@code ./mvnw -Pbench}, with JMH's own options in {@code
 * -Dbench="-p kernel=CORENESS,CONSTRAINT -p people=100000"}. Mean of a call in milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelBenchmark {
    /** Left without values: JMH takes every constant. */
    @Param
    Kernel kernel = Kernel.CORENESS;

    /** 20 ties each on average. */
    @Param("2000")
    int people;

    private Kernel.Input input = Kernel.Input.of(EdgeList.plantedSilos(1, 0));

    @Setup
    public void draw() {
        if (people > kernel.peopleMax()) {
            throw new IllegalArgumentException(
                    kernel + " is for at most " + kernel.peopleMax() + " people, not " + people);
        }
        input = Kernel.Input.of(EdgeList.plantedSilos(people, 20));
    }

    @Benchmark
    public Object compute() {
        return kernel.compute(input);
    }
}
