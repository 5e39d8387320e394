package org.passerelle.introduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicDiscussions.Part;

/**
 * Who discusses what, by groups of the day: only people who are there and have a group count. Texts that the reader may
 * not read count only for topics that at least {@value #UNREADABLE_PEOPLE_MIN} people used.
 *
 * @param topics in order of id
 * @param topicsOf for each vertex how many topics the person discusses
 */
record LivingTopics(Grouping grouping, List<Living> topics, int[] topicsOf) {
    /** A topic whose text the reader cannot read is told from so many people on. */
    static final int UNREADABLE_PEOPLE_MIN = 10;

    /**
     * A topic and the groups where it lives.
     *
     * @param people vertices that discuss it in these groups, ascending
     * @param discussions for each of them in how many discussions that the reader may read
     * @param groups positions of the groups, ascending
     * @param counts for each of them how many of its people discuss it
     */
    record Living(Topic topic, int[] people, int[] discussions, int[] groups, int[] counts) {
        /** Pairs of its people of different groups. */
        long pairs() {
            long all = people.length;
            long within = IntStream.of(counts)
                    .mapToLong(count -> (long) count * count)
                    .sum();
            return (all * all - within) / 2;
        }
    }

    /** Topics that live in at least two groups. */
    static LivingTopics of(NetworkSnapshot snapshot, List<Part> parts, Grouping grouping, BitSet gone, int peopleMin) {
        Map<String, List<Part>> byTopic = new TreeMap<>();
        for (Part part : parts) {
            byTopic.computeIfAbsent(part.topic().id(), _ -> new ArrayList<>()).add(part);
        }
        int[] topicsOf = new int[snapshot.people().size()];
        List<Living> topics = new ArrayList<>();
        for (List<Part> ofTopic : byTopic.values()) {
            Map<Integer, Integer> discussions = discussions(snapshot, ofTopic, grouping, gone);
            discussions.keySet().forEach(vertex -> topicsOf[vertex]++);
            Living living = living(ofTopic.getFirst().topic(), discussions, grouping, peopleMin);
            if (living.groups().length >= 2) {
                topics.add(living);
            }
        }
        return new LivingTopics(grouping, List.copyOf(topics), topicsOf);
    }

    /** For each vertex in how many discussions that the reader may read. */
    private static Map<Integer, Integer> discussions(
            NetworkSnapshot snapshot, List<Part> parts, Grouping grouping, BitSet gone) {
        boolean widely = parts.stream().map(Part::personId).distinct().count() >= UNREADABLE_PEOPLE_MIN;
        Map<Integer, Integer> discussions = new HashMap<>();
        for (Part part : parts) {
            int vertex = snapshot.vertex(part.personId()).orElse(-1);
            if (vertex >= 0 && grouping.assignment()[vertex] >= 0 && !gone.get(vertex) && (part.readable() || widely)) {
                discussions.merge(vertex, part.readable() ? 1 : 0, Integer::sum);
            }
        }
        return discussions;
    }

    private static Living living(Topic topic, Map<Integer, Integer> discussions, Grouping grouping, int peopleMin) {
        int[] sizes = new int[grouping.groups().size()];
        discussions.keySet().forEach(vertex -> sizes[grouping.assignment()[vertex]]++);
        int[] people = discussions.keySet().stream()
                .mapToInt(Integer::intValue)
                .filter(vertex -> sizes[grouping.assignment()[vertex]] >= peopleMin)
                .sorted()
                .toArray();
        int[] groups = IntStream.range(0, sizes.length)
                .filter(group -> sizes[group] >= peopleMin)
                .toArray();
        return new Living(
                topic,
                people,
                IntStream.of(people)
                        .map(vertex -> discussions.getOrDefault(vertex, 0))
                        .toArray(),
                groups,
                IntStream.of(groups).map(group -> sizes[group]).toArray());
    }

    /** People by discussion, each once; discussions of more than {@code most} people bring nobody together. */
    static List<int[]> together(NetworkSnapshot snapshot, List<Part> parts, int most) {
        Map<String, BitSet> byDiscussion = new LinkedHashMap<>();
        for (Part part : parts) {
            snapshot.vertex(part.personId()).ifPresent(vertex -> byDiscussion
                    .computeIfAbsent(part.discussion(), _ -> new BitSet())
                    .set(vertex));
        }
        return byDiscussion.values().stream()
                .filter(people -> people.cardinality() > 1 && people.cardinality() <= most)
                .map(people -> people.stream().toArray())
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LivingTopics(Grouping ofOther, List<Living> others, int[] counts)
                && grouping.equals(ofOther)
                && topics.equals(others)
                && Arrays.equals(topicsOf, counts);
    }

    @Override
    public int hashCode() {
        return 31 * topics.hashCode() + Arrays.hashCode(topicsOf);
    }
}
