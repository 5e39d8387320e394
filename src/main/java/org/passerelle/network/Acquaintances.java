package org.passerelle.network;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.SharedAcquaintances.SharingExtent;

/**
 * Who knows whom at the end of a window, and over whom one gets from one person to another: by exchanges that the reader
 * could read, and by those that both people agreed to share. Made once for a snapshot and a day; the graph is built when
 * it is first asked for.
 */
public final class Acquaintances {
    private final NetworkSnapshot snapshot;
    private final LocalDate day;
    private final Set<Visibility> readable;
    private final Map<String, SharingExtent> extents;
    private final @Nullable Acquaintances unshared;
    private @Nullable Chain chain;
    // What was asked for last: who agreed changes seldom.
    private volatile @Nullable Acquaintances sharing;

    /** Over what the reader could read; private exchanges are refused. */
    public Acquaintances(NetworkSnapshot snapshot, LocalDate day, Set<Visibility> readable) {
        this(snapshot, day, readable, Map.of(), null);
    }

    private Acquaintances(
            NetworkSnapshot snapshot,
            LocalDate day,
            Set<Visibility> readable,
            Map<String, SharingExtent> extents,
            @Nullable Acquaintances unshared) {
        this.snapshot = snapshot;
        this.day = day;
        this.readable = Set.copyOf(readable);
        this.extents = extents;
        this.unshared = unshared;
    }

    /**
     * The same, and over ties that both ends agreed to share.
     *
     * @param agreed who agreed to what, by id; immutable
     */
    public Acquaintances with(Map<String, SharingExtent> agreed) {
        if (unshared != null) {
            return unshared.with(agreed);
        }
        if (agreed.isEmpty()) {
            return this;
        }
        Acquaintances kept = sharing;
        if (kept == null || !kept.extents.equals(agreed)) {
            kept = new Acquaintances(snapshot, day, readable, agreed, this);
            sharing = kept;
        }
        return kept;
    }

    /** Acquaintances, and the people who are not there to introduce anybody. */
    private record Chain(TieGraph acquainted, BitSet gone) {}

    private synchronized Chain chain() {
        if (chain == null && unshared != null) {
            Chain read = unshared.chain();
            chain = new Chain(SharedTies.with(read.acquainted(), snapshot, day, readable, extents), read.gone());
        }
        if (chain == null) {
            BitSet gone = new BitSet();
            for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
                if (!snapshot.person(vertex).presentOn(day)) {
                    gone.set(vertex);
                }
            }
            chain = new Chain(snapshot.acquaintances(day, readable), gone);
        }
        return chain;
    }

    /**
     * Why two people are acquaintances, both ways together; nothing but that they are where only what both agreed to share
     * shows it.
     *
     * @param exchanges in the twelve months that end with the day; null where it is shared
     * @param since the first day of these; null where it is shared
     */
    public record Acquaintance(
            @Nullable Integer exchanges, @Nullable LocalDate since) {
        private static final Acquaintance SHARED = new Acquaintance(null, null);

        /** Whether it is told because both agreed; where they know each other from is not. */
        public boolean shared() {
            return exchanges == null;
        }

        /** "12 exchanges since March 2025". */
        public String sentence() {
            if (exchanges == null || since == null) {
                return "they know each other, and both agreed that colleagues are introduced over it";
            }
            return exchanges + " exchanges since " + since.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    + " " + since.getYear();
        }
    }

    /** A chain of acquaintances, and for each step why the two know each other. */
    public record Path(List<Person> people, List<Acquaintance> steps) {
        /** Copies the lists. */
        public Path {
            people = List.copyOf(people);
            steps = List.copyOf(steps);
        }

        /** Each step in a sentence. */
        public List<String> via() {
            return steps.stream().map(Acquaintance::sentence).toList();
        }

        /** Those who introduce: everybody but the two ends. */
        public List<Person> between() {
            return people.subList(1, people.size() - 1);
        }
    }

    /** The strongest chain of at most three steps over people who are still there; empty list where there is none. */
    public List<Path> path(String fromId, String toId) {
        return path(fromId, toId, _ -> false);
    }

    /** The same, over nobody either of whose vertex this is true. */
    public List<Path> path(String fromId, String toId, IntPredicate avoided) {
        int from = snapshot.vertex(fromId).orElse(-1);
        int to = snapshot.vertex(toId).orElse(-1);
        if (from < 0 || to < 0) {
            return List.of();
        }
        BitSet gone = chain().gone();
        List<Integer> vertices = IntroductionPaths.strongest(
                chain().acquainted(),
                from,
                to,
                new IntroductionPaths.Parameters(
                        IntroductionPaths.Parameters.defaults().stepsMax(), avoided.or(gone::get)));
        if (vertices.isEmpty()) {
            return List.of();
        }
        List<Person> people = vertices.stream().map(snapshot::person).toList();
        List<Acquaintance> steps = IntStream.range(1, people.size())
                .mapToObj(step ->
                        acquaintance(people.get(step - 1).id(), people.get(step).id()))
                .toList();
        return List.of(new Path(people, steps));
    }

    /** Whether the two are acquaintances. */
    public boolean knows(String one, String other) {
        int first = snapshot.vertex(one).orElse(-1);
        int second = snapshot.vertex(other).orElse(-1);
        return first >= 0 && second >= 0 && graph().slot(first, second) >= 0;
    }

    /** The graph of acquaintances: undirected. */
    public TieGraph graph() {
        return chain().acquainted();
    }

    private Acquaintance acquaintance(String one, String other) {
        if (unshared != null && !unshared.knows(one, other)) {
            return Acquaintance.SHARED;
        }
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
        return new Acquaintance(exchanges, LocalDate.ofEpochDay(since));
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
