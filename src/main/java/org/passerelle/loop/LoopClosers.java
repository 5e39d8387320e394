package org.passerelle.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Group;

/** Who meets the needs of others: for each person how many, of how many people, and of which groups. */
final class LoopClosers {
    private LoopClosers() {}

    /**
     * Somebody who closes loops.
     *
     * @param group where they belonged when they last did, null where unknown
     * @param loops of others that they closed
     * @param askers whose loops these were
     * @param across those of people of other groups
     * @param helped loops by the group of who asked, most first, then in order of id
     */
    record Closer(String personId, @Nullable Group group, int loops, int askers, int across, List<Helped> helped) {
        /** Copies the list. */
        Closer {
            helped = List.copyOf(helped);
        }
    }

    /** So many loops of one group's people. */
    record Helped(Group group, int loops) {}

    /** Everybody who closed a loop of somebody else, most loops first, then most askers, then in order of id. */
    static List<Closer> of(List<Loop> loops, LoopGround ground) {
        Map<String, List<Loop>> byCloser = new TreeMap<>();
        for (Loop loop : loops) {
            for (String closer : loop.closerIds()) {
                if (!closer.equals(loop.askerId())) {
                    byCloser.computeIfAbsent(closer, _ -> new ArrayList<>()).add(loop);
                }
            }
        }
        List<Closer> closers = new ArrayList<>();
        byCloser.forEach((person, closed) -> closers.add(closer(person, closed, ground)));
        closers.sort(Comparator.comparingInt(Closer::loops)
                .thenComparingInt(Closer::askers)
                .reversed()
                .thenComparing(Closer::personId));
        return closers;
    }

    private static Closer closer(String person, List<Loop> closed, LoopGround ground) {
        Set<String> askers = new HashSet<>();
        Map<Group, Integer> helped = new HashMap<>();
        int across = 0;
        Instant last = Instant.MIN;
        for (Loop loop : closed) {
            askers.add(loop.askerId());
            across += Boolean.TRUE.equals(ground.apart(loop.askerId(), person, loop.openedAt())) ? 1 : 0;
            ground.group(loop.askerId(), loop.openedAt()).ifPresent(group -> helped.merge(group, 1, Integer::sum));
            last = loop.openedAt().isAfter(last) ? loop.openedAt() : last;
        }
        List<Helped> groups = helped.entrySet().stream()
                .map(entry -> new Helped(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Helped::loops).reversed().thenComparing(each -> each.group()
                        .id()))
                .toList();
        return new Closer(
                person, ground.group(person, last).orElse(null), closed.size(), askers.size(), across, groups);
    }
}
