package org.passerelle.privacy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Person;
import org.passerelle.network.Visibility;

/**
 * Who is asking.
 *
 * @param role what the reader may do
 * @param personId the reader as a person of the network, null when nobody was chosen
 */
public record Reader(Role role, @Nullable String personId) {
    /** Somebody in the open role, as that person or as nobody. */
    public static Reader open(@Nullable String personId) {
        return new Reader(Role.OPEN, personId);
    }

    /** Whether the reader is that person. */
    public boolean is(Person person) {
        return person.id().equals(personId);
    }

    /** Whose ties the reader could read. A tie does not tell its community, so those of communities are for the open role. */
    public Set<Visibility> readableTies() {
        return role == Role.OPEN ? Set.of(Visibility.COMPANY, Visibility.COMMUNITY) : Set.of(Visibility.COMPANY);
    }
}
