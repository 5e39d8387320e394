package org.passerelle.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Snapshots;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who is there, and for every person in any answer where the person belongs. */
@Controller
class DirectoryController {
    private static final int NAME_LENGTH_MAX = 200;
    private static final int MEMBERSHIPS_MAX = 100;

    private final Snapshots snapshots;
    private final Paging paging;
    private final AtomicReference<@Nullable IndexedNames> names = new AtomicReference<>();

    DirectoryController(Snapshots snapshots, Paging paging) {
        this.snapshots = snapshots;
        this.paging = paging;
    }

    /** Which people. */
    record PeopleFilter(@Nullable String group) {}

    /** A person's place in a group. */
    record Place(Group group, @Nullable String role, boolean primary) {}

    private record IndexedNames(NetworkSnapshot snapshot, NameSearch search) {}

    @QueryMapping
    @Nullable
    Person me(@ContextValue Reader reader) {
        return reader.personId() == null ? null : person(reader.personId());
    }

    @QueryMapping
    @Nullable
    Person person(@Argument String id) {
        return snapshots.newest().chart().person(id).orElse(null);
    }

    @QueryMapping
    Connection<Person> people(
            @Argument @Nullable String name,
            @Argument @Nullable PeopleFilter filter,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        NetworkSnapshot snapshot = snapshots.newest();
        String group = filter == null ? null : filter.group();
        Paging.Request page = Paging.Request.of(first, after, "people", name, group, snapshot.version());
        List<Person> found = name == null || name.isBlank() ? snapshot.people() : find(name, snapshot);
        return paging.page(group == null ? found : within(group, found, snapshot), page);
    }

    private List<Person> find(String name, NetworkSnapshot snapshot) {
        if (name.length() > NAME_LENGTH_MAX) {
            throw new BadUserInput(
                    "A name may have " + NAME_LENGTH_MAX + " characters; this one has " + name.length() + ".");
        }
        if (NameSearch.words(name).length == 0) {
            throw new BadUserInput("The name to look for has no letters or digits.");
        }
        IndexedNames indexed = names.get();
        if (indexed == null || indexed.snapshot() != snapshot) {
            indexed = new IndexedNames(snapshot, new NameSearch(snapshot.people()));
            names.set(indexed);
        }
        return indexed.search().find(name);
    }

    private static List<Person> within(String groupId, List<Person> people, NetworkSnapshot snapshot) {
        Chart chart = snapshot.chart();
        LocalDate day = Snapshots.lastDay(snapshot);
        if (groupId.equals(Chart.INSIDE) || groupId.equals(Chart.OUTSIDE)) {
            return people.stream()
                    .filter(person -> chart.groupOf(person.id(), Dimension.BORDER, day, 0)
                            .map(Group::id)
                            .filter(groupId::equals)
                            .isPresent())
                    .toList();
        }
        if (chart.group(groupId).isEmpty()) {
            throw new NotFound("There is no group with the id given in `filter`.");
        }
        Map<String, Boolean> below = new HashMap<>(Map.of(groupId, true));
        Set<String> members = new HashSet<>();
        for (Person person : people) {
            boolean member = chart.memberships(person.id(), day).stream()
                    .anyMatch(membership -> below.computeIfAbsent(
                            membership.groupId(), id -> chart.ancestors(id, day).contains(groupId)));
            if (member) {
                members.add(person.id());
            }
        }
        return people.stream().filter(person -> members.contains(person.id())).toList();
    }

    @BatchMapping(typeName = "Person")
    Map<Person, List<Place>> memberships(List<Person> people) {
        NetworkSnapshot snapshot = snapshots.newest();
        LocalDate day = Snapshots.lastDay(snapshot);
        Map<Person, List<Place>> places = new HashMap<>();
        for (Person person : people) {
            places.put(
                    person,
                    snapshot.chart().memberships(person.id(), day).stream()
                            .limit(MEMBERSHIPS_MAX)
                            .map(membership -> new Place(
                                    snapshot.chart().group(membership.groupId()).orElseThrow(),
                                    membership.role(),
                                    membership.primary()))
                            .toList());
        }
        return places;
    }

    @BatchMapping(typeName = "Person")
    Map<Person, Person> manager(List<Person> people) {
        NetworkSnapshot snapshot = snapshots.newest();
        LocalDate day = Snapshots.lastDay(snapshot);
        return known(
                people, person -> snapshot.chart().manager(person.id(), day).flatMap(snapshot.chart()::person));
    }

    @BatchMapping(typeName = "Person")
    Map<Person, Group> unit(List<Person> people) {
        return groups(people, Dimension.UNIT);
    }

    @BatchMapping(typeName = "Person")
    Map<Person, Group> site(List<Person> people) {
        return groups(people, Dimension.SITE);
    }

    /** What each group is part of; none for the roots. */
    @BatchMapping(typeName = "Group")
    Map<Group, Group> above(List<Group> groups) {
        NetworkSnapshot snapshot = snapshots.newest();
        Chart chart = snapshot.chart();
        LocalDate day = Snapshots.lastDay(snapshot);
        Map<Group, Group> above = new HashMap<>();
        for (Group group : groups) {
            chart.ancestors(group.id(), day).stream()
                    .findFirst()
                    .flatMap(chart::group)
                    .ifPresent(whole -> above.put(group, whole));
        }
        return above;
    }

    private Map<Person, Group> groups(List<Person> people, Dimension dimension) {
        NetworkSnapshot snapshot = snapshots.newest();
        LocalDate day = Snapshots.lastDay(snapshot);
        return known(people, person -> snapshot.chart().groupOf(person.id(), dimension, day, 0));
    }

    private static <T> Map<Person, T> known(List<Person> people, Function<Person, Optional<T>> answer) {
        Map<Person, T> known = new HashMap<>();
        people.forEach(person -> answer.apply(person).ifPresent(found -> known.put(person, found)));
        return known;
    }
}
