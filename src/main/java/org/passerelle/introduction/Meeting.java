package org.passerelle.introduction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Group;
import org.passerelle.network.Person;

/**
 * Two people of different groups who should meet.
 *
 * @param rank position, from 1: the order in which they were chosen
 * @param sides the two with their groups, in order of id
 * @param gain what it adds to the efficiency across groups, beside those before it
 * @param gainInterval of the gain, null where it is exact
 * @param waysShortened pairs of people of different groups who come nearer to each other
 * @param stepsBefore steps between the two now, null where there is no way
 * @param introduction who could introduce them, null where it may not be told
 */
record Meeting(
        int rank,
        List<Side> sides,
        double gain,
        @Nullable Estimate gainInterval,
        long waysShortened,
        @Nullable Integer stepsBefore,
        @Nullable Introduction introduction) {
    /** Copies the lists. */
    Meeting {
        sides = List.copyOf(sides);
    }

    /**
     * One of the two.
     *
     * @param groupPeople people of the group on the last day
     */
    record Side(Person person, Group group, int groupPeople) {}

    /**
     * Who could introduce them.
     *
     * @param people from one to the other over acquaintances, both included; three people are one introducer
     * @param via for each step why the two know each other
     * @param busy whether it leads over somebody who is asked a lot, because no other does
     */
    record Introduction(List<Person> people, List<String> via, boolean busy) {
        /** Copies the lists. */
        Introduction {
            people = List.copyOf(people);
            via = List.copyOf(via);
        }

        /** Those in between. */
        List<Person> between() {
            return people.subList(1, people.size() - 1);
        }
    }
}
