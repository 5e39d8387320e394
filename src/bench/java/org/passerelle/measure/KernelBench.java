package org.passerelle.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times one kernel on one edge list in a JVM of its own, for {@code src/bench/peers.py}: the first call in the
 * JVM is the cold figure, the median of further calls within a budget the warm one. Arguments: the file, the
 * kernel, the budget in seconds; without arguments it lists the kernels with the most people each is for.
 */
final class KernelBench {
    private static final int CALLS_MAX = 200;

    private KernelBench() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            for (Kernel kernel : Kernel.values()) {
                System.out.println(kernel.label() + "\t" + kernel.peopleMax());
            }
            return;
        }
        if (arguments.length != 3) {
            throw new IllegalArgumentException(
                    "Expected a file, a kernel and seconds, not " + Arrays.toString(arguments));
        }
        Kernel kernel = Kernel.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace(' ', '_'));
        Kernel.Input input = Kernel.Input.of(EdgeList.read(Path.of(arguments[0])));
        time(kernel, input, Double.parseDouble(arguments[2]));
    }

    private static void time(Kernel kernel, Kernel.Input input, double budgetSeconds) {
        long start = System.nanoTime();
        Kernel.Answer answer = kernel.compute(input);
        double cold = seconds(start);
        double[] calls = new double[CALLS_MAX];
        int size = 0;
        // A first call that took the whole budget is its own warm figure: its loops were compiled in the first second.
        for (double spent = cold; size < CALLS_MAX && spent < budgetSeconds; spent += calls[size++]) {
            start = System.nanoTime();
            Kernel.Answer again = kernel.compute(input);
            calls[size] = seconds(start);
            if (!again.equals(answer)) {
                throw new IllegalStateException(kernel + " gave " + answer + ", then " + again);
            }
        }
        double warm = size == 0 ? cold : median(Arrays.copyOf(calls, size));
        System.out.printf(
                Locale.ROOT,
                "{\"kernel\": \"%s\", \"people\": %d, \"ties\": %d, \"cold\": %.6f, \"warm\": %.6f, \"calls\": %d,"
                        + " \"first\": %s, \"whole\": %s}%n",
                kernel.label(),
                input.graph().people(),
                input.graph().ties(),
                cold,
                warm,
                size,
                answer.first(),
                answer.whole());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] values) {
        // The first of the further calls are still being compiled; half of all calls are not.
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
