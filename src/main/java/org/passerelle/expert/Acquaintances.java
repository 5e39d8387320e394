package org.passerelle.expert;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Dimension;
import org.passerelle.network.Grouping;
import org.passerelle.network.IntroductionPaths;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * Who knows whom at the end of a window, and from how many groups people turn to somebody. Private exchanges
 * are never looked at. Made once for a snapshot and a window; the graphs are built when they are first asked for.
 */
final class Acquaintances {
    private final NetworkSnapshot snapshot;
    private final LocalDate day;
    private final Set<Visibility> readable;
    private final Window window;
    private @Nullable Chain chain;
    private @Nullable Reach reached;

    /** Over what the reader could read; private exchanges are refused. */
    Acquaintances(NetworkSnapshot snapshot, Window window, Set<Visibility> readable) {
        this.snapshot = snapshot;
        this.window = window;
        this.day = window.to();
        this.readable = Set.copyOf(readable);
    }

    /** Acquaintances, and the people who are not there to introduce anybody. */
    private record Chain(TieGraph acquainted, Set<Integer> gone) {}

    private record Reach(TieGraph exchanged, Grouping units) {}

    private synchronized Chain chain() {
        if (chain == null) {
            Set<Integer> gone = new HashSet<>();
            for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
                if (!snapshot.person(vertex).presentOn(day)) {
                    gone.add(vertex);
                }
            }
            chain = new Chain(snapshot.acquaintances(day, readable), Set.copyOf(gone));
        }
        return chain;
    }

    private synchronized Reach reached() {
        if (reached == null) {
            TieFilter answers = new TieFilter(
                    window,
                    EnumSet.of(TieKind.REPLIED, TieKind.FOLLOWED, TieKind.REACTED),
                    EnumSet.of(Visibility.COMPANY, Visibility.COMMUNITY),
                    Set.of(),
                    1);
            reached = new Reach(snapshot.graph(answers).undirected(), snapshot.grouping(Dimension.UNIT, day, 0));
        }
        return reached;
    }

    /** A chain of acquaintances, and for each step why the two know each other. */
    record Path(List<Person> people, List<String> via) {}

    /**
     * Of all units but the person's own, those whose people the person answered, was answered by or had
     * reactions from: {@code log(1 + units) / log(1 + all other units)}; 0 where there is one unit only.
     */
    double reach(String personId) {
        Grouping units = reached().units();
        TieGraph exchanged = reached().exchanged();
        int person = snapshot.vertex(personId).orElse(-1);
        int others = units.groups().size() - 1;
        if (person < 0 || others < 1) {
            return 0;
        }
        BitSet found = new BitSet();
        for (int slot = exchanged.rowStart(person); slot < exchanged.rowEnd(person); slot++) {
            int unit = units.assignment()[exchanged.neighbour(slot)];
            if (unit >= 0 && unit != units.assignment()[person]) {
                found.set(unit);
            }
        }
        return Math.min(1, Math.log1p(found.cardinality()) / Math.log1p(others));
    }

    /** The strongest chain of at most three steps over people who are still there; empty list where there is none. */
    List<Path> path(String fromId, String toId) {
        return path(fromId, toId, Set.of());
    }

    /** The same, over nobody of these vertices either. */
    List<Path> path(String fromId, String toId, Set<Integer> avoided) {
        int from = snapshot.vertex(fromId).orElse(-1);
        int to = snapshot.vertex(toId).orElse(-1);
        if (from < 0 || to < 0) {
            return List.of();
        }
        List<Integer> vertices = IntroductionPaths.strongest(
                chain().acquainted(),
                from,
                to,
                new IntroductionPaths.Parameters(
                        IntroductionPaths.Parameters.defaults().stepsMax(), with(chain().gone(), avoided)));
        if (vertices.isEmpty()) {
            return List.of();
        }
        List<Person> people = vertices.stream().map(snapshot::person).toList();
        List<String> via = IntStream.range(1, people.size())
                .mapToObj(
                        step -> via(people.get(step - 1).id(), people.get(step).id()))
                .toList();
        return List.of(new Path(people, via));
    }

    private static Set<Integer> with(Set<Integer> gone, Set<Integer> avoided) {
        Set<Integer> both = new HashSet<>(gone);
        both.addAll(avoided);
        return both;
    }

    /** "12 exchanges since March 2025": what makes two people acquaintances, both ways together. */
    private String via(String one, String other) {
        int first = Math.toIntExact(day.minusMonths(12).plusDays(1).toEpochDay());
        int last = Math.toIntExact(day.toEpochDay());
        int exchanges = 0;
        int since = last;
        for (Tie tie : between(one, other)) {
            for (int record = 0; record < tie.days().length; record++) {
                int on = tie.days()[record];
                if (on >= first && on <= last) {
                    exchanges += tie.counts()[record];
                    since = Math.min(since, on);
                }
            }
        }
        YearMonth month = YearMonth.from(LocalDate.ofEpochDay(since));
        return exchanges + " exchanges since " + month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + month.getYear();
    }

    private List<Tie> between(String one, String other) {
        List<Tie> ties = new ArrayList<>(directed(one, other));
        ties.addAll(directed(other, one));
        return ties;
    }

    private List<Tie> directed(String from, String to) {
        return snapshot.ties(from, to).stream()
                .filter(tie -> readable.contains(tie.visibility()))
                .toList();
    }
}
