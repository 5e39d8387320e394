package org.passerelle.introduction;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Group;
import org.passerelle.network.Person;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.TakingPart;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicUse;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * What pairs of people have in common: topics that contributions of both are about and that neither hides, those first
 * that are much theirs and few others'; then communities both wrote in, those first that fewest of all who are shown
 * write in. Looked up once for all pairs that are shown.
 */
final class SharedSubjects {
    private static final int TOPICS_MAX = 3;

    private final Chart chart;
    private final Map<String, Set<String>> communities;
    private final Map<String, Long> sizes;
    private final Map<String, List<TopicUse>> uses;
    private final Map<String, List<TopicClaim>> claims;

    private SharedSubjects(
            Chart chart,
            Map<String, Set<String>> communities,
            Map<String, List<TopicUse>> uses,
            Map<String, List<TopicClaim>> claims) {
        this.chart = chart;
        this.communities = communities;
        this.uses = uses;
        this.claims = claims;
        this.sizes = communities.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    /**
     * Where it is looked up, and for whom.
     *
     * @param scope what the reader may read, as of the end of the window
     * @param readable the same of ties and of taking part
     */
    record Sources(
            Chart chart,
            TakingPart takingPart,
            ProfileBook profiles,
            Window window,
            Scope scope,
            Set<Visibility> readable) {}

    /** What these people have in common, in what they wrote in the window where the reader could read it. */
    static SharedSubjects of(List<Person> people, Sources sources) {
        Set<String> ids = people.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
        if (ids.isEmpty()) {
            return new SharedSubjects(sources.chart(), Map.of(), Map.of(), Map.of());
        }
        return new SharedSubjects(
                sources.chart(),
                sources.takingPart().communities(ids, sources.window(), sources.readable()),
                sources.profiles().uses(ids, sources.scope()),
                sources.profiles().claims(ids, sources.scope()));
    }

    /** What two of them have in common, at most so many. */
    List<SharedSubject> of(Person one, Person other, int most) {
        return Stream.concat(topics(one, other), communities(one, other))
                .limit(most)
                .toList();
    }

    private Stream<SharedSubject> topics(Person one, Person other) {
        Map<String, TopicUse> ofOther =
                told(other).collect(Collectors.toMap(use -> use.topic().id(), use -> use));
        Comparator<TopicUse> theirsFirst = Comparator.comparingDouble((TopicUse use) -> {
            TopicUse same = ofOther.getOrDefault(use.topic().id(), use);
            return -Math.min(use.support(), same.support())
                    / Math.max(1, use.topic().people());
        });
        return told(one)
                .filter(use -> ofOther.containsKey(use.topic().id()))
                .sorted(theirsFirst.thenComparing(use -> use.topic().id()))
                .limit(TOPICS_MAX)
                .map(use -> new SharedSubject(
                        SharedSubject.Kind.TOPIC, use.topic().id(), use.topic().name()));
    }

    /** What somebody's contributions are about, without what they hide. */
    private Stream<TopicUse> told(Person person) {
        Set<String> hidden = claims.getOrDefault(person.id(), List.of()).stream()
                .filter(claim -> claim.kind() == TopicClaim.Kind.HIDDEN)
                .map(claim -> claim.topic().id())
                .collect(Collectors.toSet());
        return uses.getOrDefault(person.id(), List.of()).stream()
                .filter(use -> !hidden.contains(use.topic().id()));
    }

    private Stream<SharedSubject> communities(Person one, Person other) {
        Set<String> shared = new TreeSet<>(communities.getOrDefault(one.id(), Set.of()));
        shared.retainAll(communities.getOrDefault(other.id(), Set.of()));
        return shared.stream()
                .sorted(Comparator.comparingLong((String id) -> sizes.getOrDefault(id, 0L))
                        .thenComparing(id -> id))
                .map(id -> new SharedSubject(
                        SharedSubject.Kind.COMMUNITY,
                        id,
                        chart.group(id).map(Group::name).orElse(id)));
    }
}
