package org.passerelle.introduction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Which topics say nothing that a wider one does not say: a word that merely stands beside a subject ("prototype" where
 * people talk of printing in three dimensions) is discussed in the same discussions and by the same people, and keeps the
 * same groups apart. It is told with the wider one. O(sum over discussions of the squared number of their topics).
 */
final class NarrowerTopics {
    /** Share of its discussions that the wider one has as well. */
    static final double SHARED = 0.8;

    private NarrowerTopics() {}

    /**
     * For each topic that stands by itself those that go with it, both in the order that is given.
     *
     * @param discussions of each topic
     * @param covers whether the first topic keeps all groups apart that the second does
     */
    static Map<Integer, List<Integer>> under(List<Set<String>> discussions, BiPredicate<Integer, Integer> covers) {
        Map<String, List<Integer>> byDiscussion = new HashMap<>();
        TreeMap<Integer, List<Integer>> under = new TreeMap<>();
        List<Integer> widestFirst = IntStream.range(0, discussions.size())
                .boxed()
                .sorted(Comparator.comparingInt(topic -> -discussions.get(topic).size()))
                .toList();
        for (int topic : widestFirst) {
            Map<Integer, Integer> shared = new TreeMap<>();
            for (String discussion : discussions.get(topic)) {
                for (int wider : byDiscussion.getOrDefault(discussion, List.of())) {
                    shared.merge(wider, 1, Integer::sum);
                }
            }
            double least = SHARED * discussions.get(topic).size();
            shared.entrySet().stream()
                    .filter(wider -> wider.getValue() >= least && covers.test(wider.getKey(), topic))
                    .max(Map.Entry.<Integer, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .ifPresentOrElse(
                            wider -> under.computeIfAbsent(wider.getKey(), _ -> new ArrayList<>())
                                    .add(topic),
                            () -> {
                                under.put(topic, new ArrayList<>());
                                discussions.get(topic).forEach(discussion -> byDiscussion
                                        .computeIfAbsent(discussion, _ -> new ArrayList<>())
                                        .add(topic));
                            });
        }
        under.values().forEach(narrower -> narrower.sort(Comparator.naturalOrder()));
        return under;
    }
}
