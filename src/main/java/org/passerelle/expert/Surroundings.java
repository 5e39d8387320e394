package org.passerelle.expert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** What a snapshot and a window say of who knows whom, made once for many questions. */
record Surroundings(Acquaintances acquaintances, Outreach outreach) {
    private static Surroundings of(Key key, NetworkSnapshot snapshot) {
        return new Surroundings(
                new Acquaintances(snapshot, key.window().to(), key.readable()), new Outreach(snapshot, key.window()));
    }

    private record Key(String snapshot, Window window, Set<Visibility> readable) {}

    /** The {@value #KEPT_MAX} made last. */
    static final class Kept {
        private static final int KEPT_MAX = 8;

        private final Map<Key, Surroundings> kept = new LinkedHashMap<>();

        /** Made outside the lock: two who ask at once may both make it. */
        Surroundings of(NetworkSnapshot snapshot, Window window, Set<Visibility> readable) {
            Key key = new Key(snapshot.version(), window, readable);
            synchronized (kept) {
                Surroundings known = kept.get(key);
                if (known != null) {
                    return known;
                }
            }
            Surroundings built = Surroundings.of(key, snapshot);
            synchronized (kept) {
                kept.put(key, built);
                if (kept.size() > KEPT_MAX) {
                    kept.remove(kept.keySet().iterator().next());
                }
            }
            return built;
        }
    }
}
