package org.passerelle.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.SharedAcquaintances.SharingExtent;

/**
 * What both ends agreed to share adds to who knows whom: exchanges the reader could not read count where both people of
 * the tie agreed, by the same rule (both ways, at least {@value NetworkSnapshot#ACQUAINTANCE_INTERACTIONS_MIN} times in
 * twelve months). Costs the ties of those who agreed, whatever the size of the network.
 */
final class SharedTies {
    private SharedTies() {}

    /** What two people exchanged in the twelve months, from the lower vertex and from the higher. */
    private static final class Exchanged {
        private int fromLower;
        private int fromHigher;
        private double strength;
        private boolean hidden;

        boolean acquainted() {
            return fromLower > 0
                    && fromHigher > 0
                    && fromLower + fromHigher >= NetworkSnapshot.ACQUAINTANCE_INTERACTIONS_MIN;
        }
    }

    /**
     * The readable acquaintances with those that are shared; the same graph where nothing comes to it.
     *
     * @param readable what the reader could read of the ties
     * @param extents who agreed to what
     */
    static TieGraph with(
            TieGraph acquainted,
            NetworkSnapshot snapshot,
            LocalDate day,
            Set<Visibility> readable,
            Map<String, SharingExtent> extents) {
        Map<Integer, SharingExtent> agreed = new HashMap<>();
        extents.forEach((person, extent) -> snapshot.vertex(person)
                .filter(_ -> extent != SharingExtent.NONE)
                .ifPresent(vertex -> agreed.put(vertex, extent)));
        Map<Long, Exchanged> pairs = exchanged(snapshot.ties(), day, readable, agreed);
        List<Map.Entry<Long, Exchanged>> more = pairs.entrySet().stream()
                .filter(pair -> pair.getValue().hidden && pair.getValue().acquainted())
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return more.isEmpty() ? acquainted : acquainted.plus(added(acquainted, more));
    }

    private static Map<Long, Exchanged> exchanged(
            DatedTies ties, LocalDate day, Set<Visibility> readable, Map<Integer, SharingExtent> agreed) {
        int fromDay = Math.toIntExact(day.minusMonths(12).plusDays(1).toEpochDay());
        int toDay = Math.toIntExact(day.toEpochDay());
        Map<Long, Exchanged> pairs = new HashMap<>();
        agreed.forEach((from, extent) -> {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                int to = ties.to(tie);
                SharingExtent other = agreed.get(to);
                if (other == null) {
                    continue;
                }
                Visibility visibility = ties.origins().get(ties.origin(tie)).visibility();
                boolean read = readable.contains(visibility);
                if (!read && !(extent.covers(visibility) && other.covers(visibility))) {
                    continue;
                }
                Exchanged pair = pairs.computeIfAbsent(key(from, to), _ -> new Exchanged());
                int end = ties.recordEnd(tie);
                for (int record = ties.recordFrom(tie, fromDay); record < end && ties.day(record) <= toDay; record++) {
                    if (from < to) {
                        pair.fromLower += ties.interactions(record);
                    } else {
                        pair.fromHigher += ties.interactions(record);
                    }
                    pair.strength += ties.share(record);
                    pair.hidden |= !read;
                }
            }
        });
        return pairs;
    }

    private static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** What has to be added to the readable acquaintances so that each pair is as strong as all that counts says. */
    private static TieGraph added(TieGraph acquainted, List<Map.Entry<Long, Exchanged>> pairs) {
        List<Integer> lower = new ArrayList<>();
        List<Integer> higher = new ArrayList<>();
        List<Double> strengths = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Map.Entry<Long, Exchanged> pair : pairs) {
            int one = (int) (pair.getKey() >> 32);
            int other = (int) (long) pair.getKey();
            int slot = acquainted.slot(one, other);
            double strength = pair.getValue().strength - (slot < 0 ? 0 : acquainted.strength(slot));
            // A survey may say "not at all": no strength, no tie.
            if (strength > 0) {
                lower.add(one);
                higher.add(other);
                strengths.add(strength);
                counts.add(pair.getValue().fromLower
                        + pair.getValue().fromHigher
                        - (slot < 0 ? 0 : acquainted.interactionCount(slot)));
            }
        }
        return TieGraph.undirected(
                acquainted.people(),
                lower.stream().mapToInt(Integer::intValue).toArray(),
                higher.stream().mapToInt(Integer::intValue).toArray(),
                strengths.stream().mapToDouble(Double::doubleValue).toArray(),
                counts.stream().mapToInt(Integer::intValue).toArray());
    }
}
