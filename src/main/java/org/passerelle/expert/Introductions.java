package org.passerelle.expert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.Acquaintances.Acquaintance;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Workloads;

/**
 * The ways from an asker to experts: the strongest chain of acquaintances, and others through other people. Nobody is
 * asked to introduce who is not to be suggested; whoever is asked a lot already is spared where there is another way.
 * Belongs to one answer; the first question pays for what all of them need.
 */
final class Introductions {
    private static final int ALTERNATIVES_MAX = 2;

    private final Acquaintances acquaintances;
    private final NetworkSnapshot snapshot;
    private final Predicate<String> suggestable;
    private final Supplier<Workloads> workloads;
    private final Map<String, Optional<Path>> strongest = new HashMap<>();

    Introductions(
            Acquaintances acquaintances,
            NetworkSnapshot snapshot,
            Predicate<String> suggestable,
            Supplier<Workloads> workloads) {
        this.acquaintances = acquaintances;
        this.snapshot = snapshot;
        this.suggestable = suggestable;
        this.workloads = workloads;
    }

    /**
     * A chain of acquaintances.
     *
     * @param steps for each step why the two know each other
     * @param busy whether it leads over somebody who is asked a lot, because no other does
     */
    record Path(List<Person> people, List<Acquaintance> steps, boolean busy) {
        /** Copies the lists. */
        Path {
            people = List.copyOf(people);
            steps = List.copyOf(steps);
        }

        /** Each step in a sentence; public, because the API reads it. */
        public List<String> via() {
            return steps.stream().map(Acquaintance::sentence).toList();
        }

        List<Person> between() {
            return people.subList(1, people.size() - 1);
        }
    }

    /** The strongest way of at most three steps. */
    synchronized Optional<Path> strongest(String fromId, String toId) {
        return strongest.computeIfAbsent(fromId + "\n" + toId, _ -> find(fromId, toId));
    }

    private Optional<Path> find(String fromId, String toId) {
        Optional<Path> sparing = path(fromId, toId, this::spared, false);
        return sparing.isPresent() ? sparing : path(fromId, toId, this::notAsked, true);
    }

    /** Up to two more ways, each through other people; none where the two know each other. */
    synchronized List<Path> alternatives(String fromId, String toId) {
        Optional<Path> first = strongest(fromId, toId);
        List<Path> found = new ArrayList<>();
        if (first.isEmpty() || first.get().between().isEmpty()) {
            return found;
        }
        boolean busy = first.get().busy();
        Set<Integer> taken = new HashSet<>();
        IntPredicate others = busy ? this::notAsked : this::spared;
        Path last = first.get();
        while (found.size() < ALTERNATIVES_MAX) {
            last.between().forEach(person -> snapshot.vertex(person.id()).ifPresent(taken::add));
            Optional<Path> next = path(fromId, toId, others.or(taken::contains), busy);
            if (next.isEmpty()) {
                break;
            }
            last = next.get();
            found.add(last);
        }
        return found;
    }

    private Optional<Path> path(String fromId, String toId, IntPredicate avoided, boolean overBusy) {
        return acquaintances.path(fromId, toId, avoided).stream()
                .findFirst()
                .map(path -> new Path(path.people(), path.steps(), overBusy && overSpared(path.people())));
    }

    private boolean overSpared(List<Person> people) {
        return people.subList(1, people.size() - 1).stream()
                .anyMatch(person ->
                        snapshot.vertex(person.id()).filter(this::spared).isPresent());
    }

    /** Who is never asked to introduce. */
    private boolean notAsked(int vertex) {
        return !suggestable.test(snapshot.person(vertex).id());
    }

    /** The same, and who has enough to do. */
    private boolean spared(int vertex) {
        return workloads.get().heavy(vertex) || notAsked(vertex);
    }
}
