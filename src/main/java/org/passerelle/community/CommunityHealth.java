package org.passerelle.community;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Window;

/**
 * How alive a community is. EMPTY: no contribution in the window. DYING: the second half of the window has
 * less than two thirds of the contributions of the first, and of at least three needs of that second half fewer
 * than half were answered, or of at least three newcomers fewer than a quarter came back on a later day. QUIET:
 * not dying, fewer than five contributions and fewer than one need a week, and at least three
 * quarters of the needs, if any, answered: people may just be at work. ALIVE: all others. A need is a question or ticket; it is answered when somebody else answers it, or,
 * where nothing says what answers what, speaks after it in its thread.
 *
 * @param trend contributions of the first and of the second half of the window
 * @param needsAnswered share of the needs that got an answer, null without needs
 * @param newcomers people who contributed for the first time in the window
 */
public record CommunityHealth(
        State state,
        List<Integer> trend,
        int needs,
        @Nullable Double needsAnswered,
        int newcomers,
        String summary) {
    private static final int JUDGED_MIN = 3;

    /** Whether a community lives. */
    public enum State {
        ALIVE,
        QUIET,
        DYING,
        EMPTY
    }

    /** Copies the list. */
    public CommunityHealth {
        trend = List.copyOf(trend);
    }

    /**
     * Judges by these acts.
     *
     * @param acts in time order, all of the window
     * @param knownBefore people who had contributed before the window
     */
    public static CommunityHealth of(List<Act> acts, Set<String> knownBefore, Window window) {
        Threads threads = Threads.of(acts);
        LocalDate middle = window.from().plusDays((ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / 2);
        int[] halves = halves(threads, middle);
        Needs needs = needs(threads, middle);
        Newcomers newcomers = newcomers(threads, knownBefore);
        double weeks = (ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / 7.0;
        State state = state(halves, needs, newcomers, weeks);
        return new CommunityHealth(
                state,
                List.of(halves[0], halves[1]),
                needs.opened(),
                needs.opened() == 0 ? null : (double) needs.answered() / needs.opened(),
                newcomers.people(),
                summary(state, halves, needs, newcomers));
    }

    /** Needs of the window, and those of its second half. */
    private record Needs(int opened, int answered, int lateOpened, int lateAnswered) {}

    private record Newcomers(int people, int returned) {}

    private static int[] halves(Threads threads, LocalDate middle) {
        int first = (int) Arrays.stream(threads.day)
                .filter(day -> day < middle.toEpochDay())
                .count();
        return new int[] {first, threads.acts() - first};
    }

    private static Needs needs(Threads threads, LocalDate middle) {
        int[] opened = new int[2];
        int[] answered = new int[2];
        for (int thread = 0; thread < threads.threads(); thread++) {
            int end = threads.threadStart[thread + 1];
            for (int position = threads.threadStart[thread]; position < end; position++) {
                if (threads.need[position]) {
                    int half = threads.day[position] < middle.toEpochDay() ? 0 : 1;
                    opened[half]++;
                    answered[half] += answered(threads, position, end) ? 1 : 0;
                }
            }
        }
        return new Needs(opened[0] + opened[1], answered[0] + answered[1], opened[1], answered[1]);
    }

    private static boolean answered(Threads threads, int need, int end) {
        for (int position = need + 1; position < end; position++) {
            boolean toIt = !threads.linked[position] || threads.answered[position] == need;
            if (toIt && threads.speaker[position] != threads.speaker[need]) {
                return true;
            }
        }
        return false;
    }

    private static Newcomers newcomers(Threads threads, Set<String> knownBefore) {
        int[] first = new int[threads.people.size()];
        int[] last = new int[first.length];
        List<Integer> spoke = new ArrayList<>();
        Arrays.fill(first, Integer.MIN_VALUE);
        for (int position : threads.byTime) {
            int person = threads.speaker[position];
            if (first[person] == Integer.MIN_VALUE) {
                first[person] = threads.day[position];
                spoke.add(person);
            }
            last[person] = threads.day[position];
        }
        List<Integer> newcomers = spoke.stream()
                .filter(person -> !knownBefore.contains(threads.people.get(person)))
                .toList();
        int returned = (int) newcomers.stream()
                .filter(person -> last[person] > first[person])
                .count();
        return new Newcomers(newcomers.size(), returned);
    }

    private static State state(int[] halves, Needs needs, Newcomers newcomers, double weeks) {
        int contributions = halves[0] + halves[1];
        if (contributions == 0) {
            return State.EMPTY;
        }
        boolean shrinks = halves[1] * 3L < halves[0] * 2L;
        boolean unanswered = needs.lateOpened() >= JUDGED_MIN && needs.lateAnswered() * 2 < needs.lateOpened();
        boolean leaving = newcomers.people() >= JUDGED_MIN && newcomers.returned() * 4 < newcomers.people();
        if (shrinks && (unanswered || leaving)) {
            return State.DYING;
        }
        boolean fewAndAnswered = needs.opened() < weeks && needs.answered() * 4 >= needs.opened() * 3;
        return contributions < weeks * 5 && fewAndAnswered ? State.QUIET : State.ALIVE;
    }

    private static String summary(State state, int[] halves, Needs needs, Newcomers newcomers) {
        if (state == State.EMPTY) {
            return "Nobody contributed in the window.";
        }
        String rule =
                switch (state) {
                    case DYING -> "Exchange shrinks while needs stay unanswered or newcomers do not return";
                    case QUIET -> "Fewer than five contributions a week and few needs, which were answered";
                    default -> "It exchanges";
                };
        return String.format(
                Locale.ROOT,
                "%s: %d then %d contributions in the two halves of the window, %d of %d needs answered (%d of %d in the"
                        + " second half), %d of %d newcomers came back.",
                rule,
                halves[0],
                halves[1],
                needs.answered(),
                needs.opened(),
                needs.lateAnswered(),
                needs.lateOpened(),
                newcomers.returned(),
                newcomers.people());
    }
}
