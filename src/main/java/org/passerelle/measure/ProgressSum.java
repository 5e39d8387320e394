package org.passerelle.measure;

/** The progress of work in so many equal steps that several threads take: each step is told once and in turn. */
final class ProgressSum {
    private final Progress progress;
    private final int steps;
    private int taken;

    ProgressSum(Progress progress, int steps) {
        this.progress = progress;
        this.steps = steps;
    }

    /** So many more steps are done, or turned out to be needless. */
    synchronized void advance(int number) {
        taken += number;
        progress.reached((double) taken / steps);
    }
}
