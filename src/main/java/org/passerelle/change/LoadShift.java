package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Person;

/**
 * Somebody who would carry more or less of what passes between groups.
 *
 * @param shareBefore share of the shortest paths between people of different groups, who stay, that pass through the person
 * @param shareAfter the same with the alterations
 * @param standardError of the difference at most, where it is estimated from some people; null where it is exact
 * @param contactsBefore people exchanged with
 * @param contactsAfter the same with the alterations
 * @param sharedContacts contacts, left over, of those who leave that this person has too
 * @param summary one sentence
 */
public record LoadShift(
        Person person,
        double shareBefore,
        double shareAfter,
        double difference,
        @Nullable Double standardError,
        int contactsBefore,
        int contactsAfter,
        int sharedContacts,
        Bilingual summary) {
    /** The same as that person, for readers who may not see the name. */
    LoadShift shownAs(Person shown) {
        return new LoadShift(
                shown,
                shareBefore,
                shareAfter,
                difference,
                standardError,
                contactsBefore,
                contactsAfter,
                sharedContacts,
                summary);
    }
}
