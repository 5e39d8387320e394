package org.passerelle.introduction;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.introduction.TransverseTopic.Apart;
import org.passerelle.introduction.TransverseTopic.Encounter;
import org.passerelle.introduction.TransverseTopic.Side;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Group;
import org.passerelle.network.Person;
import org.passerelle.network.Topic;

/**
 * A transverse topic as its reader may see it. A topic could undo a pseudonym, so only people who may be named are told;
 * the meetings of others are counted.
 *
 * @param separation share of the pairs who have not met
 * @param meetingsWithheld meetings with somebody whose name the reader may not see
 */
record ShownTopic(
        Topic topic,
        int rank,
        int people,
        List<Side> groups,
        double pairs,
        double met,
        double separation,
        Estimate expected,
        @Nullable Double z,
        double p,
        double pCorrected,
        List<Apart> apart,
        List<Encounter> meetings,
        int meetingsWithheld,
        String sentence) {
    private static final int GROUPS_MAX = 50;
    private static final int TOLD_MAX = 4;
    private static final double REMARKABLE = 0.05;

    /** The topic for a reader who may be told of these people. */
    static ShownTopic of(TransverseTopic topic, Predicate<Person> told) {
        List<Encounter> meetings = topic.meetings().stream()
                .filter(meeting -> everybody(meeting).stream().allMatch(told))
                .toList();
        return new ShownTopic(
                topic.topic(),
                topic.rank(),
                topic.people(),
                topic.groups().stream().limit(GROUPS_MAX).toList(),
                topic.pairs(),
                topic.met(),
                1 - (double) topic.met() / topic.pairs(),
                topic.expected(),
                topic.z(),
                topic.p(),
                topic.pCorrected(),
                topic.apart(),
                meetings,
                topic.meetings().size() - meetings.size(),
                sentence(topic, meetings));
    }

    /** The two and who introduces them: an introducer's name could say who the two are. */
    private static List<Person> everybody(Encounter meeting) {
        Meeting.Introduction introduction = meeting.introduction();
        return introduction == null ? meeting.people() : introduction.people();
    }

    private static String sentence(TransverseTopic topic, List<Encounter> meetings) {
        String groups = topic.groups().stream()
                .limit(TOLD_MAX)
                .map(side -> side.group().name() + " (" + side.people() + ")")
                .collect(Collectors.joining(", "));
        int more = topic.groups().size() - TOLD_MAX;
        Apart apart = topic.apart().getFirst();
        return topic.topic().name() + " lives in " + groups
                + (more > 0 ? " and " + more + (more == 1 ? " other group" : " other groups") : "") + ". "
                + chance(topic) + " Nobody of " + apart.from().name() + " has met anybody of "
                + apart.to().name() + " over it"
                + (meetings.isEmpty() ? "." : "; " + told(meetings.getFirst()) + ".");
    }

    private static String chance(TransverseTopic topic) {
        String verdict = topic.pCorrected() <= REMARKABLE
                ? ", fewer than chance gives"
                : topic.met() > topic.expected().high() ? ", more than chance gives" : ", as many as chance gives";
        return String.format(
                Locale.ENGLISH,
                "Of %,d pairs of people of different groups %,d have met; dealt at random it would be %.1f (%.0f to %.0f)%s.",
                topic.pairs(),
                topic.met(),
                topic.expected().value(),
                topic.expected().low(),
                topic.expected().high(),
                verdict);
    }

    private static String told(Encounter meeting) {
        List<Person> people = meeting.people();
        List<Group> groups = meeting.groups();
        String two = people.getFirst().name() + " (" + groups.getFirst().name() + ") and "
                + people.getLast().name() + " (" + groups.getLast().name() + ") could meet";
        Meeting.Introduction introduction = meeting.introduction();
        return introduction == null
                ? two
                : two + " through "
                        + introduction.between().stream().map(Person::name).collect(Collectors.joining(" and "));
    }
}
