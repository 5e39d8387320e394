package org.passerelle.silo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;

/** A real institution of 42 departments, against what is published about it. */
class RealSilosTest {
    @Test
    void compute_realInstitution_knownShares() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        SiloQuestion question = SiloQuestion.of(Dimension.UNIT, 0, snapshot.extent());
        SiloMap map = Silos.compute(snapshot, question);
        ClusterComparison clusters = Clusters.compare(snapshot, question);
        ChanceScore chance = Objects.requireNonNull(
                SiloNulls.externalInternalByLabels(snapshot, question).whole());
        Estimate expected = Objects.requireNonNull(chance.expected());
        long started = System.nanoTime();
        Silos.compute(snapshot, question);
        double seconds = (System.nanoTime() - started) / 1e9;
        int internalTies = 0;
        int ties = 0;
        int internal = 0;
        int interactions = 0;
        int above = 0;
        for (SiloCell cell : map.cells()) {
            boolean inside = cell.from().equals(cell.to());
            int cellTies = Objects.requireNonNull(cell.ties());
            int cellInteractions = Objects.requireNonNull(cell.interactions());
            ties += cellTies;
            interactions += cellInteractions;
            internalTies += inside ? cellTies : 0;
            internal += inside ? cellInteractions : 0;
            above += inside
                            && cell.observedOverExpected() != null
                            && cell.observedOverExpected().low() > 1
                    ? 1
                    : 0;
        }
        System.out.printf(
                "REPORT silos: %d ties, %.4f inside, interactions inside %.4f, E-I %.4f, expected %s, Q %.4f, clusters %s,"
                        + " diagonal above 1: %d, %.3f s%n",
                ties,
                internalTies / (double) ties,
                internal / (double) interactions,
                map.externalInternal(),
                expected,
                map.modularity(),
                clusters.toString().replaceAll(", matches.*", ""),
                above,
                seconds);
        assertThat(ties).isEqualTo(16_064);
        assertThat(interactions).isEqualTo(327_336);
        assertThat(internalTies / (double) ties).isCloseTo(0.336, within(0.0005));
        assertThat(internal / (double) interactions).isCloseTo(0.588, within(0.0005));
        assertThat(map.externalInternal()).isLessThan(expected.low());
        assertThat(chance.observed()).isEqualTo(map.externalInternal());
        assertThat(map.groups()).hasSize(42);
        // The published Louvain agreement of this network is NMI .567 (data/INDEX.md); chance alone gives AMI 0.
        assertThat(clusters.normalisedMutualInformation()).isBetween(0.45, 0.75);
        assertThat(clusters.adjustedMutualInformation()).isGreaterThan(0.4);
    }

    @Test
    void compute_oneChannelThatIsThere_sameAsAll() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        SiloMap all = Silos.compute(snapshot, SiloQuestion.of(Dimension.UNIT, 0, snapshot.extent()));
        SiloMap mail =
                Silos.compute(snapshot, new SiloQuestion(Dimension.UNIT, 0, snapshot.extent(), Set.of("mail"), 1));
        assertThat(mail.cells()).isEqualTo(all.cells());
    }
}
