package org.passerelle.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicUse;
import org.passerelle.profile.KnownTopic.State;

/**
 * What somebody is known for, as a colleague would name it: what few others speak of and this person often and lately, and
 * more than others who speak of it.
 *
 * <pre>support / (support + 1) x log(1 + contributors / people of the topic) x log2(1 + times)</pre>
 * over the largest in the profile: support is discussions, each by the person's best part in it and its age, halved every
 * year, and saturates, so that volume alone does not win; the first logarithm is the inverse frequency of the topic among
 * people; <i>times</i> is how many times as many discussions the person has on it as contributions a mean person of the
 * topic, so that of two experts of a rare thing and a common one nobody is first known for what they touched twice. For
 * what somebody said it is at least 1. What the person confirmed or added counts 1 more, what the organisation declares 1/2 more. A topic needs two
 * discussions or a claim. Of topics whose words contain one another only the first is shown. Time O(t log t) for t topics;
 * nobody's contributions: an empty profile. Equal scores: in order of id.
 */
final class Profile {
    static final int TOPICS_MAX = 200;
    private static final int DISCUSSIONS_MIN = 2;
    private static final double SAID = 1;
    private static final double DECLARED = 0.5;

    private Profile() {}

    /** Whether what the person hid is shown: to the person alone. */
    enum Hidden {
        SHOWN,
        LEFT_OUT
    }

    static List<KnownTopic> of(List<TopicUse> uses, List<TopicClaim> claims, int contributors, Hidden hidden) {
        Map<String, TopicUse> used = new HashMap<>();
        uses.forEach(use -> used.put(use.topic().id(), use));
        Map<String, TopicClaim> claimed = new HashMap<>();
        claims.forEach(claim -> claimed.put(claim.topic().id(), claim));
        Set<String> ids = new HashSet<>(used.keySet());
        ids.addAll(claimed.keySet());
        List<KnownTopic> known = new ArrayList<>();
        for (String id : ids) {
            TopicUse use = used.get(id);
            TopicClaim claim = claimed.get(id);
            State state = state(claim, use);
            boolean shown = state == State.HIDDEN
                    ? hidden == Hidden.SHOWN
                    : claim != null || (use != null && use.discussions() >= DISCUSSIONS_MIN);
            Topic topic = use != null ? use.topic() : claim != null ? claim.topic() : null;
            if (shown && topic != null) {
                known.add(new KnownTopic(
                        topic,
                        score(use, state, topic, contributors),
                        state,
                        use == null ? 0 : use.discussions(),
                        lastUsed(use)));
            }
        }
        known.sort(Comparator.comparingDouble(KnownTopic::score).reversed().thenComparing(each -> each.topic()
                .id()));
        return oneOfEachConcept(known);
    }

    private static @Nullable Instant lastUsed(@Nullable TopicUse use) {
        return use == null ? null : use.lastAt();
    }

    private static State state(@Nullable TopicClaim claim, @Nullable TopicUse use) {
        if (claim == null) {
            return State.FOUND;
        }
        return switch (claim.kind()) {
            case HIDDEN -> State.HIDDEN;
            case DECLARED -> State.DECLARED;
            case CONFIRMED, ADDED -> use == null ? State.ADDED : State.CONFIRMED;
        };
    }

    private static double score(@Nullable TopicUse use, State state, Topic topic, int contributors) {
        double support = use == null ? 0 : use.support();
        double said =
                switch (state) {
                    case CONFIRMED, ADDED -> SAID;
                    case DECLARED -> DECLARED;
                    case FOUND, HIDDEN -> 0;
                };
        double rare = Math.log1p((double) contributors / Math.max(1, topic.people()));
        return (support / (support + 1) + said) * rare * Math.log1p(times(use, said > 0)) / Math.log(2);
    }

    /** How many times a mean contributor's share of the topic is this person's. */
    private static double times(@Nullable TopicUse use, boolean isSaid) {
        double times = use == null
                ? 0
                : (double) use.discussions()
                        * use.topic().people()
                        / Math.max(1, use.topic().contributions());
        return isSaid ? Math.max(1, times) : times;
    }

    /** Without what says the same as something before it; scores over the largest. */
    private static List<KnownTopic> oneOfEachConcept(List<KnownTopic> known) {
        double most = known.isEmpty() ? 1 : Math.max(known.getFirst().score(), Double.MIN_NORMAL);
        List<KnownTopic> kept = new ArrayList<>();
        for (KnownTopic each : known) {
            boolean variant = each.state() == State.FOUND && kept.stream().anyMatch(other -> sameWords(each, other));
            if (!variant && kept.size() < TOPICS_MAX) {
                kept.add(new KnownTopic(
                        each.topic(), each.score() / most, each.state(), each.evidenceCount(), each.lastUsed()));
            }
        }
        return List.copyOf(kept);
    }

    private static boolean sameWords(KnownTopic one, KnownTopic other) {
        return names(one).anyMatch(name -> names(other)
                .anyMatch(kept ->
                        words(name).containsAll(words(kept)) || words(kept).containsAll(words(name))));
    }

    private static Stream<String> names(KnownTopic known) {
        return Stream.concat(Stream.of(known.topic().name()), known.topic().otherNames().stream());
    }

    private static Set<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[\\s'-]+", -1)).collect(Collectors.toSet());
    }
}
