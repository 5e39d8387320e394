package org.passerelle.introduction;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TopicDiscussions.Part;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** The chances of transverse topics and the groups of suggested meetings, for benchmarks of other rooms. */
public final class TopicChances {
    private TopicChances() {}

    /** The p of every topic that lives in two groups or more. */
    public static double[] of(NetworkSnapshot snapshot, List<Part> parts, Window window) {
        LivingTopics living =
                LivingTopics.of(snapshot, parts, snapshot.grouping(Dimension.UNIT, window.to(), 0), new BitSet(), 2);
        WhoHasMet met =
                WhoHasMet.of(snapshot, window, LivingTopics.together(snapshot, parts, WhoHasMet.DISCUSSION_MAX));
        return TopicDeals.of(living, met).stream()
                .mapToDouble(TopicDeals.Outcome::p)
                .toArray();
    }

    /** Ids of transverse topics, most separate first; those that stay below 5 % after correction begin with an exclamation mark. */
    public static List<String> separate(NetworkSnapshot snapshot, List<Part> parts) {
        TransverseQuestion question =
                new TransverseQuestion(Dimension.UNIT, 0, snapshot.extent(), 2, Set.of(Visibility.COMPANY), Set.of());
        return TransverseTopics.compute(snapshot, parts, question).topics().stream()
                .map(topic ->
                        (topic.pCorrected() <= .05 ? "!" : "") + topic.topic().id())
                .toList();
    }

    /** Ids of the groups of each of the first meetings, best first. */
    public static List<List<String>> meetings(NetworkSnapshot snapshot, int meetings) {
        return Meetings.compute(
                        snapshot,
                        new MeetingQuestion(
                                Dimension.UNIT,
                                0,
                                snapshot.extent(),
                                List.of(),
                                meetings,
                                Set.of(Visibility.COMPANY, Visibility.COMMUNITY),
                                Set.of()))
                .meetings()
                .stream()
                .map(meeting -> meeting.sides().stream()
                        .map(side -> side.group().id())
                        .sorted()
                        .toList())
                .toList();
    }
}
