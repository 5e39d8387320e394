package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.SharedData;
import org.passerelle.network.TieGraph;

/**
 * Whether those to whom others turn for information are those whose expertise their colleagues rate: 46 consultants. Rank
 * correlations of so few are uncertain by .1 either way; this is a check, not a target.
 */
class RatedExpertiseTest {
    private static final int PEOPLE = 46;

    private final double[] rated = received("value");

    @Test
    void strengthOfIncomingTies_isThePublishedBaseline() {
        // The data's index gives .830.
        assertThat(spearman(received("info"), rated)).isCloseTo(0.830, within(0.0005));
    }

    @Test
    void pageRank_isNotBelowIt() {
        Map<String, List<String>> edges = SharedData.columns("classic/crossparker_consulting_info.edges.csv");
        int[] asked = SharedData.wholeNumbers(edges, "w");
        int[] heard =
                IntStream.range(0, asked.length).filter(tie -> asked[tie] > 0).toArray();
        TieGraph turnsTo = TieGraph.directed(
                PEOPLE,
                vertices(edges, "i", heard),
                vertices(edges, "j", heard),
                Arrays.stream(heard).mapToDouble(tie -> asked[tie]).toArray(),
                Arrays.stream(heard).map(_ -> 1).toArray());
        double[] scores =
                PageRank.compute(turnsTo, PageRank.Parameters.defaults()).scores();
        // .841 by an independent power iteration in numpy.
        assertThat(spearman(scores, rated)).isCloseTo(0.841, within(0.0005));
    }

    @Test
    void spearman_isItsArithmetic() {
        // Ranks 1 2 3 4 against 1 2 4 3: 1 - 6 x 2 / (4 x 15).
        assertThat(spearman(new double[] {1, 2, 3, 4}, new double[] {5, 6, 9, 8}))
                .isCloseTo(0.8, within(1e-12));
        assertThat(spearman(new double[] {1, 2, 3}, new double[] {3, 2, 1})).isCloseTo(-1, within(1e-12));
        // Ranks 1.5 1.5 3 against 1 2 3: covariance 1.5, variances 1.5 and 2.
        assertThat(spearman(new double[] {7, 7, 8}, new double[] {1, 2, 3}))
                .isCloseTo(1.5 / Math.sqrt(3), within(1e-12));
    }

    private static int[] vertices(Map<String, List<String>> edges, String column, int[] ties) {
        int[] ids = SharedData.wholeNumbers(edges, column);
        return Arrays.stream(ties).map(tie -> ids[tie] - 1).toArray();
    }

    /** Sum of the answers that name somebody. */
    private static double[] received(String question) {
        Map<String, List<String>> edges =
                SharedData.columns("classic/crossparker_consulting_" + question + ".edges.csv");
        int[] to = SharedData.wholeNumbers(edges, "j");
        int[] answers = SharedData.wholeNumbers(edges, "w");
        double[] received = new double[PEOPLE];
        for (int tie = 0; tie < to.length; tie++) {
            received[to[tie] - 1] += answers[tie];
        }
        return received;
    }

    /** Correlation of ranks; equal values share the mean of their ranks. */
    private static double spearman(double[] one, double[] other) {
        double[] ranks = ranks(one);
        double[] otherRanks = ranks(other);
        double mean = (one.length + 1) / 2.0;
        double both = 0;
        double square = 0;
        double otherSquare = 0;
        for (int at = 0; at < one.length; at++) {
            both += (ranks[at] - mean) * (otherRanks[at] - mean);
            square += (ranks[at] - mean) * (ranks[at] - mean);
            otherSquare += (otherRanks[at] - mean) * (otherRanks[at] - mean);
        }
        return both / Math.sqrt(square * otherSquare);
    }

    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int at = 0; at < values.length; at++) {
            double value = values[at];
            long below = Arrays.stream(values).filter(each -> each < value).count();
            long equal = Arrays.stream(values).filter(each -> each == value).count();
            ranks[at] = below + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
