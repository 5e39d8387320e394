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
        assertThat(RankCorrelation.compute(received("info"), rated)).isCloseTo(0.830, within(0.0005));
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
        assertThat(RankCorrelation.compute(scores, rated)).isCloseTo(0.841, within(0.0005));
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
}
