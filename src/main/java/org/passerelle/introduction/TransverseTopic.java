package org.passerelle.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Group;
import org.passerelle.network.Person;
import org.passerelle.network.Topic;

/**
 * A topic that lives in several groups, some of whose people have not met over it.
 *
 * @param narrower topics whose discussions are nearly all among its own, and that keep no other groups apart
 * @param rank position, from 1
 * @param people who discuss it in the groups where it lives
 * @param groups where it lives, most people first
 * @param pairs pairs of these people of different groups
 * @param met pairs of them who have met
 * @param expected mean and middle 95 % of met pairs, with as many people of the same groups dealt at random
 * @param z met less expected, in standard deviations of the deals; null where all deals are alike
 * @param p share of deals with as few met pairs
 * @param pCorrected the same for as many topics as were tested
 * @param apart pairs of groups where nobody of the one has met anybody of the other, most pairs of people first
 * @param meetings which would join them
 */
record TransverseTopic(
        Topic topic,
        List<Topic> narrower,
        int rank,
        int people,
        List<Side> groups,
        long pairs,
        long met,
        Estimate expected,
        @Nullable Double z,
        double p,
        double pCorrected,
        List<Apart> apart,
        List<Encounter> meetings) {
    /** Copies the lists. */
    TransverseTopic {
        narrower = List.copyOf(narrower);
        groups = List.copyOf(groups);
        apart = List.copyOf(apart);
        meetings = List.copyOf(meetings);
    }

    /** A group where it lives, with how many people discuss it there. */
    record Side(Group group, int people) {}

    /**
     * Two groups whose people have not met over it.
     *
     * @param pairs pairs of people of the two
     */
    record Apart(Group from, Group to, long pairs) {}

    /**
     * Two people who both discuss it and should meet, with their groups.
     *
     * @param introduction who could introduce them, null where it may not be told
     */
    record Encounter(List<Person> people, List<Group> groups, Meeting.@Nullable Introduction introduction) {
        /** Copies the lists. */
        Encounter {
            people = List.copyOf(people);
            groups = List.copyOf(groups);
        }
    }
}
