package org.passerelle.network;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the time, and the channels, may be cut so that no piece is left in which few people of a group took part: what two
 * windows that end on one day tell can be subtracted, and so can a channel from all of them.
 *
 * <p>For every unit with all its parts, and for the members of a unit who are in none, months are put together from the
 * first day with data on until as many people as the floor took part, what is left over at the end with the piece before; a
 * month in which nobody took part is a piece of its own. Channels are put together from the least used one on, and each has
 * its own months, cut only where those of all channels are too: summed over channels, a window must be one of theirs. A
 * window is a sum of such pieces or it cuts one; so a difference of sums is a sum. Whatever is asked, the pieces are the same.
 *
 * <p>O(exchanges + people months depth), once for a snapshot and dimension, and again for its channels.
 */
final class ToldPieces {
    /** For every part the months before which a cut may be; months are counted from the first with data. */
    private final Map<String, BitSet> cuts = new HashMap<>();
    /** For every part the channels that belong together; empty where channels were not looked at. */
    private final Map<String, List<Set<String>>> channels = new HashMap<>();

    private final Window extent;
    private final int months;

    private ToldPieces(Window extent) {
        this.extent = extent;
        this.months = month(extent.to()) + 1;
    }

    /** What {@link #of} depends on. */
    private record Pieces(Dimension dimension, int peopleMin, boolean channels) {}

    /** Those of a dimension; with the pieces of channels, or of all of them together. */
    static ToldPieces of(NetworkSnapshot snapshot, Dimension dimension, int peopleMin, boolean byChannel) {
        return snapshot.derived(
                new Pieces(dimension, peopleMin, byChannel),
                ToldPieces.class,
                () -> read(snapshot, dimension, peopleMin, byChannel));
    }

    private static ToldPieces read(NetworkSnapshot snapshot, Dimension dimension, int peopleMin, boolean byChannel) {
        ToldPieces pieces = new ToldPieces(snapshot.extent());
        GroupHistory history = snapshot.history(dimension, 0, snapshot.extent());
        List<String> names = byChannel ? List.copyOf(snapshot.channels()) : List.of("");
        List<TookPart> active = new ArrayList<>();
        for (String name : names) {
            TookPart part = new TookPart(pieces, history);
            TieFilter all = TieFilter.of(snapshot.extent());
            snapshot.exchanges(byChannel ? all.withChannels(Set.of(name)) : all, part);
            active.add(part);
        }
        Map<String, List<Integer>> stints = stints(snapshot.chart(), history);
        int[] last = new int[snapshot.people().size()];
        Counted counted = new Counted(pieces.months, peopleMin, last);
        stints.forEach((key, of) -> {
            int[] ofPart = of.stream().mapToInt(Integer::intValue).toArray();
            if (byChannel) {
                List<Set<String>> together = counted.channels(history, ofPart, names, active);
                pieces.channels.put(key, together);
                // All channels together are their sum: where they may not be cut, no sum of channels may be.
                BitSet common = counted.cuts(history, ofPart, active);
                for (Set<String> some : together) {
                    common.and(counted.cuts(
                            history,
                            ofPart,
                            some.stream()
                                    .map(name -> active.get(names.indexOf(name)))
                                    .toList()));
                }
                pieces.cuts.put(key, common);
            } else {
                pieces.cuts.put(key, counted.cuts(history, ofPart, active));
            }
        });
        return pieces;
    }

    /** The stints of every part, as {@link ToldUnits} names them, by the chart of the last day. */
    private static Map<String, List<Integer>> stints(Chart chart, GroupHistory history) {
        List<List<String>> keys = new ArrayList<>();
        for (Group group : history.groups()) {
            List<String> chain = history.dimension() == Dimension.UNIT
                    ? chart.ancestors(group.id(), history.window().to())
                    : new ArrayList<>();
            chain.add(group.id());
            chain.add(group.id() + ToldUnits.DIRECT);
            keys.add(chain);
        }
        Map<String, List<Integer>> stints = new HashMap<>();
        for (int stint = 0; stint < history.stints(); stint++) {
            for (String key : keys.get(history.groupOf(stint))) {
                stints.computeIfAbsent(key, _ -> new ArrayList<>()).add(stint);
            }
        }
        return stints;
    }

    /** The stints that took part in each month. */
    private static final class TookPart implements NetworkSnapshot.ExchangeVisitor {
        private final GroupHistory history;
        private final BitSet[] months;
        private final int[] monthOf;
        private final int firstDay;

        TookPart(ToldPieces pieces, GroupHistory history) {
            this.history = history;
            this.firstDay = pieces.extent.fromEpochDay();
            this.monthOf = new int[pieces.extent.toEpochDay() - firstDay + 1];
            Arrays.setAll(monthOf, day -> pieces.month(LocalDate.ofEpochDay((long) firstDay + day)));
            this.months = new BitSet[pieces.months];
            Arrays.setAll(months, _ -> new BitSet());
        }

        @Override
        public void exchanged(int from, int to, int day, int interactions, double strength) {
            int month = monthOf[day - firstDay];
            take(month, history.stintOn(from, day));
            take(month, history.stintOn(to, day));
        }

        private void take(int month, int stint) {
            if (stint >= 0) {
                months[month].set(stint);
            }
        }

        boolean in(int month, int stint) {
            return months[month].get(stint);
        }
    }

    /** Puts months, and channels, together; people are counted once in each piece. */
    private static final class Counted {
        private final int months;
        private final int peopleMin;
        /** For each person the number of the piece they were counted in last. */
        private final int[] last;

        private int piece;

        Counted(int months, int peopleMin, int[] last) {
            this.months = months;
            this.peopleMin = peopleMin;
            this.last = last;
        }

        /** How many people take part in a month who have not been counted in the piece. */
        private int more(GroupHistory history, int[] stints, List<TookPart> channels, int month) {
            int people = 0;
            for (int stint : stints) {
                int person = history.personOf(stint);
                if (last[person] != piece && in(channels, month, stint)) {
                    last[person] = piece;
                    people++;
                }
            }
            return people;
        }

        private static boolean in(List<TookPart> channels, int month, int stint) {
            for (TookPart channel : channels) {
                if (channel.in(month, stint)) {
                    return true;
                }
            }
            return false;
        }

        BitSet cuts(GroupHistory history, int[] stints, List<TookPart> channels) {
            BitSet cuts = new BitSet();
            int people = 0;
            int lastWithPeople = 0;
            int begun = 0;
            piece++;
            for (int month = 0; month < months; month++) {
                if (people == 0) {
                    cuts.set(month);
                    begun = month;
                }
                people += more(history, stints, channels, month);
                if (people >= peopleMin) {
                    lastWithPeople = begun;
                    people = 0;
                    piece++;
                }
            }
            if (people > 0) {
                // What is left over goes with the last piece in which anybody took part.
                cuts.clear(lastWithPeople + 1, months + 1);
            }
            return cuts;
        }

        /** Channels that belong together: the least used first, until enough people used them. */
        List<Set<String>> channels(GroupHistory history, int[] stints, List<String> names, List<TookPart> active) {
            int[] people = new int[names.size()];
            for (int channel = 0; channel < people.length; channel++) {
                people[channel] = users(history, stints, List.of(active.get(channel)));
            }
            List<Integer> order = new ArrayList<>();
            for (int channel = 0; channel < people.length; channel++) {
                if (people[channel] > 0) {
                    order.add(channel);
                }
            }
            order.sort(Comparator.comparingInt((Integer channel) -> people[channel])
                    .thenComparing(names::get));
            List<Set<String>> together = new ArrayList<>();
            Set<String> some = new HashSet<>();
            List<TookPart> of = new ArrayList<>();
            for (int channel : order) {
                some.add(names.get(channel));
                of.add(active.get(channel));
                if (users(history, stints, of) >= peopleMin) {
                    together.add(some);
                    some = new HashSet<>();
                    of = new ArrayList<>();
                }
            }
            if (!together.isEmpty()) {
                together.getLast().addAll(some);
            } else if (!some.isEmpty()) {
                together.add(some);
            }
            return together;
        }

        private int users(GroupHistory history, int[] stints, List<TookPart> channels) {
            piece++;
            int people = 0;
            for (int month = 0; month < months; month++) {
                people += more(history, stints, channels, month);
            }
            return people;
        }
    }

    private int month(LocalDate day) {
        return (int) ChronoUnit.MONTHS.between(YearMonth.from(extent.from()), YearMonth.from(day));
    }

    /** Whether so much of a part would leave a piece of it. */
    boolean cuts(String part, Window window, Set<String> some) {
        BitSet allowed = cuts.get(part);
        if (allowed == null) {
            return false;
        }
        for (Set<String> together : channels.getOrDefault(part, List.of())) {
            SortedSet<String> left = new TreeSet<>(together);
            left.removeAll(some);
            if (!left.isEmpty() && left.size() < together.size()) {
                return true;
            }
        }
        return !before(allowed, window.from()) || !before(allowed, window.to().plusDays(1));
    }

    /** Whether time may be cut before that day. */
    private boolean before(BitSet allowed, LocalDate day) {
        if (!day.isAfter(extent.from()) || day.isAfter(extent.to())) {
            return true;
        }
        return day.getDayOfMonth() == 1 && allowed.get(month(day));
    }
}
