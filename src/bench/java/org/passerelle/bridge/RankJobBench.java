package org.passerelle.bridge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.passerelle.demonstration.ConsultantBench;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;

/**
 * How long the ranks of bridges take in the background. Arguments: a file of ties as for {@link ConsultantBench}, and how
 * many times weeks are drawn again (all). Draws cost the same each, so that a part of them tells how long all would take:
 * after a first round that only warms up, two parts of different size are timed, and the difference leaves out what is done
 * once.
 */
public final class RankJobBench {
    private RankJobBench() {}

    /** Prints the time of the draws asked for, of a third of them, and what all would take. */
    public static void main(String[] arguments) throws IOException {
        NetworkSnapshot company = ConsultantBench.company(Path.of(arguments[0]));
        int draws = arguments.length > 1 ? Integer.parseInt(arguments[1]) : BridgeRanks.DRAWS;
        BridgeQuestion question = new BridgeQuestion(Dimension.UNIT, 2, company.extent(), List.of(), 5);
        List<Bridge> bridges = Bridges.compute(company, question);
        int few = Math.max(1, draws / 3);
        seconds(company, question, bridges, few);
        double some = seconds(company, question, bridges, few);
        double more = seconds(company, question, bridges, draws);
        System.out.printf(
                Locale.ROOT,
                "%d draws %.1f s, %d draws %.1f s; %d would take %.0f s%n",
                few,
                some,
                draws,
                more,
                BridgeRanks.DRAWS,
                more + (BridgeRanks.DRAWS - draws) * (more - some) / Math.max(1, draws - few));
    }

    private static double seconds(NetworkSnapshot company, BridgeQuestion question, List<Bridge> bridges, int draws) {
        long start = System.nanoTime();
        BridgeRanks.compute(company, question, bridges, draws);
        return (System.nanoTime() - start) / 1e9;
    }
}
