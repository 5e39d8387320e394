package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.SecondOpinion.Opinion;
import org.passerelle.measure.SecondOpinion.Parameters;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

class SecondOpinionTest {
    private static final Parameters DEFAULTS = Parameters.defaults();

    @Test
    void randomNetworks_everyMeasureAgrees() {
        for (long seed = 1; seed <= 40; seed++) {
            int people = 2 + (int) (seed * 7 % 90);
            TieGraph network = GraphText.random(seed, people, .02 + .002 * seed, Orientation.DIRECTED, 4);
            int[] groups =
                    IntStream.range(0, people).map(vertex -> vertex % 4 - 1).toArray();
            List<Opinion> opinions = SecondOpinion.compute(network, network.undirected(), groups, DEFAULTS);
            assertThat(opinions)
                    .as("seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(7)
                    .allMatch(Opinion::agrees);
        }
    }

    @Test
    void opinions_coverWhatTheyCompare() {
        TieGraph network = GraphText.random(3, 60, .1, Orientation.DIRECTED, 4);
        int[] groups = IntStream.range(0, 60).map(vertex -> vertex % 3).toArray();
        List<Opinion> opinions = SecondOpinion.compute(network, network.undirected(), groups, DEFAULTS);
        assertThat(opinions)
                .extracting(Opinion::measure)
                .containsExactly(
                        "PageRank",
                        "coreness",
                        "weak components",
                        "cut people",
                        "local clustering",
                        "introduction paths",
                        "betweenness",
                        "people between two groups");
        assertThat(opinions.subList(0, 5)).allMatch(opinion -> opinion.compared() == 60);
        assertThat(opinions.get(5).compared()).isBetween(100L, 4 * 59L);
        assertThat(SecondOpinion.compute(network, network.undirected(), groups, new Parameters(1, 59)))
                .hasSize(6);
    }

    @Test
    void agrees_differenceOrNoNumber_no() {
        assertThat(new Opinion("a", "b", 1, 1e-5).agrees()).isFalse();
        assertThat(new Opinion("a", "b", 1, Double.NaN).agrees()).isFalse();
        assertThat(new Opinion("a", "b", 1, Double.POSITIVE_INFINITY).agrees()).isFalse();
    }

    @Test
    void compute_nobody_comparesNothing() {
        TieGraph nobody = GraphText.random(1, 0, .1, Orientation.DIRECTED, 1);
        assertThat(SecondOpinion.compute(nobody, nobody.undirected(), new int[0], DEFAULTS))
                .isEmpty();
        assertThatThrownBy(() -> new Parameters(0, 1)).hasMessageContaining("not 0 and 1");
    }
}
