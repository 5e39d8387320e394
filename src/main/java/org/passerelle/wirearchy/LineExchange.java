package org.passerelle.wirearchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Weeks;
import org.passerelle.measure.WirearchyIndex.Week;
import org.passerelle.network.Dimension;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * The exchange of a window against units and lines, both of the day: between people who have a unit and a place in the
 * reporting tree, week by week and between places. A place is a person's below its managers, all with their units, so
 * that measures of a chart that stands still are right for one that does not: whoever is another's superior on a day
 * has, on that day, the place above.
 */
final class LineExchange implements NetworkSnapshot.ExchangeVisitor {
    /** What an answer says of its chart. */
    static final String CHART = "units and lines of the day of each exchange";

    static final String WEEKS;

    private static final int WEEK_DAYS = 7;
    private static final Weeks.Parameters DRAWS = Weeks.Parameters.defaults();

    static {
        WEEKS = "blocks of " + DRAWS.block() + " weeks drawn " + DRAWS.draws() + " times, seed " + DRAWS.seed();
    }

    private final NetworkSnapshot snapshot;
    private final LineQuestion question;
    private final Window window;
    private final GroupHistory units;
    private final ReportingHistory history;
    /** By place. */
    private final int[] unitOf;

    private final int[] superiorOf;
    private final BitSet managing = new BitSet();
    /** By week: exchange, across, along the line, across with a manager. */
    private final double[][] weeks;
    /** By stint. */
    private final double[] amounts;

    private final BehindLines behind;

    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int[] count = new int[1024];
    private int size;

    private LineExchange(NetworkSnapshot snapshot, LineQuestion question) {
        this.snapshot = snapshot;
        this.question = question;
        this.window = snapshot.withData(question.about().window());
        this.units = snapshot.history(Dimension.UNIT, question.about().unitDepth(), window);
        this.history = ReportingHistory.of(snapshot.chart(), units);
        this.superiorOf = new int[history.chains()];
        Arrays.setAll(superiorOf, history::above);
        Arrays.stream(superiorOf).filter(above -> above >= 0).forEach(managing::set);
        this.unitOf = new int[superiorOf.length];
        Arrays.fill(unitOf, -1);
        history.places((vertex, day, place) -> unitOf[place] = units.groupOn(vertex, day));
        this.weeks = new double[(window.toEpochDay() - window.fromEpochDay()) / WEEK_DAYS + 1][4];
        this.amounts = new double[units.stints()];
        this.behind = new BehindLines(snapshot, window);
    }

    /** The exchange of the window that was asked for. */
    static LineExchange of(NetworkSnapshot snapshot, LineQuestion question) {
        LineExchange exchange = new LineExchange(snapshot, question);
        snapshot.exchanges(TieFilter.of(exchange.window), exchange);
        return exchange;
    }

    @Override
    public void exchanged(int source, int target, int day, int interactions, double strength) {
        int one = history.chainOn(source, day);
        int other = history.chainOn(target, day);
        if (one == ReportingTrie.NOTHING || other == ReportingTrie.NOTHING || unitOf[one] < 0 || unitOf[other] < 0) {
            behind.leftOut(source, one == ReportingTrie.NOTHING, target, other == ReportingTrie.NOTHING);
            return;
        }
        boolean across = unitOf[one] != unitOf[other];
        double[] week = weeks[(day - window.fromEpochDay()) / WEEK_DAYS];
        week[0] += interactions;
        week[1] += across ? interactions : 0;
        boolean down = above(one, other);
        boolean up = above(other, one);
        week[2] += down || up ? interactions : 0;
        behind.took(
                new BehindLines.End(source, managing.get(one), down),
                new BehindLines.End(target, managing.get(other), up),
                day,
                across);
        week[3] += across && (managing.get(one) || managing.get(other)) ? interactions : 0;
        amounts[units.stintOn(source, day)] += interactions;
        amounts[units.stintOn(target, day)] += interactions;
        if (size == 0 || from[size - 1] != one || to[size - 1] != other) {
            grow();
            from[size] = one;
            to[size] = other;
            count[size++] = 0;
        }
        count[size - 1] += interactions;
    }

    /** A place has a larger number than its manager's. */
    private boolean above(int upper, int lower) {
        int place = lower;
        while (place > upper) {
            place = superiorOf[place];
        }
        return place == upper && upper != lower;
    }

    private void grow() {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
            count = Arrays.copyOf(count, 2 * size);
        }
    }

    /** How much of the exchange between units rests on managers. */
    LineReliance reliance() {
        if (!told()) {
            return new LineReliance(
                    snapshot.version(), question, false, null, null, null, null, null, null, managers());
        }
        TieGraph graph = TieGraph.directed(
                superiorOf.length,
                Arrays.copyOf(from, size),
                Arrays.copyOf(to, size),
                Arrays.stream(count, 0, size).asDoubleStream().toArray(),
                Arrays.copyOf(count, size));
        org.passerelle.measure.LineReliance.Result shares = org.passerelle.measure.LineReliance.compute(
                graph, org.passerelle.measure.LineReliance.Parameters.defaults(unitOf, superiorOf));
        return new LineReliance(
                snapshot.version(),
                question,
                true,
                shares.across(),
                number(shares.betweenManagers()),
                number(shares.expected()),
                number(shares.oneManager()),
                number(shares.direct()),
                number(shares.alongTheLine()),
                managers());
    }

    private boolean told() {
        return behind.told(question.about().unitDepth(), question.peopleMin());
    }

    /** Of people and not of places: somebody whose line changed is still one. */
    private @Nullable Double managers() {
        BitSet people = new BitSet();
        BitSet managers = new BitSet();
        history.places((vertex, _, place) -> {
            if (unitOf[place] >= 0) {
                people.set(vertex);
                managers.set(vertex, managers.get(vertex) || managing.get(place));
            }
        });
        return people.isEmpty() ? null : managers.cardinality() / (double) people.cardinality();
    }

    /** The index and its parts, but for what only the threads of communities tell. */
    WirearchyIndex index() {
        double expected = expectedAcross();
        boolean told = told();
        if (!(expected > 0) || !told) {
            return new WirearchyIndex(
                    snapshot.version(), question, told, null, null, null, weeks.length, null, List.of());
        }
        List<Week> rows = new ArrayList<>();
        for (double[] week : weeks) {
            rows.add(new Week(week[0], week[1], week[2], week[3], 0, 0));
        }
        org.passerelle.measure.WirearchyIndex.Result found = org.passerelle.measure.WirearchyIndex.compute(
                org.passerelle.measure.WirearchyIndex.Parameters.defaults(rows, expected)
                        .withDraws(DRAWS));
        List<WirearchyIndex.IndexPart> parts = new ArrayList<>();
        for (org.passerelle.measure.WirearchyIndex.Value part : found.parts()) {
            Weeks.Interval value = part.value();
            if (!Double.isNaN(value.value())) {
                parts.add(new WirearchyIndex.IndexPart(
                        part.part().name(), value.value(), number(value.low()), number(value.high())));
            }
        }
        return new WirearchyIndex(
                snapshot.version(),
                question,
                true,
                number(found.index().value()),
                number(found.index().low()),
                number(found.index().high()),
                weeks.length,
                expected,
                parts);
    }

    /** The share of pairs of ends, each of somebody else, that are of different units; NaN without exchange. */
    private double expectedAcross() {
        double[] ends = new double[units.groups().size()];
        double all = 0;
        double squares = 0;
        double inside = 0;
        for (int stint = 0; stint < amounts.length; stint++) {
            ends[units.groupOf(stint)] += amounts[stint];
            all += amounts[stint];
            squares += amounts[stint] * amounts[stint];
        }
        for (double unit : ends) {
            inside += unit * unit;
        }
        return 1 - (inside - squares) / (all * all - squares);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
