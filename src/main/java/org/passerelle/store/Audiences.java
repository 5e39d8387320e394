package org.passerelle.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Scope;

/**
 * The audiences that readers belong to, read once for each scope. A scope is made for one question and passed to all that
 * answers it, so it is known by being the same object: an equal one of the next request is read anew, and whoever left
 * a community reads nothing of it from then on.
 */
final class Audiences {
    private static final int KEPT_MAX = 256;

    private final Store store;
    private final AtomicReferenceArray<@Nullable Known> kept = new AtomicReferenceArray<>(KEPT_MAX);

    Audiences(Store store) {
        this.store = store;
    }

    /** What was read for a scope, as long as somebody holds it. */
    private record Known(WeakReference<Scope> scope, List<String> audiences) {}

    /** The audiences of a scope's reader; null where everything may be read that anybody could. */
    @Nullable
    List<String> of(Scope scope) {
        if (scope.readerId() == null) {
            return null;
        }
        int slot = System.identityHashCode(scope) % KEPT_MAX;
        Known known = kept.get(slot);
        if (known == null || !known.scope().refersTo(scope)) {
            known = new Known(new WeakReference<>(scope), read(scope.readerId()));
            kept.set(slot, known);
        }
        return known.audiences();
    }

    private List<String> read(String readerId) {
        List<String> audiences = new ArrayList<>(List.of("company"));
        audiences.addAll(store.read(
                "read/communities-of-person",
                Map.of("person", readerId),
                row -> Contributions.audience(row.get("community").asString())));
        return List.copyOf(audiences);
    }
}
