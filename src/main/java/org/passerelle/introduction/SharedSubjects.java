package org.passerelle.introduction;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.network.Chart;
import org.passerelle.network.Group;
import org.passerelle.network.Person;
import org.passerelle.network.TakingPart;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * What pairs of people have in common: the communities both wrote in, first those that fewest of all who are shown
 * write in, because they say most. Looked up once for all pairs that are shown. Topics would be further subjects of a pair, after these.
 */
final class SharedSubjects {
    private final Chart chart;
    private final Map<String, Set<String>> communities;
    private final Map<String, Long> sizes;

    private SharedSubjects(Chart chart, Map<String, Set<String>> communities) {
        this.chart = chart;
        this.communities = communities;
        this.sizes = communities.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    /** Of these people, in what they wrote in the window where the readers could read it. */
    static SharedSubjects of(
            Collection<Person> people, Chart chart, TakingPart takingPart, Window window, Set<Visibility> readable) {
        Set<String> ids = people.stream().map(Person::id).collect(Collectors.toCollection(TreeSet::new));
        return new SharedSubjects(chart, ids.isEmpty() ? Map.of() : takingPart.communities(ids, window, readable));
    }

    /** What two of them have in common, at most so many. */
    List<SharedSubject> of(Person one, Person other, int most) {
        Set<String> shared = new TreeSet<>(communities.getOrDefault(one.id(), Set.of()));
        shared.retainAll(communities.getOrDefault(other.id(), Set.of()));
        return shared.stream()
                .sorted(Comparator.comparingLong((String id) -> sizes.getOrDefault(id, 0L))
                        .thenComparing(id -> id))
                .limit(most)
                .map(id -> new SharedSubject(
                        SharedSubject.Kind.COMMUNITY,
                        id,
                        chart.group(id).map(Group::name).orElse(id)))
                .toList();
    }
}
