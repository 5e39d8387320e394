package org.passerelle.silo;

import java.util.List;
import org.passerelle.network.Person;

/**
 * The fewest people without whom two groups would be apart.
 *
 * @param people how many
 * @param persons who, in order of id; whoever shows them decides what of a person a reader may see
 */
public record Holders(int people, List<Person> persons) {
    /** Counts and copies them. */
    static Holders of(List<Person> persons) {
        return new Holders(persons.size(), persons);
    }

    /** Copies the persons; refuses another count. */
    public Holders {
        persons = List.copyOf(persons);
        if (people != persons.size()) {
            throw new IllegalArgumentException(people + " people cannot be " + persons.size() + " persons");
        }
    }
}
