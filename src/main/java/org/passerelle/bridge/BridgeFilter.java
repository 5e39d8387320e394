package org.passerelle.bridge;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.network.Person;

/**
 * Which bridges, as a caller words it; what is absent does not matter.
 *
 * @param group id of the group whose people are asked for
 * @param role played more often than chance gives, by two deviations of groups dealt anew
 * @param aloneMin fewest pairs that nobody else connects
 * @param named true for people whose name the reader sees, false for the others
 */
public record BridgeFilter(
        @Nullable String group,
        @Nullable BrokerageRole role,
        @Nullable Integer aloneMin,
        @Nullable Boolean named) {
    private static final double DEVIATIONS_MIN = 2;

    /** Refuses a negative number of pairs. */
    void check() {
        if (aloneMin != null && aloneMin < 0) {
            throw new BadUserInput("`aloneMin` must be 0 or more, not " + aloneMin + ".");
        }
    }

    /** What comes first. */
    enum Order {
        /** The rank. */
        VALUE,
        /** Most pairs that nobody else connects, of equals by rank. */
        RISK,
        /** Most contacts, of equals by rank. */
        WORKLOAD;

        /** The bridges, which come by rank, in this order. */
        List<Bridge> of(List<Bridge> ranked) {
            return switch (this) {
                case VALUE -> ranked;
                case RISK ->
                    ranked.stream()
                            .sorted(Comparator.comparingLong(
                                            (Bridge bridge) -> bridge.risk().alone())
                                    .reversed())
                            .toList();
                case WORKLOAD ->
                    ranked.stream()
                            .sorted(Comparator.comparingInt(Bridge::workload).reversed())
                            .toList();
            };
        }
    }

    /** Those of the bridges that are asked for, in their order. */
    List<Bridge> of(List<Bridge> bridges, Predicate<Person> readerSeesName) {
        return bridges.stream()
                .filter(bridge -> group == null || group.equals(bridge.groupId()))
                .filter(bridge -> role == null || bridge.roles().stream().anyMatch(this::asked))
                .filter(bridge -> aloneMin == null || bridge.risk().alone() >= aloneMin)
                .filter(bridge -> named == null || named == readerSeesName.test(bridge.person()))
                .toList();
    }

    private boolean asked(RoleScore score) {
        RoleScore.Chance chance = score.groupsDealt();
        if (score.role() != role || chance == null) {
            return false;
        }
        Double z = chance.z();
        return z != null && z >= DEVIATIONS_MIN;
    }
}
