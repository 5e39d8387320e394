package org.passerelle.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that would be done to the organisation. */
public sealed interface Alteration {
    /** These people leave. */
    record Leaving(List<String> personIds) implements Alteration {
        /** Copies the list. */
        public Leaving {
            personIds = List.copyOf(personIds);
        }
    }

    /** Two people get to know each other. */
    record Meeting(String personId, String otherId) implements Alteration {}

    /**
     * People go to another group.
     *
     * @param personIds who, besides the team
     * @param teamId a group all of whose people go, those of the groups below it included; null for none
     * @param groupId where to
     */
    record Move(List<String> personIds, @Nullable String teamId, String groupId) implements Alteration {
        /** Copies the list. */
        public Move {
            personIds = List.copyOf(personIds);
        }
    }

    /** Groups become one, which keeps the name of the first. */
    record Merger(List<String> groupIds) implements Alteration {
        /** Copies the list. */
        public Merger {
            groupIds = List.copyOf(groupIds);
        }
    }
}
