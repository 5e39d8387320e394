package org.passerelle.expert;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.HitColumns;
import org.passerelle.network.HitNames;
import org.passerelle.network.NetworkSnapshot;

/**
 * Where the people of an answer are in the snapshot. Everybody of a register is looked up once, for as long as neither moves:
 * by their ids, thousands would be at every question.
 */
final class Vertices {
    private final AtomicReference<@Nullable Known> last = new AtomicReference<>();

    private record Known(HitNames.Register register, NetworkSnapshot snapshot, int[] vertices) {}

    /** For each person of these hits the vertex, {@link Roster#NOBODY} of whoever is not in the snapshot. */
    int[] of(HitColumns hits, NetworkSnapshot snapshot) {
        int[] registered = known(hits.register(), snapshot).vertices();
        int[] vertices = new int[hits.people()];
        for (int person = 0; person < vertices.length; person++) {
            int number = hits.registered(person);
            vertices[person] =
                    number == HitColumns.UNREGISTERED ? vertex(hits.personId(person), snapshot) : registered[number];
        }
        return vertices;
    }

    private Known known(HitNames.Register register, NetworkSnapshot snapshot) {
        Known known = last.get();
        if (known == null || known.register() != register || known.snapshot() != snapshot) {
            List<String> ids = register.ids();
            known = new Known(
                    register,
                    snapshot,
                    ids.stream().mapToInt(id -> vertex(id, snapshot)).toArray());
            last.set(known);
        }
        return known;
    }

    private static int vertex(String personId, NetworkSnapshot snapshot) {
        return snapshot.vertex(personId).orElse(Roster.NOBODY);
    }
}
