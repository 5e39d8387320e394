package org.passerelle.introduction;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.passerelle.introduction.Meeting.Introduction;
import org.passerelle.introduction.Meeting.Side;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.Person;

/**
 * A meeting as its reader may see it: pseudonyms for who did not agree, no group where so few belong to it that it would
 * undo a pseudonym.
 *
 * @param groups the group of each of the two, null where it is withheld
 * @param waysShortened pairs of people of different groups who come nearer to each other
 */
record ShownMeeting(
        int rank,
        List<Person> people,
        List<@Nullable Group> groups,
        double gain,
        @Nullable Estimate gainInterval,
        int waysShortened,
        @Nullable Integer stepsBefore,
        @Nullable Introduction introduction,
        List<SharedSubject> sharedSubjects,
        Bilingual sentence) {

    /**
     * The meeting under the names that its reader may see.
     *
     * @param floor fewest people of a group that is named
     */
    static ShownMeeting of(Meeting meeting, List<SharedSubject> subjects, UnaryOperator<Person> names, int floor) {
        List<Person> people =
                meeting.sides().stream().map(Side::person).map(names).toList();
        List<@Nullable Group> groups = meeting.sides().stream()
                .<@Nullable Group>map(side -> side.groupPeople() < floor ? null : side.group())
                .toList();
        Introduction introduction = shown(meeting.introduction(), names);
        return new ShownMeeting(
                meeting.rank(),
                people,
                groups,
                meeting.gain(),
                meeting.gainInterval(),
                (int) Math.min(Integer.MAX_VALUE, meeting.waysShortened()),
                meeting.stepsBefore(),
                introduction,
                subjects,
                sentence(meeting, people, groups, introduction, subjects));
    }

    private static @Nullable Introduction shown(@Nullable Introduction introduction, UnaryOperator<Person> names) {
        return introduction == null
                ? null
                : new Introduction(
                        introduction.people().stream().map(names).toList(), introduction.via(), introduction.busy());
    }

    private static Bilingual sentence(
            Meeting meeting,
            List<Person> people,
            List<@Nullable Group> groups,
            @Nullable Introduction introduction,
            List<SharedSubject> subjects) {
        String one = named(people.getFirst(), groups.getFirst());
        String other = named(people.getLast(), groups.getLast());
        boolean about = meeting.gainInterval() != null;
        return Bilingual.of(in -> {
            boolean french = in == Language.FRENCH;
            String ways =
                    (about ? (french ? "environ " : "about ") : "") + in.number((double) meeting.waysShortened(), 0);
            String both = told(
                            subjects,
                            SharedSubject.Kind.COMMUNITY,
                            french ? "\u00a0; les deux participent à " : "; both take part in ")
                    + told(
                            subjects,
                            SharedSubject.Kind.TOPIC,
                            french ? "\u00a0; les deux ont écrit sur " : "; both wrote about ");
            return french
                    ? one + " et " + other + " raccourciraient " + ways
                            + (meeting.waysShortened() == 1 ? " chemin" : " chemins") + " entre groupes\u00a0; "
                            + introducers(people, introduction, in) + both + "."
                    : one + " and " + other + " would shorten " + ways
                            + (meeting.waysShortened() == 1 ? " way" : " ways") + " between groups; "
                            + introducers(people, introduction, in) + both + ".";
        });
    }

    private static String told(List<SharedSubject> subjects, SharedSubject.Kind kind, String begin) {
        List<String> names = subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(SharedSubject::name)
                .toList();
        return names.isEmpty() ? "" : begin + String.join(", ", names);
    }

    private static String named(Person person, @Nullable Group group) {
        return group == null ? person.name() : person.name() + " (" + group.name() + ")";
    }

    private static String introducers(List<Person> people, @Nullable Introduction introduction, Language in) {
        boolean french = in == Language.FRENCH;
        if (introduction == null) {
            return french
                    ? "qui pourrait les présenter n’est pas dit, car tous les échanges sont privés"
                    : "who could introduce them is not told, because all exchanges are private";
        }
        List<Person> between = introduction.between();
        String knows = french ? " connaît " : " knows ";
        String chain = between.size() == 1
                ? between.getFirst().name() + (french ? " connaît les deux" : " knows both")
                : between.getFirst().name()
                        + knows
                        + people.getFirst().name()
                        + (french ? " et " : " and ")
                        + between.getLast().name()
                        + (french ? ", qui connaît " : ", who knows ")
                        + people.getLast().name();
        String busy = french
                ? " (déjà très sollicité, mais il n’y a pas d’autre chemin)"
                : " (asked a lot already, but there is no other way)";
        return introduction.busy() ? chain + busy : chain;
    }
}
