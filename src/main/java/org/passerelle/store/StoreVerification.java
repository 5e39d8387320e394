package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that the graph is what the program expects: required properties, uniqueness, no private text, whole ties. */
public final class StoreVerification {
    private static final List<Check> CHECKS = List.of(
            new Check("read/verify-required", "contributions lack a required property; load their source again"),
            new Check("read/verify-makers", "contributions were made by nobody or by several people"),
            new Check("read/verify-private", "private contributions keep text; report this, it must never happen"),
            new Check("read/verify-accounts", "accounts are nobody or several people"),
            new Check("read/verify-recipients", "contributions have a wrong count of recipients"),
            new Check("read/verify-days", "contributions lie on a day that is not theirs"),
            new Check("read/verify-ties", "ties are broken"),
            new Check("read/verify-groups", "groups lack a name or a dimension"),
            new Check(
                    "read/verify-unfinished",
                    "days wait for their ties: a load was stopped; run the same load again to finish it"));

    private StoreVerification() {}

    private record Check(String statement, String meaning) {}

    /** What is wrong, one sentence a fault with how many; empty when all is well. */
    public static List<String> faults(Store store) {
        Stream<String> ofGraph = CHECKS.stream()
                .map(check -> Map.entry(
                        check.meaning(),
                        store.read(check.statement(), Map.of(), row -> row.get("faults")
                                        .asLong())
                                .getFirst()))
                .filter(fault -> fault.getValue() > 0)
                .map(fault -> fault.getValue() + " " + fault.getKey());
        return Stream.concat(ofGraph, new SnapshotVerification(store).faults().stream())
                .toList();
    }
}
