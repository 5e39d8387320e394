package org.passerelle.network;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What people agreed to share, without a store. */
public final class SharedAcquaintancesInMemory implements SharedAcquaintances {
    private final Map<String, SharingExtent> extents = new ConcurrentSkipListMap<>();

    @Override
    public Map<String, SharingExtent> extents() {
        return Map.copyOf(extents);
    }

    @Override
    public String record(String personId, SharingExtent extent, Instant at) {
        extents.put(personId, extent);
        return "decisions of " + personId;
    }
}
