package org.passerelle.community;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of their contributions support the parts of some people's scores: for each person and part the
 * {@value #KEPT} that count most, of equal ones the newest. What is kept are keys; whether a reader may read what they
 * name is asked when they are shown.
 */
final class PartEvidence {
    /** Contributions that are kept for each part of a person; a reader may not be allowed to read all of them. */
    static final int KEPT = 20;

    private PartEvidence() {}

    /** Contributions by number of the person, then by part. */
    static Map<Integer, List<List<ShownAct>>> of(Threads threads, PartCounts counter, List<Integer> people) {
        boolean[] asked = new boolean[threads.people.size()];
        people.forEach(person -> asked[person] = true);
        List<Map<Integer, Map<Integer, Integer>>> byPart = new ArrayList<>();
        for (int part = 0; part < PartCounts.PARTS; part++) {
            byPart.add(new HashMap<>());
        }
        counter.tell(threads.speaker, (part, person, act, _, amount) -> {
            if (asked[person]) {
                byPart.get(part).computeIfAbsent(person, _ -> new TreeMap<>()).merge(act, amount, Integer::sum);
            }
        });
        Map<Integer, List<List<ShownAct>>> evidence = new HashMap<>();
        for (int person : people) {
            List<List<ShownAct>> parts = new ArrayList<>();
            byPart.forEach(acts -> parts.add(strongest(threads, acts.getOrDefault(person, Map.of()))));
            evidence.put(person, List.copyOf(parts));
        }
        return evidence;
    }

    private static List<ShownAct> strongest(Threads threads, Map<Integer, Integer> acts) {
        return acts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> threads.second[entry.getKey()], Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEPT)
                .map(entry -> new ShownAct(threads.key[entry.getKey()], entry.getValue()))
                .toList();
    }
}
