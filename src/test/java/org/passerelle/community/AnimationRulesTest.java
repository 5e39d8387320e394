package org.passerelle.community;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.RankInterval;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.Chart;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Window;

class AnimationRulesTest {
    private static final LocalDate DAY = Acts.START.plusDays(400);

    private static Person person(String id) {
        return new Person(id, id, null, null, null, null, false);
    }

    private static Chart chart(List<String> people, Map<String, String> units, Map<String, String> managers) {
        List<Group> groups = units.values().stream()
                .distinct()
                .map(id -> new Group(id, id, Dimension.UNIT, null, true))
                .toList();
        List<Membership> memberships = units.entrySet().stream()
                .map(entry -> new Membership(entry.getKey(), entry.getValue(), null, null, 1, true, null))
                .toList();
        List<ReportingLine> lines = managers.entrySet().stream()
                .map(entry -> new ReportingLine(entry.getKey(), entry.getValue(), null, null, ReportingLine.Kind.LINE))
                .toList();
        return new Chart(
                people.stream().map(AnimationRulesTest::person).toList(),
                groups,
                memberships,
                List.of(),
                lines,
                List.of());
    }

    private static Exchanges exchanges(String text) {
        return Exchanges.of(Threads.of(Turns.of(Acts.acts(text))));
    }

    @Test
    void rank_peopleBelow_countIndirectOnesAndCirclesEnd() {
        Chart chart = chart(
                List.of("ann", "bob", "cid", "dan", "eve"),
                Map.of(),
                Map.of("bob", "ann", "cid", "bob", "dan", "eve", "eve", "dan"));
        assertThat(FormalRank.below(chart, List.of("ann", "bob", "cid"), DAY)).containsExactly(2, 1, 0);
        assertThat(FormalRank.below(chart, List.of("eve"), DAY)[0]).isPositive();
    }

    @Test
    void rank_slope_isThatOfLeastSquares() {
        // Five with one below (rank 1) score .6, five without .2: the slope is .4 a step.
        double[] scores = new double[10];
        int[] below = new int[10];
        boolean[] steady = new boolean[10];
        for (int person = 0; person < 10; person++) {
            below[person] = person < 5 ? 1 : 0;
            scores[person] = person < 5 ? .6 : .2;
            steady[person] = true;
        }
        assertThat(FormalRank.slope(scores, below, steady)).isCloseTo(.4, within(1e-12));
        steady[0] = false;
        // Four bosses are too few to tell by.
        assertThat(FormalRank.slope(scores, below, steady)).isZero();
        IntStream.range(0, 10).forEach(person -> scores[person] = person < 5 ? .1 : .2);
        steady[0] = true;
        assertThat(FormalRank.slope(scores, below, steady)).isZero();
    }

    @Test
    void persona_everyRule_holdsAtItsThreshold() {
        assertThat(Persona.of(new Persona.Acts(0, 4, 4, 9, 0), 10)).isEqualTo(Persona.OBSERVER);
        assertThat(Persona.of(new Persona.Acts(5, 10, 0, 4, 0), 10)).isEqualTo(Persona.BROADCASTER);
        assertThat(Persona.of(new Persona.Acts(5, 10, 4, 7, 0), 10)).isEqualTo(Persona.CATALYST);
        assertThat(Persona.of(new Persona.Acts(1, 10, 9, 5, 0), 10)).isEqualTo(Persona.RESPONDER);
        assertThat(Persona.of(new Persona.Acts(1, 10, 9, 6, 0), 10)).isEqualTo(Persona.ENGAGER);
    }

    @Test
    void personas_ofAThread_comeFromWhoAnswersWhom() {
        // Per thread: bob and cid each answer; ann opens and draws. One week.
        Map<String, Persona> personas = exchanges("ann bob; ann bob; ann cid; ann bob cid")
                .personas(new Window(Acts.START, Acts.START.plusDays(6)));
        assertThat(personas).containsEntry("ann", Persona.CATALYST);
    }

    @Test
    void personaFloor_smallCounts_areHiddenWithTheNextSmallest() {
        Map<Persona, Integer> counts = new EnumMap<>(Persona.class);
        counts.put(Persona.OBSERVER, 40);
        counts.put(Persona.CATALYST, 3);
        counts.put(Persona.ENGAGER, 12);
        assertThat(PersonaFloor.hidden(counts, 10)).containsExactlyInAnyOrder(Persona.CATALYST, Persona.ENGAGER);
        assertThat(PersonaFloor.hidden(counts, 1)).isEmpty();
    }

    @Test
    void mirror_twoUnitsAmongThemselves_isItsArithmetic() {
        // ann and bob, cid and dan: every answer stays in its unit. Answers: bob, ann, dan, cid once each, received
        // alike.
        // Expected: groups .5*.5*2 = .5, self 4 * 1/16 = .25: (.5 - .25) / (1 - .25) = 1/3.
        Mirror mirror = Mirror.of(
                exchanges("ann bob; bob ann; cid dan; dan cid"),
                chart(
                        List.of("ann", "bob", "cid", "dan"),
                        Map.of("ann", "u1", "bob", "u1", "cid", "u2", "dan", "u2"),
                        Map.of()),
                Dimension.UNIT,
                DAY);
        assertThat(mirror.exchanges()).isEqualTo(4);
        assertThat(mirror.inside()).isEqualTo(1.0);
        assertThat(mirror.expected()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(mirror.index()).isNull();
    }

    @Test
    void mirror_noUnits_saysNothing() {
        Mirror mirror =
                Mirror.of(exchanges("ann bob"), chart(List.of("ann", "bob"), Map.of(), Map.of()), Dimension.UNIT, DAY);
        assertThat(mirror.exchanges()).isZero();
        assertThat(mirror.inside()).isNull();
    }

    @Test
    void peers_managerAndReport_areNone() {
        // Ten weeks, each: bob answers his manager ann (no peers), cid answers bob (peers; ann, cid's manager, opened).
        String weeks = IntStream.range(0, 70)
                .mapToObj(day -> day % 7 == 0 ? "ann bob cid" : "ann")
                .collect(Collectors.joining(";"));
        CommunityPeers peers = CommunityPeers.of(
                exchanges(weeks),
                chart(List.of("ann", "bob", "cid"), Map.of(), Map.of("bob", "ann", "cid", "ann")),
                DAY);
        assertThat(peers.exchanges()).isEqualTo(20);
        assertThat(requireNonNull(peers.peers()).value()).isCloseTo(.5, within(1e-12));
        assertThat(requireNonNull(peers.unprompted()).value()).isZero();
    }

    @Test
    void mandates_counts_giveKappa() {
        // 10 people, 4 appointed, 5 natural, 3 both: agreed (3 + 4) / 10, chance (20 + 30) / 100: (.7 - .5) / .5.
        Mandates mandates = Mandates.of(10, 4, 5, 3);
        assertThat(mandates.kappa()).isCloseTo(.4, within(1e-12));
        assertThat(mandates.expected()).isCloseTo(2, within(1e-12));
        assertThat(Mandates.of(10, 0, 0, 0).kappa()).isNull();
        assertThat(Mandates.of(0, 0, 0, 0).expected()).isNull();
    }

    /** Weekly talk of some people in which one pauses; while she does, so many exchanges of others a week are there. */
    private static List<Act> pausing(String who, int usual, int meanwhile) {
        List<Act> acts = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            boolean away = week >= 12 && week < 17;
            int threads = away ? meanwhile : usual;
            for (int thread = 0; thread < threads; thread++) {
                Instant at = Instant.parse("2025-01-02T08:00:00Z").plusSeconds(604_800L * week + 3_600L * thread);
                String key = week + "-" + thread;
                if (!away) {
                    acts.add(act(key + "a", who, at, key));
                }
                acts.add(act(key + "b", "bob", at.plusSeconds(60), key));
                acts.add(act(key + "c", "cid", at.plusSeconds(120), key));
            }
        }
        return acts;
    }

    private static Act act(String key, String person, Instant at, String thread) {
        return new Act(key, person, at, org.passerelle.network.ContributionKind.MESSAGE, thread, null, null, List.of());
    }

    @Test
    void absences_steadyPersonAway_isFoundWithTheChange() {
        List<Absences.Absence> absences =
                Absences.of(Exchanges.of(Threads.of(pausing("ann", 4, 2))), PresentWeeks.unknown());
        assertThat(absences).hasSize(1);
        assertThat(absences.getFirst().personId()).isEqualTo("ann");
        assertThat(absences.getFirst().weeks()).isEqualTo(5);
        // Others exchange 4 a week around and 2 meanwhile: ln(10.5 / 5) - ln(64.5 / 16).
        assertThat(absences.getFirst().change()).isCloseTo(Math.log(10.5 / 5) - Math.log(64.5 / 16), within(1e-12));
    }

    /** So many acts of somebody a week, and as many while ann is away. */
    private static List<Act> elsewhere(String who, int usual, int meanwhile) {
        List<Act> acts = new ArrayList<>();
        for (int week = 0; week < 30; week++) {
            for (int number = 0; number < (week >= 12 && week < 17 ? meanwhile : usual); number++) {
                Instant at = Instant.parse("2025-01-02T08:00:00Z").plusSeconds(604_800L * week + number);
                acts.add(act(who + week + "-" + number, who, at, who + week));
            }
        }
        return acts;
    }

    @Test
    void absences_silentHereOnly_areNone() {
        Exchanges here = Exchanges.of(Threads.of(pausing("ann", 4, 2)));
        assertThat(Absences.of(here, PresentWeeks.of(List.of(elsewhere("ann", 1, 1)))))
                .isEmpty();
    }

    @Test
    void absences_whileEverybodySaysLess_areNetOfTheSeason() {
        Exchanges here = Exchanges.of(Threads.of(pausing("ann", 4, 2)));
        PresentWeeks season = PresentWeeks.of(List.of(elsewhere("zed", 8, 4)));
        // Everybody does 4 a week instead of 8.
        double usual = Math.log(20.5 / 5) - Math.log(128.5 / 16);
        assertThat(Absences.of(here, season).getFirst().change())
                .isCloseTo(Math.log(10.5 / 5) - Math.log(64.5 / 16) - usual, within(1e-12));
    }

    @Test
    void absences_nobodyAway_areNone() {
        assertThat(Absences.of(exchanges("ann bob"), PresentWeeks.unknown())).isEmpty();
        assertThat(Absences.of(Exchanges.of(Threads.of(List.of())), PresentWeeks.unknown()))
                .isEmpty();
    }

    @Test
    void absenceEffect_plantedLoss_liesBelowZeroAndTooFewAreNotTold() {
        double[] theirs = {-.7, -.6, -.8, -.7, -.75, -.65};
        double[] others = {0, .05, -.05, .02, -.02, .01};
        Absences.Effect effect = new Absences.Matched(theirs, others).effect(1);
        assertThat(requireNonNull(effect.difference()).high()).isNegative();
        assertThat(requireNonNull(effect.difference()).value()).isCloseTo(Math.expm1(-.7 - .01 / 6), within(1e-9));
        assertThat(new Absences.Matched(new double[] {-1}, others).effect(1).difference())
                .isNull();
    }

    @Test
    void kind_oneManagerAboveAll_isATeamAndItsHeadLegitimate() {
        List<String> people = List.of("ann", "bob", "cid", "dan", "eve");
        Chart chart = chart(people, Map.of(), Map.of("bob", "ann", "cid", "ann", "dan", "ann", "eve", "ann"));
        Community community = community("Valves", chart);
        KindInferred kind = KindInferred.of(community, KindSigns.of(Acts.acts("ann bob")), people);
        assertThat(kind.kind()).isEqualTo(CommunityKind.TEAM);
        assertThat(KindInferred.TeamHead.of(people, chart, DAY).orElseThrow().personId())
                .isEqualTo("ann");
    }

    @Test
    void kind_byNameNeedsAndNothing_isTold() {
        List<String> people = List.of("ann", "bob", "cid", "dan", "eve");
        Chart chart = chart(people, Map.of(), Map.of());
        KindSigns none = KindSigns.of(Acts.acts("ann bob; cid dan"));
        assertThat(KindInferred.of(community("Veille matériaux", chart), none, people)
                        .kind())
                .isEqualTo(CommunityKind.WATCH);
        assertThat(KindInferred.of(community("Projet Hydre", chart), none, people)
                        .kind())
                .isEqualTo(CommunityKind.PROJECT);
        assertThat(KindInferred.of(community("Valves", chart), none, people).kind())
                .isEqualTo(CommunityKind.OTHER);
        KindSigns needs = KindSigns.of(Acts.acts("ann? bob;".repeat(10) + "ann"));
        assertThat(KindInferred.of(community("Valves", chart), needs, people).kind())
                .isEqualTo(CommunityKind.PRACTICE);
    }

    private static Community community(String name, Chart chart) {
        return new Community(
                new Group("community:x", name, Dimension.COMMUNITY, null, true),
                new Volume("community:x", 0, 0, 0),
                new Window(Acts.START, DAY),
                new NetworkSnapshot("1", Instant.EPOCH, chart, List.of()));
    }

    @Test
    void rankInterval_theOneSpark_staysFirstAndFewWeeksSayNothing() {
        List<Act> acts = Acts.acts(IntStream.range(0, 120)
                .mapToObj(day ->
                        String.join(" ", "fay", "p" + day % 5, "q" + day % 7, "p" + day % 5, "q" + day % 7, "gus"))
                .collect(Collectors.joining(";")));
        NetworkSnapshot snapshot = Acts.snapshot(acts, List.of());
        List<Scored> ranked = AnimatorScores.compute(acts, Set.of(), snapshot, DAY, Parameters.defaults());
        AnimatorRanks.Result ranks = AnimatorRanks.compute(acts, Set.of(), snapshot, DAY, ranked);
        RankInterval first = ranks.of("fay");
        assertThat(first.state()).isEqualTo(RankInterval.State.READY);
        assertThat(first.low()).isEqualTo(1);
        assertThat(requireNonNull(first.high())).isLessThanOrEqualTo(2);
        for (int place = 0; place < ranked.size(); place++) {
            RankInterval interval = ranks.of(ranked.get(place).personId());
            assertThat(place + 1).isBetween(requireNonNull(interval.low()), requireNonNull(interval.high()));
        }
        List<Act> few = acts.subList(0, 30);
        assertThat(AnimatorRanks.compute(few, Set.of(), snapshot, DAY, ranked).of("fay"))
                .isEqualTo(RankInterval.NO_DATA);
    }

    @Test
    void evidence_ofASpark_namesItsContributions() {
        List<Act> acts = Acts.acts("ann bob cid bob; ann; ann bob cid");
        List<Scored> ranked =
                AnimatorScores.compute(acts, Set.of(), Acts.snapshot(acts, List.of()), DAY, Parameters.defaults());
        Scored ann = ranked.stream()
                .filter(scored -> scored.personId().equals("ann"))
                .findFirst()
                .orElseThrow();
        // After her first contribution two exchanges among others, after that of the third thread one.
        assertThat(ann.evidence().get(PartCounts.SPARKS))
                .containsExactly(new ShownAct("t0-0", 2), new ShownAct("t2-0", 1));
    }

    @Test
    void score_ofBosses_losesWhatRankGives() {
        // Six bosses and six others spark alike, but the bosses twice as often: rank explains part of it.
        String text = IntStream.range(0, 360)
                .mapToObj(day -> {
                    int place = day % 18;
                    String spark = place < 12 ? "boss" + place % 6 : "mate" + place % 6;
                    return place < 12
                            ? spark + " p" + day % 5 + " q" + day % 7 + " p" + day % 5 + " q" + day % 7
                            : "p" + day % 5 + " q" + day % 7 + " p" + day % 5 + " " + spark + " q" + day % 7;
                })
                .collect(Collectors.joining(";"));
        List<Act> acts = Acts.acts(text);
        List<String> people =
                new ArrayList<>(acts.stream().map(Act::personId).distinct().toList());
        Map<String, String> managers =
                IntStream.range(0, 6).boxed().collect(Collectors.toMap(boss -> "below" + boss, boss -> "boss" + boss));
        people.addAll(managers.keySet());
        NetworkSnapshot snapshot =
                new NetworkSnapshot("1", Instant.EPOCH, chart(people, Map.of(), managers), List.of());
        List<Scored> scored = AnimatorScores.compute(acts, Set.of(), snapshot, DAY, Parameters.defaults());
        assertThat(scored).allMatch(one -> one.score() <= one.beforeRank());
        assertThat(scored.stream().filter(one -> one.peopleBelow() > 0))
                .hasSize(6)
                .allMatch(one -> one.score() < one.beforeRank());
        assertThat(scored.stream().filter(one -> one.peopleBelow() == 0))
                .allMatch(one -> one.score() == one.beforeRank());
    }
}
