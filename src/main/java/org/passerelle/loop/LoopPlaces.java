package org.passerelle.loop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.Chart;
import org.passerelle.network.Window;

/** Chooses loops by their days and by where who asked belongs, puts them in order and together. */
final class LoopPlaces {
    private LoopPlaces() {}

    /** The loops whose needs were opened in a window. */
    static List<Loop> within(List<Loop> loops, Window window) {
        return loops.stream()
                .filter(loop -> window.contains(day(loop.openedAt())))
                .toList();
    }

    /** Those of people who belonged to a group, or to one inside it, on the day of their need. */
    static List<Loop> askedIn(String groupId, List<Loop> loops, Chart chart) {
        return loops.stream()
                .filter(loop -> belongs(loop.askerId(), groupId, day(loop.openedAt()), chart))
                .toList();
    }

    private static boolean belongs(String personId, String groupId, LocalDate day, Chart chart) {
        return chart.memberships(personId, day).stream()
                .anyMatch(membership -> membership.groupId().equals(groupId)
                        || chart.ancestors(membership.groupId(), day).contains(groupId));
    }

    /** The order, ties broken by key. */
    static Comparator<Loop> order(LoopOrder by) {
        Comparator<Loop> oldest = Comparator.comparing(Loop::openedAt).thenComparing(Loop::key);
        return switch (by) {
            case NEWEST -> Comparator.comparing(Loop::openedAt).reversed().thenComparing(Loop::key);
            case WAITING_LONGEST -> Comparator.comparingInt(LoopPlaces::urgency).thenComparing(oldest);
            case SLOWEST ->
                Comparator.comparing(LoopPlaces::hoursToClose, Comparator.reverseOrder())
                        .thenComparing(oldest);
        };
    }

    private static int urgency(Loop loop) {
        return switch (loop.state()) {
            case OPEN, STALE -> 0;
            case ANSWERED -> 1;
            case CLOSED -> 2;
        };
    }

    private static double hoursToClose(Loop loop) {
        Instant closed = loop.closedAt();
        return closed == null ? -1 : LoopGround.hours(loop.openedAt(), closed);
    }

    /** Loops by what they are put together by, in order of key; a loop about two topics is in two. */
    static Map<String, List<Loop>> grouped(List<Loop> loops, LoopGrouping by, LoopGround ground) {
        Map<String, List<Loop>> grouped = new TreeMap<>();
        for (Loop loop : loops) {
            for (String key : keys(loop, by, ground)) {
                grouped.computeIfAbsent(key, _ -> new ArrayList<>()).add(loop);
            }
        }
        return grouped;
    }

    private static List<String> keys(Loop loop, LoopGrouping by, LoopGround ground) {
        String community = loop.need().communityId();
        return switch (by) {
            case UNIT ->
                ground.group(loop.askerId(), loop.openedAt()).stream()
                        .map(group -> group.id())
                        .toList();
            case COMMUNITY -> community == null ? List.of() : List.of(community);
            case TOPIC -> loop.need().topicIds().stream().distinct().toList();
            case PROCESS -> loop.need().processes().stream().distinct().toList();
            case MONTH -> List.of(day(loop.openedAt()).withDayOfMonth(1).toString());
        };
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
