package org.passerelle.introduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.passerelle.measure.OpeningTies;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;

/**
 * The few meetings of people of different groups that would bring the groups nearest to one another: {@link OpeningTies}
 * over the exchanges of the window, among people who may be suggested and whom somebody could introduce ({@link
 * Meetable}).
 *
 * <p>Groups are those of the window's last day, for a meeting is still to come; whoever has left by then is taken out of
 * the network. Whoever exchanged at least three times, both ways together, is one step apart. At most two meetings of a plan are for the
 * same person.
 */
final class Meetings {
    static final int PER_PERSON_MAX = 2;

    private Meetings() {}

    /** A group that was asked for has nobody on the last day, or is of another dimension or depth. */
    static final class UnknownGroup extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownGroup(String id, MeetingQuestion question) {
            super("No group '" + id + "' with people on the last day of the window along " + question.dimension()
                    + " at that `unitDepth`; `silos` lists the groups there are.");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** The meetings, best first; fewer than asked for where no other allowed meeting shortens a way. */
    static MeetingPlan compute(NetworkSnapshot snapshot, MeetingQuestion question) {
        LocalDate day = snapshot.withData(question.window()).to();
        Grouping grouping = snapshot.grouping(question.dimension(), day, question.unitDepth());
        Meetable meetable = new Meetable(snapshot, question);
        int[] groups = counted(grouping, question, meetable);
        OpeningTies.Result result = OpeningTies.compute(
                network(snapshot, question, meetable),
                OpeningTies.Parameters.defaults(groups, question.meetings())
                        .withPerPersonMax(PER_PERSON_MAX)
                        .among(meetable));
        int[] sizes = sizes(groups, grouping.groups().size());
        List<Meeting> meetings = new ArrayList<>();
        for (OpeningTies.Opening opening : result.openings()) {
            meetings.add(new Meeting(
                    meetings.size() + 1,
                    List.of(
                            side(snapshot.person(opening.one()), grouping, groups[opening.one()], sizes),
                            side(snapshot.person(opening.other()), grouping, groups[opening.other()], sizes)),
                    opening.gain(),
                    opening.interval(),
                    opening.shortened(),
                    opening.stepsBefore(),
                    meetable.introduction(opening.one(), opening.other())));
        }
        return new MeetingPlan(
                result.before().efficiency(),
                result.before().interval(),
                result.before().pairs(),
                smallest(groups, sizes),
                result.gain(),
                result.ceiling(),
                meetings,
                meetable.introducersTold(),
                meetable.counts());
    }

    private static Meeting.Side side(Person person, Grouping grouping, int group, int[] sizes) {
        return new Meeting.Side(person, grouping.groups().get(group), sizes[group]);
    }

    private static int[] sizes(int[] groups, int count) {
        int[] sizes = new int[count];
        IntStream.of(groups).filter(group -> group >= 0).forEach(group -> sizes[group]++);
        return sizes;
    }

    /** People in the smallest group that counts, 0 without any. */
    private static int smallest(int[] groups, int[] sizes) {
        return IntStream.of(groups)
                .filter(group -> group >= 0)
                .map(group -> sizes[group])
                .min()
                .orElse(0);
    }

    /** The group of everybody who counts: not of those who left, nor of groups that were not asked about. */
    static int[] counted(Grouping grouping, MeetingQuestion question, Meetable meetable) {
        int[] wanted = question.between().stream()
                .mapToInt(id -> IntStream.range(0, grouping.groups().size())
                        .filter(group -> grouping.groups().get(group).id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new UnknownGroup(id, question)))
                .toArray();
        return IntStream.range(0, grouping.assignment().length)
                .map(vertex -> {
                    int group = meetable.gone(vertex) ? -1 : grouping.assignment()[vertex];
                    return wanted.length == 0 || group == wanted[0] || group == wanted[1] ? group : -1;
                })
                .toArray();
    }

    /** Who exchanged with whom often enough in the window: a stray message opens no way. */
    static TieGraph contacts(NetworkSnapshot snapshot, MeetingQuestion question) {
        TieFilter all = TieFilter.of(snapshot.withData(question.window()));
        return snapshot.graph(new TieFilter(
                        all.window(),
                        all.kinds(),
                        all.visibilities(),
                        all.channels(),
                        NetworkSnapshot.ACQUAINTANCE_INTERACTIONS_MIN))
                .undirected();
    }

    /** The same without those who left. */
    static TieGraph network(NetworkSnapshot snapshot, MeetingQuestion question, Meetable meetable) {
        TieGraph all = contacts(snapshot, question);
        int[] slots = IntStream.range(0, all.people())
                .filter(vertex -> !meetable.gone(vertex))
                .flatMap(vertex -> IntStream.range(all.rowStart(vertex), all.rowEnd(vertex))
                        .filter(slot -> all.neighbour(slot) > vertex && !meetable.gone(all.neighbour(slot))))
                .toArray();
        if (slots.length == all.ties()) {
            return all;
        }
        int[] sources = all.sources();
        return TieGraph.undirected(
                all.people(),
                IntStream.of(slots).map(slot -> sources[slot]).toArray(),
                IntStream.of(slots).map(all::neighbour).toArray(),
                IntStream.of(slots).mapToDouble(all::strength).toArray(),
                IntStream.of(slots).map(all::interactionCount).toArray());
    }
}
