package org.passerelle.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.passerelle.network.Workload.Level;

/**
 * How much everybody was turned to in the {@value #DAYS} days up to a day, beside what is usual for them and for others.
 * Being written to, being named and answering count once each; broadcasts and private exchanges never do.
 *
 * <p>HEAVY is at least {@value #HEAVY_MIN}, among the busiest tenth of those who were turned to, and beside that half
 * more than one's own usual or twice what the busiest tenth begins with. LIGHT is nothing, or at most half of one's own
 * usual. The bounds are a judgement, not fitted: there is no data set that says who felt overloaded.
 */
public final class Workloads {
    /** How far back it looks. */
    public static final int DAYS = 30;

    private static final int HEAVY_MIN = 10;
    private static final int MONTHS_BEFORE = 11;
    private static final double BUSIEST = 0.9;
    private static final double MORE_THAN_USUAL = 1.5;

    private final NetworkSnapshot snapshot;
    private final int[] lately;
    private final double[] usual;
    private final int median;
    private final int busiest;

    /** Over what the reader could read; private exchanges are refused. */
    public Workloads(NetworkSnapshot snapshot, LocalDate day, Set<Visibility> readable) {
        if (readable.contains(Visibility.PRIVATE)) {
            throw new IllegalArgumentException("Workload never rests on private exchanges");
        }
        this.snapshot = snapshot;
        LocalDate start = day.minusDays(DAYS - 1L);
        this.lately = asked(snapshot, new Window(start, day), readable);
        LocalDate first = start.minusDays((long) DAYS * MONTHS_BEFORE);
        LocalDate begin =
                first.isBefore(snapshot.extent().from()) ? snapshot.extent().from() : first;
        this.usual = new double[lately.length];
        if (begin.isBefore(start)) {
            int[] before = asked(snapshot, new Window(begin, start.minusDays(1)), readable);
            double stretches = (double) (start.toEpochDay() - begin.toEpochDay()) / DAYS;
            // Less than one stretch would make a busy week look like a usual month.
            Arrays.setAll(usual, person -> before[person] / Math.max(1, stretches));
        }
        int[] turnedTo =
                Arrays.stream(lately).filter(count -> count > 0).sorted().toArray();
        this.median = quantile(turnedTo, 0.5);
        this.busiest = quantile(turnedTo, BUSIEST);
    }

    private static int[] asked(NetworkSnapshot snapshot, Window window, Set<Visibility> readable) {
        int[] asked = new int[snapshot.people().size()];
        snapshot.exchanges(
                filter(window, EnumSet.of(TieKind.ADDRESSED, TieKind.MENTIONED), readable),
                (_, to, _, interactions, _) -> asked[to] += interactions);
        snapshot.exchanges(
                filter(window, EnumSet.of(TieKind.REPLIED, TieKind.FOLLOWED), readable),
                (from, _, _, interactions, _) -> asked[from] += interactions);
        return asked;
    }

    private static TieFilter filter(Window window, Set<TieKind> kinds, Set<Visibility> readable) {
        return new TieFilter(window, kinds, readable, Set.of(), 1);
    }

    private static int quantile(int[] ascending, double share) {
        return ascending.length == 0 ? 0 : ascending[(int) Math.floor((ascending.length - 1) * share)];
    }

    /** Of one person; empty for somebody who is not in the data. */
    public Optional<Workload> of(String personId) {
        return snapshot.vertex(personId)
                .map(person -> new Workload(level(person), lately[person], usual[person], median));
    }

    /** Whether somebody has a lot to do, by vertex. */
    public boolean heavy(int person) {
        return level(person) == Level.HEAVY;
    }

    private Level level(int person) {
        int asked = lately[person];
        if (asked >= HEAVY_MIN
                && asked >= busiest
                && (asked >= MORE_THAN_USUAL * usual[person] || asked >= 2 * busiest)) {
            return Level.HEAVY;
        }
        return asked == 0 || asked <= usual[person] / 2 ? Level.LIGHT : Level.USUAL;
    }
}
