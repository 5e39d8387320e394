package org.passerelle.introduction;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.introduction.TransverseTopic.Apart;
import org.passerelle.introduction.TransverseTopic.Encounter;
import org.passerelle.introduction.TransverseTopic.Side;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
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
        List<Topic> narrower,
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
        Bilingual sentence) {
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
                topic.narrower(),
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

    private static Bilingual sentence(TransverseTopic topic, List<Encounter> meetings) {
        String groups = topic.groups().stream()
                .limit(TOLD_MAX)
                .map(side -> side.group().name() + " (" + side.people() + ")")
                .collect(Collectors.joining(", "));
        int more = topic.groups().size() - TOLD_MAX;
        Apart apart = topic.apart().getFirst();
        String name = topic.topic().name();
        String from = apart.from().name();
        String to = apart.to().name();
        String words =
                topic.narrower().stream().limit(TOLD_MAX).map(Topic::name).collect(Collectors.joining(", "));
        return new Bilingual(
                name + (words.isEmpty() ? "" : " (with " + words + ")") + " lives in " + groups
                        + (more > 0 ? " and " + more + (more == 1 ? " other group" : " other groups") : "") + ". "
                        + chance(topic, Language.ENGLISH) + " Nobody of " + from + " has met anybody of " + to
                        + " over it"
                        + (meetings.isEmpty() ? "." : "; " + told(meetings.getFirst(), Language.ENGLISH) + "."),
                name + (words.isEmpty() ? "" : " (avec " + words + ")") + " vit dans " + groups
                        + (more > 0 ? " et " + more + (more == 1 ? " autre groupe" : " autres groupes") : "") + ". "
                        + chance(topic, Language.FRENCH) + " Personne " + Bilingual.frenchOf(from)
                        + " n’a rencontré quelqu’un " + Bilingual.frenchOf(to)
                        + " à ce sujet"
                        + (meetings.isEmpty() ? "." : "\u00a0; " + told(meetings.getFirst(), Language.FRENCH) + "."));
    }

    private static String chance(TransverseTopic topic, Language in) {
        boolean fewer = topic.pCorrected() <= REMARKABLE;
        boolean more = topic.met() > topic.expected().high();
        String pairs = in.number((double) topic.pairs(), 0);
        String met = in.number((double) topic.met(), 0);
        String mean = in.number(topic.expected().value(), 1);
        String low = in.number(topic.expected().low(), 0);
        String high = in.number(topic.expected().high(), 0);
        return in == Language.FRENCH
                ? "Sur " + pairs + " paires de personnes de groupes différents, " + met
                        + " se sont rencontrées\u00a0; au"
                        + " hasard ce serait " + mean + " (" + low + " à " + high + "), "
                        + (fewer
                                ? "c’est donc moins qu’au hasard"
                                : more ? "c’est donc plus qu’au hasard" : "c’est donc comme au hasard")
                        + "."
                : "Of " + pairs + " pairs of people of different groups " + met
                        + " have met; dealt at random it would be "
                        + mean + " (" + low + " to " + high + "), "
                        + (fewer
                                ? "fewer than chance gives"
                                : more ? "more than chance gives" : "as many as chance gives")
                        + ".";
    }

    private static String told(Encounter meeting, Language in) {
        boolean french = in == Language.FRENCH;
        List<Person> people = meeting.people();
        List<Group> groups = meeting.groups();
        String two = people.getFirst().name() + " (" + groups.getFirst().name() + ")" + (french ? " et " : " and ")
                + people.getLast().name() + " (" + groups.getLast().name() + ")"
                + (french ? " pourraient se rencontrer" : " could meet");
        Meeting.Introduction introduction = meeting.introduction();
        return introduction == null
                ? two
                : two
                        + (french ? " par l’entremise de " : " through ")
                        + introduction.between().stream()
                                .map(Person::name)
                                .collect(Collectors.joining(french ? " et de " : " and "));
    }
}
