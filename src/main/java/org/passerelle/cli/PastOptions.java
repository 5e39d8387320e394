package org.passerelle.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import picocli.CommandLine.Option;

/** Which questions of the past: options of the commands that ask them again. */
final class PastOptions {
    @Option(
            names = "--from",
            paramLabel = "SHARE",
            description =
                    "Share of the questions, in time order, before the first that is asked (evaluate 0.8, learn 0.4).")
    private @Nullable Double from;

    @Option(
            names = "--until",
            paramLabel = "SHARE",
            description = "Share of the questions up to the last that is asked (evaluate 1, learn 0.8).")
    private @Nullable Double until;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Asks so many of them only, drawn at random; 0 asks all (evaluate 0, learn 600).")
    private @Nullable Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the draw: the same number draws the same questions (${DEFAULT-VALUE}).")
    private long seed;

    /**
     * A part of the past.
     *
     * @param sample how many at most; 0 for all
     */
    record Part(double from, double until, int sample, long seed) {
        /** Whether there is such a part. */
        boolean isOne() {
            return from >= 0 && until <= 1 && from < until && sample >= 0;
        }

        /** As many of these questions as are wanted. */
        List<AskedQuestion> drawn(List<AskedQuestion> questions) {
            return sample == 0 ? questions : Replay.sample(questions, sample, seed);
        }
    }

    /** What was given, and otherwise what is usual for the command. */
    Part or(double usualFrom, double usualUntil, int usualSample) {
        return new Part(
                from == null ? usualFrom : from,
                until == null ? usualUntil : until,
                sample == null ? usualSample : sample,
                seed);
    }
}
