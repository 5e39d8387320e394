package org.passerelle.bridge;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.CutPeople;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Fading;
import org.passerelle.measure.LocalBridges;
import org.passerelle.measure.TieBetweenness;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.PairPeriods;
import org.passerelle.network.Person;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Window;

/**
 * The ties between people of different groups: those that carry most shortest paths between groups, those whose ends
 * share no contact, and those that fade. A person belongs to the group held longest in the window.
 *
 * <p>Fading is judged by fortnights with exchange in the two halves of the window, against what happened to all ties
 * across groups, at a false discovery rate of {@value #FALSE_DISCOVERIES}; a tie of somebody who has left is lost and
 * not fading.
 */
final class CrossTies {
    /** Most ties that are told of each kind. */
    static final int TIES_MAX = 10_000;

    static final double FALSE_DISCOVERIES = 0.05;
    static final int DAYS_A_FORTNIGHT = 14;
    private static final int FORTNIGHTS_MIN = 4;

    /** What an answer says of them. */
    static final String FADES =
            "fortnights with exchange before and after the middle of the window, Fisher's noncentral"
                    + " hypergeometric test against all ties across groups, false discovery rate " + FALSE_DISCOVERIES;

    private CrossTies() {}

    /** The ties of each kind, most of it first. */
    record Result(Map<BridgeTieKind, List<BridgeTie>> ties) {
        Result {
            ties = Map.copyOf(ties);
        }
    }

    /** A tie with its number, before its people are looked up. */
    private record Figured(int number, TieFigures figures) {
        double betweenness() {
            return figures.betweenness();
        }

        /** Longest way round first; none is the longest. */
        int span() {
            Integer span = figures.span();
            return span == null ? Integer.MAX_VALUE : span;
        }

        double q() {
            TieUse use = figures.use();
            return use == null ? 1 : use.q();
        }
    }

    /** Finds them all. */
    static Result compute(NetworkSnapshot snapshot, BridgeQuestion question) {
        Window window = snapshot.withData(question.window());
        TieGraph graph = snapshot.graph(TieFilter.of(window)).undirected();
        int[] groups = snapshot.history(question.dimension(), question.unitDepth(), window)
                .mainGrouping()
                .assignment();
        TieBetweenness.Result carrying = TieBetweenness.compute(
                graph, TieBetweenness.Parameters.defaults().acrossGroups(groups));
        LocalBridges.Result spans =
                LocalBridges.compute(graph, LocalBridges.Parameters.defaults().acrossGroups(groups));
        @Nullable TieUse[] uses = uses(snapshot, window, carrying, groups);
        List<Figured> all = new ArrayList<>();
        for (int tie = 0; tie < carrying.scores().length; tie++) {
            if (spans.spans()[tie] >= 0) {
                Estimate estimate = carrying.estimate(tie);
                all.add(new Figured(
                        tie,
                        new TieFigures(
                                estimate.value(),
                                carrying.exact() ? null : estimate,
                                spans.spans()[tie] == LocalBridges.APART ? null : spans.spans()[tie],
                                uses[tie])));
            }
        }
        Told told = new Told(snapshot, carrying, separated(graph));
        Comparator<Figured> mostPaths =
                Comparator.comparingDouble(Figured::betweenness).reversed();
        Predicate<Figured> fading = tie -> tie.q() <= FALSE_DISCOVERIES && told.bothThere(tie.number(), window.to());
        Map<BridgeTieKind, List<BridgeTie>> ties = new EnumMap<>(BridgeTieKind.class);
        ties.put(BridgeTieKind.CARRYING, told.first(all, tie -> tie.betweenness() > 0, mostPaths));
        ties.put(
                BridgeTieKind.LOCAL,
                told.first(
                        all,
                        tie -> tie.figures().local(),
                        Comparator.comparingInt(Figured::span).reversed().thenComparing(mostPaths)));
        ties.put(
                BridgeTieKind.FADING,
                told.first(all, fading, Comparator.comparingDouble(Figured::q).thenComparing(mostPaths)));
        return new Result(ties);
    }

    /** How many people each bridge tie separates, by the product of its ends. */
    private static Map<Long, Integer> separated(TieGraph graph) {
        List<CutPeople.Bridge> bridges =
                CutPeople.compute(graph, CutPeople.Parameters.defaults()).bridges();
        int[] smaller = BridgeSides.smaller(graph, bridges);
        Map<Long, Integer> separated = new HashMap<>();
        for (int bridge = 0; bridge < smaller.length; bridge++) {
            separated.put(
                    (long) bridges.get(bridge).from() * graph.people()
                            + bridges.get(bridge).to(),
                    smaller[bridge]);
        }
        return separated;
    }

    /** The use of every tie across groups; null for the others, and of all where the window is too short. */
    private static @Nullable TieUse[] uses(
            NetworkSnapshot snapshot, Window window, TieBetweenness.Result ties, int[] groups) {
        @Nullable TieUse[] uses = new @Nullable TieUse[ties.scores().length];
        int fortnights = (int) ((ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / DAYS_A_FORTNIGHT);
        if (fortnights < FORTNIGHTS_MIN) {
            return uses;
        }
        // Whole fortnights, the last one to the window's end: half a fortnight would look like less use.
        Window whole = new Window(window.to().minusDays((long) fortnights * DAYS_A_FORTNIGHT - 1), window.to());
        PairPeriods pairs = PairPeriods.ofPeople(snapshot, TieFilter.of(whole), DAYS_A_FORTNIGHT);
        int beforeOf = fortnights / 2;
        int[] numbers = new int[pairs.pairs()];
        int[] before = new int[pairs.pairs()];
        int[] after = new int[pairs.pairs()];
        int size = 0;
        int pair = 0;
        for (int tie = 0; tie < uses.length; tie++) {
            // Both are in order of their ends.
            while (pair < pairs.pairs() && isBefore(pairs, pair, ties, tie)) {
                pair++;
            }
            boolean used =
                    pair < pairs.pairs() && pairs.from(pair) == ties.from()[tie] && pairs.to(pair) == ties.to()[tie];
            int own = groups[ties.from()[tie]];
            int other = groups[ties.to()[tie]];
            if (used && own >= 0 && other >= 0 && own != other) {
                numbers[size] = tie;
                before[size] = pairs.used(pair, 0, beforeOf);
                after[size++] = pairs.used(pair, beforeOf, fortnights);
            }
        }
        Fading.Result fading = Fading.compute(new Fading.Parameters(
                Arrays.copyOf(before, size), Arrays.copyOf(after, size), beforeOf, fortnights - beforeOf));
        for (int place = 0; place < size; place++) {
            uses[numbers[place]] =
                    new TieUse(before[place], beforeOf, after[place], fortnights - beforeOf, fading.q()[place]);
        }
        return uses;
    }

    private static boolean isBefore(PairPeriods pairs, int pair, TieBetweenness.Result ties, int tie) {
        return pairs.from(pair) < ties.from()[tie]
                || (pairs.from(pair) == ties.from()[tie] && pairs.to(pair) < ties.to()[tie]);
    }

    /** Looks up the people of ties. */
    private record Told(NetworkSnapshot snapshot, TieBetweenness.Result ties, Map<Long, Integer> separated) {
        List<BridgeTie> first(List<Figured> all, Predicate<Figured> asked, Comparator<Figured> order) {
            return all.stream()
                    .filter(asked)
                    .sorted(order)
                    .limit(TIES_MAX)
                    .map(this::tie)
                    .toList();
        }

        boolean bothThere(int tie, LocalDate lastDay) {
            return isThere(snapshot.person(ties.from()[tie]), lastDay)
                    && isThere(snapshot.person(ties.to()[tie]), lastDay);
        }

        private static boolean isThere(Person person, LocalDate lastDay) {
            LocalDate left = person.left();
            return left == null || !left.isBefore(lastDay);
        }

        private BridgeTie tie(Figured tie) {
            int from = ties.from()[tie.number()];
            int to = ties.to()[tie.number()];
            long key = (long) from * snapshot.people().size() + to;
            return new BridgeTie(
                    snapshot.person(from), snapshot.person(to), separated.getOrDefault(key, 0), true, tie.figures());
        }
    }
}
