package org.passerelle.introduction;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.OpeningTies;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Workloads;

/**
 * Who may be suggested to meet, and who could introduce them. Two people may meet where a chain of at most three
 * acquaintances leads from one to the other, over people who are there and want to be asked; where the two do not know
 * each other yet, and neither reports to the other. Whoever left, does not want to be suggested, belongs to another
 * company or is asked a lot already is not suggested; whoever is asked a lot introduces only where nobody else can.
 *
 * <p>Acquaintances never rest on private exchanges. Where all exchanges are private (mail, usually) nobody would be one:
 * then people meet who are at most three steps apart in the network, and who could introduce them is not told.
 */
final class Meetable implements OpeningTies.Candidates {
    private static final int STEPS_MAX = 3;

    private final NetworkSnapshot snapshot;
    private final LocalDate day;
    private final Acquaintances acquaintances;
    private final TieGraph known;
    private final boolean introducersTold;
    private final BitSet gone = new BitSet();
    private final BitSet leftOut = new BitSet();
    private final BitSet notAsked = new BitSet();
    private final Workloads workloads;
    private final MeetingPlan.LeftOut counts;
    private final Map<Integer, BitSet> withinReach = new ConcurrentHashMap<>();

    /** As of the last day of the question's window. */
    Meetable(NetworkSnapshot snapshot, MeetingQuestion question) {
        this.snapshot = snapshot;
        this.day = snapshot.withData(question.window()).to();
        this.acquaintances = new Acquaintances(snapshot, day, question.readable());
        this.introducersTold = acquaintances.graph().ties() > 0;
        this.known = introducersTold ? acquaintances.graph() : Meetings.contacts(snapshot, question);
        this.workloads = new Workloads(snapshot, day, question.readable());
        boolean outsideToo = question.dimension() == Dimension.BORDER || question.dimension() == Dimension.COMPANY;
        int[] because = new int[4];
        for (int vertex = 0; vertex < snapshot.people().size(); vertex++) {
            int reason = reason(vertex, question.notSuggested(), !outsideToo);
            if (reason >= 0) {
                because[reason]++;
                leftOut.set(vertex);
                // Who is merely busy may still introduce.
                if (reason < 3) {
                    notAsked.set(vertex);
                }
            }
            if (reason == 0) {
                gone.set(vertex);
            }
        }
        this.counts = new MeetingPlan.LeftOut(because[0], because[1], because[2], because[3]);
    }

    private int reason(int vertex, Set<String> notSuggested, boolean insideOnly) {
        Chart chart = snapshot.chart();
        String id = snapshot.person(vertex).id();
        if (!snapshot.person(vertex).presentOn(day)) {
            return 0;
        }
        if (notSuggested.contains(id)) {
            return 1;
        }
        boolean outside = chart.groupOf(id, Dimension.BORDER, day, 0)
                .filter(group -> group.id().equals(Chart.OUTSIDE))
                .isPresent();
        if (insideOnly && outside) {
            return 2;
        }
        return workloads.heavy(vertex) ? 3 : -1;
    }

    /** Whether somebody is not in the company on the day. */
    boolean gone(int vertex) {
        return gone.get(vertex);
    }

    /** Whether it may be said who knows whom. */
    boolean introducersTold() {
        return introducersTold;
    }

    /** How many may not be suggested. */
    MeetingPlan.LeftOut counts() {
        return counts;
    }

    @Override
    public boolean mayTakePart(int vertex) {
        return !leftOut.get(vertex);
    }

    @Override
    public boolean mayMeet(int one, int other) {
        return withinReach.computeIfAbsent(one, this::reach).get(other)
                && !reportsTo(one, other)
                && !reportsTo(other, one);
    }

    private boolean reportsTo(int person, int manager) {
        return snapshot.chart()
                .manager(snapshot.person(person).id(), day)
                .filter(snapshot.person(manager).id()::equals)
                .isPresent();
    }

    /** Whom a chain of acquaintances leads to, over people who may be asked; not those whom the person knows. */
    private BitSet reach(int start) {
        BitSet found = new BitSet();
        found.set(start);
        BitSet acquainted = new BitSet();
        BitSet layer = new BitSet();
        layer.set(start);
        for (int step = 1; step <= STEPS_MAX; step++) {
            BitSet next = new BitSet();
            for (int vertex = layer.nextSetBit(0); vertex >= 0; vertex = layer.nextSetBit(vertex + 1)) {
                // Who is not asked is reached, and leads no further.
                if (vertex == start || !notAsked.get(vertex)) {
                    for (int slot = known.rowStart(vertex); slot < known.rowEnd(vertex); slot++) {
                        next.set(known.neighbour(slot));
                    }
                }
            }
            next.andNot(found);
            found.or(next);
            if (step == 1) {
                acquainted.or(next);
            }
            layer = next;
        }
        found.andNot(acquainted);
        found.clear(start);
        return found;
    }

    /** The strongest chain from one to the other, sparing who is asked a lot; null where none may be told. */
    Meeting.@Nullable Introduction introduction(int one, int other) {
        if (!introducersTold) {
            return null;
        }
        String from = snapshot.person(one).id();
        String to = snapshot.person(other).id();
        Optional<Acquaintances.Path> sparing =
                acquaintances.path(from, to, vertex -> notAsked.get(vertex) || workloads.heavy(vertex)).stream()
                        .findFirst();
        if (sparing.isPresent()) {
            return new Meeting.Introduction(
                    sparing.get().people(), sparing.get().via(), false);
        }
        List<Acquaintances.Path> over = acquaintances.path(from, to, notAsked::get);
        return new Meeting.Introduction(
                over.getFirst().people(), over.getFirst().via(), true);
    }
}
