package org.passerelle.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Scope;

/** The audiences that a reader belongs to. */
final class Audiences {
    private Audiences() {}

    /** The audiences of a scope's reader; null where everything may be read that anybody could. */
    static @Nullable List<String> of(Scope scope, Store store) {
        if (scope.readerId() == null) {
            return null;
        }
        List<String> audiences = new ArrayList<>(List.of("company"));
        audiences.addAll(store.read(
                "read/communities-of-person",
                Map.of("person", scope.readerId()),
                row -> Contributions.audience(row.get("community").asString())));
        return audiences;
    }
}
