package org.passerelle.loop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.loop.CloserOverlap.Candidate;
import org.passerelle.network.Chart;
import org.passerelle.network.Group;
import org.passerelle.network.NaturalAnimators.Animated;
import org.passerelle.network.NaturalAnimators.Contributor;

/**
 * Closers beside animators, all together and place by place. Somebody's animation over several communities is the sum of their
 * scores beyond chance. In a community its contributors are compared, and whoever closed a loop in it; in a unit its people of the
 * window's last day who contributed to any community or closed a loop.
 *
 * @param whole all together
 * @param groups place by place, most people first, then in order of id
 */
record CloserOverlaps(CloserOverlap whole, List<Place> groups) {
    CloserOverlaps {
        groups = List.copyOf(groups);
    }

    /** One of them. */
    record Place(Group group, CloserOverlap overlap) {}

    /**
     * Place by place.
     *
     * @param by UNIT for the groups of the ground's dimension, or COMMUNITY
     */
    static CloserOverlaps of(
            List<Loop> loops,
            List<Animated> communities,
            LoopGround ground,
            LocalDate day,
            LoopGrouping by,
            int first) {
        Map<String, Candidate> everybody = new TreeMap<>();
        for (Animated community : communities) {
            candidates(community.contributors(), Map.of())
                    .forEach((id, one) -> everybody.merge(id, one, CloserOverlaps::sum));
        }
        closed(loops).forEach((id, count) -> everybody.merge(id, new Candidate(id, 0, count, 0), CloserOverlaps::sum));
        Map<String, List<Candidate>> places = by == LoopGrouping.COMMUNITY
                ? byCommunity(loops, communities)
                : byGroup(List.copyOf(everybody.values()), ground, day);
        List<Place> groups = new ArrayList<>();
        places.forEach((id, people) -> group(ground.chart(), id, ground)
                .ifPresent(group -> groups.add(new Place(group, CloserOverlap.of(people, first)))));
        groups.sort(Comparator.comparingInt((Place place) -> -place.overlap().people())
                .thenComparing(place -> place.group().id()));
        return new CloserOverlaps(CloserOverlap.of(List.copyOf(everybody.values()), first), groups);
    }

    private static java.util.Optional<Group> group(Chart chart, String id, LoopGround ground) {
        return chart.group(id).or(() -> ground.group(id));
    }

    private static Map<String, List<Candidate>> byCommunity(List<Loop> loops, List<Animated> communities) {
        Map<String, List<Loop>> here = new HashMap<>();
        for (Loop loop : loops) {
            String community = loop.need().communityId();
            if (community != null) {
                here.computeIfAbsent(community, _ -> new ArrayList<>()).add(loop);
            }
        }
        Map<String, List<Candidate>> places = new TreeMap<>();
        for (Animated community : communities) {
            Map<String, Integer> closed = closed(here.getOrDefault(community.communityId(), List.of()));
            places.put(
                    community.communityId(),
                    List.copyOf(candidates(community.contributors(), closed).values()));
        }
        return places;
    }

    private static Map<String, List<Candidate>> byGroup(List<Candidate> people, LoopGround ground, LocalDate day) {
        Map<String, List<Candidate>> places = new TreeMap<>();
        for (Candidate one : people) {
            ground.chart()
                    .groupOf(one.personId(), ground.dimension(), day, ground.unitDepth())
                    .ifPresent(group -> places.computeIfAbsent(group.id(), _ -> new ArrayList<>())
                            .add(one));
        }
        return places;
    }

    private static Map<String, Candidate> candidates(List<Contributor> contributors, Map<String, Integer> closed) {
        Map<String, Candidate> candidates = new TreeMap<>();
        for (Contributor one : contributors) {
            candidates.put(
                    one.personId(),
                    new Candidate(
                            one.personId(),
                            one.contributions(),
                            closed.getOrDefault(one.personId(), 0),
                            one.animation()));
        }
        Set<String> elsewhere = new TreeSet<>(closed.keySet());
        elsewhere.removeAll(candidates.keySet());
        elsewhere.forEach(id -> candidates.put(id, new Candidate(id, 0, closed.getOrDefault(id, 0), 0)));
        return candidates;
    }

    private static Candidate sum(Candidate one, Candidate other) {
        return new Candidate(
                one.personId(),
                one.contributions() + other.contributions(),
                one.loops() + other.loops(),
                one.animation() + other.animation());
    }

    /** Loops of others that everybody closed. */
    private static Map<String, Integer> closed(List<Loop> loops) {
        Map<String, Integer> closed = new TreeMap<>();
        for (Loop loop : loops) {
            for (String closer : new HashSet<>(loop.closerIds())) {
                if (!closer.equals(loop.askerId())) {
                    closed.merge(closer, 1, Integer::sum);
                }
            }
        }
        return closed;
    }
}
