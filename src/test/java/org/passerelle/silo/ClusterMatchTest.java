package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;

class ClusterMatchTest {
    private static final Group PURCHASING = new Group("u", "Purchasing", Dimension.UNIT, null, true);

    private static String sentence(double overlap, Integer... sizes) {
        return ClusterMatch.of(PURCHASING, List.of(sizes), overlap, 1)
                .sentence()
                .english();
    }

    @Test
    void sentence_shapesOfAGroup_saidInWords() {
        assertThat(sentence(.9, 19, 1))
                .isEqualTo(
                        "Purchasing works as one group of its own: 19 of its 20 people with ties are in one cluster, and"
                                + " most of the cluster is Purchasing.");
        assertThat(sentence(.2, 19, 1))
                .isEqualTo(
                        "Purchasing keeps together within a larger cluster: 19 of its 20 people with ties are in it.");
        assertThat(sentence(.4, 11, 8, 1))
                .isEqualTo(
                        "Purchasing lives in two halves: 11 and 8 of its 20 people with ties are in different clusters.");
        assertThat(sentence(.4, 14, 5, 1)).startsWith("Purchasing lives in two parts: 14 and 5");
        assertThat(sentence(.4, 7, 6, 5, 2)).startsWith("Purchasing lives in three parts: 7, 6 and 5");
        assertThat(sentence(.4, 11, 2, 2, 2, 1, 1, 1)).startsWith("Purchasing has a core and others elsewhere: 11");
        assertThat(sentence(.1, Collections.nCopies(10, 2).toArray(Integer[]::new)))
                .isEqualTo("Purchasing is spread over 10 clusters; the largest holds 2 of its 20 people with ties.");
    }

    @Test
    void sentence_fewPeopleOrNone_saysNothing() {
        assertThat(sentence(.5, 3, 2)).isEqualTo("Purchasing has too few people with ties to say where they are.");
        assertThat(sentence(Double.NaN)).isEqualTo("Purchasing has too few people with ties to say where they are.");
        assertThat(ClusterMatch.of(PURCHASING, List.of(), Double.NaN, 1).overlap())
                .isNull();
    }

    @Test
    void sentence_runsDisagree_warns() {
        assertThat(ClusterMatch.of(PURCHASING, List.of(10, 9), .4, .3)
                        .sentence()
                        .english())
                .endsWith("different clusters. Runs of the search disagree: do not build on it.");
        assertThat(ClusterMatch.of(PURCHASING, List.of(10, 9), .4, Double.NaN)
                        .sentence()
                        .english())
                .endsWith("different clusters.");
    }

    @Test
    void parts_moreThanAreTold_theLargest() {
        assertThat(ClusterMatch.of(PURCHASING, Collections.nCopies(30, 1), .1, 1)
                        .parts())
                .hasSize(ClusterMatch.PARTS_MAX);
    }
}
