package org.passerelle.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.evaluation.Belonging;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.Chart;

class RankingRunTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final Belonging BELONGING =
            new Belonging(new Chart(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

    private static AskedQuestion asked(int second, String community, String answerer, boolean accepted) {
        Instant at = START.plusSeconds(second);
        return new AskedQuestion(
                "q" + second,
                at,
                "zoe",
                "valves",
                "",
                community,
                List.of(new AskedQuestion.Answer(answerer, at.plusMillis(500), accepted, "")));
    }

    /** ann answers on steel, bob on water; then ann answers on steel again. */
    private static Replay.Asked last() {
        List<AskedQuestion> all = List.of(
                asked(0, "steel", "ann", false), asked(1, "water", "bob", false), asked(2, "steel", "ann", true));
        List<Replay.Asked> seen = new ArrayList<>();
        new Replay(all).run(all.subList(2, 3), seen::add);
        return seen.getFirst();
    }

    @Test
    void add_countsTheBusiestFirst_andTheFirstFiveOutside() {
        RankingRun run = new RankingRun();
        run.add(List.of("bob", "ann", "cid"), last(), Set.of("ann"), BELONGING);
        run.add(List.of("ann"), last(), Set.of("ann"), BELONGING);
        run.add(List.of(), last(), Set.of("ann"), BELONGING);
        assertThat(run.all()).extracting(RankingQuality::reciprocalRank).containsExactly(0.5, 1.0, 0.0);
        assertThat(run.accepted()).hasSize(3);
        assertThat(run.busiestShare()).isCloseTo(1.0 / 3, within(1e-12));
        // bob is outside, ann twice inside; nobody knows where cid belongs.
        assertThat(run.outsideShare())
                .hasValueSatisfying(share -> assertThat(share).isCloseTo(1.0 / 3, within(1e-12)));
        assertThat(new RankingRun().outsideShare()).isEmpty();
    }

    @Test
    void reachingOut_saysWhetherItCostsMoreThanTwoPercent() {
        RankingRun words = new RankingRun();
        words.add(List.of("ann", "bob"), last(), Set.of(), BELONGING);
        RankingRun worse = new RankingRun();
        worse.add(List.of("bob", "ann"), last(), Set.of(), BELONGING);
        assertThat(printed(Map.of("TEXT", words, "NETWORK", worse))).contains("NOT within 2 %");
        assertThat(printed(Map.of("TEXT", words, "NETWORK", words)))
                .contains("100.0 %")
                .doesNotContain("NOT");
        assertThat(printed(Map.of("TEXT", words))).isEmpty();
    }

    private static String printed(Map<String, RankingRun> runs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new ReplayTables(out, new LinkedHashMap<>(runs)).reachingOut("NETWORK", "TEXT");
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
