package org.passerelle.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.passerelle.evaluation.PairedBootstrap;
import org.passerelle.evaluation.PairedBootstrap.Estimate;
import org.passerelle.evaluation.RankingQuality;

/** Prints what orders of people were worth, as tables of Markdown. */
final class ReplayTables {
    private final PrintStream out;
    private final Map<String, RankingRun> runs;

    /** Of these runs, by name, in their order. */
    ReplayTables(PrintStream out, Map<String, RankingRun> runs) {
        this.out = out;
        this.runs = runs;
    }

    /** How good each order is, with 95 % intervals. */
    void quality(String title, Function<RankingRun, List<RankingQuality>> of) {
        out.println("| " + title
                + " | questions | MRR | MAP | P@5 | NDCG@3 | first to the busiest 1 % | first five outside |");
        out.println("|---|---|---|---|---|---|---|---|");
        runs.forEach((name, run) -> {
            List<RankingQuality> each = of.apply(run);
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %.1f %% | %s |%n",
                    name,
                    each.size(),
                    shown(each, RankingQuality::reciprocalRank),
                    shown(each, RankingQuality::averagePrecision),
                    shown(each, RankingQuality::precisionAt5),
                    shown(each, RankingQuality::gainAt3),
                    100 * run.busiestShare(),
                    run.outsideShare()
                            .map(share -> String.format(Locale.ROOT, "%.1f %%", 100 * share))
                            .orElse("-"));
        });
        out.println();
    }

    /** One run less each of the others, over the same questions. */
    void differences(String name, List<String> others) {
        RankingRun one = runs.get(name);
        if (one == null || one.all().isEmpty()) {
            return;
        }
        out.println("| " + name + " less | MRR | MAP | NDCG@3 |");
        out.println("|---|---|---|---|");
        for (String other : others) {
            RankingRun beside = runs.get(other);
            if (beside != null && !other.equals(name)) {
                out.printf(
                        Locale.ROOT,
                        "| %s | %s | %s | %s |%n",
                        other,
                        difference(one, beside, RankingQuality::reciprocalRank),
                        difference(one, beside, RankingQuality::averagePrecision),
                        difference(one, beside, RankingQuality::gainAt3));
            }
        }
        out.println();
    }

    /** What reaching beyond the own unit costs: share of the first five outside, and the gain beside that of text alone. */
    void reachingOut(String name, String text) {
        RankingRun one = runs.get(name);
        RankingRun words = runs.get(text);
        if (one == null
                || words == null
                || one.outsideShare().isEmpty()
                || words.outsideShare().isEmpty()) {
            return;
        }
        double gain = mean(one) / mean(words);
        out.printf(
                Locale.ROOT,
                "%s: %.1f %% of the first five stand outside the asker's unit or community (%s %.1f %%), with %.1f %% of"
                        + " its NDCG@3: %s 2 %% of text alone.%n%n",
                name,
                100 * one.outsideShare().orElse(0.0),
                text,
                100 * words.outsideShare().orElse(0.0),
                100 * gain,
                gain >= 0.98 ? "within" : "NOT within");
    }

    private static double mean(RankingRun run) {
        return PairedBootstrap.of(values(run.all(), RankingQuality::gainAt3)).mean();
    }

    private static double[] values(List<RankingQuality> each, ToDoubleFunction<RankingQuality> of) {
        return each.stream().mapToDouble(of).toArray();
    }

    private static String shown(List<RankingQuality> each, ToDoubleFunction<RankingQuality> of) {
        Estimate estimate = PairedBootstrap.of(values(each, of));
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", estimate.mean(), estimate.low(), estimate.high());
    }

    private static String difference(RankingRun one, RankingRun other, ToDoubleFunction<RankingQuality> of) {
        Estimate estimate = PairedBootstrap.difference(values(one.all(), of), values(other.all(), of));
        return String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f)%s",
                estimate.mean(),
                estimate.low(),
                estimate.high(),
                estimate.excludesZero() ? "" : " no difference shown");
    }
}
