package org.passerelle.introduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.introduction.LivingTopics.Living;
import org.passerelle.introduction.TransverseTopic.Apart;
import org.passerelle.introduction.TransverseTopic.Side;
import org.passerelle.measure.ManyTests;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicDiscussions.Part;

/**
 * Topics that live in several groups of which some have not met over them: possible double work. A topic lives in a group
 * where enough of its people discuss it ({@link LivingTopics}); two groups are apart on it where nobody of the one who
 * discusses it has met anybody of the other ({@link WhoHasMet}). How separate all its people are is compared with people
 * of the same groups dealt at random ({@link TopicDeals}), and corrected for the number of topics that live in two groups
 * or more. A topic that says nothing beyond a wider one is told with it ({@link NarrowerTopics}). Each comes with the meetings that would join the groups ({@link TopicMeetings}).
 */
final class TransverseTopics {
    static final int TOPICS_MAX = 100;
    static final int APART_MAX = 20;
    static final int NARROWER_MAX = 20;

    private TransverseTopics() {}

    /** The topics, those first that are most separate for chance, then those with most pairs of people apart. */
    static Result compute(NetworkSnapshot snapshot, List<Part> parts, TransverseQuestion question) {
        LocalDate day = snapshot.withData(question.window()).to();
        Grouping grouping = snapshot.grouping(question.dimension(), day, question.unitDepth());
        BitSet gone = new BitSet();
        for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
            gone.set(vertex, !snapshot.person(vertex).presentOn(day));
        }
        LivingTopics living = LivingTopics.of(snapshot, parts, grouping, gone, question.groupPeopleMin());
        if (living.topics().isEmpty()) {
            return new Result(0, List.of());
        }
        WhoHasMet met = WhoHasMet.of(
                snapshot, question.window(), LivingTopics.together(snapshot, parts, WhoHasMet.DISCUSSION_MAX));
        List<Scored> scored = scored(living, TopicDeals.of(living, met), met);
        TopicMeetings meetings = new TopicMeetings(snapshot, grouping, met, question);
        Map<Integer, List<Integer>> narrower = narrower(scored, parts);
        List<Integer> wide = List.copyOf(narrower.keySet());
        return new Result(
                living.topics().size(),
                IntStream.range(0, Math.min(TOPICS_MAX, wide.size()))
                        .mapToObj(rank -> topic(
                                rank + 1,
                                scored.get(wide.get(rank)),
                                narrower.getOrDefault(wide.get(rank), List.of()).stream()
                                        .map(place -> scored.get(place).topic().topic())
                                        .limit(NARROWER_MAX)
                                        .toList(),
                                grouping,
                                meetings))
                        .toList());
    }

    /** For each topic that is told by itself those that are told with it. */
    private static Map<Integer, List<Integer>> narrower(List<Scored> scored, List<Part> parts) {
        Map<String, Set<String>> discussions = new HashMap<>();
        scored.forEach(one -> discussions.put(one.topic().topic().id(), new HashSet<>()));
        for (Part part : parts) {
            Set<String> of = discussions.get(part.topic().id());
            if (of != null) {
                of.add(part.discussion());
            }
        }
        List<Set<List<Integer>>> apart = scored.stream()
                .map(one -> one.apart().stream()
                        .map(two -> List.of(
                                one.topic().groups()[two[0]], one.topic().groups()[two[1]]))
                        .collect(Collectors.toSet()))
                .toList();
        return NarrowerTopics.under(
                scored.stream()
                        .map(one -> discussions.getOrDefault(one.topic().topic().id(), Set.of()))
                        .toList(),
                (wider, topic) -> apart.get(wider).containsAll(apart.get(topic)));
    }

    /**
     * What was found.
     *
     * @param tested topics that live in at least two groups
     * @param topics those of them with groups apart
     */
    record Result(int tested, List<TransverseTopic> topics) {
        /** Copies the list. */
        Result {
            topics = List.copyOf(topics);
        }
    }

    /** A topic with its outcome and the places of its groups that are apart, two by two. */
    private record Scored(Living topic, TopicDeals.Outcome outcome, double corrected, List<int[]> apart, long pairs) {}

    private static List<Scored> scored(LivingTopics living, List<TopicDeals.Outcome> outcomes, WhoHasMet met) {
        double[] corrected = ManyTests.falseDiscoveries(
                outcomes.stream().mapToDouble(TopicDeals.Outcome::p).toArray());
        List<Scored> scored = new ArrayList<>();
        for (int position = 0; position < outcomes.size(); position++) {
            Living topic = living.topics().get(position);
            List<int[]> apart = apart(topic, living.grouping().assignment(), met);
            if (!apart.isEmpty()) {
                scored.add(new Scored(
                        topic,
                        outcomes.get(position),
                        corrected[position],
                        apart,
                        apart.stream().mapToLong(two -> pairs(topic, two)).sum()));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> one.outcome().p())
                .thenComparing(Comparator.comparingLong(Scored::pairs).reversed())
                .thenComparing(one -> one.topic().topic().id()));
        return scored;
    }

    private static long pairs(Living topic, int[] two) {
        return (long) topic.counts()[two[0]] * topic.counts()[two[1]];
    }

    /** Places of two groups between which nobody has met, most pairs of people first. */
    private static List<int[]> apart(Living topic, int[] groupOf, WhoHasMet met) {
        int groups = topic.groups().length;
        int[] place = new int[IntStream.of(groupOf).max().orElse(0) + 1];
        for (int group = 0; group < groups; group++) {
            place[topic.groups()[group]] = group;
        }
        boolean[] discusses = new boolean[groupOf.length];
        for (int vertex : topic.people()) {
            discusses[vertex] = true;
        }
        boolean[][] joined = new boolean[groups][groups];
        for (int one : topic.people()) {
            met.of(one)
                    .filter(other -> discusses[other])
                    .forEach(other -> joined[place[groupOf[one]]][place[groupOf[other]]] = true);
        }
        List<int[]> apart = new ArrayList<>();
        for (int from = 0; from < groups; from++) {
            for (int to = from + 1; to < groups; to++) {
                if (!joined[from][to]) {
                    apart.add(new int[] {from, to});
                }
            }
        }
        apart.sort(Comparator.comparingLong((int[] two) -> -pairs(topic, two)));
        return apart;
    }

    private static TransverseTopic topic(
            int rank, Scored scored, List<Topic> narrower, Grouping grouping, TopicMeetings meetings) {
        Living topic = scored.topic();
        TopicDeals.Outcome outcome = scored.outcome();
        List<Side> sides = IntStream.range(0, topic.groups().length)
                .mapToObj(place -> new Side(grouping.groups().get(topic.groups()[place]), topic.counts()[place]))
                .sorted(Comparator.comparingInt((Side side) -> -side.people())
                        .thenComparing(side -> side.group().id()))
                .toList();
        List<Apart> apart = scored.apart().stream()
                .limit(APART_MAX)
                .map(two -> new Apart(
                        grouping.groups().get(topic.groups()[two[0]]),
                        grouping.groups().get(topic.groups()[two[1]]),
                        pairs(topic, two)))
                .toList();
        return new TransverseTopic(
                topic.topic(),
                narrower,
                rank,
                topic.people().length,
                sides,
                topic.pairs(),
                outcome.met(),
                outcome.expected(),
                number(outcome.z()),
                outcome.p(),
                scored.corrected(),
                apart,
                meetings.joining(topic, scored.apart()));
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
