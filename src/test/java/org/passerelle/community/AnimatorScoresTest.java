package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.SharedData;

class AnimatorScoresTest {
    private static final int SPARKS = AnimatorScores.partNames().indexOf("sparks");

    private static Map<String, Scored> scores(List<Act> acts) {
        return AnimatorScores.compute(
                        acts, Set.of(), Acts.snapshot(acts, List.of()), Acts.START.plusDays(400), Parameters.defaults())
                .stream()
                .collect(Collectors.toMap(
                        Scored::personId,
                        scored -> scored,
                        (_, _) -> {
                            throw new AssertionError();
                        },
                        LinkedHashMap::new));
    }

    private static Scored of(Map<String, Scored> scores, String id) {
        return java.util.Objects.requireNonNull(scores.get(id), id);
    }

    @Test
    void nobody_noActs_isEmpty() {
        assertThat(scores(List.of())).isEmpty();
    }

    @Test
    void onePerson_alone_hasOnlyPresenceAndNoScore() {
        Scored ann = of(scores(Acts.acts("ann ann; ann")), "ann");
        // All of the volume is ann's: 1 - dominance = 0.
        assertThat(ann.score()).isZero();
        assertThat(ann.significant()).isFalse();
    }

    @Test
    void score_twoPeopleOnce_isItsArithmetic() {
        // Observed: bob answers ann (draws: ann 1), bob welcomes ann (1; nobody returns). Ann speaks first in half
        // of the permutations, so E is near 1/2 for each: (1 - E) / (1 + E + 4). Keeps: 1 / (1 + 4). Shown parts:
        // draws, welcomes, keeps. Dominance 1/2.
        Map<String, Scored> scores = scores(Acts.acts("ann bob"));
        double draws = of(scores, "ann").parts().get(1);
        assertThat(draws).isCloseTo(0.5 / 5.5, within(0.03)); // E is the mean of 100 draws, with deviation 0.05
        assertThat(of(scores, "ann").parts().get(5)).isCloseTo(0.2, within(1e-12));
        assertThat(of(scores, "ann").score()).isCloseTo((draws + 0.2) / 3 * 0.5, within(1e-12));
        assertThat(of(scores, "bob").score())
                .isCloseTo((of(scores, "bob").parts().get(2) + 0.2) / 3 * 0.5, within(1e-12));
    }

    @Test
    void broadcaster_nobodyFollows_scoresNearNothing() {
        List<Act> acts = Acts.acts("loud;".repeat(60) + "ann bob cid ann; bob cid ann bob");
        Scored loud = of(scores(acts), "loud");
        assertThat(loud.parts().subList(0, 5)).containsOnly(0.0);
        assertThat(loud.score()).isLessThan(0.05);
        assertThat(loud.significant()).isFalse();
    }

    @Test
    void spark_discreetButFollowed_isFirstAndSignificant() {
        // fay speaks once a thread and others exchange after her; gus speaks as often, always last.
        Map<String, Scored> scores = scores(Acts.acts(sparked("fay", "gus")));
        Scored fay = of(scores, "fay");
        assertThat(scores.keySet().iterator().next()).isEqualTo("fay");
        assertThat(fay.significant()).isTrue();
        assertThat(fay.parts().get(SPARKS)).isGreaterThan(0.2);
        assertThat(of(scores, "gus").parts().get(SPARKS)).isZero();
        assertThat(of(scores, "gus").significant()).isFalse();
    }

    private static String sparked(String spark, String last) {
        return IntStream.range(0, 20)
                .mapToObj(thread -> {
                    String one = "p" + thread % 5;
                    String two = "q" + thread % 7;
                    return String.join(" ", spark, one, two, one, two, one, two, last);
                })
                .collect(Collectors.joining("; "));
    }

    @Test
    void significant_speakersDealtAtRandom_isRare() {
        Random random = new Random(11);
        String text = IntStream.range(0, 200)
                .mapToObj(_ -> IntStream.range(0, 6)
                        .mapToObj(_ -> "p" + random.nextInt(40))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
        long significant = scores(Acts.acts(text)).values().stream()
                .filter(Scored::significant)
                .count();
        // 40 people at 5 %: 2 expected; more than 7 has probability 0.001.
        assertThat(significant).isLessThanOrEqualTo(7);
    }

    @Test
    void parts_allOfThem_lieBetweenZeroAndOne() {
        scores(Acts.acts(sparked("fay", "gus"))).values().forEach(scored -> {
            assertThat(scored.parts()).hasSize(6).allMatch(part -> part >= 0 && part <= 1);
            assertThat(scored.score()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void relabelled_sameActs_sameScores() {
        List<Act> acts = Acts.acts(sparked("fay", "gus"));
        UnaryOperator<String> mirrored = id -> "x" + (char) ('z' - id.charAt(0) + 'a') + id;
        List<Act> renamed = acts.stream()
                .map(act -> new Act(
                        act.key(),
                        mirrored.apply(act.personId()),
                        act.at(),
                        act.kind(),
                        act.thread(),
                        act.repliesTo(),
                        act.resolves(),
                        act.reactorIds()))
                .toList();
        Map<String, Scored> scores = scores(acts);
        Map<String, Scored> again = scores(renamed);
        scores.forEach((id, scored) -> {
            Scored other = of(again, mirrored.apply(id));
            assertThat(other.score()).isEqualTo(scored.score());
            assertThat(other.significant()).isEqualTo(scored.significant());
        });
    }

    @Test
    void repeated_sameSeed_sameAnswer() {
        List<Act> acts = Acts.acts(sparked("fay", "gus"));
        assertThat(scores(acts)).isEqualTo(scores(acts));
    }

    @Test
    void realChat_largestStreams_areScoredInTime() {
        List<Act> acts = new ArrayList<>();
        Map<String, List<Act>> streams = new HashMap<>();
        for (String line : SharedData.lines("zulip_community/messages.csv.gz")) {
            String[] fields = line.split(",", 8);
            if (!fields[0].equals("message_id")) {
                Act act = new Act(
                        fields[0],
                        fields[3],
                        Instant.ofEpochSecond(Long.parseLong(fields[4])),
                        ContributionKind.MESSAGE,
                        fields[1] + "/" + fields[2],
                        null,
                        null,
                        List.of());
                acts.add(act);
                streams.computeIfAbsent(fields[1], _ -> new ArrayList<>()).add(act);
            }
        }
        long slowest = 0;
        int largest = 0;
        Map<String, Double> sums = new HashMap<>();
        for (List<Act> stream : streams.values()) {
            stream.sort(IN_TIME);
            long start = System.nanoTime();
            Map<String, Scored> scores = scores(stream);
            slowest = Math.max(slowest, System.nanoTime() - start);
            largest = Math.max(largest, stream.size());
            scores.values().stream()
                    .filter(Scored::significant)
                    .forEach(scored -> sums.merge(scored.personId(), scored.score(), Double::sum));
        }
        acts.sort(IN_TIME);
        Map<String, Double> whole = new HashMap<>();
        scores(acts).values().forEach(scored -> whole.put(scored.personId(), scored.score()));
        Set<String> moderators = new HashSet<>();
        for (String line : SharedData.lines("zulip_community/labels.csv")) {
            String[] fields = line.split(",", -1);
            if (fields[0].toLowerCase(java.util.Locale.ROOT).contains("moderation")) {
                moderators.add(fields[1]);
            }
        }
        System.out.printf(
                "%d acts, %d streams, largest %d acts, slowest %d ms; among the first 27, moderators: %d by the sum of"
                        + " significant scores over streams, %d by the score in the whole chat%n",
                acts.size(),
                streams.size(),
                largest,
                slowest / 1_000_000,
                moderatorsAmongFirst27(sums, moderators),
                moderatorsAmongFirst27(whole, moderators));
        assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(60));
        assertThat(moderators).hasSize(27);
        // By chance 27 x 27 / people: less than one. Labels are appointed people, so this is no target.
        assertThat(moderatorsAmongFirst27(sums, moderators)).isGreaterThan(2);
    }

    private static final Comparator<Act> IN_TIME = Comparator.comparing(Act::at).thenComparing(Act::key);

    private static long moderatorsAmongFirst27(Map<String, Double> scores, Set<String> moderators) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(27)
                .filter(entry -> moderators.contains(entry.getKey()))
                .count();
    }
}
