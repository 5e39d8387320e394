package org.passerelle.introduction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.passerelle.introduction.LivingTopics.Living;
import org.passerelle.introduction.TransverseTopic.Encounter;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;

/**
 * Which meetings would join the groups of a topic: first those that bring together parts of it between which there is no
 * way at all over people who met, then two groups that are apart, larger ones first. Of each group those come first who
 * agreed to be named and then those who discuss the topic most; only who may be suggested ({@link Meetable}), with texts
 * that the reader may read, and nobody in more than {@value Meetings#PER_PERSON_MAX} meetings of one topic.
 */
final class TopicMeetings {
    static final int MEETINGS_MAX = 3;
    private static final int TRIED_MAX = 20;

    private final NetworkSnapshot snapshot;
    private final Grouping grouping;
    private final WhoHasMet met;
    private final Meetable meetable;
    private final boolean namedFirst;

    TopicMeetings(NetworkSnapshot snapshot, Grouping grouping, WhoHasMet met, TransverseQuestion question) {
        this.snapshot = snapshot;
        this.grouping = grouping;
        this.met = met;
        this.meetable = new Meetable(snapshot, question.meetings());
        this.namedFirst = question.groupPeopleMin() > TransverseQuestion.GROUP_PEOPLE_LEAST;
    }

    /** The meetings of a topic whose groups at these places are apart. */
    List<Encounter> joining(Living topic, List<int[]> apart) {
        int[] part = parts(topic, apart);
        List<Encounter> meetings = new ArrayList<>();
        Map<Integer, Integer> times = new HashMap<>();
        List<int[]> left = new ArrayList<>();
        for (int[] two : apart) {
            Optional<int[]> pair = meetings.size() < MEETINGS_MAX && part[two[0]] != part[two[1]]
                    ? meeting(topic, two, times)
                    : Optional.empty();
            if (pair.isPresent()) {
                meetings.add(encounter(pair.get()));
                join(part, two);
            } else {
                left.add(two);
            }
        }
        for (int[] two : left) {
            if (meetings.size() < MEETINGS_MAX && part[two[0]] == part[two[1]]) {
                meeting(topic, two, times).map(this::encounter).ifPresent(meetings::add);
            }
        }
        return meetings;
    }

    /** For each group the part of the topic that it belongs to: groups with a way over people who met. */
    private static int[] parts(Living topic, List<int[]> apart) {
        int groups = topic.groups().length;
        boolean[][] separate = new boolean[groups][groups];
        for (int[] two : apart) {
            separate[two[0]][two[1]] = true;
        }
        int[] part = IntStream.range(0, groups).toArray();
        for (int from = 0; from < groups; from++) {
            for (int to = from + 1; to < groups; to++) {
                if (!separate[from][to]) {
                    join(part, new int[] {from, to});
                }
            }
        }
        return part;
    }

    private static void join(int[] part, int[] two) {
        int kept = part[two[0]];
        int given = part[two[1]];
        for (int group = 0; group < part.length; group++) {
            if (part[group] == given) {
                part[group] = kept;
            }
        }
    }

    private Optional<int[]> meeting(Living topic, int[] two, Map<Integer, Integer> times) {
        int[] ones = candidates(topic, topic.groups()[two[0]], times);
        int[] others = candidates(topic, topic.groups()[two[1]], times);
        // The best of both sides together: by the sum of their places.
        for (int sum = 0; sum <= ones.length + others.length - 2; sum++) {
            for (int place = Math.max(0, sum - others.length + 1); place <= Math.min(sum, ones.length - 1); place++) {
                int one = ones[place];
                int other = others[sum - place];
                if (!met.met(one, other) && meetable.mayMeet(one, other)) {
                    times.merge(one, 1, Integer::sum);
                    times.merge(other, 1, Integer::sum);
                    return Optional.of(new int[] {one, other});
                }
            }
        }
        return Optional.empty();
    }

    private int[] candidates(Living topic, int group, Map<Integer, Integer> times) {
        return IntStream.range(0, topic.people().length)
                .filter(place -> topic.discussions()[place] > 0
                        && grouping.assignment()[topic.people()[place]] == group
                        && times.getOrDefault(topic.people()[place], 0) < Meetings.PER_PERSON_MAX
                        && meetable.mayTakePart(topic.people()[place]))
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> namedFirst
                                && !snapshot.person(topic.people()[place]).discoverable())
                        .thenComparingInt(place -> -topic.discussions()[place])
                        .thenComparingInt(place -> topic.people()[place]))
                .limit(TRIED_MAX)
                .mapToInt(place -> topic.people()[place])
                .toArray();
    }

    private Encounter encounter(int[] pair) {
        return new Encounter(
                IntStream.of(pair).mapToObj(snapshot::person).toList(),
                IntStream.of(pair)
                        .mapToObj(vertex -> grouping.groups().get(grouping.assignment()[vertex]))
                        .toList(),
                meetable.introduction(pair[0], pair[1]));
    }
}
