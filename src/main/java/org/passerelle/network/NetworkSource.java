package org.passerelle.network;

import java.util.Optional;

/** Where questions get the network from; the store implements it. */
public interface NetworkSource {
    /** The newest complete snapshot; waits for the first one. */
    NetworkSnapshot snapshot();

    /** The snapshot of that version, while it is still held. */
    Optional<NetworkSnapshot> snapshot(String version);
}
