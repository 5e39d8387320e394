package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.RankCorrelation;
import org.passerelle.network.Activity.Act;

/**
 * What the animators of real communities are worth: reported whatever it is, in lines that begin with REPORT. Animators are
 * told by the first half of the days, absences and returns looked at in the second, so that nothing is judged by itself.
 */
class AnimationReportTest {
    private static final long SEED = 20250101L;
    private static final int DRAWS = 1_000;

    private static void report(String line) {
        System.out.println("REPORT " + line);
    }

    private static LocalDate day(Act act) {
        return LocalDate.ofInstant(act.at(), ZoneOffset.UTC);
    }

    private static List<Scored> scores(List<Act> acts, Set<String> knownBefore) {
        return acts.isEmpty()
                ? List.of()
                : AnimatorScores.compute(
                        acts, knownBefore, Acts.snapshot(acts, List.of()), day(acts.getLast()), Parameters.defaults());
    }

    /** Two halves of as many days each, and who animates in the first. */
    private record Halves(List<Act> first, List<Act> second, List<Scored> before) {
        static Halves of(List<Act> acts) {
            long start = acts.getFirst().at().getEpochSecond();
            long middle = start + (acts.getLast().at().getEpochSecond() - start) / 2;
            List<Act> first = acts.stream()
                    .filter(act -> act.at().getEpochSecond() < middle)
                    .toList();
            List<Act> second = acts.stream()
                    .filter(act -> act.at().getEpochSecond() >= middle)
                    .toList();
            return new Halves(first, second, scores(first, Set.of()));
        }
    }

    private static List<Halves> halves(Map<String, List<Act>> communities) {
        return communities.values().stream().map(Halves::of).toList();
    }

    private static String told(String what, Absences.Effect effect) {
        Estimate difference = effect.difference();
        return String.format(
                Locale.ROOT,
                "%s: %d absences (%s), %d of others of like volume (%s), difference %s",
                what,
                effect.absences(),
                percent(effect.change()),
                effect.matched(),
                percent(effect.matchedChange()),
                difference == null
                        ? "untold"
                        : String.format(
                                Locale.ROOT,
                                "%+.1f %% [%+.1f, %+.1f]",
                                100 * difference.value(),
                                100 * difference.low(),
                                100 * difference.high()));
    }

    private static String percent(@org.jspecify.annotations.Nullable Double share) {
        return share == null ? "none" : String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    /** Animators of the first half; what their absences in the second meant. */
    private static void absences(String source, List<Halves> communities) {
        PresentWeeks anywhere =
                PresentWeeks.of(communities.stream().map(Halves::second).toList());
        List<Absences.Matched> beyond = new ArrayList<>();
        List<Absences.Matched> firsts = new ArrayList<>();
        List<Absences.Matched> loudest = new ArrayList<>();
        for (Halves halves : communities) {
            List<Scored> before = halves.before();
            Set<String> natural = before.stream()
                    .filter(Scored::significant)
                    .map(Scored::personId)
                    .collect(Collectors.toSet());
            Set<String> five = before.stream().limit(5).map(Scored::personId).collect(Collectors.toSet());
            Set<String> mostWords = before.stream()
                    .sorted(Comparator.comparingInt(Scored::contributions).reversed())
                    .limit(5)
                    .map(Scored::personId)
                    .collect(Collectors.toSet());
            List<Absences.Absence> away = Absences.of(Exchanges.of(Threads.of(Turns.of(halves.second()))), anywhere);
            beyond.add(Absences.Matched.of(away, natural::contains));
            firsts.add(Absences.Matched.of(away, five::contains));
            loudest.add(Absences.Matched.of(away, mostWords::contains));
        }
        report(String.format(
                Locale.ROOT,
                "%s %s",
                source,
                told(
                        "animators beyond chance",
                        Absences.Matched.together(beyond).effect(SEED))));
        report(String.format(
                Locale.ROOT,
                "%s %s",
                source,
                told("first five animators", Absences.Matched.together(firsts).effect(SEED))));
        report(String.format(
                Locale.ROOT,
                "%s %s",
                source,
                told(
                        "five with most messages",
                        Absences.Matched.together(loudest).effect(SEED))));
    }

    /** Whether a newcomer of the second half returned after being answered first by an animator of the first, or another. */
    private static void returns(String source, List<Halves> communities) {
        List<double[]> byAnimator = new ArrayList<>();
        List<double[]> byOther = new ArrayList<>();
        for (Halves halves : communities) {
            Map<String, Scored> before = new HashMap<>();
            halves.before().forEach(scored -> before.put(scored.personId(), scored));
            Set<String> known = halves.first().stream().map(Act::personId).collect(Collectors.toSet());
            returns(halves.second(), known, before, byAnimator, byOther);
        }
        double[] matched = matched(byAnimator, byOther);
        double own = byAnimator.stream().mapToDouble(row -> row[1]).average().orElse(Double.NaN);
        report(String.format(
                Locale.ROOT,
                "%s newcomers first answered by an animator %d, returned %.1f %%; by others of like volume %d, returned %.1f"
                        + " %%; difference %+.1f points [%+.1f, %+.1f]",
                source,
                byAnimator.size(),
                100 * own,
                byOther.size(),
                100 * matched[0],
                100 * (own - matched[0]),
                100 * matched[1],
                100 * matched[2]));
    }

    private static final int STRATA = 12;

    /** Rows: stratum of the answerer's volume, whether the newcomer returned. */
    private static void returns(
            List<Act> acts,
            Set<String> known,
            Map<String, Scored> before,
            List<double[]> byAnimator,
            List<double[]> byOther) {
        Exchanges exchanges = Exchanges.of(Threads.of(Turns.of(acts)));
        Threads threads = exchanges.threads;
        boolean[] old = threads.among(known);
        int[] first = new int[threads.people.size()];
        int[] last = new int[first.length];
        Arrays.fill(first, -1);
        for (int position : threads.byTime) {
            int person = threads.speaker[position];
            first[person] = first[person] < 0 ? position : first[person];
            last[person] = threads.day[position];
        }
        int[] answer = new int[threads.acts()];
        Arrays.fill(answer, -1);
        for (int position : exchanges.answers()) {
            int to = exchanges.addressed[position];
            if (answer[to] < 0) {
                answer[to] = position;
            }
        }
        int end = Arrays.stream(threads.day).max().orElse(0) - 90;
        for (int person = 0; person < first.length; person++) {
            // Who came in the last 90 days had less time to return.
            if (first[person] < 0 || old[person] || answer[first[person]] < 0 || threads.day[first[person]] > end) {
                continue;
            }
            Scored welcomer = before.get(threads.people.get(threads.speaker[answer[first[person]]]));
            if (welcomer != null) {
                double stratum = Math.min(STRATA - 1, Math.floor(Math.log(welcomer.contributions()) / Math.log(2)));
                double[] row = {stratum, last[person] > threads.day[first[person]] ? 1 : 0};
                (welcomer.significant() ? byAnimator : byOther).add(row);
            }
        }
    }

    /** Return after others, each stratum as often as with animators, and the interval of the difference. */
    private static double[] matched(List<double[]> byAnimator, List<double[]> byOther) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<double[]> one = drawn(byAnimator, random);
            drawn[draw] = one.stream().mapToDouble(row -> row[1]).average().orElse(Double.NaN)
                    - standardised(one, drawn(byOther, random));
        }
        Arrays.sort(drawn);
        return new double[] {standardised(byAnimator, byOther), drawn[25], drawn[974]};
    }

    private static List<double[]> drawn(List<double[]> rows, SplittableRandom random) {
        return IntStream.range(0, rows.size())
                .mapToObj(_ -> rows.get(random.nextInt(rows.size())))
                .toList();
    }

    private static double standardised(List<double[]> shares, List<double[]> rates) {
        double[][] sums = new double[STRATA][3];
        shares.forEach(row -> sums[(int) row[0]][0]++);
        rates.forEach(row -> {
            sums[(int) row[0]][1]++;
            sums[(int) row[0]][2] += row[1];
        });
        double total = 0;
        double counted = 0;
        for (double[] stratum : sums) {
            if (stratum[1] > 0) {
                total += stratum[0] * stratum[2] / stratum[1];
                counted += stratum[0];
            }
        }
        return total / counted;
    }

    private static double spearman(Map<String, Double> one, Map<String, Double> other) {
        List<String> both = one.keySet().stream().filter(other::containsKey).toList();
        return RankCorrelation.compute(values(both, one), values(both, other));
    }

    private static double[] values(List<String> people, Map<String, Double> scores) {
        return people.stream().mapToDouble(id -> scores.getOrDefault(id, 0.0)).toArray();
    }

    /** Agreement between halves among those who are steadily there in both. */
    private static void halvesAgree(String source, List<Halves> communities, int contributionsMin, int peopleMin) {
        List<double[]> rows = new ArrayList<>();
        for (Halves halves : communities) {
            Map<String, Double> one = steady(halves.before(), contributionsMin);
            Map<String, Double> other = steady(scores(halves.second(), Set.of()), contributionsMin);
            long both = one.keySet().stream().filter(other::containsKey).count();
            if (both >= peopleMin) {
                rows.add(new double[] {both, spearman(one, other)});
            }
        }
        double people = rows.stream().mapToDouble(row -> row[0]).sum();
        report(String.format(
                Locale.ROOT,
                "%s agreement of halves: Spearman %.3f, mean over %d communities by their %d people",
                source,
                rows.stream().mapToDouble(row -> row[0] * row[1]).sum() / people,
                rows.size(),
                (int) people));
    }

    private static Map<String, Double> steady(List<Scored> scored, int contributionsMin) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scored.stream()
                .filter(one -> one.contributions() >= contributionsMin)
                .forEach(one -> scores.put(one.personId(), one.score()));
        return scores;
    }

    @Test
    void zulipCommunity_animators_areReported() {
        Map<String, List<Act>> streams = RealCommunities.zulip();
        assertThat(streams).hasSizeGreaterThan(20);
        List<Halves> halves = halves(streams);
        absences("zulip_community", halves);
        returns("zulip_community", halves);
        halvesAgree("zulip_community", halves, 20, 20);
    }

    @Test
    void mailingLists_animators_areReported() {
        Map<String, List<Act>> lists = RealCommunities.mailingLists();
        assertThat(lists).hasSize(5);
        List<Halves> halves = halves(lists);
        absences("r_mailing_lists", halves);
        returns("r_mailing_lists", halves);
        halvesAgree("r_mailing_lists", halves, 20, 20);
    }

    /** Few people of a group write much: who is there with five contributions in both halves counts. */
    @Test
    void kubernetes_halves_areReported() {
        Map<String, List<Act>> groups = RealCommunities.kubernetes();
        assertThat(groups).hasSizeGreaterThan(10);
        halvesAgree("k8s", halves(groups), 5, 10);
    }
}
