package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.ManagersWhoAnimate;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;

/**
 * Animation over all communities together.
 *
 * @param communities those in which somebody contributed
 * @param contributors distinct people
 * @param natural distinct people who animate a community beyond chance
 * @param severalCommunities those of them who animate three communities or more
 * @param topTenth share of the animation done by the tenth of the contributors who do most of it: of the exchanges among
 *     others beyond what volume draws, summed over communities; null where nobody has any. A tenth at least; 1 is all in a
 *     few hands
 * @param mandates appointed against natural, pairs of person and community counted
 * @param absences absences of natural animators beside others', communities together
 * @param peers exchange between peers, communities together
 * @param units managers who animate by unit, in order of id
 */
record CompanyAnimation(
        int communities,
        int contributors,
        int natural,
        int severalCommunities,
        @Nullable Double topTenth,
        Mandates mandates,
        Absences.Matched absences,
        CommunityPeers peers,
        ManagersWhoAnimate.Share managers,
        List<UnitShare> units) {
    private static final int SEVERAL = 3;

    /** The managers of one unit who contribute, and how many of them animate. */
    record UnitShare(Group unit, ManagersWhoAnimate.Share share) {}

    /** Puts the lives of communities together. */
    static CompanyAnimation of(List<Life> lives, Chart chart, LocalDate day) {
        Map<String, Integer> animates = new TreeMap<>();
        Map<String, Double> done = new HashMap<>();
        int pairs = 0;
        int appointed = 0;
        int natural = 0;
        int both = 0;
        int alive = 0;
        for (Life life : lives) {
            alive += life.animators().isEmpty() ? 0 : 1;
            Mandates mandates = Mandates.of(life.animators(), life.appointed());
            pairs += mandates.people();
            appointed += mandates.appointed();
            natural += mandates.natural();
            both += mandates.both();
            for (Scored scored : life.animators()) {
                animates.merge(scored.personId(), scored.significant() ? 1 : 0, Integer::sum);
                done.merge(scored.personId(), Math.max(0, scored.sparked() - scored.sparkedExpected()), Double::sum);
            }
        }
        Units units = Units.of(List.copyOf(animates.keySet()), animates, chart, day);
        return new CompanyAnimation(
                alive,
                animates.size(),
                (int) animates.values().stream().filter(count -> count > 0).count(),
                (int) animates.values().stream()
                        .filter(count -> count >= SEVERAL)
                        .count(),
                topTenth(done),
                Mandates.of(pairs, appointed, natural, both),
                Absences.Matched.together(lives.stream().map(Life::absences).toList()),
                PeerWeeks.together(lives.stream().map(Life::peerWeeks).toList()).exchange(),
                units.whole(),
                units.shares());
    }

    private static @Nullable Double topTenth(Map<String, Double> done) {
        double[] ascending =
                done.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double all = Arrays.stream(ascending).sum();
        int tenth = Math.ceilDiv(ascending.length, 10);
        return all > 0
                ? Arrays.stream(ascending, ascending.length - tenth, ascending.length)
                                .sum()
                        / all
                : null;
    }

    /** Managers who animate, by their unit. */
    private record Units(List<UnitShare> shares, ManagersWhoAnimate.Share whole) {
        static Units of(List<String> people, Map<String, Integer> animates, Chart chart, LocalDate day) {
            Map<String, Group> units = new TreeMap<>();
            List<String> unitOf = new ArrayList<>();
            Set<String> bosses = new HashSet<>();
            chart.lines(day).forEach(line -> bosses.add(line.managerId()));
            for (String person : people) {
                Group unit = chart.groupOf(person, Dimension.UNIT, day, 0).orElse(null);
                if (unit != null) {
                    units.put(unit.id(), unit);
                }
                unitOf.add(unit == null ? "" : unit.id());
            }
            List<String> order = List.copyOf(new TreeSet<>(units.keySet()));
            boolean[] managers = new boolean[people.size()];
            boolean[] animators = new boolean[people.size()];
            int[] groups = new int[people.size()];
            for (int person = 0; person < groups.length; person++) {
                managers[person] = bosses.contains(people.get(person));
                animators[person] = animates.getOrDefault(people.get(person), 0) > 0;
                groups[person] = order.indexOf(unitOf.get(person));
            }
            ManagersWhoAnimate.Result result =
                    ManagersWhoAnimate.compute(new ManagersWhoAnimate.Parameters(managers, animators, groups));
            List<UnitShare> shares = new ArrayList<>();
            for (int unit = 0; unit < order.size(); unit++) {
                shares.add(new UnitShare(
                        java.util.Objects.requireNonNull(units.get(order.get(unit))),
                        result.groups().get(unit)));
            }
            return new Units(shares, result.whole());
        }
    }
}
