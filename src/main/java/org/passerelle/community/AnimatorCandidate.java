package org.passerelle.community;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.TieGraph;
import org.passerelle.network.Visibility;

/**
 * Somebody who offered to animate a community, with what an animator from inside needs: to know the trades and the experts,
 * to have been there for a while, and to be known. No score: who decides weighs.
 *
 * @param trades trades of the people known to them (acquaintances in the twelve months before), their own not counted
 * @param expertTies acquaintances among the quarter of the contributors whom most people drew something from
 * @param tenureDays days since the first day in the company, null where unknown
 * @param contributions in the community in the window
 * @param recognisedBy distinct people who answered, reacted, or had a need met by them here
 */
record AnimatorCandidate(
        Person person, int trades, int expertTies, @Nullable Integer tenureDays, int contributions, int recognisedBy) {
    /** The profiles of these people, those who are recognised by most first. */
    static List<AnimatorCandidate> of(List<String> offered, Community community, Life life) {
        if (offered.isEmpty()) {
            return List.of();
        }
        NetworkSnapshot snapshot = community.snapshot();
        LocalDate day = community.window().to();
        // What communities alone could read stays out: a tie does not tell which community it is of.
        TieGraph known = snapshot.acquaintances(day, Set.of(Visibility.COMPANY));
        Set<String> experts = recognised(life.recognition());
        Map<String, Integer> contributions =
                life.animators().stream().collect(Collectors.toMap(Scored::personId, Scored::contributions));
        return offered.stream()
                .map(id -> candidate(id, community, known, experts, contributions, life))
                .sorted(Comparator.comparingInt(AnimatorCandidate::recognisedBy)
                        .reversed()
                        .thenComparing(candidate -> candidate.person().id()))
                .toList();
    }

    private static AnimatorCandidate candidate(
            String id,
            Community community,
            TieGraph known,
            Set<String> experts,
            Map<String, Integer> contributions,
            Life life) {
        NetworkSnapshot snapshot = community.snapshot();
        Chart chart = snapshot.chart();
        LocalDate day = community.window().to();
        Set<String> trades = new TreeSet<>();
        int expertTies = 0;
        int vertex = snapshot.vertex(id).orElseThrow();
        for (int slot = known.rowStart(vertex); slot < known.rowEnd(vertex); slot++) {
            String other = snapshot.person(known.neighbour(slot)).id();
            chart.groupOf(other, Dimension.TRADE, day, 0).ifPresent(trade -> trades.add(trade.id()));
            expertTies += experts.contains(other) ? 1 : 0;
        }
        chart.groupOf(id, Dimension.TRADE, day, 0).ifPresent(own -> trades.remove(own.id()));
        Person person = chart.person(id).orElseThrow();
        LocalDate joined = person.joined();
        return new AnimatorCandidate(
                person,
                trades.size(),
                expertTies,
                joined == null ? null : Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(joined, day))),
                contributions.getOrDefault(id, 0),
                life.recognition().getOrDefault(id, 0));
    }

    private static Set<String> recognised(Map<String, Integer> recognition) {
        Set<String> recognised = new HashSet<>();
        recognition.forEach((id, own) -> {
            long above =
                    recognition.values().stream().filter(other -> other > own).count();
            if (own >= Legitimacy.RECOGNISED_MIN && above * 4 < recognition.size()) {
                recognised.add(id);
            }
        });
        return recognised;
    }
}
