package org.passerelle.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.passerelle.evaluation.CrossFitting;
import org.passerelle.evaluation.CrossFitting.Choice;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.RankingExponents;
import org.passerelle.network.RankingTrials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code learn experts}: what counts how much in the order of experts differs between a company that writes long answers
 * and one that files tickets, so a home may learn it from its own past. It keeps what it learnt only where that is
 * surely better on questions that had no say.
 */
@Command(
        name = "learn",
        description = "Learns from the home's own past how much what counts in the order of experts.",
        mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {
    private static final double[] VOTES = {0.15, 0.3, 0.55, 0.9, 1.4, 2.2};
    private static final double[] ANSWERING = {0.2, 0.4, 0.75, 1.1};
    private static final double[] FOCUS = {0.3, 0.6};

    /** Fewer questions than these teach nothing. */
    private static final int QUESTIONS_MIN = 40;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final PastOptions past = new PastOptions();

    @Parameters(index = "0", paramLabel = "WHAT", description = "experts.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(names = "--dry-run", description = "Only prints what it would keep.")
    private boolean dryRun;

    @Option(names = "--forget", description = "Goes back to the built-in numbers, and learns nothing.")
    private boolean forget;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PastOptions.Part part = past.or(0.4, 0.8, 600);
        if (!what.equals("experts") || !part.isOne() || (part.sample() > 0 && part.sample() < QUESTIONS_MIN)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected: learn experts, --from below --until, both from 0 to 1, --sample 0 or " + QUESTIONS_MIN
                            + " and more");
        }
        if (forget) {
            options.home().learnedRanking().forget();
            System.out.println("The built-in numbers hold.");
            return PasserelleCommand.DONE;
        }
        try (RunningHome home = RunningHome.open(options)) {
            learn(part, home.questions(), home.part(RankingTrials.class), home.part(LearnedRanking.class));
        }
        return PasserelleCommand.DONE;
    }

    private void learn(
            PastOptions.Part part, List<AskedQuestion> questions, RankingTrials trials, LearnedRanking learned) {
        Replay replay = new Replay(questions);
        List<AskedQuestion> chosen = part.drawn(replay.answerable(part.from(), part.until()));
        if (chosen.size() < QUESTIONS_MIN) {
            System.out.printf(
                    "%d questions of this home can teach, and fewer than %d teach nothing: the built-in numbers hold.%n",
                    chosen.size(), QUESTIONS_MIN);
            return;
        }
        boolean communities = RunningHome.hasCommunities(questions);
        List<RankingExponents> ways = ways(trials.builtIn());
        List<List<Double>> quality = new ArrayList<>();
        replay.run(chosen, asked -> quality.add(judged(asked, trials, communities, ways)));
        decide(ways, quality, learned);
    }

    /** The built-in exponents first, then what is tried beside them. */
    private static List<RankingExponents> ways(RankingExponents builtIn) {
        List<RankingExponents> ways = new ArrayList<>(List.of(builtIn));
        for (double votes : VOTES) {
            for (double answering : ANSWERING) {
                for (double focus : FOCUS) {
                    RankingExponents way = new RankingExponents(votes, answering, focus);
                    if (!ways.contains(way)) {
                        ways.add(way);
                    }
                }
            }
        }
        return ways;
    }

    /** The mean of MRR and MAP of a question by each way; where people choose a community, with and without it. */
    private static List<Double> judged(
            Replay.Asked asked, RankingTrials trials, boolean communities, List<RankingExponents> ways) {
        List<RankingTrials.Trial> found = new ArrayList<>();
        found.add(trials.trial(asked.question(), null));
        String community = asked.question().communityId();
        if (communities && community != null) {
            found.add(trials.trial(asked.question(), community));
        }
        return ways.parallelStream()
                .map(way -> found.stream()
                        .mapToDouble(trial -> {
                            RankingQuality quality = RankingQuality.of(trial.order(way), asked.right());
                            return (quality.reciprocalRank() + quality.averagePrecision()) / 2;
                        })
                        .average()
                        .orElse(0))
                .toList();
    }

    private void decide(List<RankingExponents> ways, List<List<Double>> quality, LearnedRanking learned) {
        List<double[]> byWay = new ArrayList<>();
        System.out.println("| votes | answering | focus | mean of MRR and MAP |");
        System.out.println("|---|---|---|---|");
        for (int way = 0; way < ways.size(); way++) {
            int number = way;
            double[] each = quality.stream().mapToDouble(row -> row.get(number)).toArray();
            byWay.add(each);
            System.out.printf(
                    Locale.ROOT,
                    "| %.2f | %.2f | %.2f | %.4f%s |%n",
                    ways.get(way).votes(),
                    ways.get(way).answering(),
                    ways.get(way).focus(),
                    Arrays.stream(each).average().orElse(0),
                    way == 0 ? " (built in)" : "");
        }
        Choice choice = CrossFitting.choose(byWay);
        System.out.printf(
                Locale.ROOT,
                "%nOn questions that had no say, %d of them, choosing gains %+.4f (%+.4f to %+.4f).%n",
                quality.size(),
                choice.gain().mean(),
                choice.gain().low(),
                choice.gain().high());
        if (choice.way() == 0 || !choice.isSure()) {
            System.out.println("That is not sure: the built-in numbers " + (dryRun ? "would hold." : "hold."));
            if (!dryRun) {
                learned.forget();
            }
            return;
        }
        RankingExponents best = ways.get(choice.way());
        System.out.printf(
                Locale.ROOT,
                "%s: votes %.2f, answering %.2f, focus %.2f. 'learn experts --forget' goes back.%n",
                dryRun ? "Would be kept" : "Kept",
                best.votes(),
                best.answering(),
                best.focus());
        if (!dryRun) {
            learned.keep(best);
        }
    }
}
