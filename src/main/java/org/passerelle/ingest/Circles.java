package org.passerelle.ingest;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Dated;

/**
 * Circles among dated links upwards: a circle is one only if there is a day on which all its links hold.
 * First, whatever leads nowhere or comes from nowhere is peeled off, in linear time: of a sound chart nothing
 * is left. From each link that remains a walk goes up while some day is left.
 */
final class Circles {
    private static final int STEPS_MAX = 200_000;

    private Circles() {}

    /** For each link that lies on a circle, the circle as ids and lines. */
    static <T extends Dated> Map<Sourced<T>, String> of(
            List<Sourced<T>> links, Function<T, String> from, Function<T, String> to) {
        Map<String, List<Sourced<T>>> above = new HashMap<>();
        List<Sourced<T>> left = peeled(peeled(links, from, to), to, from);
        left.forEach(link -> above.computeIfAbsent(from.apply(link.fact()), _ -> new ArrayList<>())
                .add(link));
        Map<Sourced<T>, String> circles = new LinkedHashMap<>();
        for (Sourced<T> link : left) {
            if (circles.containsKey(link)) {
                continue;
            }
            List<Sourced<T>> circle = circle(link, above, from, to);
            String spelled = circle.stream()
                    .map(each -> from.apply(each.fact()) + " -> " + to.apply(each.fact()) + " ("
                            + each.origin().file().name() + ", line "
                            + each.origin().line() + ")")
                    .collect(Collectors.joining(", "));
            circle.forEach(each -> circles.put(each, spelled));
        }
        return circles;
    }

    /** Whether there is a day on which both hold. */
    static boolean overlap(Dated one, Dated other) {
        return Days.of(one).and(Days.of(other)) != null;
    }

    /** The links that are left when those to an end without further link are taken off again and again. */
    private static <T extends Dated> List<Sourced<T>> peeled(
            List<Sourced<T>> links, Function<T, String> from, Function<T, String> to) {
        Map<String, Integer> leaving = new HashMap<>();
        Map<String, List<Sourced<T>>> arriving = new HashMap<>();
        Deque<String> ends = new ArrayDeque<>();
        for (Sourced<T> link : links) {
            leaving.merge(from.apply(link.fact()), 1, Integer::sum);
            arriving.computeIfAbsent(to.apply(link.fact()), _ -> new ArrayList<>())
                    .add(link);
        }
        arriving.keySet().stream().filter(each -> !leaving.containsKey(each)).forEach(ends::add);
        Set<String> gone = new HashSet<>(ends);
        while (!ends.isEmpty()) {
            for (Sourced<T> link : arriving.getOrDefault(ends.pop(), List.of())) {
                String start = from.apply(link.fact());
                if (leaving.merge(start, -1, Integer::sum) == 0 && gone.add(start)) {
                    ends.push(start);
                }
            }
        }
        return links.stream()
                .filter(link -> !gone.contains(from.apply(link.fact())) && !gone.contains(to.apply(link.fact())))
                .toList();
    }

    private static <T extends Dated> List<Sourced<T>> circle(
            Sourced<T> start, Map<String, List<Sourced<T>>> above, Function<T, String> from, Function<T, String> to) {
        String goal = from.apply(start.fact());
        Deque<Step<T>> waiting = new ArrayDeque<>();
        waiting.push(new Step<>(start, Days.of(start.fact()), null));
        Set<String> seen = new HashSet<>();
        for (int steps = 0; !waiting.isEmpty() && steps < STEPS_MAX; steps++) {
            Step<T> step = waiting.pop();
            String reached = to.apply(step.link().fact());
            if (reached.equals(goal)) {
                return step.path();
            }
            // The same person over the same days leads to the same people.
            if (!seen.add(reached + " " + step.days())) {
                continue;
            }
            for (Sourced<T> next : above.getOrDefault(reached, List.of())) {
                Days days = step.days().and(Days.of(next.fact()));
                if (days != null) {
                    waiting.push(new Step<>(next, days, step));
                }
            }
        }
        return List.of();
    }

    private record Step<T>(
            Sourced<T> link, Days days, @Nullable Step<T> before) {
        List<Sourced<T>> path() {
            List<Sourced<T>> path = new ArrayList<>();
            for (Step<T> step = this; step != null; step = step.before()) {
                path.addFirst(step.link());
            }
            return path;
        }
    }

    private record Days(LocalDate from, LocalDate until) {
        static Days of(Dated dated) {
            LocalDate from = dated.from();
            LocalDate until = dated.until();
            return new Days(from == null ? LocalDate.MIN : from, until == null ? LocalDate.MAX : until);
        }

        @Nullable
        Days and(Days other) {
            LocalDate later = from.isAfter(other.from) ? from : other.from;
            LocalDate sooner = until.isBefore(other.until) ? until : other.until;
            return sooner.isBefore(later) ? null : new Days(later, sooner);
        }
    }
}
