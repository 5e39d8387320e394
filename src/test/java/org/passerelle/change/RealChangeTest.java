package org.passerelle.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.ExternalInternal;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.Window;

/** A real institution of 42 departments: two ways to the same figures. */
class RealChangeTest {
    @Test
    void simulate_realInstitution_beforeIsTheMeasureAndALossIsALoss() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        SimulationGround ground = SimulationGround.of(snapshot, Dimension.UNIT, 0, snapshot.extent());
        int busiest = 0;
        for (int vertex = 0; vertex < ground.graph().people(); vertex++) {
            busiest = ground.graph().degree(vertex) > ground.graph().degree(busiest) ? vertex : busiest;
        }
        SimulationQuestion question = new SimulationQuestion(
                Dimension.UNIT,
                0,
                snapshot.extent(),
                List.of(new Alteration.Leaving(List.of(snapshot.person(busiest).id()))),
                1);
        Simulation simulation = Simulations.compute(ground, question);
        ExternalInternal.Result measure = ExternalInternal.compute(
                ground.graph(),
                ExternalInternal.Parameters.defaults(ground.grouping().assignment())
                        .withPermutations(0));
        assertThat(simulation.externalInternal().before())
                .isEqualTo(measure.whole().observed().index());
        assertThat(Objects.requireNonNull(simulation.crossSiloEfficiency().difference()))
                .isNegative();
        assertThat(simulation.sources()).isZero();
        assertThat(Loads.compute(ground, question).getFirst().difference()).isPositive();
    }

    @Test
    void compare_halvesOfARealInstitution_everyFigureIsThere() {
        NetworkSnapshot snapshot = SharedOrganisations.emailEuCore();
        Window extent = snapshot.extent();
        LocalDate middle = extent.from().plusDays(400);
        WindowComparison comparison = Comparisons.compute(
                snapshot,
                new ComparisonQuestion(
                        Dimension.UNIT,
                        0,
                        new Window(extent.from(), middle.minusDays(1)),
                        new Window(middle, extent.to()),
                        List.of(),
                        1));
        assertThat(comparison.deals()).isEqualTo(999);
        assertThat(comparison.groups()).hasSize(42);
        assertThat(comparison.note()).isNull();
        assertThat(Objects.requireNonNull(comparison.externalInternal().p())).isBetween(0.001, 1.0);
        // The surest come first.
        assertThat(comparison.cells())
                .extracting(cell -> cell.observedOverExpected().adjustedP())
                .filteredOn(Objects::nonNull)
                .isSorted();
    }
}
