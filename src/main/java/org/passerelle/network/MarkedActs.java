package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What people said to one another, as far as needs are seen in it, and without text; the store implements it. */
public interface MarkedActs {
    /** Moves whenever contributions, what they are about or their marks may have changed. */
    String stamp();

    /**
     * Contributions of the discussions in which somebody may have put a need, each once and whole discussions, in no order. Most
     * discussions of a chat are left out so; a few without any need may come too.
     *
     * @return what else has to be known of all contributions
     */
    Whole aroundNeeds(Consumer<Act> taker);

    /**
     * All contributions together.
     *
     * @param last when the last of them was made, or the last thanks said by a reaction; {@link Instant#EPOCH} without any
     * @param namingAnswers sources that call answers so
     */
    record Whole(Instant last, Set<String> namingAnswers) {
        /** Copies the set. */
        public Whole {
            namingAnswers = Set.copyOf(namingAnswers);
        }
    }

    /** The audiences that a person belongs to; empty where everything may be read that colleagues could read. */
    Optional<Set<String>> audiences(@Nullable String readerId);

    /**
     * One contribution.
     *
     * @param thread key of its thread, null where the source has none
     * @param repliesTo key of what it answers, null where unknown
     * @param resolves key of the need it met, null if none
     * @param audience who could read it, in one word; null when nobody but those it was for
     * @param marks what its text says; empty where there is no text
     * @param processes business processes that it concerns
     * @param topicIds topics that it is about, of contributions that may be needs
     * @param thanks who said by a reaction that it helped
     */
    record Act(
            String key,
            String personId,
            Instant at,
            ContributionKind kind,
            String source,
            @Nullable String thread,
            @Nullable String repliesTo,
            @Nullable String resolves,
            @Nullable String communityId,
            @Nullable String audience,
            Set<ContributionMark> marks,
            List<String> processes,
            List<String> topicIds,
            List<Thanks> thanks) {
        /** Copies the collections. */
        public Act {
            marks = Set.copyOf(marks);
            processes = List.copyOf(processes);
            topicIds = List.copyOf(topicIds);
            thanks = List.copyOf(thanks);
        }
    }

    /** A reaction that says thanks, or somebody's word that it helped, which counts from when the contribution was made. */
    record Thanks(String personId, Instant at) {}
}
