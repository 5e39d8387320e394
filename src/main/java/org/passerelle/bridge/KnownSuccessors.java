package org.passerelle.bridge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Person;

/**
 * Who could take the places of the bridges of one question, as far as somebody asked: a few names for each, while the networks
 * from which they are found are let go. People are the real ones; each reader's names are put on them afterwards. Of more
 * than {@value #BRIDGES_MAX} bridges those asked for last are kept.
 */
final class KnownSuccessors {
    static final int BRIDGES_MAX = 2_000;

    private final Map<String, List<BridgeSuccessor>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<BridgeSuccessor>> eldest) {
            return size() > BRIDGES_MAX;
        }
    };

    /** The successors of the bridges of one request; what they are found from is read once, and only where one is not known. */
    final class Asked {
        private final Supplier<Successors> reading;
        private @Nullable Successors read;

        private Asked(Supplier<Successors> reading) {
            this.reading = reading;
        }

        /** Those of one bridge. */
        List<BridgeSuccessor> of(Person bridge) {
            List<BridgeSuccessor> there = known(bridge.id());
            return there == null ? keep(bridge.id(), read().of(bridge)) : there;
        }

        private Successors read() {
            Successors there = read;
            if (there == null) {
                there = reading.get();
                read = there;
            }
            return there;
        }
    }

    /** Begins a request. */
    Asked asked(Supplier<Successors> reading) {
        return new Asked(reading);
    }

    private synchronized @Nullable List<BridgeSuccessor> known(String id) {
        return known.get(id);
    }

    private synchronized List<BridgeSuccessor> keep(String id, List<BridgeSuccessor> found) {
        known.put(id, found);
        return found;
    }
}
